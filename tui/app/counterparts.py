"""The commands that go from a passage to its counterpart in another article, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.lighting import Spot
from tui.app.text import plain

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen
    from tui.app.widgets.reader import Reader
    from tui.compare.counterpart import PassageMatch
    from tui.corpus.article import Block


class Trail:
    """The counterparts of the passage that the reader asked about last, and on which of them they stand."""

    def __init__(self) -> None:
        self.of: Spot | None = None
        self.matches: list[PassageMatch] = []
        self.at = -1
        self.together = False
        self.marked = False

    def continues(self, article: str | None, block: Block | None) -> bool:
        """Whether the cursor still stands on the passage, or on the counterpart that is shown."""
        if self.of is None or block is None or article is None:
            return False
        here = [self.of, *(Spot(match.article, match.start, match.end) for match in self.matches)]
        return any(
            spot.article == article and spot.start < block.end and spot.end > block.start for spot in here
        )


def step(screen: ReadingScreen, direction: int) -> None:
    """Show the next (1) or previous (-1) counterpart of the passage under the cursor, beside it."""
    trail, reader = screen.trail, screen.reader
    block = reader.block if reader else None
    if reader is None or reader.article is None or block is None:
        screen.say("No article is open. enter opens one; then ] shows where another tells a passage.")
        return
    if trail.continues(reader.article.id, block) and trail.matches:
        _go(screen, (trail.at + direction) % len(trail.matches))
        return
    here = Spot(reader.article.id, block.start, block.end)
    others = [article for article in screen.desk.texts if article != here.article]
    found: list[PassageMatch] = []

    def find() -> None:
        found[:] = screen.corpus_app.comparing.of_passage(*here, others)

    def done(problem: str) -> None:
        trail.of, trail.matches, trail.at = here, found, -1
        if problem:
            screen.say(problem, warning=True)
        elif not found:
            where = "no other open article" if others else "no other article"
            screen.say(f"{screen.look.glyphs.only_here} {where} tells this passage.")
        else:
            _go(screen, 0 if direction > 0 else len(found) - 1)

    screen.say("Looking for counterparts …")
    screen.corpus_app.background.do("counterparts", find, done)


def _go(screen: ReadingScreen, at: int) -> None:
    """Show a counterpart in the other pane, light both, and leave the cursor where the reader reads."""
    trail = screen.trail
    match, of = trail.matches[at], trail.of
    if of is None:
        return
    trail.at = at
    there = Spot(match.article, match.start, match.end)
    number = screen.desk.last
    if there.article in screen.desk.texts:
        screen.readers[screen.desk.texts.index(there.article)].reveal(there.start)
    else:
        screen.open(there.article, there.start, beside=True)
        screen.go(number)
    for reader in screen.readers:
        if reader.article is not None:
            spots = [spot for spot in (of, there) if spot.article == reader.article.id]
            _mark(reader, {block_of(reader, spot.start): screen.look.glyphs.counterpart for spot in spots})
    why = "; ".join(plain(reason) for reason in match.reasons)
    mutual = "each the other's best" if match.mutual else "nearest"
    place = screen.place_of(match.article, match.start)
    screen.settle()
    screen.say(
        f"{screen.look.glyphs.counterpart} {at + 1} of {len(trail.matches)}: {place} · {mutual} · {why}"
    )


def block_of(reader: Reader, offset: int) -> int:
    """The place of the block that holds the code point at `offset`."""
    block = reader.article.block_at(offset) if reader.article is not None else None
    return block.number - 1 if block is not None else 0


def _mark(reader: Reader, signs: dict[int, str]) -> None:
    if reader.signs != signs:
        reader.signs = signs
        reader.redraw()


def toggle_together(screen: ReadingScreen) -> None:
    """Let the texts follow each other by counterparts, or let them go."""
    if len(screen.desk.texts) < 2:
        screen.say("One text alone has nothing to follow. v opens another beside it.")
        return
    screen.trail.together = not screen.trail.together
    screen.say("The texts follow each other." if screen.trail.together else "Each text scrolls by itself.")
    follow(screen)


def follow(screen: ReadingScreen) -> None:
    """Where texts scroll together: show in each other text what tells the passage under the cursor."""
    reader = screen.reader
    if not screen.trail.together or reader is None or reader.article is None or reader.block is None:
        return
    article, block = reader.article.id, reader.block
    others = [one for one in screen.readers if one is not reader and one.article is not None]
    found: list[tuple[Reader, PassageMatch]] = []

    def find() -> None:
        for other in others:
            if other.article is not None:
                matches = screen.corpus_app.comparing.of_passage(
                    article, block.start, block.end, [other.article.id]
                )
                found.extend((other, match) for match in matches[:1])

    def done(problem: str) -> None:
        if problem or screen.reader is not reader or reader.block is not block:
            return
        _mark(reader, {block.number - 1: screen.look.glyphs.counterpart} if found else {})
        for other, match in found:
            if other.article is not None and other.article.id == match.article:
                other.level(match.start, reader.row_of_cursor)
                _mark(other, {block_of(other, match.start): screen.look.glyphs.counterpart})

    screen.corpus_app.background.do("following", find, done)


def toggle_only_here(screen: ReadingScreen) -> None:
    """Mark what only one of the open articles tells, or take the marks away."""
    if len(screen.desk.texts) < 2:
        screen.say("Open two articles first: v opens one beside. Then O marks what only one of them tells.")
        return
    screen.trail.marked = not screen.trail.marked
    if not screen.trail.marked:
        for reader in screen.readers:
            _mark(reader, {})
        return
    texts = list(screen.desk.texts)
    alone: dict[str, list[tuple[int, int]]] = {}

    def find() -> None:
        for article in texts:
            others = [other for other in texts if other != article]
            alone[article] = screen.corpus_app.comparing.only_here(article, others)

    def done(problem: str) -> None:
        if problem:
            screen.say(problem, warning=True)
            return
        for reader in screen.readers:
            spans = alone.get(reader.article.id, []) if reader.article is not None else []
            _mark(reader, {block_of(reader, start): screen.look.glyphs.only_here for start, _ in spans})
        told = ", ".join(f"{len(spans)} in {screen.short(article)}" for article, spans in alone.items())
        screen.say(f"{screen.look.glyphs.only_here} told only here: {told}. O takes the signs away.")

    screen.say("Comparing …")
    screen.corpus_app.background.do("only here", find, done)

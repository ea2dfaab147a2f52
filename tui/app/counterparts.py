"""The commands that go from a passage to its counterpart in another article, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region

from tui.app.layout import ONE_BELOW, TWO_FROM
from tui.app.lighting import Spot
from tui.app.text import plain
from tui.corpus.article import RUNNING, Span

if TYPE_CHECKING:
    from tui.app.comparing import Landmark
    from tui.app.screens.reading import ReadingScreen
    from tui.app.widgets.paired_reader import PairedReader
    from tui.app.widgets.reader import Reader
    from tui.compare.counterpart import PassageMatch
    from tui.corpus.article import Article, Block


WORDINGS = ("no words", "shared words", "differing words")
"""What of a passage and its counterpart can be marked, in the order of the key."""


class Trail:
    """The counterparts of the passage that the reader asked about last, and on which of them they stand."""

    def __init__(self) -> None:
        self.of: Spot | None = None
        self.matches: list[PassageMatch] = []
        self.at = -1
        self.together = False
        self.marked = False
        self.wording = 0

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
    if reader is None or reader.article is None or reader.block is None:
        screen.say(
            screen.keyed(
                "No article is open. {open} opens one; then {next_counterpart} shows where another tells a passage."
            )
        )
        return
    block = _paragraph(reader.article, reader.block)
    if block is None:
        screen.say("Headings are not compared, paragraphs are.")
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


def _paragraph(article: Article, block: Block) -> Block | None:
    """The block, if it is a paragraph or list item; of a heading, the first that it stands over."""
    rest = article.blocks[block.number - 1 :]
    return next((below for below in rest if below.kind in RUNNING), None)


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
    show_words(screen)
    why = "; ".join(plain(reason) for reason in match.reasons)
    best = next(other for other in trail.matches if other.article == match.article)
    rank = "each the other's best" if match.mutual else "nearest" if match is best else "less near"
    place = screen.place_of(match.article, match.start)
    screen.settle()
    screen.rearrange()
    screen.say(f"{screen.look.glyphs.counterpart} {at + 1} of {len(trail.matches)}: {place} · {rank} · {why}")


def stacked(screen: ReadingScreen, region: Region) -> list[tuple[PairedReader, Region]]:
    """Where one pane fills the screen: the text in front, and below it that with the counterpart; else nothing."""
    trail, front = screen.trail, screen.desk.front
    if region.width >= ONE_BELOW or region.height < TWO_FROM or not isinstance(front, int):
        return []
    if trail.of is None or trail.at < 0:
        return []
    pair = {trail.of.article, trail.matches[trail.at].article}
    others = [at for at, article in enumerate(screen.desk.texts) if at != front and article in pair]
    if screen.desk.texts[front] not in pair or not others:
        return []
    over, under = screen.readers[front], screen.readers[others[0]]
    over.divided = under.divided = False
    upper = region.height * 3 // 5
    return [
        (over, Region(region.x, region.y, region.width, upper)),
        (under, Region(region.x, region.y + upper, region.width, region.height - upper)),
    ]


def step_words(screen: ReadingScreen) -> None:
    """Mark the words that the passage and the counterpart shown share, those that one alone has, or none."""
    trail = screen.trail
    if trail.of is None or trail.at < 0:
        screen.say(
            screen.keyed(
                "First {next_counterpart} shows where another tells this; then {words} marks the words that both have."
            )
        )
        return
    trail.wording = (trail.wording + 1) % len(WORDINGS)
    show_words(screen)
    screen.say(f"Marked: {WORDINGS[trail.wording]}.")


def show_words(screen: ReadingScreen) -> None:
    """Mark words of the passage and its counterpart, as the reader chose."""
    from tui.compare.words import compare_words
    from tui.corpus.languages import language_of

    trail = screen.trail
    pair = [trail.of, _spot(trail.matches[trail.at])] if trail.of and trail.at >= 0 else []
    spans: list[tuple[Span, ...]] = [(), ()]
    texts = [screen.corpus_app.article_or_none(spot.article) for spot in pair]
    if trail.wording and texts and texts[0] and texts[1]:
        told = [text.text[spot.start : spot.end] for text, spot in zip(texts, pair, strict=True) if text]
        found = compare_words(told[0], told[1], language_of(texts[0]))
        spans = list(found[:2] if WORDINGS[trail.wording] == "shared words" else found[2:])
    for reader in screen.readers:
        marked = [
            Span(spot.start + start, spot.start + end)
            for spot, words in zip(pair, spans, strict=False)
            if reader.article is not None and spot.article == reader.article.id
            for start, end in words
        ]
        if reader.compared != tuple(marked):
            reader.compared = tuple(marked)
            reader.redraw()


def _spot(match: PassageMatch) -> Spot:
    return Spot(match.article, match.start, match.end)


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
        screen.say(
            screen.keyed("One text alone has nothing to follow. {open_beside} opens another beside it.")
        )
        return
    screen.trail.together = not screen.trail.together
    screen.say("The texts follow each other." if screen.trail.together else "Each text scrolls by itself.")
    if not screen.trail.together:
        for reader in screen.readers:
            reader.close_gap()
    follow(screen)


def follow(screen: ReadingScreen) -> None:
    """Where texts scroll together: show in each other text what tells the passage under the cursor, or a gap."""
    reader = screen.reader
    if not screen.trail.together or reader is None or reader.article is None or reader.block is None:
        return
    if reader.block.kind not in RUNNING:
        return
    article, block = reader.article.id, reader.block
    others = {one.article.id: one for one in screen.readers if one is not reader and one.article is not None}
    found: dict[str, Landmark | None] = {}

    def find() -> None:
        for other in others:
            found[other] = screen.corpus_app.comparing.landmark(article, other, block.start, block.end)

    def done(problem: str) -> None:
        if problem or screen.reader is not reader or reader.block is not block:
            return
        reader.close_gap()
        level = [one for one in found.values() if one is not None and one.level]
        _mark(reader, {block.number - 1: screen.look.glyphs.counterpart} if level else {})
        for other, landmark in found.items():
            shown = others[other].article
            if shown is not None and shown.id == other:
                _stand(screen, reader, others[other], landmark)

    screen.corpus_app.background.do("following", find, done)


def _stand(
    screen: ReadingScreen, reader: PairedReader, other: PairedReader, landmark: Landmark | None
) -> None:
    """Put another text level with the passage under the cursor, or leave a gap against it."""
    row = reader.row_of_cursor
    if landmark is not None and landmark.level:
        other.level(landmark.start, row)
        _mark(other, {block_of(other, landmark.start): screen.look.glyphs.counterpart})
    else:
        _mark(other, {})
        other.open_gap(landmark.start if landmark else None, row, max(reader.rows_of_cursor, 1))


def toggle_only_here(screen: ReadingScreen) -> None:
    """Mark what only one of the open articles tells, or take the marks away."""
    if len(screen.desk.texts) < 2:
        screen.say(
            screen.keyed(
                "Open two articles first: {open_beside} opens one beside. Then {only_here} marks what only one tells."
            )
        )
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
        screen.say(
            screen.keyed(
                "{sign} told only here: {what}. {only_here} takes the signs away.",
                sign=screen.look.glyphs.only_here,
                what=told,
            )
        )

    screen.say("Comparing …")
    screen.corpus_app.background.do("only here", find, done)

"""What is told of an article as a whole: on whose word it leans, and whether it is another's text told again.

Worked out in the background for the articles that are looked at, however many there are, and only once the reader
rests on them: what is passed over costs nothing, and the keys that pass over it wait for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic
from typing import TYPE_CHECKING

from tui.app.background import Background
from tui.app.glyphs import Glyphs
from tui.app.text import plain

if TYPE_CHECKING:
    from tui.compare.sourcing import Sourcing

BAR = 12
"""Cells of the bar."""

REST = 0.25
"""Seconds without a move after which the reader rests."""


class Profiles:
    """Sourcing by article, and the articles that are copies, each with the one whose text it has.

    `sourcing_of` and `copy_of` work them out, in a thread; `changed` is called when something more is known. `later`
    calls something after so many seconds.
    """

    def __init__(
        self,
        background: Background,
        sourcing_of: Callable[[str], Sourcing],
        copy_of: Callable[[str], str | None],
        changed: Callable[[], None],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        self.copies: dict[str, str] = {}
        self._begun = False  # whether a key was pressed: a screen that nobody touches stays as it is
        self._sourcing: dict[str, Sourcing] = {}
        self._looked: set[str] = set()
        self._asked: str | None = None
        self._background = background
        self._sourcing_of, self._copy_of, self._changed = sourcing_of, copy_of, changed
        self._later = later
        self._waiting = False
        self._moved = 0.0
        self._shown: frozenset[str] = frozenset()
        self._front = ""

    def begin(self) -> None:
        """The reader has begun to press keys: from now on what is known is shown."""
        if not self._begun:
            self._begun = True
            self._changed()

    def _tell(self) -> None:
        if self._begun:
            self._changed()

    def forget(self) -> None:
        """The articles are others now."""
        self.copies.clear()
        self._sourcing.clear()
        self._looked.clear()
        self._asked = None
        self.leave()

    def leave(self) -> None:
        """The reader looks at something else: what was not begun is no longer wanted."""
        self._shown, self._front = frozenset(), ""

    def look(self, articles: Iterable[str]) -> None:
        """Find out which of these articles are copies, where that is not known."""
        self._shown = frozenset(articles) - self._looked
        if self._shown:
            self._when_at_rest()

    def told(self, article: str, short: Callable[[str], str], glyphs: Glyphs) -> str:
        """`same text as 001 · sentences ███▓▒░░░  █ 3 named …`, safe to draw; empty until it is known."""
        parts = []
        if article in self.copies:
            parts.append(f"{glyphs.counterpart} same text as {plain(short(self.copies[article]))}")
        profile = self._sourcing.get(article)
        self._front = article if profile is None and article != self._asked else ""
        if self._front:
            self._when_at_rest()
        if profile is not None and profile.sentences:
            parts.append(f"sentences {bar(profile, glyphs)}")
        return f" {glyphs.dot} ".join(parts)

    def _when_at_rest(self) -> None:
        self._moved = monotonic()
        if not self._waiting:
            self._waiting = True
            self._later(REST, self._rested)

    def _rested(self) -> None:
        left = self._moved + REST - monotonic()
        if left > 0:
            self._later(left, self._rested)
            return
        self._waiting = False
        if self._shown:
            self._find_copies(sorted(self._shown))
        if self._front:
            self._work_out(self._front)

    def _find_copies(self, articles: list[str]) -> None:
        found: dict[str, str] = {}

        def find() -> None:
            for article in articles:
                first = self._copy_of(article)
                if first is not None:
                    found[article] = first

        def done(problem: str) -> None:
            self._looked.update(articles)
            if found and not problem:
                self.copies.update(found)
                self._tell()

        self._background.do("copies", find, done)

    def _work_out(self, article: str) -> None:
        def find() -> None:
            self._sourcing[article] = self._sourcing_of(article)

        def done(problem: str) -> None:
            self._asked = None
            if not problem:
                self._tell()

        self._asked = article
        self._background.do("sourcing", find, done)


def bar(profile: Sourcing, glyphs: Glyphs) -> str:
    """The sentences of an article by their sources as a small bar, and its legend; each kind has a cell at least."""
    told = {
        "named": (glyphs.shades[0], profile.named),
        "anonymous": (glyphs.shades[1], profile.anonymous),
        "hedged": (glyphs.shades[2], profile.hedged),
        "no source": (glyphs.shades[3], profile.none),
    }
    cells = {
        name: max(round(BAR * count / profile.sentences), 1) if count else 0
        for name, (_, count) in told.items()
    }
    largest = max(cells, key=lambda name: cells[name])
    cells[largest] += BAR - sum(cells.values())
    drawn = "".join(shade * cells[name] for name, (shade, _) in told.items())
    legend = "  ".join(f"{shade} {count} {name}" for name, (shade, count) in told.items() if count)
    return f"{drawn}  {legend}"

"""What is told of an article as a whole: on whose word it leans.

Worked out in the background for the article that is looked at, and only once the reader rests on it: what is passed
over costs nothing, and the keys that pass over it wait for nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from tui.app.background import Background
from tui.app.glyphs import Glyphs

if TYPE_CHECKING:
    from tui.compare.sourcing import Sourcing

BAR = 12
"""Cells of the bar."""

REST = 0.25
"""Seconds without a move after which the reader rests."""


class Profiles:
    """Sourcing by article.

    `sourcing_of` works it out, in a thread; `changed` is called when something more is known. `later` calls something
    after so many seconds.
    """

    def __init__(
        self,
        background: Background,
        sourcing_of: Callable[[str], Sourcing],
        changed: Callable[[], None],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        self._begun = False  # whether a key was pressed: a screen that nobody touches stays as it is
        self._sourcing: dict[str, Sourcing] = {}
        self._asked: str | None = None
        self._background = background
        self._sourcing_of, self._changed = sourcing_of, changed
        self._later = later
        self._waiting = False
        self._moved = 0.0
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
        self._sourcing.clear()
        self._asked = None
        self.leave()

    def leave(self) -> None:
        """The reader looks at something else: what was not begun is no longer wanted."""
        self._front = ""

    def told(self, article: str, glyphs: Glyphs) -> str:
        """`sentences ███▓▒░░░  █ 3 named …`, safe to draw; empty until it is known."""
        profile = self._sourcing.get(article)
        self._front = article if profile is None and article != self._asked else ""
        if self._front:
            self._when_at_rest()
        return f"sentences {bar(profile, glyphs)}" if profile is not None and profile.sentences else ""

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
        if self._front:
            self._work_out(self._front)

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

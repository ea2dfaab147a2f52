"""What is told of an article as a whole: on whose word it leans, and whether it is another's text told again.

Worked out in the background for the articles that are looked at, however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.app.background import Background
from tui.app.glyphs import Glyphs
from tui.app.text import plain

if TYPE_CHECKING:
    from tui.compare.sourcing import Sourcing

BAR = 12
"""Cells of the bar."""


class Profiles:
    """Sourcing by article, and the articles that are copies, each with the one whose text it has.

    `sourcing_of` and `copy_of` work them out, in a thread; `changed` is called when something more is known.
    """

    def __init__(
        self,
        background: Background,
        sourcing_of: Callable[[str], Sourcing],
        copy_of: Callable[[str], str | None],
        changed: Callable[[], None],
    ) -> None:
        self.copies: dict[str, str] = {}
        self._sourcing: dict[str, Sourcing] = {}
        self._looked: set[str] = set()
        self._asked: str | None = None
        self._background = background
        self._sourcing_of, self._copy_of, self._changed = sourcing_of, copy_of, changed

    def forget(self) -> None:
        """The articles are others now."""
        self.copies.clear()
        self._sourcing.clear()
        self._looked.clear()
        self._asked = None

    def look(self, articles: Iterable[str]) -> None:
        """Find out which of these articles are copies, where that is not known."""
        new = [article for article in articles if article not in self._looked]
        found: dict[str, str] = {}

        def find() -> None:
            for article in new:
                first = self._copy_of(article)
                if first is not None:
                    found[article] = first

        def done(problem: str) -> None:
            self._looked.update(new)
            if found and not problem:
                self.copies.update(found)
                self._changed()

        if new:
            self._background.do("copies", find, done)

    def told(self, article: str, short: Callable[[str], str], glyphs: Glyphs) -> str:
        """`same text as 001 · sentences ███▓▒░░░  █ 3 named …`, safe to draw; empty until it is known."""
        parts = []
        if article in self.copies:
            parts.append(f"{glyphs.counterpart} same text as {plain(short(self.copies[article]))}")
        profile = self._sourcing.get(article)
        if profile is None:
            self._work_out(article)
        elif profile.sentences:
            parts.append(f"sentences {bar(profile, glyphs)}")
        return f" {glyphs.dot} ".join(parts)

    def _work_out(self, article: str) -> None:
        def find() -> None:
            self._sourcing[article] = self._sourcing_of(article)

        def done(problem: str) -> None:
            self._asked = None
            if not problem:
                self._changed()

        if article and article != self._asked:
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

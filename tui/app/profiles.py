"""What is told of an article as a whole: on whose word it leans, and whether it is another's text told again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.app.glyphs import Glyphs
from tui.app.text import plain

if TYPE_CHECKING:
    from tui.compare.sourcing import Sourcing

BAR = 12
"""Cells of the bar."""


@dataclass(frozen=True, slots=True)
class Profiles:
    """Sourcing by article, and the articles that are copies, each with the one whose text it has."""

    sourcing: Mapping[str, Sourcing] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)

    def told(self, article: str, short: Callable[[str], str], glyphs: Glyphs) -> str:
        """`same text as 001 · ███▓▒░░░ █ 3 named …`, safe to draw; empty where nothing is known."""
        parts = []
        if article in self.copies:
            parts.append(f"{glyphs.counterpart} same text as {plain(short(self.copies[article]))}")
        profile = self.sourcing.get(article)
        if profile is not None and profile.sentences:
            parts.append(f"sentences {bar(profile, glyphs)}")
        return f" {glyphs.dot} ".join(parts)


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

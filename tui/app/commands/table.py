"""Which function does a command, by its id, and on which screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen


S = TypeVar("S", bound="CorpusScreen")
Deed = Callable[[S], None]

ANYWHERE: dict[str, Deed[CorpusScreen]] = {}
READING: dict[str, Deed[ReadingScreen]] = {}
SELECTING: dict[str, Deed[ReadingScreen]] = {}
"""What commands mean while words are being selected; any other ends that first."""


JUMPS = frozenset(
    {"next_lit", "previous_lit", "next_quote", "previous_quote", "next_counterpart", "previous_counterpart"}
    | {"next_article", "previous_article"}
)
"""What `again` does once more."""


def anywhere(command: str) -> Callable[[Deed[CorpusScreen]], Deed[CorpusScreen]]:
    """What a command does on any screen."""

    def keep(deed: Deed[CorpusScreen]) -> Deed[CorpusScreen]:
        ANYWHERE[command] = deed
        return deed

    return keep


def reading(command: str) -> Callable[[Deed[ReadingScreen]], Deed[ReadingScreen]]:
    """What a command does on the reading screen."""

    def keep(deed: Deed[ReadingScreen]) -> Deed[ReadingScreen]:
        READING[command] = deed
        return deed

    return keep


def perform(screen: CorpusScreen, command: str) -> None:
    """Do a command: the screen's own way where it has one (`do_…`), else what it means anywhere."""
    from tui.app.screens.reading import ReadingScreen

    if isinstance(screen, ReadingScreen) and screen.selection is not None:
        if command in SELECTING:
            SELECTING[command](screen)
            return
        screen.end_selecting()
    if isinstance(screen, ReadingScreen) and not screen.prompting and command in READING:
        READING[command](screen)
        if command in JUMPS:
            screen.last_jump = command
        return
    own = getattr(screen, f"do_{command}", None)
    if own is not None:
        own()
    elif command in ANYWHERE:
        ANYWHERE[command](screen)

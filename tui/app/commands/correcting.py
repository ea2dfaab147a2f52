"""Putting findings right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import anywhere, reading

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen


@reading("correct")
def correct(screen: ReadingScreen) -> None:
    """Correct the actor under the cursor."""
    desk, app = screen.desk, screen.corpus_app
    names: list[str] = []
    if desk.front == "side" and desk.side == "quotes":
        screen.say(
            "Quotations cannot be corrected; their speakers can, among the actors: a. i writes a note."
        )
        return
    if desk.front == "side" and desk.side == "actors":
        names = [screen.actors.item.name] if screen.actors.item else []
    elif isinstance(desk.front, int) and screen.reader is not None and desk.reading is not None:
        found = app.noted.names(desk.reading, screen.names_in(screen.reader))
        known = app.noted.has_corrections
        names = found if known else list(dict.fromkeys(app.actor_of(desk.reading, name) for name in found))
    if names:
        _open(screen, names)
    else:
        screen.say("No actor is under the cursor. a lists them.")


@anywhere("correct")
def correct_card(screen: CorpusScreen) -> None:
    """Correct the actor of the card."""
    from tui.app.screens.card import CardScreen

    if isinstance(screen, CardScreen):
        _open(screen, [screen.actor_name])


def _open(screen: CorpusScreen, names: list[str]) -> None:
    from tui.app.screens.correcting import CorrectingScreen

    screen.app.push_screen(CorrectingScreen(screen.corpus_app, names))

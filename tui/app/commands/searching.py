"""Searching, and walking what is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import anywhere, perform, reading

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen


@anywhere("search")
def search(screen: CorpusScreen) -> None:
    """Search passages, quotes, titles and actors, as you type."""
    from tui.app.screens.search import SearchScreen

    screen.app.push_screen(SearchScreen(screen.corpus_app))


@anywhere("delete_search")
def delete_search(screen: CorpusScreen) -> None:
    """Delete the search under the cursor."""
    from tui.app.screens.saved_searches import SavedSearchesScreen

    if isinstance(screen, SavedSearchesScreen):
        screen.delete()


@reading("next_lit")
def next_lit(screen: ReadingScreen) -> None:
    """Go to the next match or mention of what was lit last."""
    walk(screen, 1)


@reading("previous_lit")
def previous_lit(screen: ReadingScreen) -> None:
    """Go to the previous match or mention of what was lit last."""
    walk(screen, -1)


@reading("again")
def again(screen: ReadingScreen) -> None:
    """Do the last jump once more."""
    if screen.last_jump:
        perform(screen, screen.last_jump)
    else:
        screen.say("Nothing to do again yet: n, ), ] and J are jumps.")


def walk(screen: ReadingScreen, direction: int) -> None:
    """Go to the next (1) or previous (-1) of what is lit, wherever it stands."""
    reader, light = screen.reader, screen.light
    block = reader.block if reader else None
    offset = block.start if block else 0
    spot = light.step(direction, screen.desk.reading, offset)
    if spot is None:
        screen.say(
            screen.keyed("Nothing is lit. {search} searches; {open} on an actor lights up its mentions.")
        )
        return
    screen.goto(spot)
    screen.shine(light)
    screen.say(f"{light.label} {(light.at or 0) + 1} of {len(light.stops)}")

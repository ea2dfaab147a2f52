"""Sorting and filtering lists, and writing them to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import anywhere, reading
from tui.app.widgets.article_list import SORTS

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen


@anywhere("export")
def export(screen: CorpusScreen) -> None:
    """Write the list in front to a file, as its filter keeps it."""
    from tui.app.screens.export import open_export

    open_export(screen)


@reading("sort")
def sort(screen: ReadingScreen) -> None:
    """Sort the list by its next column."""
    if screen.desk.front != "list":
        screen.say("The list of articles can be sorted: 1 goes there.")
        return
    screen.articles.sort = (screen.articles.sort + 1) % len(SORTS)
    screen.reload()
    screen.say(f"Sorted {SORTS[screen.articles.sort][1]}.")


@reading("copies")
def copies(screen: ReadingScreen) -> None:
    """Unfold the copies of the article under the cursor, or fold them; from a copy too."""
    row = screen.articles.row if screen.desk.front == "list" else None
    if row is None or not (row.copies or row.copy_of):
        screen.say("No other article tells this text.")
        return
    first = row.copy_of or row.id
    screen.articles.unfolded ^= {first}
    screen.reload()


@reading("filter")
def filter_(screen: ReadingScreen) -> None:
    """Keep only the rows with the words that you type."""
    front = screen.front
    if front is screen.articles:
        screen.ask(
            "words of title, source, date",
            screen.articles.filter,
            lambda text: filter_articles(screen, text),
        )
    elif front in (screen.actors, screen.quotes):
        screen.ask("words to keep", screen.side.filter, lambda text: filter_side(screen, text))
    else:
        screen.say("Lists can be filtered; / searches the texts.")


def filter_articles(screen: ReadingScreen, text: str) -> None:
    """Keep the articles with these words."""
    if text != screen.articles.filter:
        screen.articles.filter = text
        screen.reload()


def filter_side(screen: ReadingScreen, text: str) -> None:
    """Keep the rows of the sidebar with these words."""
    if text != screen.side.filter:
        screen.side.filter = text
        screen.show_findings()

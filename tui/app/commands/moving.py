"""Going about: rows and passages, panes, back and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.lists import filter_articles, filter_side
from tui.app.commands.table import READING, Deed, anywhere, reading
from tui.app.lighting import DARK

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen


@anywhere("down")
def down(screen: CorpusScreen) -> None:
    """Go to the next row or passage."""
    screen.front.move(1)


@anywhere("up")
def up(screen: CorpusScreen) -> None:
    """Go to the previous row or passage."""
    screen.front.move(-1)


@anywhere("top")
def top(screen: CorpusScreen) -> None:
    """Go to the first row or passage."""
    screen.front.end(-1)


@anywhere("bottom")
def bottom(screen: CorpusScreen) -> None:
    """Go to the last row or passage."""
    screen.front.end(1)


@anywhere("page_down")
def page_down(screen: CorpusScreen) -> None:
    """Go one screenful down."""
    screen.front.page(1)


@anywhere("page_up")
def page_up(screen: CorpusScreen) -> None:
    """Go one screenful up."""
    screen.front.page(-1)


@reading("center")
def center(screen: ReadingScreen) -> None:
    """Show the passage in the middle of the pane."""
    reader = screen.reader
    if reader is not None and reader.block is not None:
        reader.level(reader.block.start, reader.body // 2)


@reading("next_pane")
def next_pane(screen: ReadingScreen) -> None:
    """Go to the next pane."""
    screen.desk.cycle(1)
    screen.settle()


@reading("previous_pane")
def previous_pane(screen: ReadingScreen) -> None:
    """Go to the previous pane."""
    screen.desk.cycle(-1)
    screen.settle()


def _pane(number: int) -> Deed[ReadingScreen]:
    def go(screen: ReadingScreen) -> None:
        panes = screen.desk.panes
        if number <= len(panes):
            screen.go(panes[number - 1])
        else:
            screen.say(
                screen.keyed(
                    "There is no pane {number}. {open_beside} opens a text beside.", number=str(number)
                )
            )

    return go


for _number in range(1, 5):
    READING[f"pane_{_number}"] = _pane(_number)


@reading("close_pane")
def close_pane(screen: ReadingScreen) -> None:
    """Close the text in front."""
    if isinstance(screen.desk.front, int):
        screen.close_text()
    elif screen.desk.front == "side":
        close_side(screen)
    else:
        screen.say("The list stays open. x closes a text or the sidebar in front.")


def close_side(screen: ReadingScreen) -> None:
    """Close the sidebar."""
    screen.desk.close_side()
    screen.rearrange()
    screen.settle()


@reading("escape")
def escape(screen: ReadingScreen) -> None:
    """Close what is open; never quits."""
    front = screen.front
    if screen.light.spots:
        screen.shine(DARK)
    elif front is screen.articles and screen.articles.filter:
        filter_articles(screen, "")
    elif front is not screen.articles and screen.desk.front == "side":
        if screen.side.filter:
            filter_side(screen, "")
        else:
            close_side(screen)
    elif screen.desk.side is not None:
        close_side(screen)


@reading("back")
def back(screen: ReadingScreen) -> None:
    """Close what is in front; with nothing left to close, quit."""
    if screen.desk.front == "side":
        close_side(screen)
    elif isinstance(screen.desk.front, int):
        screen.go("list")
    else:
        screen.corpus_app.exit(0)

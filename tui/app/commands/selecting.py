"""Selecting words in the text in front: the keys that go about extend it, and others end it first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.commands.table import SELECTING, reading
from tui.app.selecting import Selection

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen


@reading("select")
def select(screen: ReadingScreen) -> None:
    """Select words, from the first of the passage on; again: from the word that was gone to."""
    selection = Selection.begin(screen.reader) if isinstance(screen.desk.front, int) else None
    if selection is None:
        screen.say(screen.keyed("There is no text in front to select from. {open} opens an article."))
        return
    screen.selection = selection
    hint = {"select": "begins here", "copy": "copies", "escape": "ends"}
    screen.say(f"arrows select words · {screen.corpus_app.keys.told('select', hint)}")


def _extending(go: Callable[[Selection], None]) -> Callable[[ReadingScreen], None]:
    def extend(screen: ReadingScreen) -> None:
        if screen.selection is not None:
            go(screen.selection)

    return extend


SELECTING["select"] = _extending(lambda selection: selection.begin_here())
SELECTING["left"] = _extending(lambda selection: selection.by_word(-1))
SELECTING["right"] = _extending(lambda selection: selection.by_word(1))
SELECTING["up"] = _extending(lambda selection: selection.by_line(-1))
SELECTING["down"] = _extending(lambda selection: selection.by_line(1))


def _end(screen: ReadingScreen) -> Selection | None:
    selection = screen.selection
    screen.end_selecting()
    return selection


def _copy(screen: ReadingScreen) -> None:
    selection = _end(screen)
    if selection is not None:
        screen.corpus_app.copy(screen, selection.words)


def _cite(screen: ReadingScreen) -> None:
    selection = _end(screen)
    if selection is not None:
        screen.corpus_app.cite(screen, selection.article, selection.words, selection.block)


SELECTING["copy"] = _copy
SELECTING["cite"] = _cite
SELECTING["escape"] = lambda screen: screen.end_selecting()

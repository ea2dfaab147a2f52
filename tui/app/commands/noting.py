"""Notes and how they are written, the list of all marks, and taking back what was made last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.commands.marking import marking, put, show, take_away, tell_error
from tui.app.commands.table import anywhere
from tui.app.noted import Change, told_change, told_mark
from tui.app.text import plain
from tui.errors import CorpusError

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.notebook.marks import Mark, Target


@marking("note")
def note(screen: CorpusScreen, target: Target, known: list[Mark]) -> None:
    """Write a note on the passage under the cursor, or change it."""
    from tui.notebook.marks import Mark

    notes = [mark for mark in known if mark.kind == "note"]
    write(screen, notes[-1] if notes else Mark("note", target))


def write(screen: CorpusScreen, mark: Mark) -> None:
    """Let the reader write the text of a note; an empty one is taken away."""
    known = bool(mark.text)

    def answered(text: str) -> None:
        keep_note(screen, mark, text)

    screen.ask("{open} keeps it · {escape} leaves it · {editor} your editor", mark.text, answered=answered)
    screen.say(f"{'Change the' if known else 'New'} {told_mark(mark)}:")


def keep_note(screen: CorpusScreen, mark: Mark, text: str) -> None:
    """Keep a note with this text, or take it away where that is empty, and say so."""
    text = text.strip()
    if text == mark.text:
        return
    if text:
        put(screen, mark.edited(text=text))
    else:
        take_away(screen, [mark])


@anywhere("editor")
def editor(screen: CorpusScreen) -> None:
    """Write the note in your own editor ($VISUAL or $EDITOR)."""
    from tui.app.terminal.editor import edit

    if not screen.prompting:
        return
    if not screen.answering:
        screen.prompt.action_end()
        return
    text, problem = edit(screen.corpus_app, screen.prompt.value)
    if problem:
        screen.say(plain(problem), warning=True)
    else:
        screen.prompt.value = " ".join(text.split())
        screen.end_prompt(kept=True)


@anywhere("marks")
def marks(screen: CorpusScreen) -> None:
    """Show all that the reader marked and noted; enter goes there."""
    from tui.app.screens.notes import NotesScreen

    app = screen.corpus_app
    same = isinstance(screen, NotesScreen)
    app.come_home()
    if not same:
        app.push_screen(NotesScreen(app))


@anywhere("undo")
def undo(screen: CorpusScreen) -> None:
    """Take back what was marked, noted or corrected last."""
    _step(screen, screen.corpus_app.noted.undo, "Nothing was marked or corrected since the program began.")


@anywhere("redo")
def redo(screen: CorpusScreen) -> None:
    """Make again what was taken back last."""
    _step(screen, screen.corpus_app.noted.redo, "Nothing was taken back that could be made again.")


def _step(screen: CorpusScreen, step: Callable[[], list[Change]], nothing: str) -> None:
    """Undo or redo, and say what became of what."""
    try:
        changes = step()
    except CorpusError as error:
        tell_error(screen, error)
        return
    if not changes:
        screen.say(nothing)
        return
    if any(change.kind == "correction" for change in changes):
        screen.corpus_app.show_corrected()
    show(screen)
    screen.say(" ".join(told_change(change) for change in changes))

"""What the reader makes: bookmarks, notes, the list of both, and taking back what was made last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import anywhere, reading
from tui.app.noted import told_change, told_mark
from tui.app.text import plain
from tui.errors import CorpusError

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen
    from tui.notebook.marks import Mark, Target


@reading("bookmark")
def bookmark(screen: ReadingScreen) -> None:
    """Put a bookmark on the passage under the cursor; again: take it away."""
    try:
        target = _target(screen)
        if target is None:
            screen.say("Nothing to bookmark is under the cursor. enter opens an article.")
            return
        set_ = [mark for mark in _on(screen, target) if mark.kind == "bookmark"]
        if set_:
            screen.corpus_app.noted.remove(*set_)
            screen.say(f"Taken away: {told_mark(set_[0])}. z puts it back.")
        else:
            from tui.notebook.marks import Mark

            mark = Mark("bookmark", target)
            screen.corpus_app.noted.put(mark)
            screen.say(f"Kept: {told_mark(mark)}. ' lists all.")
    except CorpusError as error:
        tell_error(screen, error)
    screen.show_noted()


@reading("note")
def note(screen: ReadingScreen) -> None:
    """Write a note on the passage under the cursor, or change it."""
    try:
        target = _target(screen)
        if target is None:
            screen.say("Nothing to note on is under the cursor. enter opens an article.")
            return
        notes = [mark for mark in _on(screen, target) if mark.kind == "note"]
    except CorpusError as error:
        tell_error(screen, error)
        return
    if notes:
        write(screen, notes[-1])
    else:
        from tui.notebook.marks import Mark

        write(screen, Mark("note", target))


def write(screen: CorpusScreen, mark: Mark) -> None:
    """Let the reader write the text of a note; an empty one is taken away."""
    known = bool(mark.text)

    def answered(text: str) -> None:
        keep_note(screen, mark, text)

    screen.ask("enter keeps it · esc leaves it · ctrl+e your editor", mark.text, answered=answered)
    screen.say(f"{'Change the' if known else 'New'} {told_mark(mark)}:")


def keep_note(screen: CorpusScreen, mark: Mark, text: str) -> None:
    """Keep a note with this text, or take it away where that is empty, and say so."""
    noted, text = screen.corpus_app.noted, text.strip()
    try:
        if text == mark.text:
            return
        if text:
            noted.put(mark.edited(text=text))
            screen.say(f"Kept: {told_mark(mark)}. ' lists all.")
        else:
            noted.remove(mark)
            screen.say(f"Taken away: {told_mark(mark)}. z puts it back.")
    except CorpusError as error:
        tell_error(screen, error)
    show(screen)


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
    """Show all bookmarks and notes; enter goes there."""
    from tui.app.screens.notes import NotesScreen

    app = screen.corpus_app
    same = isinstance(screen, NotesScreen)
    app.come_home()
    if not same:
        app.push_screen(NotesScreen(app))


@anywhere("undo")
def undo(screen: CorpusScreen) -> None:
    """Take back the last bookmark, note or correction."""
    try:
        changes = screen.corpus_app.noted.undo()
    except CorpusError as error:
        tell_error(screen, error)
        return
    if not changes:
        screen.say("Nothing was marked or corrected since the program began.")
        return
    if any(change.kind == "correction" for change in changes):
        screen.corpus_app.show_corrected()
    show(screen)
    screen.say(" ".join(told_change(change) for change in changes))


def show(screen: CorpusScreen) -> None:
    """Show the marks as they are now, on this screen and on the one below."""
    screen.corpus_app.reading_screen.show_noted()
    if screen.place in ("notes", "differences"):
        screen.came_in()


def tell_error(screen: CorpusScreen, error: CorpusError) -> None:
    """Say why the book could not be read or written."""
    screen.say(f"{plain(error.title)}. {plain(error.advice)}", warning=True)


def _on(screen: ReadingScreen, target: Target) -> list[Mark]:
    """The marks on a target, also those that were made in another terminal."""
    noted = screen.corpus_app.noted
    noted.read()
    if target.about == "actor":
        marks = [placed.mark for placed in noted.placed()]
        return [mark for mark in marks if mark.target.about == "actor" and mark.target.key == target.key]
    place = target.anchors[0]
    if place.whole:
        return noted.on_article(place.article)
    marks = noted.within(place.article, place.start, place.end)
    if target.about == "quote":
        return [mark for mark in marks if mark.target.anchors[0].exact == place.exact]
    return marks


def _target(screen: ReadingScreen) -> Target | None:
    """What is under the cursor: an article, an actor, a quotation or a passage."""
    from tui.notebook.anchors import anchor
    from tui.notebook.marks import Target

    app, desk = screen.corpus_app, screen.desk
    if desk.front == "list":
        row = screen.articles.row
        if row is None or not row.id:
            return None
        article = app.article(row.id)
        return Target("article", article.title, "", (anchor(article),))
    if desk.front == "side" and desk.side == "actors":
        actor = screen.actors.item
        return None if actor is None else Target("actor", actor.name, actor.name)
    if desk.front == "side" and desk.side == "quotes":
        item = screen.quotes.item
        if item is None:
            return None
        article = app.article(item.article)
        return Target("quote", article.title, "", tuple(anchor(article, *span) for span in item.quote.spans))
    reader = screen.reader
    if reader is None or reader.article is None or reader.block is None:
        return None
    passage = anchor(reader.article, reader.block.start, reader.block.end)
    return Target("passage", reader.article.title, "", (passage,))

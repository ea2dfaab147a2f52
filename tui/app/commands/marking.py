"""What the reader puts on words: bookmarks, highlights, stars, tags, and that an article was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.commands.table import ANYWHERE, SELECTING, reading
from tui.app.noted import told_mark
from tui.app.status import counted
from tui.app.text import plain
from tui.errors import CorpusError

if TYPE_CHECKING:
    from tui.app.screens.base import CorpusScreen
    from tui.app.screens.reading import ReadingScreen
    from tui.notebook.marks import Mark, MarkKind, Target

Marking = Callable[["CorpusScreen", "Target", "list[Mark]"], None]

ELSEWHERE = ("read", "judgement")
"""Kinds of marks that are changed in other ways."""

LABELS_TOLD = 4
"""Labels in use that are told where one is asked for."""


def marking(command: str) -> Callable[[Marking], Marking]:
    """A command on what is under the cursor, or on the selected words: it is told the target and the marks on it."""

    def keep(deed: Marking) -> Marking:
        def mark(screen: CorpusScreen) -> None:
            from tui.app.marked import own, target

            try:
                wanted = target(screen)
                if wanted is None:
                    screen.say(screen.keyed("Nothing to mark is under the cursor. {open} opens an article."))
                    return
                noted = screen.corpus_app.noted
                noted.read()  # another terminal may have marked it since
                deed(screen, wanted, own(noted, wanted))
            except CorpusError as error:
                tell_error(screen, error)
            screen.corpus_app.reading_screen.show_noted()

        def mark_selected(screen: ReadingScreen) -> None:
            mark(screen)
            screen.end_selecting()

        ANYWHERE[command] = mark
        SELECTING[command] = mark_selected
        return deed

    return keep


@marking("bookmark")
def bookmark(screen: CorpusScreen, target: Target, known: list[Mark]) -> None:
    """Put a bookmark on it; again: take it away."""
    _toggle(screen, "bookmark", target, known)


@marking("star")
def star(screen: CorpusScreen, target: Target, known: list[Mark]) -> None:
    """Give it a star; again: take it away."""
    _toggle(screen, "star", target, known)


def _toggle(screen: CorpusScreen, kind: MarkKind, target: Target, known: list[Mark]) -> None:
    from tui.notebook.marks import Mark

    there = [mark for mark in known if mark.kind == kind]
    if there:
        take_away(screen, there)
    else:
        put(screen, Mark(kind, target))


@marking("unmark")
def unmark(screen: CorpusScreen, target: Target, known: list[Mark]) -> None:  # noqa: ARG001 - of any target
    """Take away what is marked here."""
    there = [mark for mark in known if mark.kind not in ELSEWHERE]
    if there:
        take_away(screen, there)
    else:
        screen.say("Nothing is marked here.")


@marking("highlight")
def highlight(screen: CorpusScreen, target: Target, known: list[Mark]) -> None:
    """Highlight it, with a label; again: change the label."""
    from tui.notebook.marks import Mark

    there = [mark for mark in known if mark.kind == "highlight"]
    ask_label(screen, there[-1] if there else Mark("highlight", target))


def ask_label(screen: CorpusScreen, mark: Mark) -> None:
    """Let the reader write the label of a highlight; none is a label too."""

    def answered(text: str) -> None:
        put(screen, mark.edited(label=" ".join(text.split())))

    used = [plain(label) for label in screen.corpus_app.noted.book.labels()]
    more = " …" if len(used) > LABELS_TOLD else ""
    told = f" (in use: {', '.join(used[:LABELS_TOLD])}{more})" if used else ""
    screen.ask("a label, or none · {open} keeps it · {escape} leaves it", mark.label, answered=answered)
    screen.say(f"Label of the {told_mark(mark)}:{told}")


@marking("tag")
def tag(screen: CorpusScreen, target: Target, known: list[Mark]) -> None:
    """Write the tags of the last mark on it; where nothing is marked, of a new bookmark."""
    from tui.notebook.marks import Mark

    there = [mark for mark in known if mark.kind not in ELSEWHERE]
    ask_tags(screen, there[-1] if there else Mark("bookmark", target))


def ask_tags(screen: CorpusScreen, mark: Mark) -> None:
    """Let the reader write the tags of a mark, blanks between."""

    def answered(text: str) -> None:
        tags = dict.fromkeys(word.lstrip("#") for word in text.split())
        put(screen, mark.edited(tags=tuple(word for word in tags if word)))

    screen.ask(
        "tags, blanks between · {open} keeps them · {escape} leaves them",
        " ".join(mark.tags),
        answered=answered,
    )
    screen.say(f"Tags of the {told_mark(mark)}:")


@reading("read")
def read(screen: ReadingScreen) -> None:
    """Mark the article as read, or as unread."""
    from tui.notebook.anchors import anchor
    from tui.notebook.marks import Mark, Target

    noted, opened = screen.corpus_app.noted, screen.articles.opened
    row = screen.articles.row if screen.desk.front == "list" else None
    wanted = row.id if row is not None else screen.desk.reading
    try:
        article = screen.corpus_app.article(wanted) if wanted else None
        if article is None:
            screen.say("There is no article under the cursor.")
            return
        there = [mark for mark in noted.on_article(article.id) if mark.kind == "read"]
        if there or (article.id in opened and screen.desk.front == "list"):
            opened.discard(article.id)
            if there:
                noted.remove(*there)
            screen.say(f"Unread: {plain(article.title)}")
        else:
            noted.put(Mark("read", Target("article", article.title, "", (anchor(article),))))
            screen.say(f"Read: {plain(article.title)}")
    except CorpusError as error:
        tell_error(screen, error)
    screen.show_noted()


def put(screen: CorpusScreen, mark: Mark) -> None:
    """Keep a mark, new or changed, and say so."""
    try:
        screen.corpus_app.noted.put(mark)
        screen.say(f"Kept: {told_mark(mark)}. ' lists all.")
    except CorpusError as error:
        tell_error(screen, error)
    show(screen)


def take_away(screen: CorpusScreen, marks: list[Mark]) -> None:
    """Take marks away, and say so."""
    try:
        screen.corpus_app.noted.remove(*marks)
        others = f" and {counted(len(marks) - 1, 'other mark')}" if len(marks) > 1 else ""
        screen.say(f"Taken away: {told_mark(marks[0])}{others}. z puts it back.")
    except CorpusError as error:
        tell_error(screen, error)
    show(screen)


def show(screen: CorpusScreen) -> None:
    """Show the marks as they are now, on this screen and on the one below."""
    screen.corpus_app.reading_screen.show_noted()
    if screen.place in ("notes", "differences"):
        screen.came_in()


def tell_error(screen: CorpusScreen, error: CorpusError) -> None:
    """Say why the book could not be read or written."""
    screen.say(f"{plain(error.title)}. {plain(error.advice)}", warning=True)

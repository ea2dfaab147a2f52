"""What the accounts of a library tell differently, and what the reader judged of it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from tui.compare.difference import Difference, State
from tui.library.library import Library
from tui.notebook.accounts import Accounts
from tui.notebook.anchors import anchor
from tui.notebook.book import Book
from tui.notebook.corrections import shown
from tui.notebook.kept import keep_differences, kept_differences
from tui.notebook.marks import Mark, Target


def judged_differences(library: Library, book: Book) -> list[Difference]:
    """The differences of a corpus, the surest first, each in the state that the reader gave it."""
    return judged(found_differences(Accounts(library, lambda: shown(library, book))), book)


def found_differences(accounts: Accounts) -> list[Difference]:
    """The differences of all accounts as they are found, the surest first; kept until the corpus changes."""
    digest = accounts.digest()
    known = kept_differences(accounts.library, digest)
    if known is not None:
        return known
    from tui.compare.differences import differences

    found = differences(accounts.all(), accounts.weights())
    keep_differences(accounts.library, digest, found)
    return found


def judged(found: Iterable[Difference], book: Book) -> list[Difference]:
    """Differences in the state that the reader gave them."""
    marks = judgements(book)
    return [
        replace(one, state=marks[one.id].label)  # type: ignore[arg-type]  # checked here
        if one.id in marks and marks[one.id].label in get_args(State)
        else one
        for one in found
    ]


def judgements(book: Book) -> dict[str, Mark]:
    """The reader's judgements by the ids of the differences; the last one of each counts."""
    return {mark.target.key: mark for mark in book.marks if mark.kind == "judgement"}


def judgement(
    library: Library, book: Book, difference: Difference, state: State, text: str | None = None
) -> Mark:
    """The mark that says so of a difference, to be put into the book: the one that is there, edited, or a new one.

    `text` tells why; None leaves what was told before. CorpusError where an article of it is gone.
    """
    known = judgements(book).get(difference.id)
    if known is not None:
        return known.edited(label=state, text=known.text if text is None else text)
    anchors = tuple(anchor(library.article(side.article), side.start, side.end) for side in difference.sides)
    target = Target("difference", difference.about, difference.id, anchors)
    return Mark("judgement", target, text=text or "", label=state)

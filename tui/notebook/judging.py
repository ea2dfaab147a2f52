"""What the accounts of a library tell differently, and what the reader judged of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import get_args

from tui.compare.account import Account
from tui.compare.difference import Difference, State
from tui.library.library import Library
from tui.notebook.book import Book
from tui.notebook.corrections import Corrected


def judged_differences(library: Library, book: Book) -> list[Difference]:
    """The differences of a corpus, the surest first, each in the state that the reader gave it."""
    from tui.compare.differences import differences
    from tui.compare.weights import weigh

    everyone = list(accounts(library, book, (row.id for row in library.rows())))
    judged = {mark.target.key: mark.label for mark in book.marks if mark.kind == "judgement"}
    return [
        replace(one, state=judged[one.id]) if judged.get(one.id) in get_args(State) else one  # type: ignore[arg-type]
        for one in differences(everyone, weigh(everyone))
    ]


def sample(library: Library) -> list[str]:
    """As many articles as tell how rare a word is in the corpus, evenly from all of it."""
    from tui.compare.weights import ENOUGH

    rows = library.rows()
    return [rows[at].id for at in range(0, len(rows), max(1, len(rows) // ENOUGH))]


def accounts(library: Library, book: Book, articles: Iterable[str]) -> Iterator[Account]:
    """Each of `articles` with its findings and its actors' names in the corpus."""
    names: dict[str, dict[str, str]] = {}
    for actor in Corrected(library, book).actors():
        for article, name in actor.members:
            names.setdefault(article, {})[name] = actor.name
    for article in articles:
        yield Account(library.article(article), library.findings(article), names.get(article, {}))

"""What lists show of a library, and lazy sequences of it."""

import contextlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

if TYPE_CHECKING:
    from tui.findings.quotes.quote import Quote

Ask = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]
"""Asks the database: SQL and its parameters, for all rows."""

_PAGE = 64


class ArticleRow(NamedTuple):
    """An article as a list shows it. `short` is its unique leading number (`001`), else its id.

    `source` is the publisher, as told; `quotes` counts quotations and `unknown` those with no speaker told;
    `differs` is whether an account of something in it differs from another's, where that was looked for. `copies`
    counts the articles that tell its text again, and `copy_of` is the id of the one whose text it tells again.
    """

    id: str
    short: str
    title: str
    title_from: str
    source: str | None
    author: str | None
    date: str | None
    url: str | None
    language: str | None
    characters: int
    words: int
    sha256: str
    path: str
    blocks: int
    boilerplate: int
    quotes: int
    unknown: int
    differs: bool = False
    copies: int = 0
    copy_of: str | None = None


class PlacedQuote(NamedTuple):
    """A quotation with its article. `text` is the quoted words; `actor` the speaker's name in the corpus, or None."""

    article: str
    short: str
    quote: "Quote"
    text: str
    actor: str | None


class Counts(NamedTuple):
    """How much a library holds. `unknown` counts quotations with no speaker told; `problems` what could not be read.

    `copies` counts the articles that tell the text of one before again; `quotes` and `unknown` count a text once.
    """

    articles: int = 0
    words: int = 0
    quotes: int = 0
    unknown: int = 0
    actors: int = 0
    events: int = 0
    passages: int = 0
    problems: int = 0
    copies: int = 0


COLUMNS = (
    "key, coalesce(short, key), title, title_from, publisher, author, date, url, language, characters, words, sha256, "
    "path, blocks, boilerplate, quotes, unknown, differs, "
    "(SELECT count(*) FROM article again WHERE again.copy_of = article.id), "
    "(SELECT first.key FROM article first WHERE first.id = article.copy_of)"
)
"""The columns of table `article` that make an `ArticleRow`, in order."""


class Rows(Sequence[ArticleRow]):
    """The rows of a list: which and in what order is fixed when it is made; what they hold is read a page at a time.

    A row whose article has gone since is left as a row with an empty title.
    """

    def __init__(self, ask: Ask, numbers: "array[int]") -> None:
        self._ask = ask
        self._numbers = numbers
        self._pages: dict[int, list[ArticleRow]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> ArticleRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[ArticleRow]: ...
    def __getitem__(self, index: int | slice) -> ArticleRow | list[ArticleRow]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self._numbers)
        if not 0 <= index < len(self._numbers):
            raise IndexError(index)
        page, at = divmod(index, _PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(page)
        return self._pages[page][at]

    def __iter__(self) -> Iterator[ArticleRow]:
        for page in range((len(self) + _PAGE - 1) // _PAGE):
            yield from self._pages.get(page) or self._read(page)

    def position(self, article: str) -> int | None:
        """Where in the list the article with this id stands, or the one whose text it tells again; or None."""
        found = self._ask("SELECT id, copy_of FROM article WHERE key = ?", (article,))
        for number in found[0] if found else ():
            with contextlib.suppress(ValueError):
                return self._numbers.index(number) if number is not None else None
        return None

    def told(self) -> tuple[bool, bool]:
        """Whether any article of the corpus tells its source, and whether any tells its date."""
        [(sourced, dated)] = self._ask(
            "SELECT EXISTS (SELECT 1 FROM article WHERE publisher IS NOT NULL),"
            " EXISTS (SELECT 1 FROM article WHERE date IS NOT NULL)",
            (),
        )
        return bool(sourced), bool(dated)

    def _read(self, page: int) -> list[ArticleRow]:
        numbers = self._numbers[page * _PAGE : (page + 1) * _PAGE]
        marks = ",".join("?" * len(numbers))
        found = self._ask(f"SELECT id, {COLUMNS} FROM article WHERE id IN ({marks})", numbers)
        rows = {number: row for number, *row in found}
        return [_row(rows.get(number)) for number in numbers]


def _row(values: list[object] | None) -> ArticleRow:
    if values is None:
        return ArticleRow("", "", "", "file", None, None, None, None, None, 0, 0, "", "", 0, 0, 0, 0)
    *told, differs, copies, copy_of = values
    return ArticleRow(*told, bool(differs), copies, copy_of)  # type: ignore[arg-type, call-arg]

"""Searching as the reader types: one thread, always on the newest query; no answer to an older one is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING

from tui.app.arranging import VIEWS, Arranged, View, arrange
from tui.app.terminal.session import KeptSearch
from tui.errors import CorpusError
from tui.library.library import Library
from tui.search.concordance import Line
from tui.search.found import NOTHING, Found
from tui.search.match import FIELDS, Match

if TYPE_CHECKING:
    from tui.search.query import QueryProblem

LIMIT = 200
"""Results that are shown; the list says when there may be more."""

NONE = Arranged()


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: the words, whether typos are forgiven, and how the results are shown."""

    text: str
    typos: bool = True
    view: View = "best"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and the rows that show it.

    `problems` is what is wrong with the query, which finds what it can all the same; `failure` is a sentence where the
    search could not be made.
    """

    query: Query
    matches: Found = NOTHING
    arranged: Arranged = NONE
    problems: tuple[QueryProblem, ...] = ()
    failure: str = ""


def left(query: Query, item: Match | Line | None) -> KeptSearch:
    """A search as it is left, with what its cursor is on."""
    if item is None:
        return KeptSearch(query.text.strip(), query.typos, query.view)
    kind = "" if isinstance(item, Line) else item.kind
    return KeptSearch(query.text.strip(), query.typos, query.view, item.article, kind, item.start, item.end)


def recalled(search: KeptSearch) -> tuple[Query, Match | Line | None]:
    """What was asked in a search that was left, and what its cursor was on, without its words."""
    query = Query(search.text, search.typos, search.view if search.view in VIEWS else "best")  # type: ignore[arg-type]
    if not search.article:
        return query, None
    if search.kind in FIELDS:
        match = Match(search.article, search.kind, search.start, search.end, "", 0.0, ())
        return query, match
    return query, Line(search.article, search.start or 0, search.end or 0, "", "", "")


class Searcher:
    """Asks `search` in a thread of its own. `tell` is called in that thread with the answer to the newest query."""

    def __init__(
        self, library: Library, search: Callable[..., Found], tell: Callable[[Answer], None]
    ) -> None:
        self._library = library
        self._search = search
        self._tell = tell
        self._wanted: Query | None = None
        self._asked = 0
        self._closed = False
        self._change = Condition()
        Thread(target=self._work, name="searching", daemon=True).start()

    def ask(self, query: Query) -> None:
        """Search for this now; what is being searched for is dropped."""
        with self._change:
            self._wanted = query
            self._asked += 1
            self._change.notify()

    def close(self) -> None:
        """Search no more."""
        with self._change:
            self._closed = True
            self._asked += 1
            self._change.notify()

    def _work(self) -> None:
        while True:
            with self._change:
                while self._wanted is None and not self._closed:
                    self._change.wait()
                if self._closed:
                    return
                asked, query, self._wanted = self._asked, self._wanted, None
            answer = self._answer(query, asked) if query else None
            if answer is not None and self._asked == asked:
                self._tell(answer)

    def _answer(self, query: Query, asked: int) -> Answer | None:
        if not query.text.strip():
            return Answer(query)
        from tui.search.query import parse
        from tui.search.search import Stopped

        problems = parse(query.text).problems
        try:
            found = self._search(
                query.text, limit=LIMIT, typos=query.typos, cancelled=lambda: self._asked != asked
            )
            if self._asked != asked:
                return None
            arranged = arrange(self._library, found, query.view)
        except Stopped:
            return None
        except CorpusError as error:
            return Answer(query, problems=problems, failure=f"{error.title}. {error.advice}")
        return Answer(query, found, arranged, problems)

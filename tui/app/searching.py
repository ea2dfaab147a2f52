"""Searching as the reader types: one thread, always on the newest query; no answer to an older one is ever shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Thread
from typing import TYPE_CHECKING

from tui.app.arranging import VIEWS, Arranged, View, arrange
from tui.app.terminal.session import KeptSearch
from tui.app.text import plain
from tui.errors import CorpusError
from tui.library.library import Library
from tui.search.concordance import Line
from tui.search.found import NOTHING, Found
from tui.search.match import FIELDS, Match

if TYPE_CHECKING:
    from tui.search.query import QueryProblem

LIMIT = 200
"""Results that are shown; the list says when there may be more."""

MOMENT = 0.05
"""Seconds for which a letter waits for its results, so that both are drawn in one go; no eye sees so short a wait."""

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


OPENING = "a"
"""What is searched for before the reader types: nobody sees what is found."""


class Searcher:
    """Asks `search` in a thread of its own, always for the newest query.

    The answer is what `ask` gives, where it comes soon enough; else `tell` is called with it, in that thread. `dates`
    are those that the reader told of articles.
    """

    def __init__(
        self,
        library: Library,
        search: Callable[..., Found],
        tell: Callable[[Answer], None],
        dates: Callable[[], Mapping[str, str]],
    ) -> None:
        self._library = library
        self._dates = dates
        self._search = search
        self._tell = tell
        self._wanted: Query | None = None
        self._asked = 0
        self._awaited = 0
        self._soon: Answer | None = None
        self._closed = False
        self._change = Condition()
        Thread(target=self._work, name="searching", daemon=True).start()

    def ask(self, query: Query, patience: float = 0) -> Answer | None:
        """Search for this now; what is being searched for is dropped.

        Gives the answer where it comes within `patience` seconds; it is not told then.
        """
        with self._change:
            self._wanted, self._soon = query, None
            self._asked += 1
            self._awaited = self._asked if patience else 0
            self._change.notify_all()
            if patience:
                self._change.wait_for(lambda: self._soon is not None, patience)
            self._awaited = 0
            return self._soon

    def look_again(self, query: Query) -> None:
        """Search for this once more, as the library may hold more by now; a search that goes on is not dropped."""
        with self._change:
            if self._wanted is None:
                self._wanted = query
                self._change.notify_all()

    def close(self) -> None:
        """Search no more."""
        with self._change:
            self._closed = True
            self._asked += 1
            self._change.notify_all()

    def _open(self) -> None:
        """Open what a search needs while the first letter is not typed yet: the index, what ranks, what tells words."""
        with suppress(Exception):  # the first letter meets what is wrong, and tells it
            found = self._search(OPENING, limit=1, cancelled=lambda: self._asked > 0)
            arranged = arrange(self._library, found, "best", self._dates())
            for match in found:
                arranged.bar(match.article)
                self._library.block_starts(match.article)

    def _work(self) -> None:
        self._open()
        while True:
            with self._change:
                while self._wanted is None and not self._closed:
                    self._change.wait()
                if self._closed:
                    return
                asked, query, self._wanted = self._asked, self._wanted, None
            answer = self._answer(query, asked) if query else None
            if answer is not None and not self._given(answer, asked):
                self._tell(answer)

    def _given(self, answer: Answer, asked: int) -> bool:
        """Whether nobody need be told: somebody waits for this answer, or wants another by now."""
        with self._change:
            if self._awaited == asked:
                self._soon = answer
                self._change.notify_all()
            return self._awaited == asked or self._asked != asked

    def _answer(self, query: Query, asked: int) -> Answer | None:
        if not query.text.strip():
            return Answer(query)
        from tui.search.query import parse
        from tui.search.search import Stopped

        parsed = parse(query.text)
        problems = parsed.problems
        try:
            found = self._search(
                query.text, limit=LIMIT, typos=query.typos, cancelled=lambda: self._asked != asked
            )
            if self._asked != asked:
                return None
            arranged = arrange(self._library, found, query.view, self._dates(), parsed.words)
        except Stopped:
            return None
        except CorpusError as error:
            return Answer(query, problems=problems, failure=f"{error.title}. {error.advice}")
        except Exception as error:  # noqa: BLE001 - the next letter can find something all the same
            failure = f"The search failed ({plain(repr(error))}); please report this."
            return Answer(query, problems=problems, failure=failure)
        return Answer(query, found, arranged, problems)

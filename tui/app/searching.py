"""Searching as the reader types: one thread, always on the newest query; no answer to an older one is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread

from tui.errors import CorpusError
from tui.library.library import Library
from tui.search.match import Match

LIMIT = 200
"""Results that are shown; the list says when there may be more."""

PAUSE = 0.03
"""Seconds that a query may still change before it is searched: fast typing costs one search, not one a letter."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: the words, and whether typos are forgiven."""

    text: str
    typos: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found; `problem` is a sentence where the search failed or something is wrong with the query."""

    query: Query
    matches: tuple[Match, ...]
    problem: str = ""


class Searcher:
    """Asks the library in a thread of its own. `tell` is called in that thread with the answer to the newest query."""

    def __init__(self, library: Library, tell: Callable[[Answer], None]) -> None:
        self._library = library
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
                asked = self._asked
                while not self._closed and self._change.wait_for(lambda: self._asked != asked, PAUSE):  # noqa: B023
                    asked = self._asked
                if self._closed:
                    return
                query, self._wanted = self._wanted, None
            answer = self._answer(query, asked) if query else None
            if answer is not None and self._asked == asked:
                self._tell(answer)

    def _answer(self, query: Query, asked: int) -> Answer | None:
        if not query.text.strip():
            return Answer(query, ())
        from tui.search.search import Stopped

        try:
            found = self._library.search(
                query.text, limit=LIMIT, typos=query.typos, cancelled=lambda: self._asked != asked
            )
        except Stopped:
            return None
        except CorpusError as error:
            return Answer(query, (), f"{error.title}. {error.advice}")
        return Answer(query, tuple(found), self._problem(query))

    def _problem(self, query: Query) -> str:
        from tui.search.query import parse

        return "; ".join(str(problem) for problem in parse(query.text).problems)

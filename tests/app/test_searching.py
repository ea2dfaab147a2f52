"""Only the newest question is answered."""

from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Event
from typing import Any

from tui.app.searching import OPENING, Answer, Query, Searcher
from tui.library.library import Library
from tui.search.found import Found


def test_of_many_keystrokes_the_last_is_answered_last_and_none_out_of_order(folder: Path, kept: Path) -> None:
    told: Queue[Answer] = Queue()
    library = Library.open([folder], folder=kept)
    searcher = Searcher(library, library.found, told.put, dict)
    asked = [Query("harbour talks"[:count]) for count in range(1, 14)]
    for query in asked:
        searcher.ask(query)
    answers = [told.get(timeout=30)]
    while answers[-1].query != asked[-1]:
        answers.append(told.get(timeout=30))
    searcher.close()
    order = [asked.index(answer.query) for answer in answers]
    assert order == sorted(order)
    assert len(answers) < len(asked)
    assert answers[-1].matches


def test_an_answer_that_is_waited_for_is_given_and_not_told_again(folder: Path, kept: Path) -> None:
    told: Queue[Answer] = Queue()
    library = Library.open([folder], folder=kept)
    searcher = Searcher(library, library.found, told.put, dict)
    given = searcher.ask(Query("lund"), 30)
    assert given is not None
    assert given.matches
    assert searcher.ask(Query("haddad")) is None
    assert told.get(timeout=30).query == Query("haddad")
    assert told.empty()
    searcher.close()


def test_a_view_arranges_what_was_found(folder: Path, kept: Path) -> None:
    told: Queue[Answer] = Queue()
    library = Library.open([folder], folder=kept)
    searcher = Searcher(library, library.found, told.put, dict)
    searcher.ask(Query("lund date:never", typos=False, view="article"))
    answer = told.get(timeout=30)
    searcher.close()
    assert [problem.reason for problem in answer.problems] == ["never is no date"]
    assert {match.article for match in answer.matches} == {"001_harbour", "002_dockers"}
    assert len(answer.arranged.rows) == len(answer.matches) + 2
    assert sum(answer.arranged.bar("001_harbour")) > 1


def test_more_to_search_in_does_not_drop_the_search_that_goes_on(folder: Path, kept: Path) -> None:
    told: Queue[Answer] = Queue()
    begun, go_on = Event(), Event()
    library = Library.open([folder], folder=kept)

    def slowly(text: str, *, cancelled: Callable[[], bool], **how: Any) -> Found:
        if text != OPENING:
            begun.set()
            go_on.wait(30)
        return library.found(text, cancelled=cancelled, **how)

    searcher = Searcher(library, slowly, told.put, dict)
    searcher.ask(Query("lund"))
    begun.wait(30)
    searcher.look_again(Query("lund"))
    go_on.set()
    assert [told.get(timeout=30).query for _ in range(2)] == [Query("lund")] * 2
    searcher.close()


def test_a_search_that_fails_says_so_and_the_next_one_is_answered(folder: Path, kept: Path) -> None:
    told: Queue[Answer] = Queue()
    library = Library.open([folder], folder=kept)

    def failing(text: str, **how: Any) -> Found:
        if text == "broken":
            raise ZeroDivisionError
        return library.found(text, **how)

    searcher = Searcher(library, failing, told.put, dict)
    searcher.ask(Query("broken"))
    assert "ZeroDivisionError" in told.get(timeout=30).failure
    searcher.ask(Query("lund"))
    assert told.get(timeout=30).matches
    searcher.close()

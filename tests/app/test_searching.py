"""Only the newest question is answered."""

from pathlib import Path
from queue import Queue

from tui.app.searching import Answer, Query, Searcher
from tui.library.library import Library


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

"""Work in the background: the last that was asked for is done, and nobody waits for work that never comes."""

from queue import Queue
from threading import enumerate as threads

from tui.app.background import Background
from tui.errors import CorpusError


def _named(kind: str) -> list[str]:
    return [thread.name for thread in threads() if thread.name == kind]


def test_work_is_told_when_done_and_its_thread_ends_when_no_more_comes() -> None:
    told: Queue[str] = Queue()
    background = Background(lambda done, problem: done(problem))
    background.do("counting here", lambda: told.put("working"), told.put)
    assert [told.get(timeout=10), told.get(timeout=10)] == ["working", ""]
    for thread in [thread for thread in threads() if thread.name == "counting here"]:
        thread.join(timeout=10)
    assert not _named("counting here")
    background.do("counting here", lambda: told.put("again"), told.put)
    assert [told.get(timeout=10), told.get(timeout=10)] == ["again", ""]


def test_a_fault_is_a_sentence() -> None:
    def fail() -> None:
        raise CorpusError("The library is damaged", "Try again.")

    told: Queue[str] = Queue()
    Background(lambda done, problem: done(problem)).do("failing", fail, told.put)
    assert told.get(timeout=10) == "The library is damaged. Try again."

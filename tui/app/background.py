"""Work that takes a while: done in threads, one for each kind of work, always on what was asked for last."""

from collections.abc import Callable
from threading import Condition, Thread

from tui.errors import CorpusError

Work = Callable[[], object]
Done = Callable[[str], None]

LINGERS = 2.0
"""Seconds for which a thread waits for more of its kind of work before it ends, and lets go of what it holds."""


class Background:
    """Threads by kind of work. What has not begun when something newer of its kind is asked for is dropped.

    `tell` is called in the thread with what is to be done in the app's: a `Done` and a sentence where the work failed.
    """

    def __init__(self, tell: Callable[[Done, str], None]) -> None:
        self._tell = tell
        self._change = Condition()
        self._asked: dict[
            str, tuple[Work, Done] | None
        ] = {}  # a kind that has a thread, and what it is to do next

    def do(self, kind: str, work: Work, done: Done) -> None:
        """Do `work`, then `done` with an empty text, or with a sentence where it failed."""
        with self._change:
            new = kind not in self._asked
            self._asked[kind] = (work, done)
            self._change.notify_all()
        if new:
            Thread(target=self._go_on, args=(kind,), name=kind, daemon=True).start()

    def _go_on(self, kind: str) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._asked[kind], LINGERS)
                asked = self._asked[kind]
                if asked is None:
                    del self._asked[kind]
                    return
                self._asked[kind] = None
            work, done = asked
            problem = ""
            try:
                work()
            except CorpusError as error:
                problem = f"{error.title}. {error.advice}"
            self._tell(done, problem)

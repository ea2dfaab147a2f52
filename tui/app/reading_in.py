"""Reading what is new in the corpus while the reader reads: a thread, how far it is, how it is paused and stopped."""

import sys
from collections.abc import Callable
from threading import Event, Thread

from tui.app.text import plain
from tui.corpus.problem import Problem
from tui.errors import CorpusError
from tui.library.library import Library
from tui.library.progress import Progressed

PHASES = {
    "waiting": "waiting for another program",
    "merging": "merging",
    "indexing": "indexing",
}

TURN = 0.001
"""Seconds after which Python gives another thread its turn, so that a key waits little for what goes on in this one."""


class ReadingIn:
    """Refreshes a library in a thread of its own, once, or each time that a file of the corpus changes (`watch`).

    `tell` is called in that thread with a sentence while it works; `done` when it is, with a notice or an empty text,
    and whether the library holds something else now. `paused` may be set at any time.
    """

    def __init__(
        self,
        library: Library,
        jobs: int,
        tell: Callable[[str], None],
        done: Callable[[str, bool], None],
        *,
        watch: bool = False,
    ) -> None:
        self.paused = False
        self.working = False
        self._library = library
        self._jobs = jobs
        self._tell = tell
        self._done = done
        self._watch = watch
        self._stop = Event()
        self._thread: Thread | None = None

    @property
    def cancelled(self) -> bool:
        """Whether to stop."""
        return self._stop.is_set()

    def begin(self) -> None:
        """Begin to read what is new."""
        if self._thread is None and not self.cancelled:
            self.working = True
            sys.setswitchinterval(TURN)
            self._thread = Thread(target=self._work, name="reading-in", daemon=True)
            self._thread.start()

    def stop(self, seconds: float) -> None:
        """Stop; what was read is kept. Waits no longer than `seconds`."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(seconds)

    def report(self, progressed: Progressed) -> None:
        """Be told how far it is."""
        if progressed.phase in ("looking", "done"):
            return
        told = PHASES.get(progressed.phase)
        if told is None:
            left = f", {progressed.seconds_left:.0f} s left" if progressed.seconds_left else ""
            told = f"reading {progressed.articles:,} · {progressed.share:.0%}{left} · {{pause}} pauses"
        self._tell("paused · {pause} goes on" if self.paused else told)

    def _work(self) -> None:
        self._read()
        if self._watch:
            from tui.library.watching import watch

            for changed in watch(self._library.paths, self._stop):
                if changed or self._is_stale():
                    self.working = True
                    self._read()

    def _is_stale(self) -> bool:
        """Whether files changed after they were read and before they were watched."""
        from tui.corpus.sources import discover
        from tui.library.changes import compare

        try:
            return not compare(self._library, discover(self._library.paths)).nothing
        except CorpusError:
            return False

    def _read(self) -> None:
        from tui.library.build import refresh

        before = self._library.meta("generation")
        try:
            report = refresh(self._library, jobs=self._jobs or None, progress=self)
        except CorpusError as error:
            notice = f"{error.title}. {error.advice}"
        except Exception as error:  # noqa: BLE001 - what was read before can be read all the same
            notice = (
                f"Reading failed ({plain(repr(error))}). `corpus-tui index` may go on; please report this."
            )
        else:
            notice = _told([problem for problem in report.problems if problem.skipped])
        self._library.store.give_back_room()
        self.working = False
        self._done(notice, self._library.meta("generation") != before)


def _told(problems: list[Problem]) -> str:
    """A sentence about what could not be read."""
    if not problems:
        return ""
    first = problems[0]
    place = f"{plain(first.path)}:{first.line}" if first.line else plain(first.path)
    more = f" and {len(problems) - 1:,} more" if len(problems) > 1 else ""
    return f"Not read: {place} ({plain(first.reason)}){more}; `corpus-tui index` tells all."

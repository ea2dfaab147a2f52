"""Reading what is new in the corpus while the reader reads: a thread, how far it is, how it is paused and stopped."""

from collections.abc import Callable
from threading import Thread

from tui.errors import CorpusError
from tui.library.library import Library
from tui.library.progress import Progressed

PHASES = {
    "looking": "looking for new articles",
    "waiting": "waiting for another program",
    "merging": "merging",
    "indexing": "indexing",
}


class ReadingIn:
    """One refresh of a library after the other, in a thread of its own.

    `tell` is called in that thread: with a sentence while it works, with an empty one when it is done. `paused` and
    `cancelled` may be set at any time.
    """

    def __init__(
        self, library: Library, jobs: int, tell: Callable[[str], None], done: Callable[[str], None]
    ) -> None:
        self.paused = False
        self.cancelled = False
        self._library = library
        self._jobs = jobs
        self._tell = tell
        self._done = done
        self._thread: Thread | None = None

    @property
    def working(self) -> bool:
        """Whether there is still something to read."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self) -> None:
        """Begin to read what is new, unless that goes on already."""
        if not self.working and not self.cancelled:
            self._thread = Thread(target=self._read, name="reading-in", daemon=True)
            self._thread.start()

    def stop(self, seconds: float) -> None:
        """Stop; what was read is kept. Waits no longer than `seconds`."""
        self.cancelled = True
        if self._thread is not None:
            self._thread.join(seconds)

    def report(self, progressed: Progressed) -> None:
        """Be told how far it is."""
        if progressed.phase == "done":
            return
        told = PHASES.get(progressed.phase)
        if told is None:
            left = f", {progressed.seconds_left:.0f} s left" if progressed.seconds_left else ""
            told = f"reading {progressed.articles:,} · {progressed.share:.0%}{left} · P pauses"
        self._tell("paused · P goes on" if self.paused else told)

    def _read(self) -> None:
        from tui.library.build import refresh

        notice = ""
        try:
            report = refresh(self._library, jobs=self._jobs or None, progress=self)
        except CorpusError as error:
            notice = f"{error.title}. {error.advice}"
        else:
            if report.problems:
                skipped = sum(problem.skipped for problem in report.problems)
                notice = (
                    f"{skipped:,} files or lines could not be read: `corpus-tui index` tells which."
                    if skipped
                    else ""
                )
        self._done(notice)

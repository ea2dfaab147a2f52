"""Bring a library up to date: read what is new or changed, forget what is gone, merge, index."""

import contextlib
import errno
import fcntl
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import dataclass
from pathlib import Path

from tui.corpus.naming import STANDARD_INPUT
from tui.corpus.problem import Problem
from tui.corpus.sources import Discovered, Source, discover
from tui.errors import CorpusError
from tui.library.changes import WHOLE, Changes, compare
from tui.library.damage import Damaged
from tui.library.finders import finders_version, problems_of_plugins
from tui.library.library import Library
from tui.library.progress import Progress, Progressed, Quiet
from tui.library.store import is_busy, is_unwritable

_WAIT_SECONDS = 0.05
_MOST_IN_MEMORY = 50_000_000  # bytes of a read-only database that are copied, to add articles to it


@dataclass(frozen=True, slots=True)
class Report:
    """What a refresh did.

    `articles` and `passages` are all there are now; `read` articles were read in this run, `skipped` files or lines
    could not be. `search_bytes` is the size of the search index, `store_bytes` of the database.
    `complete` is False where it was cancelled: the next one goes on where this one stopped.
    """

    articles: int
    passages: int
    read: int
    skipped: int
    seconds: float
    search_bytes: int
    store_bytes: int
    problems: tuple[Problem, ...]
    complete: bool = True


def refresh(
    library: Library,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> Report:
    """Read what changed since the library was last brought up to date, in batches that can be seen as they are kept.

    `jobs` processes read and extract (default: one a core; a small corpus is read in this one), or `executor` does.
    Can be stopped at any moment, even by a crash: what was kept stays, and the next refresh goes on. A damaged database
    is made anew; a folder that takes no writing is left for memory: `Library.problems` tells both. One process
    refreshes a library at a time, the others wait. Raises CorpusError where that is waited for in vain.
    """
    began = time.monotonic()
    told = progress or Quiet()
    for _ in range(3):
        try:
            with _alone(library, told):
                read, complete = _Refresh(library, told).run(jobs, executor)
            return _report(library, read, time.monotonic() - began, complete=complete)
        except (
            BrokenExecutor
        ) as error:  # what was kept stays, so that another try begins where this one ended
            failed: Exception = error
        except (sqlite3.Error, OSError, Damaged) as error:
            _mend(library, error)
            failed = error
    if isinstance(failed, BrokenExecutor):
        raise CorpusError(
            f"what reads the articles failed three times ({failed})", "Try again with --jobs 1."
        ) from failed
    raise CorpusError(
        f"the library cannot be written ({failed})", "Name a folder with room: --library FOLDER."
    )


def _mend(library: Library, error: Exception) -> None:
    """Put right what stopped a refresh, so that it can be tried again; raises what cannot be."""
    if isinstance(error, sqlite3.Error) and is_busy(error):
        raise CorpusError(f"the library is busy: {error}", "Another program holds it; try again.") from error
    if is_unwritable(error):
        if library.store.folder is None:
            raise error
        library.store.forget_folder(f"{library.store.folder} cannot be written to ({error})")
    else:
        library.store.set_aside()
    library.forget_search()


class _Refresh:
    """One refresh of one library."""

    def __init__(self, library: Library, progress: Progress) -> None:
        self.library = library
        self.progress = progress

    def run(self, jobs: int | None, executor: Executor | None) -> tuple[int, bool]:
        """Bring the library up to date: how many articles were read, and whether to the end."""
        if self.progress.cancelled:
            return 0, False
        self.progress.report(Progressed("looking", 0, 0.0, 0.0, None))
        found = self._discovered()
        changes = compare(self.library, found)
        if self.library.store.read_only:
            if changes.nothing or self._too_large_for_memory(changes):
                return 0, True
            raise OSError(errno.EROFS, "articles are new or changed, and it is read-only")
        self._tell((*found.problems, *problems_of_plugins()))
        if changes.nothing and self.library.meta("merged") == finders_version():
            self.library.searching().complete(self._stopped)
            return 0, True
        from tui.library.renewing import Renewing  # mostly nothing is new, and it brings all that reads

        return Renewing(self.library, self.progress, jobs, executor).run(changes)

    def _stopped(self) -> bool:
        return self.progress.cancelled

    def _too_large_for_memory(self, changes: Changes) -> bool:
        """Whether a library that takes no writing has to be shown as it is, though the corpus changed; says so."""
        if self.library.store.size() <= _MOST_IN_MEMORY:
            return False
        notice = (
            f"{len(changes.unread):,} files are new or changed, {len(changes.gone):,} are gone, and the library is"
            " read-only: it is shown as it was. Who may write to it brings it up to date: corpus-tui index"
        )
        if notice not in self.library.store.notices:
            self.library.store.notices.append(notice)
        return True

    def _discovered(self) -> Discovered:
        found = discover([path for path in self.library.paths if path != STANDARD_INPUT])
        if STANDARD_INPUT not in self.library.paths:
            return found
        piped = Source(Path(STANDARD_INPUT), Path(), 0, 0)
        return Discovered((piped, *found.sources), found.problems)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        """Keep what discovery passed over in place of what it passed over before."""
        rows = [(p.path, p.line, p.reason, p.advice, int(p.skipped)) for p in problems]
        columns = "path, line, reason, advice, skipped"
        where = "WHERE source IS NULL AND path <> ?"
        if rows == self.library.ask(f"SELECT {columns} FROM problem {where} ORDER BY id", (WHOLE,)):
            return
        with self.library.store.writing() as connection:
            connection.execute(f"DELETE FROM problem {where}", (WHOLE,))
            connection.executemany(f"INSERT INTO problem ({columns}) VALUES (?, ?, ?, ?, ?)", rows)


@contextlib.contextmanager
def _alone(library: Library, progress: Progress) -> Iterator[None]:
    """Let no other process refresh this library meanwhile. The lock goes with the process, however it ends."""
    folder = library.store.folder
    if folder is None or library.store.read_only:
        yield
        return
    with (folder / "refresh.lock").open("a") as file:
        told: str | None = ""
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if told != (generation := library.meta("generation")):  # the other has kept something
                    progress.report(Progressed("waiting", 0, 0.0, 0.0, None))
                    told = generation
                if progress.cancelled:
                    break
                time.sleep(_WAIT_SECONDS)
        yield


def _report(library: Library, read: int, seconds: float, *, complete: bool) -> Report:
    counts = library.counts()
    problems = tuple(library.problems())
    return Report(
        articles=counts.articles,
        passages=counts.passages,
        read=read,
        skipped=sum(problem.skipped for problem in problems),
        seconds=round(seconds, 3),
        search_bytes=library.searching().size(),
        store_bytes=library.store.size(),
        problems=problems,
        complete=complete,
    )

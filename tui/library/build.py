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

from tui.corpus.problem import Problem
from tui.corpus.sources import Discovered, Source, discover
from tui.errors import CorpusError
from tui.library.changes import Changes, compare
from tui.library.damage import Damaged
from tui.library.finders import finders_version, problems_of_plugins
from tui.library.gathering import Gathered, gather
from tui.library.library import Library
from tui.library.merging import WHOLE, merge
from tui.library.processes import executor as processes
from tui.library.progress import Clock, Progress, Progressed, Quiet
from tui.library.reading import STANDARD_INPUT, Part, Reader
from tui.library.repeated import keep_copies, told_again
from tui.library.store import is_busy, is_unwritable
from tui.library.tasks import Kept
from tui.library.writing import Writer

_BATCH_ARTICLES = 128
_BATCH_SECONDS = 0.5
_INDEX_SECONDS = 1.0  # at least, between two commits of the search index while articles come in
_INDEX_SHARE = 0.5  # of the time before: each commit leaves a segment with all its words, so they grow fewer
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
                read, complete = _Refresh(library, told, jobs, executor).run()
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

    def __init__(
        self, library: Library, progress: Progress, jobs: int | None, executor: Executor | None
    ) -> None:
        self.library = library
        self.progress = progress
        self.jobs = jobs
        self.executor = executor
        self.generation = int(library.meta("generation") or 0)
        self.read = 0
        self._began = self._indexed = time.monotonic()

    def run(self) -> tuple[int, bool]:
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
        clock = Clock(sum(source.size for _, source, _ in changes.unread))
        if not self._read(changes, clock):
            return self.read, False
        if self.library.meta("merged") != finders_version():
            self.progress.report(clock.progressed("merging"))
            self._finish(changes)
        self.progress.report(clock.progressed("indexing"))
        self.library.searching().complete(self._stopped)
        self.progress.report(clock.progressed("done"))
        return self.read, True

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

    def _read(self, changes: Changes, clock: Clock) -> bool:
        """Read and write all that is unread; False where it was cancelled."""
        self.library.store.make_room()
        run = int(self.library.meta("run") or 0) + 1
        with self.library.store.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('run', ?)", (str(run),))
        writer = Writer(self.library.store.connection(), run)
        with self._batch(writer):
            writer.prepare([known for *_, known in changes.unread if known], changes.gone)
            for source, ordinal in changes.moved:
                writer.move(source, ordinal)
        unread_bytes = sum(source.size for _, source, _ in changes.unread)
        pool, width = (self.executor, self.jobs or 4) if self.executor else processes(self.jobs, unread_bytes)
        reader = Reader(pool, 0 if width == 1 else 3 * width, self._held(changes), self.progress, clock)
        try:
            parts = reader.parts(changes.unread)
            while batch := self._next_batch(parts):
                with self._batch(writer):
                    for part in batch:
                        self._write(part, writer, clock)
                self.progress.report(clock.progressed("reading"))
                rest = max(_INDEX_SECONDS, _INDEX_SHARE * (self._indexed - self._began))
                if time.monotonic() - self._indexed > rest:
                    self.library.searching().catch_up()
                    self._indexed = time.monotonic()
        finally:
            if pool is not self.executor:
                pool.shutdown(wait=True, cancel_futures=True)
        return not self.progress.cancelled

    def _held(self, changes: Changes) -> frozenset[bytes]:
        """Fingerprints of articles that are still stored though their files changed or went."""
        if not any(known for *_, known in changes.unread) and not changes.gone:
            return frozenset()
        return frozenset(
            row[0]
            for row in self.library.ask(
                "SELECT a.fingerprint FROM source s JOIN article a ON a.source = s.id WHERE s.complete = 0"
            )
        )

    def _next_batch(self, parts: Iterator[Part]) -> list[Part]:
        """The parts that come next; empty where none are left. Waiting for them keeps nobody from writing."""
        began, articles = time.monotonic(), 0
        batch = []
        for part in parts:
            batch.append(part)
            articles += len(part.entries)
            if articles >= _BATCH_ARTICLES or time.monotonic() - began > _BATCH_SECONDS:
                break
        return batch

    def _write(self, part: Part, writer: Writer, clock: Clock) -> None:
        size = part.source.size if part.last and part.first else 0
        count = _write(part, writer)
        self.read += count
        clock.count(count, size or sum(_bytes(entry) for entry in part.entries))

    def _finish(self, changes: Changes) -> None:
        writer = Writer(self.library.store.connection(), int(self.library.meta("run") or 0))
        with self._batch(writer) as connection:
            writer.drop(changes.gone)
            merge(connection, writer, self.generation)
            writer.changed = True
        copies = told_again(self.library)
        with self.library.store.writing() as connection:
            keep_copies(connection, copies)
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('merged', ?)", (finders_version(),))

    @contextlib.contextmanager
    def _batch(self, writer: Writer) -> Iterator[sqlite3.Connection]:
        """A transaction with a generation of its own, if anything changes."""
        with self.library.store.writing() as connection:
            self.generation += 1
            writer.at(self.generation)
            yield connection
            if writer.changed:
                connection.execute(
                    "INSERT OR REPLACE INTO meta VALUES ('generation', ?), ('merged', '')",
                    (str(self.generation),),
                )


def _write(part: Part, writer: Writer) -> int:
    """Write one part; how many articles it had."""
    if part.same and part.known:
        writer.touch(part.ordinal, part.source, part.known)
        return 0
    if part.last and not part.sha256:
        [problem] = part.entries
        assert isinstance(problem, Problem)  # noqa: S101 - what cannot be read has nothing else
        writer.leave(part.ordinal, part.source, part.known, problem)
        return 0
    if part.first:
        writer.begin(part.ordinal, part.source, part.known)
    count = 0
    for entry in part.entries:
        if isinstance(entry, Problem):
            writer.problem(entry)
            continue
        count += 1
        if entry.unruled:
            writer.problem(_without_findings(entry))
        if isinstance(entry, Kept) and writer.keep(entry.article, entry.fingerprint):
            continue
        gathered = gather(entry.article, entry.fingerprint) if isinstance(entry, Kept) else entry
        writer.add(gathered)
        if gathered.failed:
            reason = f"its findings could not be made ({gathered.failed})"
            writer.problem(
                Problem(gathered.key, None, reason, "read its text; please report this", skipped=False)
            )
        for notice in gathered.notices:
            writer.problem(Problem(gathered.key, None, notice, "the other findings are there", skipped=False))
    if part.last:
        writer.end(part.sha256)
    return count


def _without_findings(entry: Gathered | Kept) -> Problem:
    """The notice that an article's language has no rules."""
    key = entry.article.id if isinstance(entry, Kept) else entry.key
    reason = f"the language ({entry.unruled}) has no rules for findings"
    advice = "only words in quotation marks are found; where it is another one, tell it: `language: en`"
    return Problem(key, None, reason, advice, skipped=False)


def _bytes(entry: Gathered | Kept | Problem) -> int:
    """About how many bytes of its file an entry stood for."""
    if isinstance(entry, Gathered):
        return int(str(entry.row[7]))
    return len(entry.article.text) if isinstance(entry, Kept) else 0


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

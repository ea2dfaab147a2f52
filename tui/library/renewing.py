"""Bring a library up to date once it is known what changed: read it, write it in batches, merge, index."""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import Executor

from tui.corpus.problem import Problem
from tui.library.changes import Changes
from tui.library.finders import finders_version
from tui.library.gathering import Gathered, gather
from tui.library.library import Library
from tui.library.merging import merge
from tui.library.processes import executor as processes
from tui.library.progress import Clock, Progress
from tui.library.reading import Part, Reader
from tui.library.repeated import keep_copies, told_again
from tui.library.tasks import Kept
from tui.library.writing import Writer

_BATCH_ARTICLES = 128
_BATCH_SECONDS = 0.5
_INDEX_SECONDS = 1.0  # at least, between two commits of the search index while articles come in
_INDEX_SHARE = 0.5  # of the time before: each commit leaves a segment with all its words, so they grow fewer


class Renewing:
    """One renewal of one library; `read` counts the articles that were read."""

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

    def run(self, changes: Changes) -> tuple[int, bool]:
        """Take the changes in: how many articles were read, and whether to the end."""
        clock = Clock(sum(source.size for _, source, _ in changes.unread))
        if not self._read(changes, clock):
            return self.read, False
        if self.library.meta("merged") != finders_version():
            self.progress.report(clock.progressed("merging"))
            self._finish(changes)
        self.progress.report(clock.progressed("indexing"))
        self.library.searching().complete(lambda: self.progress.cancelled)
        self.progress.report(clock.progressed("done"))
        return self.read, True

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

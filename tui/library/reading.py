"""Read what is unread, in order: files are read and findings made by an executor's processes, results come in order.

The functions that run there are plain functions over plain data, so any `concurrent.futures.Executor` will do.
"""

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

from tui.corpus.article import Article
from tui.corpus.languages import without_findings
from tui.corpus.loading import read, read_stdin
from tui.corpus.problem import Problem
from tui.corpus.sources import Source
from tui.library.changes import Known
from tui.library.gathering import Gathered, fingerprint, gather
from tui.library.progress import Clock, Progress

STANDARD_INPUT = "-"

_STREAMED = (
    100_000  # bytes: a larger file is read here, article by article, and only its findings are made elsewhere
)
_TASK_BYTES = 150_000
_TASK_FILES = 200
_ARTICLE_BYTES = 2_000  # what an article costs beside its length
_PAUSE = 0.05  # seconds between looks at a paused progress

Unread = tuple[int, Source, Known | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """An article whose findings the library may still hold under this fingerprint."""

    article: Article
    fingerprint: bytes

    @property
    def unruled(self) -> str | None:
        """Its language where that has no rules for findings, else None."""
        return without_findings(self.article)


Entry = Gathered | Kept | Problem


@dataclass(frozen=True, slots=True)
class Part:
    """What was read of one file, in order: `first` and `last` tell where the file begins and ends.

    `same`: its bytes are those the library knows, and it was not read. `sha256` is of its bytes, once `last`.
    """

    ordinal: int
    source: Source
    known: Known | None
    entries: list[Entry]
    first: bool
    last: bool
    same: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class Task:
    """Files for one process, with the hash that each had, and the fingerprints of articles that need no extraction."""

    files: tuple[tuple[Source, str], ...]
    held: frozenset[bytes]


def read_files(task: Task) -> list[tuple[bool, str, list[Entry]]]:
    """Read and extract the files of `task`: for each whether it is as it was, its hash, and what it holds."""
    done: list[tuple[bool, str, list[Entry]]] = []
    for source, known in task.files:
        sha256 = _file_hash(source)
        if sha256 and sha256 == known:
            done.append((True, sha256, []))
            continue
        entries = [item if isinstance(item, Problem) else entry(item, task.held) for item in read(source)]
        done.append((False, sha256, entries))
    return done


def entry(article: Article, held: frozenset[bytes]) -> Entry:
    """`article` with its findings, or without where they are `held`."""
    print_ = fingerprint(article)
    return Kept(article, print_) if print_ in held else gather(article, print_)


def gather_all(articles: list[tuple[Article, bytes]]) -> list[Gathered]:
    """The findings of some articles, given with their fingerprints."""
    return [gather(article, print_) for article, print_ in articles]


class Reader:
    """Reads the unread files with `executor`, at most `window` tasks ahead of what has been taken."""

    def __init__(
        self, executor: Executor, window: int, held: frozenset[bytes], progress: Progress, clock: Clock
    ) -> None:
        self._executor = executor
        self._window = window
        self._held = held
        self._progress = progress
        self._clock = clock

    def parts(self, unread: Sequence[Unread]) -> Iterator[Part]:
        """All that is read, in the order of `unread`. Ends early once the progress is cancelled."""
        waiting: deque[_Pending] = deque()
        try:
            for pending in self._begun(unread):
                waiting.append(pending)
                while len(waiting) > self._window:
                    yield from waiting.popleft().wait()
                if self._stopped():
                    return
            while waiting:
                yield from waiting.popleft().wait()
                if self._stopped():
                    return
        finally:
            for pending in waiting:
                pending.cancel()

    def _stopped(self) -> bool:
        """Whether to stop; waits here while the progress is paused."""
        began = time.monotonic()
        while self._progress.paused and not self._progress.cancelled:
            time.sleep(_PAUSE)
        self._clock.rest(time.monotonic() - began)
        return self._progress.cancelled

    def _begun(self, unread: Sequence[Unread]) -> Iterator["_Pending"]:
        """Hand out tasks, one a step; each gives a function that waits for its parts."""
        some: list[Unread] = []
        size = 0
        for one in unread:
            source = one[1]
            if source.size > _STREAMED or str(source.path) == STANDARD_INPUT:
                if some:
                    yield self._files(some)
                    some, size = [], 0
                yield from self._stream(one)
                continue
            some.append(one)
            size += source.size + _ARTICLE_BYTES
            if size >= _TASK_BYTES or len(some) >= _TASK_FILES:
                yield self._files(some)
                some, size = [], 0
        if some:
            yield self._files(some)

    def _files(self, some: list[Unread]) -> "_Pending":
        task = Task(tuple([(source, known.sha256 if known else "") for _, source, known in some]), self._held)
        future = self._executor.submit(read_files, task)
        return _Pending(
            future,
            lambda read: [
                Part(*one, entries, first=True, last=True, same=same, sha256=sha256)
                for one, (same, sha256, entries) in zip(some, read, strict=True)
            ],
        )

    def _stream(self, one: Unread) -> Iterator["_Pending"]:
        """Read a large file here, and hand its articles out."""
        _, source, known = one
        piped = str(source.path) == STANDARD_INPUT
        sha256 = "" if piped else _file_hash(source)
        if known and sha256 and sha256 == known.sha256:
            yield _Pending(None, lambda _: [Part(*one, [], first=True, last=True, same=True, sha256=sha256)])
            return
        first, size = True, 0
        entries: list[Entry | None] = []
        unmade: list[tuple[Article, bytes]] = []
        for item in read_stdin() if piped else read(source):
            if isinstance(item, Problem):
                entries.append(item)
                continue
            print_ = fingerprint(item)
            if print_ in self._held:
                entries.append(Kept(item, print_))
            else:
                entries.append(None)
                unmade.append((item, print_))
            size += len(item.text) + _ARTICLE_BYTES
            if size >= _TASK_BYTES:
                yield self._articles(one, entries, unmade, first=first, sha256="")
                entries, unmade, first, size = [], [], False, 0
        yield self._articles(one, entries, unmade, first=first, sha256=sha256 or "read")

    def _articles(
        self,
        one: Unread,
        entries: list[Entry | None],
        unmade: list[tuple[Article, bytes]],
        *,
        first: bool,
        sha256: str,
    ) -> "_Pending":
        def parts(gathered: list[Gathered]) -> list[Part]:
            made = iter(gathered)
            whole = [next(made) if entry is None else entry for entry in entries]
            return [Part(*one, whole, first=first, last=bool(sha256), same=False, sha256=sha256)]

        return _Pending(self._executor.submit(gather_all, unmade) if unmade else None, parts)


class _Pending:
    """Parts that are being read: a future, and what makes parts of its result. Nothing of it is held afterwards."""

    def __init__(self, future: "Future[Any] | None", parts: Callable[[Any], list[Part]]) -> None:
        self._future = future
        self._parts = parts

    def wait(self) -> list[Part]:
        """The parts, once they are read."""
        return self._parts(self._future.result() if self._future else [])

    def cancel(self) -> None:
        """Read them no more, where that was not begun."""
        if self._future:
            self._future.cancel()


def _file_hash(source: Source) -> str:
    """The SHA-256 of a file's bytes; empty where it cannot be read, which reading it tells."""
    try:
        with source.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""

"""Read what is unread, in order: files are read and findings made by an executor's processes, results come in order."""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from typing import Any

from tui.corpus.article import Article
from tui.corpus.loading import read, read_stdin
from tui.corpus.naming import STANDARD_INPUT
from tui.corpus.problem import Problem
from tui.corpus.sources import Source
from tui.errors import CorpusError
from tui.library.changes import Known
from tui.library.gathering import Gathered, fingerprint
from tui.library.progress import Clock, Progress
from tui.library.tasks import Entry, Kept, Surveyed, Task, gather_all, read_files, read_part, survey

_LARGE = 100_000  # bytes: a larger file is cut into slices where it can be
_WHOLE = 8_000_000  # bytes: a larger file that cannot be cut is read here, and only its findings are made elsewhere
_SURVEYED = 4  # large files that are looked through before it is their turn
_TASK_BYTES = 150_000
_TASK_FILES = 200
_ARTICLE_BYTES = 2_000  # what an article costs beside its length
_PAUSE = 0.05  # seconds between looks at a paused progress

Unread = tuple[int, Source, Known | None]


@dataclass(frozen=True, slots=True)
class Part:
    """What was read of one file, in order: `first` and `last` tell where the file begins and ends.

    `same`: its bytes are those the library knows, and it was not read. `sha256` is of its bytes, once `last`; empty
    where it could not be read.
    """

    ordinal: int
    source: Source
    known: Known | None
    entries: list[Entry]
    first: bool
    last: bool
    same: bool
    sha256: str


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
        """All that is read, in the order of `unread`. Ends early once the progress is cancelled.

        Raises BrokenExecutor where the executor does not do what it was given.
        """
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
        surveys = self._surveys([source for _, source, _ in unread if _is_large(source)])
        some: list[Unread] = []
        size = 0
        for one in unread:
            source = one[1]
            if _is_large(source) or str(source.path) == STANDARD_INPUT:
                if some:
                    yield self._files(some)
                    some, size = [], 0
                yield from self._large(one, next(surveys) if _is_large(source) else None)
                continue
            some.append(one)
            size += source.size + _ARTICLE_BYTES
            if size >= _TASK_BYTES or len(some) >= _TASK_FILES:
                yield self._files(some)
                some, size = [], 0
        if some:
            yield self._files(some)

    def _surveys(self, large: Sequence[Source]) -> Iterator[Surveyed]:
        """Large files looked through, in their order, some ahead of their turn."""
        ahead: deque[Future[Surveyed]] = deque()
        coming = iter(large)
        for _ in large:
            while len(ahead) < max(1, min(_SURVEYED, self._window)) and (source := next(coming, None)):
                ahead.append(self._executor.submit(survey, source, _TASK_BYTES))
            yield _result(ahead.popleft())

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

    def _large(self, one: Unread, surveyed: Surveyed | None) -> Iterator["_Pending"]:
        """Hand out a large file: in slices, whole, or where it is too large for that its articles, read here."""
        _, source, known = one
        if surveyed and known and surveyed.sha256 and surveyed.sha256 == known.sha256:
            same = Part(*one, [], first=True, last=True, same=True, sha256=surveyed.sha256)
            yield _Pending(None, lambda _: [same])
        elif surveyed and surveyed.slices:
            yield from self._slices(one, surveyed)
        elif surveyed and (source.size <= _WHOLE or not surveyed.sha256):
            yield self._files([one])
        else:
            yield from self._stream(one, surveyed.sha256 if surveyed else "")

    def _slices(self, one: Unread, surveyed: Surveyed) -> Iterator["_Pending"]:
        last = len(surveyed.slices) - 1
        for at, piece in enumerate(surveyed.slices):

            def parts(entries: list[Entry], at: int = at) -> list[Part]:
                sha256 = surveyed.sha256 if at == last else ""
                return [Part(*one, entries, first=at == 0, last=at == last, same=False, sha256=sha256)]

            yield _Pending(self._executor.submit(read_part, one[1], piece, self._held), parts)

    def _stream(self, one: Unread, sha256: str) -> Iterator["_Pending"]:
        """Read a file here, and hand its articles out."""
        source = one[1]
        first, size = True, 0
        entries: list[Entry | None] = []
        unmade: list[tuple[Article, bytes]] = []
        for item in read_stdin() if str(source.path) == STANDARD_INPUT else read(source):
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
        return self._parts(_result(self._future) if self._future else [])

    def cancel(self) -> None:
        """Read them no more, where that was not begun."""
        if self._future:
            self._future.cancel()


def _is_large(source: Source) -> bool:
    """Whether a file is looked through before it is read."""
    return source.size > _LARGE


def _result(future: "Future[Any]") -> Any:
    """What a task gives. No task raises for what a file holds: where it does, its executor failed."""
    try:
        return future.result()
    except (CorpusError, BrokenExecutor):
        raise
    except Exception as error:
        raise BrokenExecutor(f"{type(error).__name__}: {error}") from error

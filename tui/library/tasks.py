"""What the processes of a refresh do, wherever they run: read files, find what is to be found in their articles.

Plain functions over plain data, so that any `concurrent.futures.Executor` can carry them.
"""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.kinds import suffix_of
from tui.corpus.languages import without_findings
from tui.corpus.loading import read_from, read_slice, unread
from tui.corpus.problem import Problem
from tui.corpus.slices import Slice, cut
from tui.corpus.sources import Source
from tui.library.gathering import Gathered, fingerprint, gather

_BUFFER = 1_000_000


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
class Task:
    """Files for one process, with the hash that each had, and the fingerprints of articles that need no extraction."""

    files: tuple[tuple[Source, str], ...]
    held: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A large file, looked through: its hash, and the slices that it can be read in; none where it has to be whole."""

    sha256: str
    slices: tuple[Slice, ...]


def read_files(task: Task) -> list[tuple[bool, str, list[Entry]]]:
    """Read and extract the files of `task`: for each whether it is as it was, its hash, and what it holds.

    Where a file cannot be read, its hash is empty and it holds a problem.
    """
    done: list[tuple[bool, str, list[Entry]]] = []
    for source, known in task.files:
        try:
            with source.open() as file:
                data = file.read()
        except OSError as error:
            done.append((False, "", [unread(source, error)]))
            continue
        sha256 = hashlib.sha256(data).hexdigest()
        same = sha256 == known
        found = () if same else read_from(source, io.BufferedReader(io.BytesIO(data)))
        done.append((same, sha256, entries(found, task.held)))
    return done


def read_part(source: Source, part: Slice, held: frozenset[bytes]) -> list[Entry]:
    """Read and extract one slice of a file."""
    return entries(read_slice(source, part), held)


def entries(found: Iterable[Article | Problem], held: frozenset[bytes]) -> list[Entry]:
    """The articles of `found` with their findings, those that are `held` without."""
    return [item if isinstance(item, Problem) else entry(item, held) for item in found]


def entry(article: Article, held: frozenset[bytes]) -> Entry:
    """`article` with its findings, or without where they are `held`."""
    print_ = fingerprint(article)
    return Kept(article, print_) if print_ in held else gather(article, print_)


def gather_all(articles: list[tuple[Article, bytes]]) -> list[Gathered]:
    """The findings of some articles, given with their fingerprints."""
    return [gather(article, print_) for article, print_ in articles]


def survey(source: Source, size: int) -> Surveyed:
    """The hash of a file's bytes and, where `size` is not 0, its slices of about so many bytes.

    The hash is empty where the file cannot be read, which reading it tells.
    """
    try:
        with source.open() as file:
            hashed = _Hashed(file)
            with io.BufferedReader(hashed, _BUFFER) as told:
                slices = cut(told, suffix_of(str(source.path)), size) if size else []
                hashed.finish()
            return Surveyed(hashed.digest.hexdigest(), tuple(slices))
    except OSError:
        return Surveyed("", ())


class _Hashed(io.RawIOBase):
    """A file that hashes its bytes as they are read for the first time, so that it need not be read twice."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._hashed = 0
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        at = self._file.tell()
        data = self._file.read(len(buffer))
        if at <= self._hashed < at + len(data):
            self.digest.update(data[self._hashed - at :])
            self._hashed = at + len(data)
        buffer[: len(data)] = data
        return len(data)

    def finish(self) -> None:
        """Hash what was not read."""
        self._file.seek(self._hashed)
        while data := self._file.read(_BUFFER):
            self.digest.update(data)

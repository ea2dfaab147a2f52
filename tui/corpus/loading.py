"""Read the articles of a source, one at a time, whatever its format."""

import io
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.kinds import KINDS, Kind, how_to_install, is_installed
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.slices import Slice
from tui.corpus.sniffing import ENOUGH, sniff
from tui.corpus.sources import Source
from tui.errors import CorpusError

__all__ = ["Problem", "read", "read_from", "read_slice", "read_stdin", "unread"]

Reader = Callable[[BinaryIO, Place], Iterator[Article | Problem]]

_TOLD_AT_MOST = 1000
_MOST_IN_MEMORY = 20_000_000


def read(source: Source) -> Iterator[Article | Problem]:
    """The articles of `source` in order, lazily, and the problems among them. Raises nothing for what a file holds.

    Two articles may come with one id: only the library knows which others there are.
    """
    try:
        with source.open() as file:
            yield from read_from(source, file)
    except OSError as error:
        yield unread(source, error)


def read_from(source: Source, file: BinaryIO) -> Iterator[Article | Problem]:
    """The articles of `source`, opened as `file`, as `read` gives them. Raises OSError."""
    place = Place.of(source)
    yield from _counted(_articles(file, place), place)


def unread(source: Source, error: OSError) -> Problem:
    """That a file could not be read, which may pass."""
    path = Place.of(source).path
    if isinstance(error, PermissionError):
        return Problem(path, None, "no permission to read it", f"try: chmod u+r {path}", passing=True)
    return Problem(path, None, (error.strerror or str(error)).lower(), "check the file", passing=True)


def read_slice(source: Source, part: Slice) -> Iterator[Article | Problem]:
    """The articles of one slice of `source`, as `read` gives them."""
    place = Place.of(source, part.before)
    try:
        data = source.part(part.start, part.length)
    except OSError as error:
        yield unread(source, error)
        return
    yield from _counted(_read_as(KINDS[part.kind], io.BufferedReader(io.BytesIO(data)), place), place)


def read_stdin(stream: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """The articles of standard input, whose kind its first bytes tell; plain text where they do not."""
    place = Place("-", "stdin", "stdin", "")
    with _held(stream or sys.stdin.buffer) as file:
        yield from _counted(_articles(file, place), place)


def _held(stream: BinaryIO) -> BinaryIO:
    """All that a stream gives, as a file: in memory, or where it is much on disk."""
    data = stream.read(_MOST_IN_MEMORY)
    if len(data) < _MOST_IN_MEMORY:
        return io.BufferedReader(io.BytesIO(data))
    import shutil
    import tempfile

    file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - who asked for it closes it
    file.write(data)
    shutil.copyfileobj(stream, file)
    file.seek(0)
    return file


def _articles(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """What the reader of a file's kind finds in it."""
    kind = sniff(file.read(ENOUGH), place.suffix)
    file.seek(0)
    if not is_installed(kind):
        reason = f"this is {kind.name.upper()}: the extra {kind.extra} is not installed"
        yield Problem(place.path, None, reason, how_to_install(kind))
        return
    yield from _read_as(kind, file, place)


def _read_as(kind: Kind, file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """What the reader of a kind finds in a file of it."""
    try:
        for item in _reader(kind)(file, place):
            yield _checked(item)
    except OSError:
        raise
    except CorpusError as error:
        yield Problem(place.path, None, error.title, error.advice)
    except Exception as error:  # noqa: BLE001 - what a broken file does to a library nobody knows beforehand
        reason = f"its reader stumbled over it ({type(error).__name__}: {error})"[:300]
        yield Problem(place.path, None, reason, "save it anew, or as plain text")


def _checked(item: object) -> Article | Problem:
    """What a reader gives; a plug-in may give anything."""
    if isinstance(item, Article | Problem):
        return item
    raise TypeError(f"{type(item).__name__} is no article")


def _reader(kind: Kind) -> Reader:
    """The reader of a kind; imported only now, since most commands read no file."""
    module = import_module(f"tui.corpus.readers.{kind.name}") if kind.plugin is None else None
    reader: Reader = module.read if module else kind.plugin.load()  # type: ignore[union-attr]
    return reader


def _counted(found: Iterator[Article | Problem], place: Place) -> Iterator[Article | Problem]:
    """All that was found, but of a file that is broken everywhere only the first problems."""
    told = 0
    for item in found:
        if isinstance(item, Article) or told < _TOLD_AT_MOST:
            yield item
        told += isinstance(item, Problem)
    if told > _TOLD_AT_MOST:
        reason = f"{told:,} things in this file are broken: the first {_TOLD_AT_MOST:,} are told"
        yield Problem(place.path, None, reason, "check what made it", skipped=False)

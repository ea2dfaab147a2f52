"""Read the articles of a source, one at a time, whatever its format."""

import io
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.sources import Source

__all__ = ["Problem", "read", "read_stdin"]

Reader = Callable[[BinaryIO, Place], Iterator[Article | Problem]]

_MODULES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonlines",
    ".ndjson": "jsonlines",
    ".csv": "table",
    ".tsv": "table",
}


def _reader(suffix: str) -> Reader:
    """The reader for files that end in `suffix`; imported only now, since most commands read no file."""
    module = import_module(f"tui.corpus.readers.{_MODULES.get(suffix, 'plain')}")
    reader: Reader = module.read
    return reader


def read(source: Source) -> Iterator[Article | Problem]:
    """The articles of `source` in order, lazily, and the problems among them. Raises nothing for what a file holds.

    Two articles may come with one id: only the library knows which others there are.
    """
    place = Place.of(source)
    try:
        with source.path.open("rb") as file:
            yield from _reader(place.suffix)(file, place)
    except PermissionError:
        yield Problem(place.path, None, "no permission to read it", f"try: chmod u+r {place.path}")
    except OSError as error:
        yield Problem(place.path, None, (error.strerror or str(error)).lower(), "check the file")


def read_stdin(stream: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """The articles of standard input: JSON Lines where it begins with an object, else one plain text."""
    data = (stream or sys.stdin.buffer).read()
    place = Place("-", "stdin", "stdin", "")
    suffix = ".jsonl" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else ".txt"
    yield from _reader(suffix)(io.BufferedReader(io.BytesIO(data)), place)

"""Read the articles of a source, one at a time, whatever its format."""

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.sources import Source

__all__ = ["Identities", "Problem", "read", "read_stdin"]

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

    Ids are not made unique here: see `Identities`.
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


class Identities:
    """Gives each article of a corpus an id of its own: the second of one id gets `~2`, the third `~3`."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}
        self._next: dict[str, int] = {}

    def claim(self, article: Article) -> tuple[Article, Problem | None]:
        """`article` with an id that no other has, and a notice where that is not the id it came with."""
        identity = article.id
        while identity in self._taken:
            number = self._next.get(article.id, 2)
            self._next[article.id] = number + 1
            identity = f"{article.id}~{number}"
        self._taken[identity] = article.path
        if identity == article.id:
            return article, None
        reason = f"the id {article.id} is taken by {self._taken[article.id]}: this article is {identity}"
        return replace(article, id=identity), Problem(
            article.path, None, reason, "give it another id", skipped=False
        )

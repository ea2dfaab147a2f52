"""Read the articles of a source, one at a time, whatever its format."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.problem import Problem
from tui.corpus.readers import jsonlines, markdown, plain, table
from tui.corpus.readers.place import Place
from tui.corpus.sources import Source

__all__ = ["Identities", "Problem", "read", "read_stdin"]

_READERS = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".jsonl": jsonlines.read,
    ".ndjson": jsonlines.read,
    ".csv": table.read,
    ".tsv": table.read,
}


def read(source: Source) -> Iterator[Article | Problem]:
    """The articles of `source` in order, lazily, and the problems among them. Raises nothing for what a file holds.

    Ids are not made unique here: see `Identities`.
    """
    place = Place.of(source)
    try:
        with source.path.open("rb") as file:
            yield from _READERS.get(source.path.suffix.lower(), plain.read)(file, place)
    except PermissionError:
        yield Problem(place.path, None, "no permission to read it", f"try: chmod u+r {place.path}")
    except OSError as error:
        yield Problem(place.path, None, (error.strerror or str(error)).lower(), "check the file")


def read_stdin(stream: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """The articles of standard input: JSON Lines where it begins with an object, else one plain text."""
    data = (stream or sys.stdin.buffer).read()
    place = Place("-", "stdin", "stdin", "")
    reader = jsonlines.read if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else plain.read
    yield from reader(io.BufferedReader(io.BytesIO(data)), place)


class Identities:
    """Gives each article of a corpus an id of its own: the second of one id gets `~2`, the third `~3`."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}

    def claim(self, article: Article) -> tuple[Article, Problem | None]:
        """`article` with an id that no other has, and a notice where that is not the id it came with."""
        identity = article.id
        number = 2
        while identity in self._taken:
            identity = f"{article.id}~{number}"
            number += 1
        self._taken[identity] = article.path
        if identity == article.id:
            return article, None
        reason = f"the id {article.id} is taken by {self._taken[article.id]}: this article is {identity}"
        return replace(article, id=identity), Problem(
            article.path, None, reason, "give it another id", skipped=False
        )

"""Plain text: one article a file."""

from collections.abc import Iterator
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.decoding import decode
from tui.corpus.making import make_article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import whole


def whole_text(file: BinaryIO, place: Place) -> Iterator[str | Problem]:
    """The text of a whole file, with a notice before it where its encoding had to be detected; or why there is none."""
    data = whole(file, place)
    if isinstance(data, Problem):
        yield data
        return
    decoded = decode(data)
    if decoded is None:
        yield Problem(place.path, None, "this is no text but binary data", "save it as UTF-8 text")
    elif not decoded.text.strip():
        yield Problem(place.path, None, "the file is empty", "delete it or put a text into it")
    else:
        if not decoded.certain:
            yield detected(place, decoded.encoding)
        yield decoded.text


def detected(place: Place, encoding: str, line: int | None = None) -> Problem:
    """The notice that a file is no UTF-8 and was read as `encoding`."""
    reason = (
        f"not UTF-8: read as {encoding}" if encoding != "utf-8" else "broken UTF-8: the broken bytes became �"
    )
    return Problem(place.path, line, reason, "save it as UTF-8 if letters look wrong", skipped=False)


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The one article of a plain text file."""
    for text in whole_text(file, place):
        if isinstance(text, Problem):
            yield text
        else:
            name = place.stem.rsplit("/", 1)[-1]
            yield make_article(place.stem, text, path=place.path, name=name, metadata={})

"""EPUB: one article a chapter, in reading order."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import BinaryIO
from urllib.parse import unquote

from tui.corpus.article import Article
from tui.corpus.decoding import decode
from tui.corpus.making import make_article
from tui.corpus.markup import text_of
from tui.corpus.problem import Problem
from tui.corpus.readers.package import Package, PackageError, not_read, opened
from tui.corpus.readers.place import Place
from tui.corpus.xml import Events, Fields, XmlError, parse

_CONTAINER = "META-INF/container.xml"
_METADATA = {"title": "source", "creator": "author", "date": "date", "language": "language"}
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


class _Container(Events):
    """Where the book's description is."""

    def __init__(self) -> None:
        self.path = ""

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rootfile" and not self.path:
            self.path = attributes.get("full-path", "")


class _Book(Fields):
    """The book's description: its metadata, its files by id, and the ids in reading order."""

    def __init__(self) -> None:
        super().__init__(_METADATA)
        self.files: dict[str, str] = {}
        self.order: list[str] = []

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        super().element(name, attributes)
        if name == "item" and attributes.get("media-type") in _PAGES:
            if "nav" not in attributes.get("properties", "").split():
                self.files[attributes.get("id", "")] = unquote(attributes.get("href", ""))
        elif name == "itemref":
            self.order.append(attributes.get("idref", ""))


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The chapters of a book that have a text; the book's title is their source. A broken chapter is passed over."""
    package = opened(file, place)
    if isinstance(package, Problem):
        yield package
        return
    container, book = _Container(), _Book()
    try:
        parse(package.read(_CONTAINER), container)
        parse(package.read(container.path), book)
    except (PackageError, XmlError) as error:
        yield not_read(place, error)
        return
    seen = False
    folder = posixpath.dirname(container.path)
    for number, chapter in enumerate((one for one in book.order if one in book.files), 1):
        name = posixpath.normpath(posixpath.join(folder, book.files[chapter]))
        for found in _chapter(package, name, book.found, number, place):
            seen = True
            yield found
    if not seen:
        yield Problem(place.path, None, "the book has no text", "save its text as .txt or .md")


def _chapter(
    package: Package, name: str, metadata: Mapping[str, object], number: int, place: Place
) -> Iterator[Article | Problem]:
    """The article of a chapter; none where it is but a picture."""
    try:
        decoded = decode(package.read(name))
    except PackageError as error:
        yield not_read(place, error, number)
        return
    text = text_of(decoded.text) if decoded else ""
    if text.strip():
        identity = place.item(number)
        yield make_article(identity, text, path=place.path, name=identity, metadata=metadata, marked=True)

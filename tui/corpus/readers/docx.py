"""Word documents: the text of their paragraphs, headings and lists."""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.making import make_article
from tui.corpus.problem import Problem
from tui.corpus.readers.package import Package, PackageError, not_read, opened
from tui.corpus.readers.place import Place
from tui.corpus.xml import Events, Fields, XmlError, parse

_DOCUMENT = "word/document.xml"
_HEADING = re.compile(r"(?:heading|berschrift|titre)\s?([1-6])\Z|(title)\Z", re.IGNORECASE)
_LEFT_OUT = frozenset({"Fallback", "del", "moveFrom"})
_PROPERTIES = {"title": "title", "creator": "author", "language": "language"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


class _Paragraphs(Events):
    """The paragraphs of a document, as Markdown marks them. What was deleted in tracked changes is left out."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._parts: list[str] = []
        self._mark = ""
        self._words = False
        self._left_out = 0

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _LEFT_OUT:
            self._left_out += 1
        elif name == "p":
            self._end()
        elif name == "t":
            self._words = True
        elif name in _SIGNS and not self._left_out:
            self._parts.append(_SIGNS[name])
        elif name == "numPr":
            self._mark = self._mark or "- "
        elif name == "pStyle" and (found := _HEADING.search(attributes.get("val", ""))):
            self._mark = "#" * int(found[1] or 1) + " "

    def end_element(self, name: str) -> None:
        if name in _LEFT_OUT:
            self._left_out -= 1
        elif name == "p":
            self._end()
        elif name == "t":
            self._words = False

    def text(self, text: str) -> None:
        if self._words and not self._left_out:
            self._parts.append(text)

    def _end(self) -> None:
        words = "".join(self._parts).strip()
        if words:
            self.blocks.append(self._mark + (words.replace("\n", " ") if self._mark else words))
        self._parts.clear()
        self._mark = ""


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The one article of a Word document. Its date is not taken: it is that of the file, not of the article."""
    package = opened(file, place)
    if isinstance(package, Problem):
        yield package
        return
    paragraphs = _Paragraphs()
    if _DOCUMENT not in package.names:
        yield not_read(place, PackageError("it is an archive, but no Word document"))
        return
    try:
        parse(package.read(_DOCUMENT), paragraphs)
    except (PackageError, XmlError) as error:
        yield not_read(place, error)
        return
    text = "\n\n".join(paragraphs.blocks)
    if not text:
        yield Problem(
            place.path, None, "the document has no text", "put a text there, or save its text as .txt"
        )
        return
    name = place.stem.rsplit("/", 1)[-1]
    metadata = _metadata(package)
    yield make_article(place.stem, text, path=place.path, name=name, metadata=metadata, marked=True)


def _metadata(package: Package) -> dict[str, object]:
    """What the document tells of itself; nothing where that cannot be read."""
    properties = Fields(_PROPERTIES)
    try:
        parse(package.read("docProps/core.xml"), properties)
    except (PackageError, XmlError):
        return {}
    return properties.found

"""OPML: a list of feeds. It holds no article, and nothing is ever fetched, so it is only told what it lists."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import whole
from tui.corpus.xml import Events, XmlError, parse

_MOST_NAMED = 5


class _Outlines(Events):
    """The feeds of a list: by title, else by address."""

    def __init__(self) -> None:
        self.feeds: list[str] = []

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        address = attributes.get("xmlUrl", "").strip()
        if name == "outline" and address:
            title = (attributes.get("title") or attributes.get("text") or "").strip()
            self.feeds.append(f"{title} <{address}>" if title else address)


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """Which feeds a list names."""
    data = whole(file, place)
    if isinstance(data, Problem):
        yield data
        return
    outlines = _Outlines()
    try:
        parse(data, outlines)
    except XmlError as error:
        yield Problem(place.path, None, str(error), "save the list anew")
        return
    feeds = outlines.feeds
    named = ", ".join(feeds[:_MOST_NAMED]) + (" …" if len(feeds) > _MOST_NAMED else "")
    many = f"{len(feeds):,} feeds" if len(feeds) != 1 else "1 feed"
    reason = f"a list of {many}, none of which is fetched{': ' if named else ''}{named}"
    yield Problem(place.path, None, reason, "save the feeds as files and name those")

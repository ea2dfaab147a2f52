"""Saved RSS and Atom: one article an entry (feedparser). Nothing is ever fetched."""

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from tui.corpus.article import Article
from tui.corpus.making import make_article
from tui.corpus.markup import headed, text_of
from tui.corpus.problem import Problem, no_article
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import whole

LARGEST_FEED = 20_000_000
"""Bytes of a feed, which is held as a tree."""


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The articles of a feed. Where its XML is broken, entries are read as far as they can be told."""
    data = whole(file, place, most=LARGEST_FEED)
    if isinstance(data, Problem):
        yield data
        return
    if b"<!ENTITY" in data.replace(b"\x00", b""):
        yield Problem(
            place.path, None, "it declares XML entities, which can grow without end", "take them out"
        )
        return
    import feedparser  # type: ignore[import-untyped]

    found = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not found.entries and not found.version:
        yield no_article(place, "XML", "RSS and Atom are read")
        return
    broken = found.bozo and not isinstance(found.get("bozo_exception"), feedparser.CharacterEncodingOverride)
    if broken:
        line = _line(found.bozo_exception)
        yield Problem(place.path, line, "broken XML: what can be told is read", "save it anew", skipped=False)
    for number, entry in enumerate(found.entries, 1):
        yield _article(entry, found.feed, number, place)
    if not found.entries:
        yield Problem(place.path, None, "the feed has no entry", "save it again later")


def _line(error: object) -> int | None:
    number = getattr(error, "getLineNumber", lambda: None)()
    return number if isinstance(number, int) and number > 0 else None


def _article(
    entry: Mapping[str, Any], feed: Mapping[str, Any], number: int, place: Place
) -> Article | Problem:
    """The article of an entry: its content, else its summary."""
    parts = [str(part.get("value") or "") for part in entry.get("content") or ()]
    text = max((text_of(part) for part in (*parts, str(entry.get("summary") or ""))), key=len)
    if not text.strip():
        return Problem(
            place.path, number, "this entry has no text", "the feed may hold titles and links only"
        )
    title = text_of(str(entry.get("title") or "")).replace("\n", " ").lstrip("# ")
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    metadata: dict[str, object] = {
        "title": title or None,
        "author": entry.get("author") or feed.get("author"),
        "source": (entry.get("source") or {}).get("title") or feed.get("title"),
        "date": f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" if day else None,
        "url": entry.get("link"),
        "language": entry.get("language") or feed.get("language"),
    }
    identity = place.item(number)
    return make_article(
        identity, headed(title, text), path=place.path, name=identity, metadata=metadata, marked=True
    )

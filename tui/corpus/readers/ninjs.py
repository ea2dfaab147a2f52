"""JSON documents: news items as IPTC's ninjs has them, one or many, or objects such as JSON Lines hold."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.corpus.article import Article
from tui.corpus.decoding import decode
from tui.corpus.making import make_article
from tui.corpus.markup import headed, text_of
from tui.corpus.problem import Problem, no_article
from tui.corpus.readers.jsonlines import row_article
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import whole

LARGEST_JSON = 20_000_000
"""Bytes of a JSON document, which is held as objects."""

_TEXTS = frozenset({"text", "body_text", "body_html", "body_xhtml", "bodies", "headline", "headlines"})
_ADVICE = "news items have the fields headline and body_text or body_html (ninjs), or title and text"


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The articles of a JSON document: an object, a list of them, or an object with a list of `items`."""
    data = whole(file, place, most=LARGEST_JSON)
    if isinstance(data, Problem):
        yield data
        return
    decoded = decode(data)
    try:
        found = json.loads(decoded.text) if decoded else None
    except json.JSONDecodeError as error:
        yield Problem(place.path, error.lineno, f"broken JSON: {error.msg} at column {error.colno}", _ADVICE)
        return
    except (ValueError, RecursionError):
        yield Problem(place.path, None, "broken JSON: nested too deep, or a number too long", _ADVICE)
        return
    many = found.get("items") if isinstance(found, dict) and "items" in found else found
    if not isinstance(many, list):
        yield (
            _article(many, None, place.stem, place) if _is_news(many) else no_article(place, "JSON", _ADVICE)
        )
        return
    if many and not any(map(_is_news, many)):
        yield no_article(place, "JSON", _ADVICE)
        return
    for number, item in enumerate(many, 1):
        yield _article(item, number, place.item(number), place)
    if not many:
        yield Problem(place.path, None, "the list has no item", _ADVICE)


def _is_news(item: object) -> bool:
    """Whether it has a field that news items have their text in."""
    return isinstance(item, dict) and not _TEXTS.isdisjoint(item)


def _article(item: object, number: int | None, identity: str, place: Place) -> Article | Problem:
    if not isinstance(item, dict):
        return Problem(place.path, number, "this is JSON, but no news item", _ADVICE)
    if "text" in item:
        return row_article(item, number, place)
    html = _body(item, html=True)
    text = text_of(html) if html else _body(item, html=False)
    if not text.strip():
        return Problem(place.path, number, "this news item has no text", _ADVICE)
    title = item.get("headline") or _first(item, "headlines", "value") or item.get("title")
    metadata = {
        "title": title,
        "author": item.get("byline") or _first(item, "bylines", "byline") or _names(item.get("by")),
        "source": item.get("source")
        or _first(item, "infosource", "name")
        or _first(item, "infosources", "name")
        or item.get("copyrightholder"),
        "date": item.get("firstcreated") or item.get("contentcreated") or item.get("versioncreated"),
        "url": _address(item),
        "language": item.get("language"),
    }
    if html:
        text = headed(title if isinstance(title, str) else None, text)
    name = identity.rsplit("/", 1)[-1]
    return make_article(identity, text, path=place.path, name=name, metadata=metadata, marked=bool(html))


def _body(item: dict[str, Any], *, html: bool) -> str:
    """The longest body of an item that is HTML, or that is plain text: `body_html`, `body_xhtml`, or `bodies`."""
    fields = ("body_html", "body_xhtml") if html else ("body_text",)
    bodies = [item[name] for name in fields if isinstance(item.get(name), str)]
    others = item.get("bodies")
    for body in others if isinstance(others, list) else ():
        if isinstance(body, dict) and isinstance(body.get("value"), str):
            kind = f"{body.get('contenttype', '')} {body.get('role', '')}".lower()
            if ("html" in kind) is html:
                bodies.append(body["value"])
    return max(bodies, key=len, default="")


def _first(item: dict[str, Any], field: str, inner: str) -> object:
    """A field of the first object in a list."""
    found = item.get(field)
    first = found[0] if isinstance(found, list) and found else None
    return first.get(inner) if isinstance(first, dict) else None


def _names(value: object) -> object:
    """The names in a list of people, or what else the field holds."""
    if isinstance(value, list):
        return [one.get("name") if isinstance(one, dict) else one for one in value]
    return value


def _address(item: dict[str, Any]) -> object:
    """Where the item can be read: its address, else its identifier where that is one."""
    found = item.get("url") or item.get("canonicalurl") or item.get("uri")
    return found if isinstance(found, str) and found.startswith(("http://", "https://")) else None

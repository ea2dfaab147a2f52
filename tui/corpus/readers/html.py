"""Saved web pages: the article's own text, and what the page tells about it (trafilatura)."""

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.decoding import decode_as
from tui.corpus.making import make_article
from tui.corpus.markup import headed, text_of
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.plain import detected
from tui.corpus.readers.whole import too_large, whole

LARGEST_MARKUP = 5_000_000
"""Characters of a page without the pictures inside it: what reads pages takes 2 s a million."""

_PICTURE = re.compile(r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%]*+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"<html[^>]{0,1000}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE
)


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The one article of a saved page."""
    data = whole(file, place)
    if isinstance(data, Problem):
        yield data
        return
    name = place.stem.rsplit("/", 1)[-1]
    yield from page(data, place, identity=place.stem, name=name)


def page(
    data: bytes,
    place: Place,
    *,
    identity: str,
    name: str,
    number: int | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> Iterator[Article | Problem]:
    """The article of a page, or why there is none; a notice before it where its encoding had to be detected.

    `url` and `charset` are what its server told, `number` is its place in its file.
    """
    told = _CHARSET.search(data[:4096])
    decoded = decode_as(data, charset or (told and told[1].decode("ascii")))
    if decoded is None:
        yield Problem(place.path, number, "this is no page but binary data", "save the page anew as HTML")
        return
    if not decoded.certain:
        yield detected(place, decoded.encoding, number)
    text = _PICTURE.sub("", decoded.text)
    if len(text) > LARGEST_MARKUP:
        yield too_large(place, len(text), LARGEST_MARKUP, number)
        return
    found = _extracted(text, url)
    if found is None:
        yield Problem(place.path, number, "no article was found in this page", "save its text as .txt or .md")
        return
    body, metadata = found
    yield make_article(identity, body, path=place.path, name=name, metadata=metadata, marked=True)


def _extracted(markup: str, url: str | None) -> tuple[str, dict[str, object]] | None:
    """The text of a page's article and what the page tells about it."""
    from trafilatura import extract_with_metadata

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    page = extract_with_metadata(
        markup,
        url=url,
        output_format="html",
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = text_of(page.text or "") if page else ""
    if page is None or not text.strip():
        return None
    language = _LANGUAGE.search(markup[:100_000])
    metadata: dict[str, object] = {
        "title": page.title,
        "author": page.author,
        "source": page.sitename or page.hostname,
        "date": page.date,
        "url": page.url,
        "language": language and language[1],
    }
    return headed(page.title, text), metadata

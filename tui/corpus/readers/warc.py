"""Web archives: one article a page (warcio, and trafilatura for the pages)."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.corpus.article import Article
from tui.corpus.decoding import decode_as
from tui.corpus.making import make_article
from tui.corpus.problem import Problem
from tui.corpus.readers.html import page
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import too_large

LARGEST_PAGE = 20_000_000
"""Bytes of one record, unpacked."""

_PAGES = ("text/html", "application/xhtml+xml")
_KEPT = ("response", "resource", "conversion")


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The articles of an archive. What is no page is counted; from where it is broken, nothing more is read."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

    others: Counter[str] = Counter()
    number = 0
    try:
        for record in ArchiveIterator(file):
            if record.rec_type not in _KEPT:
                continue
            number += 1
            kind = _content_type(record)
            if kind in _PAGES or kind == "text/plain":
                yield from _record(record, kind, number, place)
            else:
                others[kind or "no kind told"] += 1
    except Exception as error:  # noqa: BLE001 - broken archives raise whatever they run into
        reason = f"broken after record {number} ({type(error).__name__}: {error})"[:200]
        yield Problem(place.path, None, reason, "fetch the archive anew")
        return
    if others:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in others.most_common(5))
        reason = f"records that are no pages are not read: {kinds}"
        yield Problem(place.path, None, reason, "nothing is to be done", skipped=False)
    elif not number:
        yield Problem(place.path, None, "the archive has no page in it", "fetch it anew")


def _content_type(record: Any) -> str:
    """What a record holds, in small letters; of a failed request nothing that is read."""
    if record.http_headers is not None:
        status = record.http_headers.get_statuscode()
        if status != "200":
            return f"status {status}"[:40]
        told = record.http_headers.get_header("Content-Type")
    else:
        told = record.rec_headers.get_header("Content-Type")
    return str(told or "").partition(";")[0].strip().lower()[:60]


def _record(record: Any, kind: str, number: int, place: Place) -> Iterator[Article | Problem]:
    data = record.content_stream().read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        yield too_large(place, len(data), LARGEST_PAGE, number)
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    headers = record.http_headers or record.rec_headers
    told = str(headers.get_header("Content-Type") or "").lower()
    charset = told.partition("charset=")[2].strip(" \"'").partition(";")[0] or None
    identity = place.item(number)
    if kind in _PAGES:
        yield from page(
            data, place, identity=identity, name=identity, number=number, url=url, charset=charset
        )
        return
    decoded = decode_as(data, charset)
    if decoded and decoded.text.strip():
        metadata = {"url": url}
        yield make_article(identity, decoded.text, path=place.path, name=identity, metadata=metadata)

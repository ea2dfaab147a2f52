"""Web archives: one article a page (warcio, and trafilatura for the pages)."""

import contextlib
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.bufferedreaders import DecompressingBufferedReader  # type: ignore[import-untyped]

from tui.corpus.article import Article
from tui.corpus.decoding import decode_as
from tui.corpus.making import make_article
from tui.corpus.problem import Problem, no_pages
from tui.corpus.readers.html import page
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import too_large

LARGEST_PAGE = 20_000_000
"""Bytes of one record, unpacked."""

_LARGEST_HEADERS = 1_000_000
_PAGES = ("text/html", "application/xhtml+xml")
_KEPT = ("response", "resource", "conversion")


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The articles of an archive. What is no page is counted; from where it is broken, nothing more is read."""
    archive = _Archive(file)
    others: Counter[str] = Counter()
    number = place.before
    while True:
        try:
            kind, found = archive.following(number + 1, place)
        except StopIteration:
            break
        except Exception as error:  # noqa: BLE001 - broken archives raise whatever they run into
            why = " (its headers have no end)" if isinstance(error, EndlessHeadersError) else ""
            yield Problem(place.path, None, f"broken after record {number}{why}", "fetch the archive anew")
            return
        number += 1
        if found is None:
            others[kind.replace(",", "") or "no kind told"] += 1
        else:
            yield from found
    if archive.iterator.err_count:
        reason = f"records that are longer than they tell: {archive.iterator.err_count:,}"
        yield Problem(place.path, None, reason, "fetch the archive anew", skipped=False)
    if others:
        yield no_pages(place.path, others)
    elif not number:
        yield Problem(place.path, None, "the archive has no page in it", "fetch it anew")


def records(file: BinaryIO) -> Iterator[tuple[int, bool]]:
    """Where each record of an archive begins, in bytes of the file, and whether `read` counts it.

    Raises whatever warcio runs into where the archive is broken.
    """
    with contextlib.redirect_stderr(io.StringIO()):
        iterator = ArchiveIterator(file, no_record_parse=True)
        for record in iterator:
            yield iterator.get_record_offset(), record.rec_type in _KEPT


class EndlessHeadersError(ValueError):
    """A record has more headers, or longer ones, than any archive has."""


class _Archive:
    """The records of an archive, one at a time."""

    def __init__(self, file: BinaryIO) -> None:
        self.iterator = ArchiveIterator(file)
        self._reader = _Bounded(self.iterator.fh)
        self.iterator.reader = self._reader

    def following(self, number: int, place: Place) -> tuple[str, list[Article | Problem] | None]:
        """What the next record that is kept holds, and its articles; None where it is no page.

        Raises StopIteration at the end, and whatever warcio runs into, which would also tell it on the screen.
        """
        with contextlib.redirect_stderr(io.StringIO()):
            while True:
                self._reader.told = 0
                record = next(self.iterator)
                if record.rec_type in _KEPT:
                    break
            kind = _content_type(record)
            if kind not in _PAGES and kind != "text/plain":
                return kind, None
            return kind, list(_record(record, kind, number, place))


class _Bounded(DecompressingBufferedReader):  # type: ignore[misc]
    """The bytes of an archive. `told` counts those of a record's headers, which warcio would hold however many."""

    told = 0

    def readline(self, length: int | None = None) -> bytes:
        """A line of a header. Raises EndlessHeadersError where there are too many, or too long ones."""
        line: bytes = super().readline(min(length or _LARGEST_HEADERS, _LARGEST_HEADERS))
        self.told += len(line)
        if self.told >= _LARGEST_HEADERS:
            raise EndlessHeadersError
        return line


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
        yield too_large(place, max(len(data), record.length or 0), LARGEST_PAGE, number)
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

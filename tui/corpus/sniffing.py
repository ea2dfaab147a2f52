"""Tell the kind of a file by its first bytes, where its name says nothing or something else."""

import re
import zlib

from tui.corpus.kinds import KINDS, Kind, kind_of

ENOUGH = 4096
"""Bytes from the beginning of a file that are looked at."""

_BLANKS = b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"
_MARKUP = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>|\s)*"
    rb"<(?P<root>rss|feed|rdf:rdf|opml|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE = re.compile(rb"(?:<\?xml[^>]*>|\s)*<!doctype html\b", re.IGNORECASE)
_ROOTS = {b"rss": "feeds", b"feed": "feeds", b"rdf:rdf": "feeds", b"opml": "opml"}
_MBOX = re.compile(rb">*From \S+.*\d{4}\r?\n(?:[A-Z>][\w-]*[: ])")
_HEADERS = re.compile(rb"(?:[A-Za-z][\w-]*:[ \t].*\r?\n(?:[ \t].*\r?\n)*){2,}")
_SENT = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_OBJECT = re.compile(rb"\{\s*\"[^\"]{1,200}\"\s*:|\[\s*\{\s*\"")
_TEXTS = frozenset({".txt", ""})
_LOOSE = frozenset({"plain", "html", "feeds", "opml", "mail"})


def sniff(head: bytes, suffix: str) -> Kind:
    """The kind of a file that begins with `head` and whose name ends in `suffix`; plain text where nothing is told.

    Marks that no text begins with go before the name. Those of markup, mail and JSON count where the name says plain
    text, another kind of markup, or nothing.
    """
    named = kind_of(suffix)
    if named is not None and named.plugin:
        return named
    if packed := _packed(head, named):
        return KINDS[packed]
    if named is None or named.name in _LOOSE:
        for look in (_markup, _mail):
            if found := look(head):
                return KINDS[found]
    if (named is None or named.name == "ninjs") and (found := _json(head, named)):
        return KINDS[found]
    return named or KINDS["plain"]


def _packed(head: bytes, named: Kind | None) -> str:
    """The kind that a file's first bytes tell for certain."""
    if head.lstrip(_BLANKS).startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"\x1f\x8b"):
        return "warc" if _unpacked(head).startswith(b"WARC/") else ""
    if head.startswith(b"PK\x03\x04") and (named is None or named.name not in ("epub", "docx")):
        if b"application/epub+zip" in head[:200]:
            return "epub"
        return "docx" if b"[Content_Types].xml" in head or b"word/" in head else ""
    return ""


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 64)
    except zlib.error:
        return b""


def _markup(head: bytes) -> str:
    start = head.replace(b"\x00", b"").lstrip(_BLANKS)
    if not start.startswith(b"<"):
        return ""
    if found := _MARKUP.match(start):
        return _ROOTS.get(found["root"].lower(), "html")
    return "html" if _DOCTYPE.match(start) else ""


def _mail(head: bytes) -> str:
    if _MBOX.match(head):
        return "mail"
    headers = _HEADERS.match(head)
    return "mail" if headers and _SENT.search(headers[0]) else ""


def _json(head: bytes, named: Kind | None) -> str:
    """JSON Lines where an object stands in one line, or another follows in the next; else one JSON document."""
    start = head.replace(b"\x00", b"").lstrip(_BLANKS)
    if not _OBJECT.match(start):
        return ""
    line, more, rest = start.partition(b"\n")
    alone = named is None and (not more or line.rstrip().endswith(b"}"))
    return "jsonlines" if start.startswith(b"{") and (alone or rest.lstrip().startswith(b"{")) else "ninjs"

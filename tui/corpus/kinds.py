"""The kinds of file that can be read: how their names end, which reader they have, and what that needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from tui.plugins import Plugin, plugins


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. Its reader is `tui.corpus.readers.NAME`, or a `plugin`.

    `extra` is the extra to install for it, empty where it needs none, and `needs` the packages which that brings.
    """

    name: str
    suffixes: tuple[str, ...]
    extra: str = ""
    needs: tuple[str, ...] = ()
    plugin: Plugin | None = None


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("plain", (".txt",)),
        Kind("markdown", (".md", ".markdown")),
        Kind("jsonlines", (".jsonl", ".ndjson")),
        Kind("table", (".csv", ".tsv")),
        Kind("html", (".html", ".htm", ".xhtml"), "html", ("trafilatura",)),
        Kind("feeds", (".rss", ".atom", ".xml"), "feeds", ("feedparser",)),
        Kind("opml", (".opml",)),
        Kind("mail", (".eml", ".mbox")),
        Kind("epub", (".epub",)),
        Kind("docx", (".docx",)),
        Kind("pdf", (".pdf",), "pdf", ("pypdf",)),
        Kind("ninjs", (".json",)),
        Kind("warc", (".warc", ".warc.gz"), "warc", ("warcio", "trafilatura")),
    )
}
_BY_SUFFIX = {suffix: kind for kind in KINDS.values() for suffix in kind.suffixes}
SUFFIXES = frozenset(_BY_SUFFIX)


def suffix_of(name: str) -> str:
    """How a file's name ends, in small letters: `.txt`, `.warc.gz`; empty where it has no suffix."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return ".warc.gz"
    dot = lower.rfind(".")
    return lower[dot:] if 0 < dot < len(lower) - 1 else ""


def kind_of(suffix: str) -> Kind | None:
    """The kind of files that end so; where this program has none, that of a plug-in."""
    return _BY_SUFFIX.get(suffix) or _plugged(suffix)


@cache
def _plugged(suffix: str) -> Kind | None:
    found = [plugin for plugin in plugins("readers") if f".{plugin.name.lower()}" == suffix]
    return Kind(found[0].name, (suffix,), plugin=found[0]) if found else None


@cache
def is_installed(kind: Kind) -> bool:
    """Whether all that the reader of a kind needs is there. Imports nothing."""
    return all(find_spec(package) for package in kind.needs)


def how_to_install(kind: Kind) -> str:
    """What to type so that files of a kind can be read."""
    return f'pip install "corpus-tui[{kind.extra}]"'

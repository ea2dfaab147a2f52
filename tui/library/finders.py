"""What findings are made with, told without loading what finds them."""

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui.corpus.article import Article, Span
from tui.corpus.problem import Problem
from tui.errors import CorpusError
from tui.library import schema
from tui.plugins import Plugin, plugins

if TYPE_CHECKING:
    from tui.findings.findings import Findings

_FINDERS = ("corpus", "findings")
"""The rooms whose code and word lists decide what is found in a text."""


@cache
def finders_version() -> str:
    """What findings are made with: a digest of all code and word lists that find, and of the plug-ins that do.

    Articles that were read with another are read again.
    """
    digest = hashlib.sha256(schema.SHAPE.encode())
    package = Path(__file__).parents[1]
    for path in sorted(path for room in _FINDERS for path in (package / room).rglob("*.*")):
        if path.suffix in {".py", ".txt"}:
            digest.update(path.read_bytes())
    for plugin in plugins("finders"):
        digest.update(repr(plugin).encode())
    return digest.hexdigest()[:16]


def problems_of_plugins() -> tuple[Problem, ...]:
    """The plug-ins that cannot be loaded; findings are made without them."""
    found = []
    for plugin in plugins("finders"):
        try:
            plugin.load()
        except CorpusError as error:
            found.append(Problem(plugin.package, None, error.title, error.advice, skipped=False))
    return tuple(found)


def find_more(article: Article, findings: "Findings") -> "tuple[Findings, list[str]]":
    """`findings` with those of the plug-ins, and which of these stumbled over the article: they add nothing."""
    failed = []
    for plugin in plugins("finders"):
        try:
            find = plugin.load()
        except CorpusError:
            continue  # told once, by `problems_of_plugins`
        try:
            findings = _checked(find(article, findings), article, plugin)
        except Exception as error:  # noqa: BLE001 - what a plug-in runs into nobody knows beforehand
            failed.append(
                f"the plug-in {plugin.name} stumbled over it ({type(error).__name__}: {error})"[:300]
            )
    return findings, failed


def _checked(found: "Findings", article: Article, plugin: Plugin) -> "Findings":
    """What a plug-in found, in order of position. Raises where that is none, or stands outside of the text."""
    from tui.findings.findings import Findings

    if not isinstance(found, Findings):
        raise TypeError(f"{plugin.value} gives {type(found).__name__}, not Findings")
    spans = [Span(*span) for quote in found.quotes for span in quote.spans]
    spans += [Span(mention.start, mention.end) for actor in found.actors for mention in actor.mentions]
    spans += [Span(date.start, date.end) for date in found.dates]
    spans += [Span(event.start, event.end) for event in found.events]
    if not all(0 <= start < end <= len(article.text) for start, end in spans):
        raise ValueError("a finding stands outside of the text")
    return Findings(
        quotes=tuple(sorted(found.quotes, key=lambda quote: quote.spans[0])),
        actors=found.actors,
        dates=tuple(sorted(found.dates, key=lambda date: date.start)),
        events=found.events,
    )

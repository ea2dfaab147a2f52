"""All the findings of one article, by one call: what the library keeps and what a process of its own can compute."""

from collections.abc import Callable
from dataclasses import replace

from tui.corpus.article import Article
from tui.findings.actors.finding import find_actors
from tui.findings.document import Document, analyse
from tui.findings.events.dates import find_dates
from tui.findings.events.finding import find_events
from tui.findings.findings import Findings
from tui.findings.quotes.finding import find_quotes
from tui.findings.quotes.unattributed import find_marked


def extract(article: Article) -> Findings:
    """Find the actors, quotations, dates and events of `article`. Pure: the same article gives the same findings.

    Each language has rules of its own. Of an article in a language that has none, only the words in marks are found:
    whom they belong to, and all else, would be a guess.
    """
    return extract_from(analyse(article))


def extract_from(document: Document) -> Findings:
    """As `extract`, of an article that is cut already."""
    return _BY_LANGUAGE.get(document.language, _marks_alone)(document)


def redated(article: Article, findings: Findings) -> Findings:
    """`findings` of an article that has another date now: its time expressions and events are found anew."""
    document = analyse(article)
    if document.language == "en":
        dates = find_dates(document)
        return replace(findings, dates=dates, events=find_events(document, findings.actors, dates))
    if document.language == "de":
        from tui.findings import german

        return replace(findings, dates=german.find_dates(document))
    return findings


def _english(document: Document) -> Findings:
    actors = find_actors(document)
    dates = find_dates(document)
    return Findings(
        quotes=find_quotes(document, actors),
        actors=actors,
        dates=dates,
        events=find_events(document, actors, dates),
    )


def _german(document: Document) -> Findings:
    from tui.findings import german  # most corpora have no use for its lists

    actors = german.find_actors(document)
    return Findings(
        quotes=german.find_quotes(document, actors),
        actors=actors,
        dates=german.find_dates(document),
        events=(),
    )


def _marks_alone(document: Document) -> Findings:
    return Findings(quotes=find_marked(document), actors=(), dates=(), events=())


_BY_LANGUAGE: dict[str, Callable[[Document], Findings]] = {"en": _english, "de": _german}

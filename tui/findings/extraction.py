"""All the findings of one article, by one call: what the library keeps and what a process of its own can compute."""

from dataclasses import replace

from tui.corpus.article import Article
from tui.findings.actors.finding import find_actors
from tui.findings.document import Document, analyse
from tui.findings.events.dates import find_dates
from tui.findings.events.finding import find_events
from tui.findings.findings import Findings
from tui.findings.quotes.finding import find_quotes


def extract(article: Article) -> Findings:
    """Find the actors, quotations, dates and events of `article`. Pure: the same article gives the same findings."""
    return extract_from(analyse(article))


def extract_from(document: Document) -> Findings:
    """As `extract`, of an article that is cut already."""
    actors = find_actors(document)
    dates = find_dates(document)
    return Findings(
        quotes=find_quotes(document, actors),
        actors=actors,
        dates=dates,
        events=find_events(document, actors, dates),
    )


def redated(article: Article, findings: Findings) -> Findings:
    """`findings` of an article that has another date now: its time expressions and events are found anew."""
    document = analyse(article)
    dates = find_dates(document)
    return replace(findings, dates=dates, events=find_events(document, findings.actors, dates))

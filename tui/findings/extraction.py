"""All the findings of one article, by one call: what the library keeps and what a process of its own can compute."""

from dataclasses import dataclass, replace

from tui.corpus.article import Article
from tui.findings.actors.actor import ArticleActor
from tui.findings.actors.finding import find_actors
from tui.findings.document import Document, analyse
from tui.findings.events.dates import find_dates
from tui.findings.events.event import ArticleEvent, TimeExpression
from tui.findings.events.finding import find_events
from tui.findings.quotes.finding import find_quotes
from tui.findings.quotes.quote import Quote


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one article, each kind in order of position."""

    quotes: tuple[Quote, ...]
    actors: tuple[ArticleActor, ...]
    dates: tuple[TimeExpression, ...]
    events: tuple[ArticleEvent, ...]


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

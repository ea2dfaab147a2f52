"""Find the events that an article tells."""

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document
from tui.findings.events.event import ArticleEvent, TimeExpression


def find_events(
    document: Document, actors: tuple[ArticleActor, ...], dates: tuple[TimeExpression, ...]
) -> tuple[ArticleEvent, ...]:
    """The events of one article, in order of position."""
    return ()

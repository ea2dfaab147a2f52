"""Find the quotations of an article and who spoke them."""

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document
from tui.findings.quotes.quote import Quote


def find_quotes(document: Document, actors: tuple[ArticleActor, ...]) -> tuple[Quote, ...]:
    """The quotations of one article in order of position, speakers resolved to `actors`."""
    return ()

"""Find the actors that an article names."""

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document


def find_actors(document: Document) -> tuple[ArticleActor, ...]:
    """The actors of one article, in order of first mention."""
    return ()

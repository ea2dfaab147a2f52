"""Find the quotations of an article and who spoke them."""

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document
from tui.findings.quotes.assembly import assemble, reported
from tui.findings.quotes.inheritance import attribute_all, last_speaker
from tui.findings.quotes.passages import passages
from tui.findings.quotes.quote import Mention, Quote
from tui.findings.quotes.resolution import resolve


def find_quotes(document: Document, actors: tuple[ArticleActor, ...]) -> tuple[Quote, ...]:
    """The quotations of one article in order of position, speakers resolved to `actors`."""
    found: list[Quote] = []
    before: Mention | None = None
    for passage in passages(document):
        attributed = attribute_all(passage, before)
        quotes = assemble(attributed)
        taken = {quote.cue.start for quote in quotes if quote.cue}
        found += quotes
        found += reported(passage, taken)
        before = last_speaker(passage, [attribution for _, attribution in attributed], before)
    found.sort(key=lambda quote: quote.spans[0])
    return tuple(resolve(document, actors, found))

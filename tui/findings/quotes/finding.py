"""Find the quotations of an article and who spoke them."""

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document
from tui.findings.quotes.agencies import agency_pattern
from tui.findings.quotes.assembly import add_quotations, reported, sign
from tui.findings.quotes.inheritance import attribute_all, last_speaker, signature
from tui.findings.quotes.passages import passages
from tui.findings.quotes.quote import Mention, Quote
from tui.findings.quotes.resolution import resolve


def find_quotes(document: Document, actors: tuple[ArticleActor, ...]) -> tuple[Quote, ...]:
    """The quotations of one article in order of position, speakers resolved to `actors`.

    Spans do not overlap; an indirect quotation holds no quoted words.
    """
    marked: list[Quote] = []
    indirect: list[Quote] = []
    agencies = agency_pattern(document.article.text)
    before: Mention | None = None
    for passage in passages(document):
        signed = signature(passage)
        if signed is not None and marked:
            sign(marked, signed)
        attributed = attribute_all(passage, before)
        add_quotations(marked, attributed, agencies)
        taken = {attribution.cue.start for _, attribution in attributed if attribution and attribution.cue}
        indirect += reported(passage, taken, agencies)
        before = last_speaker(passage, [attribution for _, attribution in attributed], before)
    found = sorted(marked + indirect, key=lambda quote: quote.spans[0])
    return tuple(resolve(document, actors, found))

"""Find the quotations of an article and who spoke them."""

from tui.findings.actors.actor import ActorType, ArticleActor
from tui.findings.actors.vocabulary import vocabulary
from tui.findings.document import Document
from tui.findings.quotes.agencies import agency_pattern
from tui.findings.quotes.assembly import add_quotations, reported, sign
from tui.findings.quotes.inheritance import History, attribute_all, signature
from tui.findings.quotes.passages import passages
from tui.findings.quotes.quote import Quote
from tui.findings.quotes.resolution import resolve
from tui.findings.quotes.statements import is_statement


def find_quotes(document: Document, actors: tuple[ArticleActor, ...]) -> tuple[Quote, ...]:
    """The quotations of one article in order of position, speakers resolved to `actors`.

    Spans do not overlap; an indirect quotation holds no quoted words. A label before a headline's colon speaks only
    where it is an actor's name or has a title: `Conclusion: A Way Forward` is nobody's words.
    """
    marked: list[Quote] = []
    indirect: list[Quote] = []
    agencies = agency_pattern(document)
    history: History = []
    for passage in passages(document):
        signed = signature(passage)
        if signed is not None and marked:
            sign(marked, signed)
        attributed = attribute_all(passage, history)
        statements = [pair for pair in attributed if is_statement(*pair)]
        add_quotations(marked, statements, agencies)
        indirect += reported(passage, statements, agencies)
        history.append((passage, [attribution for _, attribution in attributed]))
    found = sorted(marked + indirect, key=lambda quote: quote.spans[0])
    resolved = resolve(document, actors, found)
    types = {actor.name: actor.type for actor in actors}
    return _without_turns([quote for quote in resolved if _is_told(quote, types)])


def _is_told(quote: Quote, types: dict[str, ActorType]) -> bool:
    """Whether it is no label that names nobody: before a colon an actor or somebody by title, after it a person."""
    if quote.rule == "closing label":
        return types.get(quote.actor or "") == "person"
    if quote.rule != "label" or quote.speaker is None:
        return True
    if quote.actor is not None:
        return types.get(quote.actor) != "place"
    return quote.speaker.text.split()[0].lower().rstrip(".") in vocabulary().honorifics


def _without_turns(quotes: list[Quote]) -> tuple[Quote, ...]:
    """The quotations without the reports inside a speaker's turn, which is theirs as a whole."""
    turns = [quote.spans[0] for quote in quotes if quote.rule == "label"]
    if not turns:
        return tuple(quotes)
    return tuple(
        quote
        for quote in quotes
        if quote.rule == "label" or not any(start <= quote.spans[0].start < end for start, end in turns)
    )

"""Read a text as an article and find its quotations, as the program does."""

from tui.corpus.making import make_article
from tui.findings.actors.finding import find_actors
from tui.findings.document import Document, analyse
from tui.findings.quotes.finding import find_quotes
from tui.findings.quotes.quote import Quote


def document_of(text: str) -> Document:
    return analyse(make_article("a", text, path="a.txt", name="a", metadata={"title": "A title of its own"}))


def quotes_of(text: str) -> tuple[Quote, ...]:
    document = document_of(text)
    return find_quotes(document, find_actors(document))


def marked(text: str) -> list[Quote]:
    return [quote for quote in quotes_of(text) if quote.kind != "indirect"]


def reported(text: str) -> list[Quote]:
    return [quote for quote in quotes_of(text) if quote.kind == "indirect"]


def speaker(quote: Quote) -> str | None:
    return quote.speaker.text if quote.speaker else None

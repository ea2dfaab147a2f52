"""`quotes`: who said what."""

from collections.abc import Sequence
from pathlib import Path

import click

from tui.cli.corpus import corpus, corpus_options
from tui.cli.output import Format, emit, format_option, tell
from tui.cli.places import Places
from tui.cli.safe import line
from tui.corpus.text import fold
from tui.export.objects import quote_object
from tui.library.rows import PlacedQuote
from tui.notebook.book import Book
from tui.notebook.corrections import shown

GUESSED = frozenset({"pronoun", "role", "inherited"})
"""Ways to know a speaker that are conclusions, not words of the text: the name then stands in parentheses."""


@click.command(
    epilog="""\b
Examples:
  corpus-tui quotes ~/news
  corpus-tui quotes ~/news --speaker ryabkov --kind direct
  corpus-tui quotes ~/news --unattributed
  corpus-tui quotes ~/news --all
  corpus-tui quotes ~/news --format csv > quotes.csv
"""
)
@corpus_options
@click.option("--article", "wanted", metavar="ID", help="Of this article only.")
@click.option("--speaker", metavar="NAME", help="Only of speakers with NAME in their name, in any case.")
@click.option("--kind", type=click.Choice(["direct", "fragment", "indirect"]), help="Only of this kind.")
@click.option("--unattributed", is_flag=True, help="Only those whose speaker the text does not tell.")
@click.option("--all", "everything", is_flag=True, help="The doubtful ones too.")
@format_option
def quotes(
    paths: Sequence[str],
    folder: Path | None,
    wanted: str | None,
    speaker: str | None,
    kind: str | None,
    unattributed: bool,
    everything: bool,
    form: Format,
) -> None:
    """Print who said what at PATH, in the order of the articles.

    direct: wholly in quotation marks. fragment: some marked words in the writer's own clause. indirect: reported
    without marks. A name in parentheses was concluded (from "he said", for example); the text does not say it there.
    JSON Lines and CSV hold the doubtful ones too: what somebody is held to think or want rather than to have said.
    """
    with corpus(paths, folder) as library:
        article = library.resolve(wanted) if wanted is not None else None
        found = [
            placed
            for placed in shown(library, Book()).quotes(article)
            if _is_wanted(placed, speaker, kind, unattributed)
        ]
        sure = [placed for placed in found if not placed.quote.doubtful]
        told = sure if form == "text" and not everything else found
        places = Places(library)
        emit(form, "quote", told, to_object=quote_object, to_text=lambda placed: quote_line(placed, places))
        if len(told) < len(found):
            tell(f"{len(found) - len(told)} more are doubtful: --all prints them")


def _is_wanted(placed: PlacedQuote, speaker: str | None, kind: str | None, unattributed: bool) -> bool:
    quote = placed.quote
    if kind is not None and quote.kind != kind:
        return False
    if unattributed and quote.attribution not in {"unknown", "cut_off"}:
        return False
    if speaker is None:
        return True
    names = (placed.actor, quote.actor, quote.speaker.text if quote.speaker else None)
    return any(fold(speaker) in fold(name) for name in names if name)


def quote_line(placed: PlacedQuote, places: Places) -> str:
    """A quotation for people: speaker, words, kind and place."""
    quote = placed.quote
    words = line(placed.text) if quote.kind == "indirect" else f"“{line(placed.text)}”"
    told = [quote.kind, places.at(placed.article, quote.spans[0].start)]
    if quote.attribution == "cut_off":
        told.append("the text breaks off where the speaker would stand")
    if quote.via:
        told.append(f"via {line(quote.via)}")
    return f"{speaker_name(placed)}: {words}  [{', '.join(told)}]"


def speaker_name(placed: PlacedQuote) -> str:
    """Who spoke: a name, `(name)` where it was concluded, the text's own words, or that none is told."""
    quote = placed.quote
    if placed.actor:
        name = line(placed.actor)
        return f"({name})" if quote.resolved in GUESSED else name
    return line(quote.speaker.text) if quote.speaker else "? no speaker told"

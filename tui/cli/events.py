"""`events`: what happened when, where, and who took part; and each time expression."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from tui.cli.corpus import corpus, corpus_options
from tui.cli.output import Format, emit, format_option
from tui.cli.places import Places
from tui.cli.safe import line
from tui.export.objects import date_object, event_object
from tui.findings.events.event import Event, TimeExpression
from tui.library.library import Library
from tui.notebook.book import Book
from tui.notebook.corrections import shown

Dated = tuple[str, TimeExpression]


@click.command(
    epilog="""\b
Examples:
  corpus-tui events ~/news
  corpus-tui events ~/news --dates --format csv > dates.csv
"""
)
@corpus_options
@click.option("--dates", is_flag=True, help="Print each time expression and the days it names, instead.")
@format_option
def events(paths: Sequence[str], folder: Path | None, dates: bool, form: Format) -> None:
    """Print dated and placed events, with participants and level, one told in several articles once.

    Dates are EDTF (ISO 8601-2): 2023, 2023-07, 2023-07-10/2023-07-16. What the text leaves undated stays undated.
    """
    with corpus(paths, folder) as library:
        places = Places(library)
        if dates:
            emit(
                form,
                "date",
                _dated(library),
                to_object=lambda dated: date_object(*dated),
                to_text=lambda dated: date_line(*dated, places),
            )
        else:
            emit(
                form,
                "event",
                shown(library, Book()).events(),
                to_object=event_object,
                to_text=lambda event: event_line(event, places),
            )


def _dated(library: Library) -> Iterator[Dated]:
    corrected = shown(library, Book())
    for row in library.rows():
        for date in corrected.findings(row.id).dates:
            yield row.id, date


def event_line(event: Event, places: Places) -> str:
    """An event for people: date, title, place, participants, level, status, and where it is told."""
    when = event.date or (f"“{line(event.date_text)}”" if event.date_text else "undated")
    told = [line(event.title), event.place and line(event.place), ", ".join(map(line, event.participants))]
    kinds = [f"level: {event.level}" if event.level else None, event.status]
    where = " ".join(dict.fromkeys(places.at(mention.article, mention.start) for mention in event.mentions))
    return f"{when}  {' · '.join(part for part in [*told, *kinds] if part)}  [{where}]"


def date_line(article: str, date: TimeExpression, places: Places) -> str:
    """A time expression for people: its words, the days it names, its place."""
    value = date.value or "not told"
    anchored = "" if date.anchored else "  (needs the article's date)"
    return f"{line(date.text)}: {value}{anchored}  [{places.at(article, date.start)}]"

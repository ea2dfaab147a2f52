"""What each article holds of each actor, event or speaker, counted. Draws nothing."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from tui.app.lighting import Spot
from tui.corpus.article import Span
from tui.findings.events.event import Event
from tui.library.counting import UNTOLD, Counted, actor_places, counted_actors, counted_speakers
from tui.library.library import Library
from tui.library.rows import PlacedQuote
from tui.notebook.corrections import Corrected

NO_SPEAKER = "no speaker told"


class Placed(Protocol):
    """Code points `start` to `end` of the article with this id."""

    @property
    def article(self) -> str: ...  # noqa: D102 - as the class says
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


Find = Callable[[str], Sequence[Span]]
"""Where what a row counts stands in an article, by id: looked up when the cursor is on its cell."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An actor, an event or a speaker: how often each article has it (by id, none with 0), and how that is found.

    `name` is as the corpus has it, `note` what else tells it from its like (`person`, `2025-02`). `thing` is what is
    counted. `copies` are the articles that have another's text: the two count once.
    """

    name: str
    note: str
    thing: str
    counts: Mapping[str, int]
    find: Find
    copies: Collection[str] = ()

    @property
    def told_by(self) -> list[str]:
        """The articles that have it, copies of others left out; all where there are but copies."""
        return [article for article in self.counts if article not in self.copies] or list(self.counts)

    @property
    def total(self) -> int:
        """In all articles that are no copies."""
        return sum(self.counts[article] for article in self.told_by)

    def spots(self, article: str) -> tuple[Spot, ...]:
        """Where it stands in an article."""
        return tuple(Spot(article, *span) for span in self.find(article)) if article in self.counts else ()


def counting_once(rows: Iterable[MatrixRow], copies: Collection[str]) -> list[MatrixRow]:
    """The rows with what stands in copies left out of their totals; the order follows the totals."""
    return _sorted(replace(row, copies=copies) for row in rows)


def actor_rows(library: Library, corrected: Corrected) -> list[MatrixRow]:
    """Mentions of each actor, the most mentioned first; put together only where the reader corrected actors."""
    if not corrected.actors_as_found:
        return _sorted(
            _row(actor.name, actor.type, "mention", actor.mentions) for actor in corrected.actors()
        )
    return _sorted(
        _counted(one, "mention", partial(actor_places, library, one.name)) for one in counted_actors(library)
    )


def event_rows(events: Iterable[Event]) -> list[MatrixRow]:
    """The passages that tell of each event, the one told most first; two events of one title are two rows."""
    return _sorted(
        _row(event.title, event.date or event.date_text or "", "mention", event.mentions) for event in events
    )


def quote_rows(library: Library, corrected: Corrected) -> list[MatrixRow]:
    """The quotations of each speaker, the most quoted first; those of which no speaker is told come last."""
    if corrected.quotes_as_found:
        return _sorted(
            _counted(one, "quote", partial(_quoted_in, corrected, one.name))
            for one in counted_speakers(library, NO_SPEAKER)
        )
    speakers: dict[str, list[Spot]] = {}
    for placed in corrected.quotes():
        span = placed.quote.spans[0]
        speakers.setdefault(_speaker(placed), []).append(Spot(placed.article, span.start, span.end))
    return _sorted(_row(name, "", "quote", spots) for name, spots in speakers.items())


def _speaker(placed: PlacedQuote) -> str:
    quote = placed.quote
    name = placed.actor or (quote.speaker.text if quote.speaker else "")
    return name if name and quote.attribution not in UNTOLD else NO_SPEAKER


def _quoted_in(corrected: Corrected, speaker: str, article: str) -> list[Span]:
    """Where the quotations of a speaker begin in an article."""
    return [placed.quote.spans[0] for placed in corrected.quotes(article) if _speaker(placed) == speaker]


def only_here(row: MatrixRow, articles: int) -> bool:
    """Whether one article alone has it, in a corpus of so many."""
    return articles > 1 and len(row.told_by) == 1


def alone_in(row: MatrixRow, article: str, articles: int) -> bool:
    """Whether this article alone has it, copies of it left out."""
    return only_here(row, articles) and row.told_by == [article]


def next_article(row: MatrixRow, articles: Sequence[str], column: int, direction: int) -> int | None:
    """The next (1) or previous (-1) column whose article has it, seen from `column`; behind the last the first.

    None where no article has it.
    """
    for step in range(1, len(articles) + 1):
        at = (column + direction * step) % len(articles)
        if articles[at] in row.counts:
            return at
    return None


def page(column: int, columns: int, fitting: int) -> range:
    """The columns that are shown with the cursor on `column`, of so many, where so many fit: whole pages of them."""
    first = column // max(fitting, 1) * max(fitting, 1)
    return range(first, min(first + max(fitting, 1), columns))


def heads(shorts: Sequence[str], first: int, most: int) -> list[str]:
    """What stands over some columns: the articles' numbers, or their places in the corpus where one is too long."""
    if all(short.isalnum() and len(short) <= most for short in shorts):
        return list(shorts)
    return [f"{first + at + 1}"[-most:] for at in range(len(shorts))]


def _row(name: str, note: str, thing: str, places: Sequence[Placed]) -> MatrixRow:
    counts: dict[str, int] = {}
    for place in places:
        counts[place.article] = counts.get(place.article, 0) + 1
    return MatrixRow(name, note, thing, counts, partial(_spans, places))


def _counted(one: Counted, thing: str, find: Find) -> MatrixRow:
    return MatrixRow(one.name, one.note, thing, one.counts, find)


def _spans(places: Sequence[Placed], article: str) -> list[Span]:
    return [Span(one.start, one.end) for one in places if one.article == article]


def _sorted(rows: Iterable[MatrixRow]) -> list[MatrixRow]:
    return sorted(rows, key=lambda row: (row.name == NO_SPEAKER, -row.total, row.name))

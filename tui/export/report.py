"""What a report tells: all the findings of a corpus, gathered once, to be written as Markdown or HTML."""

from dataclasses import dataclass, replace

from tui.compare.difference import Difference
from tui.corpus.article import Article, Span
from tui.findings.actors.actor import Actor
from tui.findings.events.event import Event, EventMention
from tui.library.library import Library
from tui.library.repeated import kept_copies, once
from tui.library.rows import ArticleRow, Counts, PlacedQuote
from tui.notebook.book import Book
from tui.notebook.corrections import shown
from tui.notebook.judging import judged_differences
from tui.notebook.placing import Placed, Placing

COMPARED = 200
"""Articles of which a report tells what differs; comparing each with each takes too long in a larger corpus."""


@dataclass(frozen=True, slots=True)
class Report:
    """A corpus and what was found in it. `compared` is False where differences were not looked for.

    `named` has the place in the corpus (from 1) and the short name of each article, by id. `left_out` counts the
    quotations that are not told because they are doubtful.
    """

    name: str
    counts: Counts
    rows: tuple[ArticleRow, ...]
    named: dict[str, tuple[int, str]]
    articles: dict[str, Article]
    speakers: dict[str, list[PlacedQuote]]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    differences: tuple[Difference, ...]
    compared: bool
    notes: tuple[Placed, ...]
    left_out: int = 0

    @property
    def summary(self) -> str:
        """How much there is, in a line."""
        counts = self.counts
        parts = [
            (counts.articles, "article", "articles"),
            (counts.actors, "actor", "actors"),
            (counts.quotes, "quotation", "quotations"),
            (counts.unknown, "of them without a speaker", "of them without a speaker"),
            (len(self.differences), "difference", "differences"),
        ]
        return " · ".join(f"{number:,} {one if number == 1 else many}" for number, one, many in parts)

    def number(self, article: str) -> int:
        """The place of an article in the corpus, from 1."""
        return self.named[article][0]

    def short(self, article: str) -> str:
        """What people call an article: its leading number, else its id."""
        return self.named[article][1]

    def passage(self, article: str, offset: int) -> tuple[int, Span]:
        """The number and the span of the block that holds the code point at `offset`."""
        block = self.articles[article].block_at(offset)
        return (block.number, Span(block.start, block.end)) if block else (1, Span(0, 0))


NO_SPEAKER = "No speaker told"


def gather(library: Library, book: Book, name: str, *, doubtful: bool = False) -> Report:
    """Ask `library` and `book` for all that a report tells; the `doubtful` quotations where they are wanted too.

    Quotations are by speaker, the most quoted first; doubtful ones stand last.
    """
    corrected = shown(library, book)
    copies = kept_copies(library)
    quotes = [*once(corrected.quotes(), copies)]
    told = [placed for placed in quotes if doubtful or not placed.quote.doubtful]
    rows = tuple(corrected.row(row) for row in library.rows())
    compared = len(rows) <= COMPARED
    found = judged_differences(library, book) if compared else []
    placed = (
        one for one in Placing(library).all(book.marks) if not one.elsewhere and one.mark.kind != "read"
    )
    return Report(
        name=name,
        counts=corrected.counts(),
        rows=rows,
        named={row.id: (number, row.short) for number, row in enumerate(rows, 1)},
        articles={row.id: corrected.article(row.id) for row in rows},
        speakers=_by_speaker(told),
        actors=tuple(replace(one, mentions=once(one.mentions, copies)) for one in corrected.actors()),
        events=tuple(corrected.events()),
        differences=tuple(one for one in found if not one.doubtful and one.state != "dismissed"),
        compared=compared,
        notes=tuple(placed),
        left_out=len(quotes) - len(told),
    )


def _by_speaker(quotes: list[PlacedQuote]) -> dict[str, list[PlacedQuote]]:
    groups: dict[str, list[PlacedQuote]] = {}
    for placed in quotes:
        speaker = placed.quote.speaker
        name = placed.actor or (" ".join(speaker.text.split()) if speaker else NO_SPEAKER)
        groups.setdefault(name, []).append(placed)
    order = sorted(groups, key=lambda name: (name == NO_SPEAKER, -len(groups[name])))
    return {name: sorted(groups[name], key=lambda placed: placed.quote.doubtful) for name in order}


def cue_of(placed: PlacedQuote) -> str:
    """The words that report a quotation (`declined`), in a line; empty where it is only a mark."""
    cue = " ".join(placed.quote.cue.text.split()) if placed.quote.cue else ""
    return cue if any(map(str.isalpha, cue)) else ""


def left_out(report: Report) -> str:
    """How many quotations are not told, as a sentence; empty where all are."""
    if not report.left_out:
        return ""
    told = "One more is" if report.left_out == 1 else f"{report.left_out:,} more are"
    return f"{told} doubtful (held to be thought or wanted, rather than said) and left out."


def remarks(placed: PlacedQuote) -> list[str]:
    """What a reader should know of how a quotation was found, beside its kind."""
    quote = placed.quote
    told = {
        "the text breaks off where the speaker would stand": quote.attribution == "cut_off",
        "the name was concluded": quote.resolved in {"pronoun", "role", "inherited"},
        f"via {quote.via}": quote.via is not None,
        "doubtful": quote.doubtful,
    }
    return [remark for remark, holds in told.items() if holds]


def when(event: Event) -> str:
    """The day of an event; where only a stretch of time is told (`in two weeks`), the words that tell it."""
    if event.date is None or event.date.startswith("P"):
        return event.date_text or "undated"
    return event.date


def one_a_block(report: Report, event: Event) -> list[EventMention]:
    """The mentions of an event, of each block the first."""
    places = {
        (mention.article, report.passage(mention.article, mention.start)[0]): mention
        for mention in reversed(event.mentions)
    }
    return [mention for mention in event.mentions if mention in places.values()]


HOW_SURE = (
    "Quotations, speakers, actors, dates and differences were found by rules, which err: each links to the exact "
    "words. Accounts differ; this does not say which is right."
)

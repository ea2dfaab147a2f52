"""The ledger: every statement of the corpus, by speaker, by article or by kind; the unknown ones stand apart."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from tui.app.lighting import Spot
from tui.app.screens.folding import FoldingScreen
from tui.app.status import quote_status
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import NO_SPEAKER, Heading, cue_before, speaker_name
from tui.compare.statements import Said, differing_words, same_statements
from tui.corpus.article import Span
from tui.findings.quotes.quote import DOUBTFUL
from tui.library.rows import PlacedQuote
from tui.settings.places import Place

KINDS = {"direct": "quoted directly", "fragment": "some quoted words", "indirect": "reported without marks"}
UNTOLD = {"unknown": "no speaker told", "cut_off": "cut off before the speaker", "anonymous": "no name given"}

CUE = 24
"""Columns for the cue of reported words."""

Statement = tuple[PlacedQuote, ...]
"""What one speaker said, as several articles have it: the surest quotation first."""


class LedgerScreen(FoldingScreen):
    """All quotations; the same statement in several articles is one row."""

    name_of_list = "All quotes"
    nothing = "Nobody is quoted in these articles. {back} goes back."
    orders: ClassVar[tuple[str, ...]] = ("by speaker", "by article", "by kind", "no speaker told")

    @property
    def place(self) -> Place:
        """The ledger."""
        return "ledger"

    def find(self) -> None:
        """All quotations of the library, as the reader corrected their speakers."""
        quotes = self.corpus_app.noted.corrected.quotes()
        said = [Said(placed.article, _speaker(placed), placed.text) for placed in quotes]
        self.apart: list[Statement] = [(placed,) for placed in quotes]
        self.untold = [one for one in self.apart if one[0].quote.attribution in UNTOLD]
        self.statements: list[Statement] = [
            tuple(sorted((quotes[at] for at in group), key=lambda placed: -placed.quote.confidence))
            for group in same_statements(said)
        ]

    def rows(self) -> Sequence[Row]:
        """Grouped as chosen."""
        by: dict[str, tuple[list[Statement], Callable[[PlacedQuote], str]]] = {
            "by speaker": (self.statements, speaker_name),
            "by article": (self.apart, self._article),
            "by kind": (self.statements, _kind),
            "no speaker told": (self.untold, _untold),
        }
        found, name = by[self.orders[self.order]]
        wanted = [one for one in found if self._wanted(one)]
        sure = [one for one in wanted if one[0].quote.confidence >= DOUBTFUL]
        doubtful = [one for one in wanted if one[0].quote.confidence < DOUBTFUL]
        return [
            *self._grouped(sure, name),
            *self.folded(len(doubtful), self._grouped(doubtful, name) if self.unfolded else ()),
        ]

    def _article(self, placed: PlacedQuote) -> str:
        told = self.corpus_app.article_or_none(placed.article)
        return f"{plain(placed.short)} {plain(told.title) if told else ''}"

    def _grouped(self, statements: Iterable[Statement], name: Callable[[PlacedQuote], str]) -> list[Row]:
        groups: dict[str, list[Statement]] = {}
        for one in statements:
            groups.setdefault(name(one[0]), []).append(one)
        rows: list[Row] = []
        for heading in sorted(groups, key=lambda one: one == NO_SPEAKER):
            rows.append(Heading(heading, str(len(groups[heading]))))
            rows += [partial(self._row, one) for one in groups[heading]]
        return rows

    def _wanted(self, statement: Statement) -> bool:
        """Whether the filter keeps it; asked here, since a row is only made when it is seen."""
        words = self.words_of_filter
        if not words:
            return True
        told = " ".join(f"{speaker_name(one)} {plain(one.text)} {plain(one.short)}" for one in statement)
        return all(word in told.casefold() for word in words)

    def _row(self, statement: Statement) -> Finding:
        placed, *others = statement
        quote = placed.quote
        place = self.place_of(placed.article, quote.spans[0].start)
        also = [f"{self.place_of(one.article, one.quote.spans[0].start)} {plain(one.text)}" for one in others]
        return Finding(
            sign=self.look.glyphs.quote(quote),
            about="" if self.order == 0 else speaker_name(placed),
            words=placed.text,
            place=f"{place} +{len(others)}" if others else place,
            spots=tuple(Spot(one.article, *span) for one in statement for span in one.quote.spans),
            status=quote_status(placed) + (f" · also {' · '.join(also)}" if also else ""),
            ink="warn" if quote.attribution in ("unknown", "cut_off") else "mark",
            lead=cue_before(quote, self.look.glyphs.dot, CUE),
            quotes=statement,
        )

    def marks(self, item: Finding) -> Sequence[tuple[Span, ...]] | None:
        """Of a statement in several articles, the words that differ; where none do, all of it."""
        if len(item.quotes) < 2:
            return None
        texts = [self.corpus_app.article_or_none(one.article) for one in item.quotes]
        variants = [
            (told.text if told else "", one.quote.spans) for told, one in zip(texts, item.quotes, strict=True)
        ]
        marked = differing_words(variants)
        if not any(marked):
            return None
        return [
            tuple(span for span in spans if start <= span.start < end)
            for one, spans in zip(item.quotes, marked, strict=True)
            for start, end in one.quote.spans
        ]


def _speaker(placed: PlacedQuote) -> str:
    """By what a speaker is the same in several articles; empty where nobody is told or no name is given."""
    if placed.quote.attribution != "named":
        return ""
    return placed.actor or (placed.quote.speaker.text if placed.quote.speaker else "")


def _kind(placed: PlacedQuote) -> str:
    return KINDS[placed.quote.kind]


def _untold(placed: PlacedQuote) -> str:
    return UNTOLD[placed.quote.attribution]

"""The ledger: every quotation of the corpus, by speaker, by article or by kind; the unknown ones stand apart."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from tui.app.lighting import Spot
from tui.app.screens.findings import FindingsScreen
from tui.app.status import quote_status
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import NO_SPEAKER, Heading, speaker_name
from tui.library.rows import PlacedQuote
from tui.settings.keymap import Place

KINDS = {"direct": "quoted directly", "fragment": "some quoted words", "indirect": "reported without marks"}
UNTOLD = ("unknown", "cut_off")


class LedgerScreen(FindingsScreen):
    """All quotations."""

    name_of_list = "All quotes"
    nothing = "Nobody is quoted in these articles. q goes back."
    orders: ClassVar[tuple[str, ...]] = ("by speaker", "by article", "by kind", "no speaker told")

    @property
    def place(self) -> Place:
        """The ledger."""
        return "ledger"

    def find(self) -> None:
        """All quotations of the library, as the reader corrected their speakers."""
        self.quotes = self.corpus_app.noted.corrected.quotes()

    def rows(self) -> Sequence[Row]:
        """Grouped as chosen."""
        order = self.orders[self.order]
        if order == "no speaker told":
            told = {
                "unknown": "no speaker told",
                "cut_off": "cut off before the speaker",
                "anonymous": "no name given",
            }
            return self._grouped(lambda q: told.get(q.quote.attribution, ""), only=tuple(told))
        if order == "by kind":
            return self._grouped(lambda q: KINDS[q.quote.kind])
        if order == "by article":
            return self._grouped(lambda q: f"{plain(q.short)} {self._title(q.article)}")
        return self._grouped(speaker_name)

    def _title(self, article: str) -> str:
        told = self.corpus_app.article_or_none(article)
        return plain(told.title) if told else ""

    def _grouped(self, name: Callable[[PlacedQuote], str], *, only: tuple[str, ...] = ()) -> list[Row]:
        groups: dict[str, list[PlacedQuote]] = {}
        for quote in self.quotes:
            if (not only or quote.quote.attribution in only) and self._wanted(quote):
                groups.setdefault(name(quote), []).append(quote)
        rows: list[Row] = []
        for heading in sorted(groups, key=lambda one: one == NO_SPEAKER):
            rows.append(Heading(heading, str(len(groups[heading]))))
            rows += [partial(self._row, quote) for quote in groups[heading]]
        return rows

    def _wanted(self, quote: PlacedQuote) -> bool:
        """Whether the filter keeps it; asked here, since a row is only made when it is seen."""
        words = self.words_of_filter
        told = f"{speaker_name(quote)} {plain(quote.text)} {plain(quote.short)}".casefold() if words else ""
        return all(word in told for word in words)

    def _row(self, placed: PlacedQuote) -> Finding:
        quote = placed.quote
        return Finding(
            sign=self.look.glyphs.quote(quote),
            about="" if self.order == 0 else speaker_name(placed),
            words=placed.text,
            place=self.place_of(placed.article, quote.spans[0].start),
            spots=tuple(Spot(placed.article, start, end) for start, end in quote.spans),
            status=quote_status(placed),
            ink="warn" if quote.attribution in UNTOLD else "mark",
        )

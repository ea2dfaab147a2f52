"""Two articles compared: each passage of the one with its counterpart in the other, and what only one tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app.lighting import Spot
from tui.app.screens.findings import FindingsScreen
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.compare.counterpart import Counterpart
from tui.compare.words import compare_words
from tui.corpus.article import Span
from tui.corpus.languages import language_of
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp


class CompareScreen(FindingsScreen):
    """`one` is told passage by passage; `s` tells what each tells alone."""

    name_of_list = "Compared"
    waiting = "Comparing the two articles …"
    nothing = "There is no passage to compare. {back} goes back."
    orders: ClassVar[tuple[str, ...]] = ("in order", "only in one")
    wordings: ClassVar[tuple[str, ...]] = ("shared words", "differing words", "no words")

    def __init__(self, app: CorpusApp, one: str, other: str) -> None:
        super().__init__(app)
        self.one, self.other = one, other
        self.wording = 0
        first, second = plain(app.short(one)), plain(app.short(other))
        self.list.heading = f"{first} compared with {second}"

    @property
    def place(self) -> Place:
        """The comparison."""
        return "compare"

    def find(self) -> None:
        """Compare both ways."""
        comparing = self.corpus_app.comparing
        self.forth = comparing.counterparts(self.one, self.other)
        self.back = comparing.counterparts(self.other, self.one)
        self.again = {article: comparing.told_again(article) for article in (self.one, self.other)}

    def rows(self) -> Sequence[Row]:
        """All passages of the one, those apart that repeat it; or those that have no counterpart, of both."""
        if not self.order:
            again = [passage for passage in self.forth if self._sources(passage)]
            rows: list[Row] = [self._row(passage) for passage in self.forth if not self._sources(passage)]
            told = f"told again in {plain(self.corpus_app.short(self.one))}"
            return [*rows, Heading(told, str(len(again))), *map(self._row, again)] if again else rows
        rows = []
        for article, passages in ((self.one, self.forth), (self.other, self.back)):
            alone = [passage for passage in passages if passage.only_here and not self._sources(passage)]
            rows.append(Heading(f"only in {plain(self.corpus_app.short(article))}", str(len(alone))))
            rows += [self._row(passage) for passage in alone]
        return rows

    def marks(self, item: Finding) -> Sequence[tuple[Span, ...]]:
        """The words that a passage shares with its best counterpart, or that it alone has; each counterpart's too."""
        if not item.spots[1:] or self.wordings[self.wording] == "no words":
            return [() for _ in item.spots]
        here, *others = item.spots
        article = self.corpus_app.article_or_none(here.article)
        language = language_of(article) if article else None
        shared = self.wordings[self.wording] == "shared words"
        marked: list[tuple[Span, ...]] = []
        for there in others:
            told = compare_words(self._text(here), self._text(there), language)
            left, right = told[:2] if shared else told[2:]
            if not marked:
                marked.append(_placed(left, here))
            marked.append(_placed(right, there))
        return marked

    def _text(self, spot: Spot) -> str:
        article = self.corpus_app.article_or_none(spot.article)
        return article.text[spot.start : spot.end] if article else ""

    def do_words(self) -> None:
        """Mark the words that both passages have, those that one alone has, or none."""
        self.wording = (self.wording + 1) % len(self.wordings)
        self._moved()
        item = self.list.item
        beside = item is not None and bool(item.spots[1:])
        self.say(f"Marked{'' if beside else ' where there is a counterpart'}: {self.wordings[self.wording]}.")

    def _sources(self, passage: Counterpart) -> str:
        """Where its own article told it before: `000:1, 000:2`; empty where it did not."""
        members = self.again[passage.article].get((passage.start, passage.end), ())
        return ", ".join(self.place_of(member.article, member.start) for member in members)

    def _row(self, passage: Counterpart) -> Finding:
        here = Spot(passage.article, passage.start, passage.end)
        glyphs = self.look.glyphs
        place = self.place_of(passage.article, passage.start)
        repeats = self._sources(passage)
        again = f" {glyphs.dot} tells again {repeats}" if repeats else ""
        if passage.only_here:
            told = f"{passage.note or 'told only here'}{again}"
            return Finding(
                glyphs.only_here, place, passage.text, "", (here,), f"{place} {glyphs.dot} {told}", "accent"
            )
        best = passage.matches[0]
        there = [self.place_of(match.article, match.start) for match in passage.matches]
        why = "; ".join(plain(reason) for reason in best.reasons)
        mutual = "each the other's best" if best.mutual else "nearest"
        return Finding(
            sign=glyphs.counterpart if best.mutual else "~",
            about=f"{place} {glyphs.counterpart} {there[0]}",
            words=passage.text,
            place=f"{best.score:.2f}",
            spots=(here, *(Spot(match.article, match.start, match.end) for match in passage.matches)),
            status=f"{place} {glyphs.counterpart} {', '.join(there)} {glyphs.dot} {mutual} {glyphs.dot} {why}{again}",
            ink="accent",
        )


def _placed(spans: tuple[Span, ...], spot: Spot) -> tuple[Span, ...]:
    """Spans of a passage as spans of its article."""
    return tuple(Span(spot.start + start, spot.start + end) for start, end in spans)

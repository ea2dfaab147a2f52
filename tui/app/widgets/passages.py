"""Passages level with each other: where findings stand, in up to four columns, some of their words marked."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment

from tui.app.lighting import Spot
from tui.app.look import Look
from tui.app.rows import Segments, filled
from tui.app.text import Shown, cut, plain
from tui.app.widgets.lines import LineView
from tui.app.widgets.prose import Laid, styled
from tui.app.wrapping import Line, wrap
from tui.corpus.article import Article, Span

COLUMN = 36
"""Columns that a passage takes at least."""

MOST = 4
"""Columns at most."""

AROUND = 3000
"""Code points of a very long block that are shown around the words."""


class _Column(NamedTuple):
    """A passage: where it stands, its text and lines, the first line shown, and the spots in it."""

    name: str
    shown: Shown
    lines: list[Line]
    first: int
    spots: Sequence[Spot]


class Passages(LineView):
    """Below a list: the passages of the finding under the cursor."""

    verbatim = True

    def __init__(
        self, look: Look, article: Callable[[str], Article | None], short: Callable[[str], str]
    ) -> None:
        super().__init__(look, id="passages")
        self._article = article
        self._short = short
        self._spots: tuple[Spot, ...] = ()
        self._marks: tuple[tuple[Span, ...], ...] | None = None
        self._columns: list[_Column] | None = None
        self._width = self._cells = 0

    def show(self, spots: Sequence[Spot], marks: Sequence[tuple[Span, ...]] | None = None) -> None:
        """Show where these stand, a column for each, or for the block of several, as far as there is room.

        `marks` are the words to mark in each article; without them all words of each spot are.
        """
        told, marked = tuple(dict.fromkeys(spots)), None if marks is None else tuple(marks)
        if told != self._spots or (marked is None) != (self._marks is None):
            self._columns = None
        if (told, marked) != (self._spots, self._marks):
            self._spots, self._marks = told, marked
            self.refresh()

    @property
    def head(self) -> int:
        """One row: the thin line, and where each passage stands."""
        return 1

    def _title_row(self, cells: int) -> Segments:
        paint, rule = self.paint, self.look.glyphs.rule
        row: Segments = []
        width = self._fitted(cells)
        for column in self._columns or ():
            row += filled([Segment(f"{rule} {cut(column.name, width - 4)} ", paint.quiet)], width, paint.text)
            row[-1] = Segment(
                rule * len(row[-1].text) if not row[-1].text.strip() else row[-1].text, paint.quiet
            )
        return [*row, Segment(rule * cells, paint.quiet)]

    def draw(self, y: int, cells: int) -> Segments:
        """A line of each passage."""
        width = self._fitted(cells)
        row: Segments = []
        for index, made in enumerate(self._columns or ()):
            line = made.first + y
            column = [Segment(" " if not index else f"{self.look.glyphs.line} ", self.paint.quiet)]
            if line < len(made.lines):
                column += styled(
                    made.shown, made.lines[line], self.paint.text, self._laid_on(index, made.spots)
                )
            row += filled(column, width, self.paint.text)
        return row

    def _laid_on(self, column: int, spots: Sequence[Spot]) -> list[Laid]:
        if self._marks is None:
            return [(spot.start, spot.end, self.paint.match) for spot in spots]
        marked = self._marks[column] if column < len(self._marks) else ()
        return [(start, end, self.paint.match) for start, end in marked]

    def _fitted(self, cells: int) -> int:
        """The width of a column; wraps the passages anew where it is another."""
        if self._columns is None or self._cells != cells:
            together = self._together(max(1, min(MOST, cells // COLUMN)))
            width = min(cells // max(len(together), 1), self.look.prose_width + 4)
            self._cells, self._width = cells, width
            self._columns = [made for spots in together if (made := self._made(spots, width)) is not None]
        return self._width

    def _together(self, most: int) -> list[list[Spot]]:
        """The spots that are shown, those of one block in one column; each alone where their marks are told."""
        if self._marks is not None:
            return [[spot] for spot in self._spots[:most]]
        found: dict[tuple[str, int], list[Spot]] = {}
        for spot in self._spots:
            article = self._article(spot.article)
            block = article.block_at(spot.start) if article else None
            place = spot.article, block.start if block else spot.start
            if place not in found and len(found) == most:
                break
            found.setdefault(place, []).append(spot)
        return list(found.values())

    def _made(self, spots: Sequence[Spot], width: int) -> _Column | None:
        spot = spots[0]
        article = self._article(spot.article)
        if article is None:
            return None
        block = article.block_at(spot.start)
        start, end = (block.start, block.end) if block else (spot.start, spot.end)
        start, end = max(start, spot.start - AROUND), min(max(end, spot.end), spot.end + AROUND)
        shown = Shown(article.text, start, end)
        lines = wrap(shown.text, max(width - 4, 8))
        mark = shown.index(spot.start)
        at = sum(begin <= mark for begin, _ in lines) - 1
        first = max(min(at - 1, len(lines) - self.body), 0) if at >= self.body - 1 else 0
        place = (
            f"{plain(self._short(spot.article))}:{block.number}"
            if block
            else plain(self._short(spot.article))
        )
        within = tuple(one for one in spots if start <= one.start and one.end <= end)
        return _Column(f"{place} {plain(article.title)}", shown, lines, first, within or (spot,))

    def on_resize(self) -> None:
        """Wrap again."""
        self._columns = None

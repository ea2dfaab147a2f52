"""Passages level with each other: where findings stand, in up to four columns, some of their words marked."""

from collections.abc import Callable, Sequence

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

AROUND = 3000
"""Code points of a very long block that are shown around the words."""


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
        self._columns: list[tuple[str, Shown, list[Line], int, Spot]] | None = None
        self._width = 0

    def show(self, spots: Sequence[Spot], marks: Sequence[tuple[Span, ...]] | None = None) -> None:
        """Show where these stand, one column each as far as there is room.

        `marks` are the words to mark in each article; without them all words of each spot are.
        """
        told = tuple(dict.fromkeys(spots))
        if told != self._spots:
            self._spots, self._columns = told, None
            self.refresh()
        if marks != self._marks:
            self._marks = None if marks is None else tuple(marks)
            self.refresh()

    @property
    def head(self) -> int:
        """One row: the thin line, and where each passage stands."""
        return 1

    def _title_row(self, cells: int) -> Segments:
        paint, rule = self.paint, self.look.glyphs.rule
        row: Segments = []
        width = self._fitted(cells)
        for name, *_ in self._columns or ():
            row += filled([Segment(f"{rule} {cut(name, width - 4)} ", paint.quiet)], width, paint.text)
            row[-1] = Segment(
                rule * len(row[-1].text) if not row[-1].text.strip() else row[-1].text, paint.quiet
            )
        return [*row, Segment(rule * cells, paint.quiet)]

    def draw(self, y: int, cells: int) -> Segments:
        """A line of each passage."""
        width = self._fitted(cells)
        row: Segments = []
        for index, (_, shown, lines, first, spot) in enumerate(self._columns or ()):
            line = first + y
            column = [Segment(" " if not index else f"{self.look.glyphs.line} ", self.paint.quiet)]
            if line < len(lines):
                column += styled(shown, lines[line], self.paint.text, self._laid_on(index, spot))
            row += filled(column, width, self.paint.text)
        return row

    def _laid_on(self, column: int, spot: Spot) -> list[Laid]:
        if self._marks is None:
            return [(spot.start, spot.end, self.paint.match)]
        marked = self._marks[column] if column < len(self._marks) else ()
        return [(start, end, self.paint.match) for start, end in marked]

    def _fitted(self, cells: int) -> int:
        """The width of a column; wraps the passages anew where it is another."""
        count = max(1, min(len(self._spots), 4, cells // COLUMN))
        width = min(cells // count, self.look.prose_width + 4)
        if self._columns is None or self._width != width:
            self._width = width
            self._columns = [
                made for spot in self._spots[:count] if (made := self._made(spot, width)) is not None
            ]
        return width

    def _made(self, spot: Spot, width: int) -> tuple[str, Shown, list[Line], int, Spot] | None:
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
        return f"{place} {plain(article.title)}", shown, lines, first, spot

    def on_resize(self) -> None:
        """Wrap again."""
        self._columns = None

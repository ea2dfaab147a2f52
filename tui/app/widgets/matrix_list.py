"""A table of counts, articles across: as many columns as fit, a page of them at a time, with a cursor on one cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.matrix import MatrixRow, alone_in, heads, only_here, page
from tui.app.rows import Segments
from tui.app.status import counted
from tui.app.text import fit, plain, right, width
from tui.app.widgets.finding_list import Finding, FindingList
from tui.library.rows import ArticleRow

LEAST, MOST = 4, 6
"""Cells of a column's head: so that a count has room, and a number is known at a glance."""


class MatrixList(FindingList):
    """Rows of a matrix. `columns` are the articles' ids; `column` is the cursor's, counted from 0 over all of them."""

    def __init__(self, look: Look, moved: Callable[[], None]) -> None:
        super().__init__(look, "Matrix")
        self.articles: Sequence[ArticleRow] = ()
        self.columns: Sequence[str] = ()
        self.wide = LEAST
        self.kept: Sequence[MatrixRow] = ()
        self.column = 0
        self._told = moved

    @property
    def head(self) -> int:
        """Two rows: the title, and the articles' numbers."""
        return 2

    def over(self, articles: Sequence[ArticleRow]) -> None:
        """Have these articles as columns."""
        self.articles, self.columns = articles, [article.id for article in articles]
        longest = max((len(article.short) for article in articles), default=LEAST)
        self.wide = min(max(longest, LEAST), MOST)

    def tabulate(self, kept: Sequence[MatrixRow], sentence: str, *, keep: bool = False) -> None:
        """Show these rows; `sentence` where there are none. `keep` leaves the cursor on its row."""
        self.kept, self.sentence = kept, sentence
        self.column = min(self.column, max(len(self.articles) - 1, 0))
        self.changed(self.cursor if keep else 0)

    def aside(self) -> str:
        """What is left out, and which columns are seen of how many."""
        shown = self.shown(self.inner)
        seen = f"articles {shown.start + 1:,}-{shown.stop:,} of {len(self.articles):,}"
        told = [self.order, seen if len(shown) < len(self.articles) else ""]
        return f" {self.look.glyphs.dot} ".join(part for part in told if part)

    def count(self) -> int:
        """Rows that the filter keeps."""
        return len(self.kept)

    def selectable(self, row: int) -> bool:
        """Any row."""
        return 0 <= row < len(self.kept)

    # The cursor's cell.

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""
        return self.kept[self.cursor] if self.cursor < len(self.kept) else None

    @property
    def article(self) -> ArticleRow | None:
        """The article whose column the cursor is in."""
        return self.articles[self.column] if self.column < len(self.articles) else None

    @property
    def item(self) -> Finding | None:
        """The cursor's cell, with all its places in its article."""
        row, article = self.row, self.article
        if row is None or article is None:
            return None
        count, dot = row.counts.get(article.id, 0), f" {self.look.glyphs.dot} "
        if alone_in(row, article.id, len(self.articles)):
            standing = f"{self.look.glyphs.only_here} told only here"
        else:
            standing = "a copy, not counted again" if article.id in row.copies else ""
        told = (
            plain(row.name),
            f"{counted(count, row.thing) if count else f'no {row.thing}'} in {plain(article.short)}",
            standing if count else "",
            plain(row.note),
            plain(article.title),
        )
        status = dot.join(part for part in told if part)
        return Finding(" ", plain(row.name), row.name, "", row.spots(article.id), status)

    def sideways(self, columns: int) -> None:
        """Move the cursor by so many columns, no further than the ends."""
        self.to_column(self.column + columns)

    def to_column(self, column: int) -> None:
        """Put the cursor in a column."""
        target = min(max(column, 0), max(len(self.articles) - 1, 0))
        if target != self.column:
            self.column = target
            self.redraw()
            self._told()

    # Drawing.

    def shown(self, cells: int) -> range:
        """The columns that are seen."""
        return page(self.column, len(self.articles), (cells - self._names(cells) - 10) // (self.wide + 1))

    def _names(self, cells: int) -> int:
        return min(max(cells * 2 // 5, 12), 48)

    def subtitle(self, cells: int) -> Segments:
        """The articles' numbers."""
        if not self.kept:
            return []
        shown = self.shown(cells)
        shorts = [plain(self.articles[at].short) for at in shown]
        row = [Segment(" " * (3 + self._names(cells)) + right("all", 6), self.paint.quiet)]
        for at, head in zip(shown, heads(shorts, shown.start, self.wide), strict=True):
            row.append(Segment(" ", self.paint.quiet))
            row.append(
                Segment(right(head, self.wide), self.paint.front if at == self.column else self.paint.quiet)
            )
        return row

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """Name, total, and a count for each article that is seen."""
        told, names = self.kept[row], self._names(cells)
        alone = only_here(told, len(self.articles))
        sign = self.look.glyphs.only_here if alone else " "
        segments = [
            Segment(f" {sign} ", paint.mark),
            *self._named(told, names, paint),
            Segment(right(f"{told.total}", 6), paint.quiet),
        ]
        for at in self.shown(cells):
            article = self.articles[at].id
            count = told.counts.get(article, 0)
            own = sign.strip() if alone and article in told.told_by else ""
            text = f"{own}{count}" if count else self.look.glyphs.dot
            style = paint.mark if count and article not in told.copies else paint.quiet
            if row == self.cursor:  # that one cell stands out, in few colours too
                style = self.look.inks.page.here if at == self.column else paint.text
            gap = self.wide + 1 - width(text)
            segments += [Segment(" " * gap, paint.text), Segment(text, style)]
        return segments

    def _named(self, told: MatrixRow, cells: int, paint: Paint) -> Segments:
        """The name whole; what tells it from its like at the end of its column, where there is room."""
        name, note = plain(told.name), plain(told.note)
        room = cells - width(name) - 2
        if not note or room < width(note):
            return [Segment(fit(name, cells), paint.text)]
        return [Segment(name, paint.text), Segment(right(note, cells - width(name)), paint.quiet)]

"""The list of articles: two rows each in a narrow column, one row with columns where there is room."""

from collections.abc import Sequence
from typing import Protocol

from rich.segment import Segment
from rich.style import Style

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.text import cut, fit, plain, right, width
from tui.app.widgets.line_list import LineList
from tui.app.widgets.lines import Segments
from tui.library.rows import ArticleRow

WIDE_FROM = 64
"""Columns from which an article takes one row, with columns for what is told of it."""

SORTS: tuple[tuple[str, str], ...] = (
    ("path", "as read"),
    ("title", "by title"),
    ("source", "by source"),
    ("-date", "newest first"),
    ("-words", "longest first"),
    ("-quotes", "most quotes first"),
)
"""The orders of the list, by the library's name and by ours."""


class ArticleRows(Protocol):
    """The library's lazy rows."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> ArticleRow: ...
    def position(self, article: str) -> int | None:
        """The row of an article."""
        ...


class ArticleList(LineList):
    """The articles of the corpus, or those that the filter keeps."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="articles")
        self.rows: ArticleRows | Sequence[ArticleRow] = ()
        self.sort = 0
        self.filter = ""
        self.opened: set[str] = set()
        self.reading: str | None = None
        self._number = 3
        self.sentence = "Reading the articles …"

    def show(self, rows: ArticleRows, article: str | None) -> None:
        """Show these rows, with the cursor on an article where it is among them."""
        self.rows = rows
        self._number = min(max((len(rows[at].short) for at in range(min(len(rows), 64))), default=3), 12)
        position = rows.position(article) if article is not None else None
        self.changed(position or 0)

    def mark_reading(self, article: str | None) -> None:
        """Set the article that is in front apart."""
        if article != self.reading:
            self.reading = article
            self.redraw()

    @property
    def row(self) -> ArticleRow | None:
        """The article under the cursor."""
        return self.rows[self.cursor] if self.count() else None

    def count(self) -> int:
        """How many articles there are."""
        return len(self.rows)

    @property
    def wide(self) -> bool:
        """Whether there is room for columns."""
        return self.inner >= WIDE_FROM

    @property
    def row_height(self) -> int:
        """One row with columns, else two."""
        return 1 if self.wide else 2

    def title(self) -> str:
        """The list's name, and the filter."""
        return f"Articles “{plain(self.filter)}”" if self.filter else "Articles"

    def aside(self) -> str:
        """How it is sorted, where it is not as read."""
        return SORTS[self.sort][1] if self.sort else ""

    def subtitle(self, cells: int) -> Segments:
        """The names of the columns."""
        if not self.wide or not self.count():
            return []
        title, source = self._columns(cells)
        names = f"      {'#':<{self._number}} {'title':<{title}} {'source':<{source}}"
        names += f" {'date':>10} {'words':>7} {'quotes':>6}"
        return [Segment(names, self.paint.quiet)]

    def _columns(self, cells: int) -> tuple[int, int]:
        """The widths of title and source: what the others leave, two to one at most."""
        rest = cells - 6 - self._number - 1 - 1 - 1 - 10 - 1 - 7 - 1 - 6 - 1
        source = min(max(rest // 4, 8), 24)
        return rest - source, source

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:
        """An article: signs, number and title; source, date, words and quotes."""
        article = self.rows[row]
        if not article.id:
            return [Segment("      (gone since)" if line == 0 else "", paint.quiet)]
        if self.wide:
            return self._wide_row(article, cells, paint)
        return (
            self._first_row(article, cells, paint) if line == 0 else self._second_row(article, cells, paint)
        )

    def _signs(self, article: ArticleRow, paint: Paint) -> Segments:
        glyphs = self.look.glyphs
        unread = glyphs.unread if article.id not in self.opened else " "
        sign = glyphs.differs if article.differs else glyphs.unknown if article.unknown else " "
        return [Segment(f" {unread}", paint.accent), Segment(f" {sign} ", paint.warn)]

    def _title_style(self, article: ArticleRow, paint: Paint) -> Style:
        return paint.strong if article.id == self.reading else paint.text

    def _wide_row(self, article: ArticleRow, cells: int, paint: Paint) -> Segments:
        title, source = self._columns(cells)
        quotes = f"{article.quotes}" if article.quotes else ""
        return [
            *self._signs(article, paint),
            Segment(f" {fit(plain(article.short), self._number)} ", paint.quiet),
            Segment(fit(plain(article.title), title), self._title_style(article, paint)),
            Segment(f" {fit(plain(article.source or ''), source)}", paint.quiet),
            Segment(f" {right(_day(article), 10)}", paint.quiet),
            Segment(f" {article.words:>7,}", paint.quiet),
            Segment(f" {quotes:>6}", paint.quiet),
        ]

    def _first_row(self, article: ArticleRow, cells: int, paint: Paint) -> Segments:
        short = cut(plain(article.short), 8)
        room = cells - 5 - width(short)
        return [
            Segment(f"   {short} ", paint.quiet),
            Segment(cut(plain(article.title), room), self._title_style(article, paint)),
        ]

    def _second_row(self, article: ArticleRow, cells: int, paint: Paint) -> Segments:
        told = f"{_day(article) or 'undated'} {article.words:>6,}w"
        if article.source and cells >= 36:
            told = f"{cut(plain(article.source), cells - 9 - width(told))} {told}"
        return [*self._signs(article, paint), Segment(right(told, cells - 6), paint.quiet)]


def _day(article: ArticleRow) -> str:
    """The article's date as told; of a date with a time, the day."""
    date = plain(article.date or "")
    return date[:10] if date[10:11] == "T" else cut(date, 10)

"""How an article stands in the list: two rows in a narrow column, one row with columns where there is room.

Needs no app: the first screen is drawn from here too, before there is one.
"""

from collections.abc import Collection, Mapping

from rich.segment import Segment
from rich.style import Style

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import cut, fit, plain, right, width
from tui.library.rows import ArticleRow, Rows

WIDE_FROM = 64
"""Columns from which an article takes one row, with columns for what is told of it."""

FIRST_SEEN = 64
"""Articles whose short ids tell how wide their column is."""


class ArticleDrawing:
    """Draws articles.

    `number` is the width of their short ids; `sourced` and `dated` say whether any of them tells its source or date;
    `opened` were opened, `marked_read` marked as read, `reading` is in front, `differs` differ; `marks` are the signs
    of those that the reader marked, `told_dates` the dates that the reader told.
    """

    def __init__(
        self, look: Look, *, opened: Collection[str] = (), marked_read: Collection[str] = ()
    ) -> None:
        self.look = look
        self.number = 3
        self.sourced = True
        self.dated = True
        self.opened = opened
        self.marked_read = marked_read
        self.reading: str | None = None
        self.differs: Collection[str] = ()
        self.marks: Mapping[str, str] = {}
        self.told_dates: Mapping[str, str] = {}

    def suit(self, rows: Rows) -> None:
        """Make columns for these rows: as wide as they need, and none in which nothing would stand."""
        self.number = number_width([rows[at].short for at in range(min(len(rows), FIRST_SEEN))])
        self.sourced, self.dated = rows.told()
        self.dated = self.dated or bool(self.told_dates)

    def names(self, cells: int) -> Segments:
        """The names of the columns."""
        title, source = self._columns(cells)
        names = f"      {'#':<{self.number}} {'title':<{title}}"
        names += f" {'source':<{source}}" if self.sourced else ""
        names += f" {'date':>10}" if self.dated else ""
        names += f" {'words':>7} {'quotes':>6}"
        return [Segment(names, self.look.inks.page.quiet)]

    def row(self, article: ArticleRow, line: int, cells: int, paint: Paint) -> Segments:
        """An article: signs, number and title; source, date, words and quotes."""
        if not article.id:
            return [Segment("      (gone since)" if line == 0 else "", paint.quiet)]
        if cells >= WIDE_FROM:
            return self._wide_row(article, cells, paint)
        return (
            self._first_row(article, cells, paint) if line == 0 else self._second_row(article, cells, paint)
        )

    def _columns(self, cells: int) -> tuple[int, int]:
        """The widths of title and source: what the others leave, two to one at most."""
        rest = cells - 6 - self.number - 1 - (1 + 7) - (1 + 6) - 1 - (1 + 10 if self.dated else 0)
        if not self.sourced:
            return rest, 0
        source = min(max((rest - 1) // 4, 8), 24)
        return rest - 1 - source, source

    def _signs(self, article: ArticleRow, paint: Paint) -> Segments:
        glyphs = self.look.glyphs
        read = article.id in self.opened or article.id in self.marked_read
        unread = " " if read else glyphs.unread
        sign = (
            glyphs.counterpart
            if article.copy_of is not None
            else glyphs.differs
            if article.differs or article.id in self.differs
            else glyphs.unknown
            if article.unknown
            else " "
        )
        mark = self.marks.get(article.id, " ")
        return [
            Segment(f" {unread}", paint.accent),
            Segment(f" {sign}", paint.warn),
            Segment(mark, paint.mark),
        ]

    def _title_style(self, article: ArticleRow, paint: Paint) -> Style:
        return paint.strong if article.id == self.reading else paint.text

    def _title(self, article: ArticleRow, room: int, paint: Paint) -> Segments:
        """The title, cut or filled to its room; a copy's stands in, and `×3` follows that of a text told by three."""
        indent = "  " if article.copy_of is not None else ""
        told = f" {self.look.glyphs.dismissed}{article.copies + 1}" if article.copies else ""
        title = cut(indent + plain(article.title), room - width(told))
        return [
            Segment(title, self._title_style(article, paint)),
            Segment(told + " " * (room - width(title) - width(told)), paint.quiet),
        ]

    def _wide_row(self, article: ArticleRow, cells: int, paint: Paint) -> Segments:
        title, source = self._columns(cells)
        quotes = f"{article.quotes}" if article.quotes else ""
        return [
            *self._signs(article, paint),
            Segment(f" {fit(plain(article.short), self.number)} ", paint.quiet),
            *self._title(article, title, paint),
            Segment(f" {fit(plain(article.source or ''), source)}" if self.sourced else "", paint.quiet),
            Segment(
                f" {right(self._day(article), 10)}" if self.dated else "",
                paint.mark if article.id in self.told_dates else paint.quiet,
            ),
            Segment(f" {article.words:>7,}", paint.quiet),
            Segment(f" {quotes:>6}", paint.quiet),
        ]

    def _first_row(self, article: ArticleRow, cells: int, paint: Paint) -> Segments:
        short = cut(plain(article.short), 8)
        room = cells - 5 - width(short)
        return [
            Segment(f"   {short} ", paint.quiet),
            *self._title(article, room, paint),
        ]

    def _second_row(self, article: ArticleRow, cells: int, paint: Paint) -> Segments:
        told = f"{self._day(article) or 'undated'} {article.words:>6,}w"
        if article.source and cells >= 36:
            told = f"{cut(plain(article.source), cells - 9 - width(told))} {told}"
        return [*self._signs(article, paint), Segment(right(told, cells - 6), paint.quiet)]

    def _day(self, article: ArticleRow) -> str:
        """The article's date as told; of a date with a time, the day."""
        date = plain(self.told_dates.get(article.id) or article.date or "")
        return date[:10] if date[10:11] == "T" else cut(date, 10)


def number_width(shorts: Collection[str]) -> int:
    """The width that short ids take, within reason."""
    return min(max((len(short) for short in shorts), default=3), 12)

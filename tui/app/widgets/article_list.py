"""The list of articles: two rows each in a narrow column, one row with columns where there is room."""

from collections.abc import Mapping, Sequence

from tui.app.article_rows import WIDE_FROM, ArticleDrawing
from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import plain
from tui.app.widgets.line_list import LineList
from tui.library.rows import ArticleRow, Rows

SORTS: tuple[tuple[str, str], ...] = (
    ("path", "as read"),
    ("title", "by title"),
    ("source", "by source"),
    ("-date", "newest first"),
    ("-words", "longest first"),
    ("-quotes", "most quotes first"),
)
"""The orders of the list, by the library's name and by ours."""


class ArticleList(LineList):
    """The articles of the corpus, or those that the filter keeps; copies below what they tell again, if `unfolded`."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="articles")
        self.rows: Rows | Sequence[ArticleRow] = ()
        self.sort = 0
        self.filter = ""
        self.opened: set[str] = set()
        self.unfolded: set[str] = set()
        self.drawing = ArticleDrawing(look, opened=self.opened)
        self.sentence = "Reading the articles …"

    def show(self, rows: Rows, article: str | None) -> None:
        """Show these rows, with the cursor on an article where it is among them."""
        self.rows = rows
        self.drawing.suit(rows)
        position = rows.position(article) if article is not None else None
        self.changed(position or 0)

    def tell_dates(self, dates: Mapping[str, str]) -> None:
        """Show the dates that the reader told of articles."""
        self.drawing.told_dates = dates
        if isinstance(self.rows, Rows):
            self.drawing.suit(self.rows)
        self.redraw()

    def mark_reading(self, article: str | None) -> None:
        """Set the article that is in front apart."""
        if article != self.drawing.reading:
            self.drawing.reading = article
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
        return self.drawing.names(cells) if self.wide and self.count() else []

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:
        """An article: signs, number and title; source, date, words and quotes."""
        return self.drawing.row(self.rows[row], line, cells, paint)

"""Actors, events or speakers against articles: who has what, how often, and what one article alone has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.app import matrix
from tui.app.matrix import MatrixRow
from tui.app.screens.findings import FindingsScreen
from tui.app.text import plain
from tui.app.widgets.finding_list import Row
from tui.app.widgets.matrix_list import MatrixList
from tui.library.rows import ArticleRow
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp


class MatrixScreen(FindingsScreen):
    """The matrix. Below it stand the passages of the cell under the cursor."""

    name_of_list = "Matrix"
    waiting = "Counting …"
    orders: ClassVar[tuple[str, ...]] = ("actors", "events", "quotes")

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.table = MatrixList(self.look, self._moved)
        self.table.sentence = self.waiting
        self.list = self.table
        self.articles: Sequence[ArticleRow] = ()
        self.counted: dict[str, list[MatrixRow]] = {}
        self.alone = False
        self.copies: Mapping[str, str] = {}

    @property
    def place(self) -> Place:
        """The matrix."""
        return "matrix"

    @property
    def kind(self) -> str:
        """What the rows are."""
        return self.orders[self.order]

    def find(self) -> None:
        """Count what was chosen, as the reader corrected it."""
        kind, app = self.kind, self.corpus_app
        corrected = app.noted.corrected
        self.articles = list(app.library.rows())
        if kind == "actors":
            rows = matrix.actor_rows(app.library, corrected)
        elif kind == "events":
            rows = matrix.event_rows(corrected.events())
        else:
            rows = matrix.quote_rows(app.library, corrected)
        self.copies = app.comparing.copies()
        self.counted[kind] = matrix.counting_once(rows, self.copies)

    def came_in(self) -> None:
        """What is new has been read: count again."""
        self.counted = {}
        super().came_in()

    def rows(self) -> Sequence[Row]:
        """None of its own: the table holds them."""
        return ()

    def show_rows(self, *, keep: bool = False) -> None:
        """Show the rows that the filter keeps."""
        if self.kind not in self.counted:
            return
        words, table = self.words_of_filter, self.table
        table.over(self.articles)
        copies = f"{len(self.copies):,} {'copy' if len(self.copies) == 1 else 'copies'}"
        once = f" {self.look.glyphs.dot} {copies} not counted again"
        table.heading = f"{self.kind.capitalize()} by article{once if self.copies else ''}"
        table.order = "only in one article" if self.alone else ""
        kept = [
            row
            for row in self.counted[self.kind]
            if (not self.alone or matrix.only_here(row, len(self.articles))) and _has(row, words)
        ]
        table.tabulate(kept, self._nothing(words), keep=keep)
        self._moved()

    def _nothing(self, words: list[str]) -> str:
        if words:
            return self.keyed(
                "Nothing here has “{text}”. {escape} takes the filter away.", text=plain(self.list.filter)
            )
        if self.alone:
            return self.keyed("No {kind} stand in one article alone. {only_here} shows all.", kind=self.kind)
        return self.keyed(
            "No {kind} were found in these articles. {sort} shows others, {back} goes back.", kind=self.kind
        )

    # Commands.

    def do_sort(self) -> None:
        """Actors, events, or quotes."""
        self.order = (self.order + 1) % len(self.orders)
        if self.kind in self.counted:
            self.show_rows()
        else:
            self.table.tabulate((), self.waiting)
            self.begin()

    def do_only_here(self) -> None:
        """Keep what one article alone has, or all; the cursor goes where the first of it stands."""
        self.alone = not self.alone
        self.show_rows()
        row = self.table.row
        if self.alone and row is not None and self.table.columns[self.table.column] not in row.told_by:
            self._step(1)

    def do_left(self) -> None:
        """The article before."""
        self.table.sideways(-1)

    def do_right(self) -> None:
        """The article after."""
        self.table.sideways(1)

    def do_next_lit(self) -> None:
        """The next article that has what the row tells."""
        self._step(1)

    def do_previous_lit(self) -> None:
        """The previous article that has it."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        row = self.table.row
        if row is None:
            return
        column = matrix.next_article(row, self.table.columns, self.table.column, direction)
        if column is not None:
            self.table.to_column(column)

    def _go(self, *, beside: bool) -> None:
        item = self.table.item
        if item is not None and not item.spots:
            self.say(
                self.keyed(
                    "Nothing to open here: {status}. {next_lit} goes to the next article that has it.",
                    status=item.status,
                )
            )
            return
        super()._go(beside=beside)


def _has(row: MatrixRow, words: list[str]) -> bool:
    told = f"{plain(row.name)} {plain(row.note)}".casefold() if words else ""
    return all(word in told for word in words)

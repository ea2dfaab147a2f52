"""A reading pane beside others: level with them, with gaps for what only they tell, and words compared."""

from typing import Any, NamedTuple

from rich.segment import Segment
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.timer import Timer

from tui.app.flow import Place, Row
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.selecting import drawn_at, sweep
from tui.app.text import Shown, fit
from tui.app.widgets.prose import Laid
from tui.app.widgets.reader import Reader
from tui.corpus.article import Article, Span
from tui.findings.quotes.quote import Quote

NOWHERE = -1
"""The block of a row that belongs to none: it stands against what another article alone tells."""


PULL = 0.05
"""Seconds after which a text moves on by a row while the mouse is held past its edge."""


class Gap(NamedTuple):
    """Rows left empty from `first` (below the head) on, `rows` of them; `told`: the first says what it stands for."""

    first: int
    rows: int
    told: bool


class PairedReader(Reader):
    """`compared` are the words that are compared with another text's, in code points.

    `gap` are rows that are left empty; None for no gap.
    """

    def __init__(self, look: Look, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(look, id=id)
        self.compared: tuple[Span, ...] = ()
        self.gap: Gap | None = None
        self._pressed: int | None = None
        self._swept = False
        self._pulling: Timer | None = None

    def show(self, article: Article, short: str, quotes: tuple[Quote, ...], offset: int = 0) -> None:
        """Show an article, with the cursor on the passage that holds the code point at `offset`."""
        self.compared, self.gap = (), None
        super().show(article, short, quotes, offset)

    def level(self, offset: int, y: int) -> None:
        """Show the passage at `offset` from row `y` on, with the cursor on it; rows are left empty where it must be."""
        flow = self.flow
        if flow is None or self.article is None or not flow.pieces:
            return
        block = self.article.block_at(offset)
        place = flow.at(block.start if block else offset)
        self.cursor = block.number - 1 if block is not None else 0
        self.top = flow.up(place, y)
        above = flow.distance(self.top, place, self.body)
        self.gap = Gap(above, y - above, told=False) if above < y else None
        self.refresh()

    def open_gap(self, offset: int | None, y: int, rows: int) -> None:
        """Leave `rows` rows empty from row `y` on, after the passage at `offset`; before the text where it is None."""
        flow = self.flow
        if flow is None or self.article is None or not flow.pieces:
            return
        if offset is None:
            self.top, self.gap = Place(0, 0), Gap(0, y + rows, told=True)
        else:
            block = self.article.block_at(offset)
            self.cursor = block.number - 1 if block is not None else 0
            last = flow.span(self.cursor)[1]
            self.top = flow.up(last, max(y - 2, 0))
            at = flow.distance(self.top, last, self.body) + 2
            self.gap = Gap(at, max(rows, y + rows - at), told=True)
        self.refresh()

    def close_gap(self) -> None:
        """Show the text without a gap."""
        if self.gap is not None:
            self.gap = None
            self.refresh()

    @property
    def row_of_cursor(self) -> int:
        """The row below the head on which the passage under the cursor begins, as far as it is seen."""
        return next((y for y, (_, row) in enumerate(self._visible()) if row.block == self.cursor), 0)

    @property
    def rows_of_cursor(self) -> int:
        """The rows that the passage under the cursor takes on the screen."""
        return sum(row.block == self.cursor for _, row in self._visible())

    def _visible(self) -> list[tuple[Place, Row]]:
        rows = super()._visible()
        if self.gap is None:
            return rows
        first, count, _ = self.gap
        place = rows[min(first, len(rows)) - 1][0] if rows else Place(0, 0)
        empty = [(place, Row(NOWHERE, False, None, (0, 0)))] * count
        return [*rows[:first], *empty, *rows[first:]][: self.body]

    def draw(self, y: int, cells: int) -> Segments:
        """A row of prose, or of the gap, whose first row says what it is."""
        rows = self._visible()
        if self.gap is None or y >= len(rows) or rows[y][1].block != NOWHERE:
            return super().draw(y, cells)
        if y != self.gap.first or not self.gap.told:
            return []
        told = f"{self.look.glyphs.only_here} not told here"
        return [
            Segment(" " * self.indent + fit(told, max(cells - self.indent, 0)).rstrip(), self.paint.quiet)
        ]

    def go(self, index: int) -> None:
        """Put the cursor on a block, scrolling no more than it needs; the gap closes."""
        self.close_gap()
        if index != NOWHERE or self.cursor == 0:
            super().go(index)

    def scroll_rows(self, rows: int, *, keep: bool = False) -> None:
        """Scroll by rows; the gap closes."""
        self.close_gap()
        super().scroll_rows(rows, keep=keep)

    def reveal(self, offset: int) -> None:
        """Put the cursor on the passage that holds the code point at `offset`; the gap closes."""
        self.gap = None
        super().reveal(offset)

    def _laid_on(self, row: Row, shown: Shown) -> list[Laid]:
        return [*super()._laid_on(row, shown), *((*span, self.paint.lit) for span in self.compared)]

    # Selecting by mouse; by keyboard there is a command.

    def on_mouse_down(self, event: MouseDown) -> None:
        """Remember where the button went down; what was selected, or said, is no longer."""
        screen: Any = self.screen
        screen.end_selecting()
        screen.status.quiet_down()
        self._pressed = drawn_at(self, event.x, event.y) if event.button == 1 else None
        self._swept = False
        if self._pressed is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select from there to here; past an edge of the pane the text moves on, as long as the button is down."""
        if self._pressed is None or event.button != 1:
            return
        self._let_go()
        y = min(max(event.y, self.head), self.head + self.body - 1)
        if y == event.y:
            self._sweep_to(event.x, y)
        else:
            self._pulling = self.set_interval(PULL, lambda: self._pull(event.x, y))

    def on_mouse_up(self, _: MouseUp) -> None:
        """What is selected stays so."""
        self._let_go()
        self._pressed = None
        self.release_mouse()

    def _let_go(self) -> None:
        if self._pulling is not None:
            self._pulling.stop()
            self._pulling = None

    def _pull(self, x: int, y: int) -> None:
        self.scroll_rows(-1 if y == self.head else 1, keep=True)
        self._sweep_to(x, y)

    def _sweep_to(self, x: int, y: int) -> None:
        here = drawn_at(self, x, y)
        if here is not None and self._pressed is not None:
            screen: Any = self.screen
            self._swept = sweep(screen, self, self._pressed, here) or self._swept

    def on_click(self, event: Click) -> None:
        """The button that goes up at the end of what was selected is no click."""
        if self._swept:
            event.stop()
            event.prevent_default()

"""A list with a cursor, of any length: cost by what is seen, and a moved cursor draws two rows."""

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments, filled
from tui.app.widgets.lines import LineView


class LineList(LineView):
    """Rows of equal height with a cursor on one of them.

    A list that has no rows tells `sentence` instead. `cursor` and `top` count rows of the list from 0.
    """

    class Moved(Message):
        """The cursor went to another row."""

        def __init__(self, source: "LineList", row: int) -> None:
            super().__init__()
            self.source = source
            self.row = row

    class Pointed(Message):
        """A row was clicked: once to go there, again (`twice`) to open it."""

        def __init__(self, source: "LineList", *, twice: bool) -> None:
            super().__init__()
            self.source = source
            self.twice = twice

    def __init__(self, look: Look, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(look, id=id)
        self.cursor = 0
        self.top = 0
        self.sentence = ""

    # What a kind of list tells.

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:
        """Line `line` of a row."""
        raise NotImplementedError

    def selectable(self, row: int) -> bool:
        """Whether the cursor can stand on a row; headings say no."""
        return row >= 0

    @property
    def row_height(self) -> int:
        """Screen rows that one row of the list takes."""
        return 1

    # Moving.

    @property
    def seen(self) -> int:
        """How many whole rows fit below the head."""
        return max(self.body // self.row_height, 1)

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows, over headings, and no further than the ends."""
        self.go(self.cursor + rows, 1 if rows > 0 else -1)

    def page(self, direction: int) -> None:
        """Move by a screenful."""
        self.go(self.cursor + direction * max(self.seen - 1, 1), direction)

    def end(self, direction: int) -> None:
        """Move to the first (-1) or last (1) row."""
        self.go(self.count() - 1 if direction > 0 else 0, -direction)

    def go(self, row: int, direction: int = 1) -> None:
        """Put the cursor on a row, or on the nearest in `direction` that can hold it."""
        target = self._stop(row, direction)
        if target is None:
            return
        before, top = self.cursor, self.top
        self.cursor = target
        self._scroll()
        if self.top != top:
            self.redraw()
        elif before != target:
            self._redraw_rows(before, target)
        if before != target:
            self.redraw_head()
            self.post_message(self.Moved(self, target))

    def changed(self, cursor: int = 0) -> None:
        """The rows are others now: put the cursor on one of them and draw all."""
        self.cursor = 0
        self.top = 0
        target = self._stop(cursor, 1)
        if target is not None:
            self.cursor = target
        self._scroll()
        self.redraw()

    def _stop(self, row: int, direction: int) -> int | None:
        count = self.count()
        if not count:
            return None
        row = min(max(row, 0), count - 1)
        for step in (direction, -direction):
            at = row
            while 0 <= at < count:
                if self.selectable(at):
                    return at
                at += step
        return None

    def _scroll(self) -> None:
        """Keep the cursor on the screen, with the headings right above it, and no empty rows at the end."""
        if not self.size.height:
            return
        first = self.cursor
        while first > 0 and not self.selectable(first - 1) and self.cursor - first < self.seen - 1:
            first -= 1
        if first < self.top:
            self.top = first
        elif self.cursor >= self.top + self.seen:
            self.top = self.cursor - self.seen + 1
        self.top = max(min(self.top, self.count() - self.seen), 0)

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._scroll()

    # Drawing.

    def front_changed(self) -> None:
        """Draw the head and the cursor's row."""
        self.redraw_head()
        self._redraw_rows(self.cursor)

    def _redraw_rows(self, *rows: int) -> None:
        height = self.row_height
        self.redraw(*((row - self.top) * height + line for row in rows for line in range(height)))

    def draw(self, y: int, cells: int) -> Segments:
        """Draw a row of the list, on the ground of the selection where the cursor stands."""
        if not self.count():
            return self.said(self.sentence, y, cells)
        offset, line = divmod(y, self.row_height)
        row = self.top + offset
        if row >= self.count():
            return []
        paint = self.paint
        if row == self.cursor and self.front:
            paint = self.look.inks.selected
        return filled(self.draw_row(row, line, cells, paint), cells, paint.text)

    # The mouse, where it is wanted: each gesture has a key.

    def on_click(self, event: Click) -> None:
        """Put the cursor on a row; open the row that it stands on."""
        if event.y < self.head:
            return
        row = self.top + (event.y - self.head) // self.row_height
        if row >= self.count():
            return
        twice = row == self.cursor and self.front
        self.go(row)
        self.post_message(self.Pointed(self, twice=twice))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.move(-3)

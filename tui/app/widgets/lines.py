"""The ground of all panes: rows that are drawn one by one, only those that are seen, only when they have changed."""

from typing import Any, Self

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments, filled, title_row


class LineView(Widget):
    """A pane: a head of one or two rows, then rows of its own making.

    `divided` says that its first column is the line between it and the pane on its left; `front` that keys go to it.
    """

    verbatim = False
    """Whether its rows are an article's text, which is drawn as it was written."""

    DEFAULT_CSS = "LineView { width: 1fr; height: 1fr; }"

    def __init__(self, look: Look, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        self._drawn: dict[int, Strip] = {}
        self._drawn_for: Size | None = None
        super().__init__(id=id)
        self.look = look
        self.divided = False
        self.front = False
        self._drawn_in: Size | None = None

    def keyed(self, sentence: str, **told: str) -> str:
        """A sentence with the reader's keys for the commands that it names: `{back} goes back.`."""
        screen: Any = self.screen if self.is_attached else self.app.screen
        return str(screen.keyed(sentence, **told))

    # What a kind of pane tells.

    def title(self) -> str:
        """What stands on the first row, safe to draw."""
        raise NotImplementedError

    def aside(self) -> str:
        """What stands at the right end of the first row, safe to draw."""
        return ""

    def subtitle(self, cells: int) -> Segments:  # noqa: ARG002 - those with one need it
        """The second row of the head, where there is room for one."""
        return []

    def draw(self, y: int, cells: int) -> Segments:
        """Row `y` below the head, in at most `cells` cells."""
        raise NotImplementedError

    # What is the same for all.

    @property
    def paint(self) -> Paint:
        """The styles on the page."""
        return self.look.inks.page

    @property
    def head(self) -> int:
        """Rows of the head: two, or one where rows are dear."""
        return 2 if self.size.height >= 14 else 1

    @property
    def body(self) -> int:
        """Rows below the head."""
        return max(self.size.height - self.head, 0)

    @property
    def inner(self) -> int:
        """Columns right of the line between panes."""
        return max(self.size.width - self.divided, 0)

    @property
    def size(self) -> Size:
        """The pane's size: worked out once while its rows are drawn."""
        return self._drawn_in or super().size

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are seen: whole rows, of styles that are told, over which Textual lays nothing."""
        size = self._drawn_in = super().size
        if size != self._drawn_for:
            self._drawn_for = size
            self._drawn.clear()
        drawn = self._drawn
        try:
            for y in crop.line_range:
                if y not in drawn:
                    drawn[y] = self.render_line(y)
        finally:
            self._drawn_in = None
        whole = crop.x == 0 and crop.width == size.width
        return [drawn[y] if whole else drawn[y].crop(crop.x, crop.right) for y in crop.line_range]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,  # noqa: ARG002 - see below
        recompose: bool = False,
    ) -> Self:
        """Draw these regions again, all rows where none is named.

        Panes stand where their screen puts them: Textual's wish to place all anew once one of them has a size would
        place all twice.
        """
        if repaint and regions:
            for region in regions:
                for y in region.line_range:
                    self._drawn.pop(y, None)
        elif repaint:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        cells, paint = self.inner, self.paint
        prose = y >= self.head and self.verbatim
        if y >= self.head:
            segments = self.draw(y - self.head, cells)
        elif y == 0:
            segments = self._title_row(cells)
        else:
            segments = self.subtitle(cells)
        if self.look.ascii and not prose:
            segments = [Segment(self.look.signs(text), style) for text, style, _ in segments]
        row = filled(segments, cells, paint.text)
        if self.divided:
            row.insert(0, Segment(self.look.glyphs.line, paint.quiet))
        return Strip(row, self.size.width)

    def _title_row(self, cells: int) -> Segments:
        return title_row(self.look, self.title(), self.aside(), cells, front=self.front)

    def redraw(self, *rows: int) -> None:
        """Draw rows below the head again, those of them that are seen; with none named, all of the pane."""
        if not rows:
            self.refresh()
            return
        seen = [y for y in rows if 0 <= y < self.body]
        if seen:
            self.refresh(*(Region(0, y + self.head, self.size.width, 1) for y in seen))

    def redraw_head(self) -> None:
        """Draw the head again."""
        self.refresh(Region(0, 0, self.size.width, self.head))

    def bring_to_front(self, front: bool) -> None:
        """Have the keys, or no longer."""
        if front != self.front:
            self.front = front
            self.front_changed()

    def front_changed(self) -> None:
        """Draw again what tells whether the pane is in front."""
        self.redraw_head()

    def said(self, sentence: str, y: int, cells: int) -> Segments:
        """Row `y` of a sentence that stands where there is nothing to show."""
        from tui.app.wrapping import wrap

        room = max(cells - 4, 8)
        lines = wrap(sentence, room)
        if 0 <= y - 1 < len(lines):
            start, end = lines[y - 1]
            return [Segment("  ", self.paint.text), Segment(sentence[start:end], self.paint.quiet)]
        return []

"""Bars of events and of the passages that tell of them, over a line of months or years."""

from collections.abc import Sequence

from rich.segment import Segment

from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import cut, right, take
from tui.app.text import width as cells_of
from tui.app.timeline import ASCII_BLOCKS, BLOCKS, Chart, axis, bars, chart
from tui.app.widgets.chrome import Bar
from tui.findings.events.event import Event

GUTTER = 14
"""Columns left of the bars: what they count, and how many the highest of them stands for."""

EDGE = 1
"""Columns right of the bars that stay empty."""

WIDEST = 6
"""Columns of one bar, the blank after it counted."""


class TimelineChart(Bar):
    """Three or four rows: bars of events, one row of mentions, the labels; the stretch of the cursor's event is lit."""

    DEFAULT_CSS = "TimelineChart { height: 1fr; }"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="chart")
        self.events: Sequence[Event] = ()
        self.date: str | None = None
        self._made: tuple[int, Chart | None] | None = None

    def show(self, events: Sequence[Event]) -> None:
        """Show when these began."""
        self.events, self._made = events, None
        self.refresh()

    def light(self, date: str | None) -> None:
        """Light up the stretch in which the event of this date began."""
        if date != self.date:
            self.date = date
            self.refresh()

    def worth(self, cells: int) -> bool:
        """Whether there is something to show: two dated events."""
        return self._chart(cells) is not None

    def _chart(self, cells: int) -> Chart | None:
        if self._made is None or self._made[0] != cells:
            self._made = cells, chart(self.events, max(cells - GUTTER - 2 - EDGE, 1))
        return self._made[1]

    def segments(self, y: int, cells: int) -> Segments:
        """A row of the chart."""
        shown = self._chart(cells)
        if shown is None:
            return []
        paint = self.look.inks.page
        room = max(cells - GUTTER - 2 - EDGE, 1)
        width = max(min(room // len(shown.events), WIDEST), 1)
        above = self.size.height - 2
        if y == above + 1:
            row = [Segment(right(f"by {shown.unit}", GUTTER) + "  ", paint.quiet)]
            return [*row, Segment(cut(_labels(axis(shown, width), shown.left_out, room), room), paint.quiet)]
        counts, rows, at = (shown.events, above, y) if y < above else (shown.mentions, 1, 0)
        name = ("events" if y < above else "mentions") if at == 0 else ""
        told = f"{name} {max(counts):>4,}" if name else ""
        line = bars(counts, rows, ASCII_BLOCKS if self.look.ascii else BLOCKS)[at]
        here = shown.stretch(self.date)
        row = [Segment(f"{right(told, GUTTER)} {self.look.glyphs.line}", paint.quiet)]
        for stretch, block in enumerate(line):
            style = paint.quiet if y >= above else paint.front if stretch == here else paint.mark
            row.append(Segment(take(block * max(width - 1, 1) + " ", width), style))
        return row


def _labels(labels: str, left_out: int, room: int) -> str:
    """The labels, and how many events are of no month, in as many words as there is room for."""
    if not left_out:
        return labels
    notes = (f"   {left_out} more with no month told", f"   {left_out} with no month", f"  +{left_out}")
    return next((labels + note for note in notes if cells_of(labels + note) <= room), labels)

"""A list of findings on a screen of their own: a sign, what it is about, the words, where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.segment import Segment

from tui.app.inks import Paint
from tui.app.lighting import Spot
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import cut, fit, plain, right, width
from tui.app.widgets.line_list import LineList
from tui.app.widgets.sidebar import Heading


@dataclass(frozen=True, slots=True)
class Finding:
    """A row: `about` stands in a column of its own, `place` at the right end; all safe to draw.

    `spots` are where it stands, the first being where enter goes; `words` what y copies, as written; `status` is what
    the status line tells.
    """

    sign: str
    about: str
    words: str
    place: str
    spots: tuple[Spot, ...]
    status: str = ""
    ink: Literal["text", "quiet", "accent", "mark", "warn"] = "mark"


Row = Heading | Finding


class FindingList(LineList):
    """Findings under headings."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, id="findings")
        self.front = True
        self.heading = name
        self.order = ""
        self.filter = ""
        self.rows: Sequence[Row] = ()
        self._about = 0

    def show(self, rows: Sequence[Row], sentence: str, *, keep: bool = False) -> None:
        """Show these rows; `sentence` where there are none. `keep` leaves the cursor on its row."""
        self.sentence = sentence
        cursor = self.cursor if keep else 0
        self.rows = rows
        self._about = max((width(row.about) for row in rows if isinstance(row, Finding)), default=0)
        self.changed(cursor)

    def title(self) -> str:
        """Its name, and the filter."""
        return f"{self.heading} “{plain(self.filter)}”" if self.filter else self.heading

    def aside(self) -> str:
        """How it is ordered."""
        return self.order

    @property
    def item(self) -> Finding | None:
        """The finding under the cursor."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return row if isinstance(row, Finding) else None

    def count(self) -> int:
        """Headings and findings."""
        return len(self.rows)

    def selectable(self, row: int) -> bool:
        """Only findings hold the cursor."""
        return isinstance(self.rows[row], Finding)

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """Sign, about, words, place."""
        item = self.rows[row]
        if isinstance(item, Heading):
            gap = " " * max(cells - 2 - width(item.text) - len(item.aside), 1)
            return [Segment(f" {item.text}", paint.front), Segment(f"{gap}{item.aside} ", paint.quiet)]
        about = min(self._about, max(cells // 3, 12)) if cells >= 60 else 0
        place = max(min(width(item.place), 12), 6)
        room = max(cells - 4 - (about + 2 if about else 0) - place - 3, 4)
        return [
            Segment(f" {item.sign} ", getattr(paint, item.ink)),
            Segment(f"{fit(item.about, about)}  " if about else "", paint.strong),
            Segment(fit(plain(item.words), room), paint.text),
            Segment(f"  {right(cut(item.place, place), place)} ", paint.quiet),
        ]

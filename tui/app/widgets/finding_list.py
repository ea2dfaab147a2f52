"""A list of findings on a screen of their own: a sign, what it is about, the words, where they stand."""

from collections.abc import Callable, Sequence
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
from tui.library.rows import PlacedQuote

FIRST = 100
"""Rows that tell how wide the column of what they are about is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A row: `about` stands in a column of its own, `place` at the right end; all safe to draw.

    `spots` are where it stands, the first being where enter goes; `words` what y copies, as written; `lead` stands
    before them in quiet ink; `status` is what the status line tells. `quotes` are the quotations that it is, if any.
    """

    sign: str
    about: str
    words: str
    place: str
    spots: tuple[Spot, ...]
    status: str = ""
    ink: Literal["text", "quiet", "accent", "mark", "warn"] = "mark"
    lead: str = ""
    quotes: tuple[PlacedQuote, ...] = ()


Row = Heading | Finding | Callable[[], Finding]
"""A row that costs something to make (a place must be looked up in its article) is made when it is seen."""


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
        self._place = 0

    def show(self, rows: Sequence[Row], sentence: str, *, keep: bool = False) -> None:
        """Show these rows; `sentence` where there are none. `keep` leaves the cursor on its row."""
        self.sentence = sentence
        cursor = self.cursor if keep else 0
        self.rows = rows
        first = [self.finding(at) for at in range(min(len(rows), FIRST))]
        self._about = max((width(told.about) for told in first if told is not None), default=0)
        self._place = 6 if any(told is not None and told.place for told in first) else 0
        self.changed(cursor)

    def title(self) -> str:
        """Its name, and the filter."""
        return f"{self.heading} “{plain(self.filter)}”" if self.filter else self.heading

    def aside(self) -> str:
        """How it is ordered."""
        return self.order

    def finding(self, row: int) -> Finding | None:
        """The finding on a row, made if it was not yet; None for a heading."""
        told = self.rows[row]
        if isinstance(told, Heading):
            return None
        return told if isinstance(told, Finding) else told()

    @property
    def item(self) -> Finding | None:
        """The finding under the cursor."""
        return self.finding(self.cursor) if self.cursor < len(self.rows) else None

    def count(self) -> int:
        """Headings and findings."""
        return len(self.rows)

    def selectable(self, row: int) -> bool:
        """Only findings hold the cursor."""
        return not isinstance(self.rows[row], Heading)

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """Sign, about, words, place."""
        heading = self.rows[row]
        if isinstance(heading, Heading):
            gap = " " * max(cells - 2 - width(heading.text) - len(heading.aside), 1)
            return [Segment(f" {heading.text}", paint.front), Segment(f"{gap}{heading.aside} ", paint.quiet)]
        item = self.finding(row)
        if item is None:
            return []
        about = min(self._about, max(cells // 3, 12)) if cells >= 60 and (item.about or item.place) else 0
        place = max(min(width(item.place), 12), self._place)
        room = max(cells - 4 - (about + 2 if about else 0) - place - 3, 4)
        lead = cut(item.lead, room // 2)
        return [
            Segment(f" {item.sign} ", getattr(paint, item.ink)),
            Segment(f"{fit(item.about, about)}  " if about else "", paint.text),
            Segment(lead, paint.quiet),
            Segment(fit(plain(item.words[:400]), room - width(lead)), paint.text),
            Segment(f"  {right(cut(item.place, place), place)} ", paint.quiet),
        ]

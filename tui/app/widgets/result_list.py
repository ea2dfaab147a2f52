"""The results of a search: matches, as found or under headings, or a concordance with the match in a column."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment

from tui.app.arranging import Bar, Group
from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import NO_BREAK, Shown, cut, fit, plain, right, take, width
from tui.app.widgets.line_list import LineList
from tui.search.concordance import Line
from tui.search.found import Found, Hit
from tui.search.match import Match

SPEAKER_FROM = 70
"""Columns from which the speaker has a column."""

PLACE, LONG_PLACE = 9, 15
"""Columns of a place, on a narrow screen and from 100 columns on."""

_HEIGHTS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something that can be typed, and what it does; both the program's own words."""

    typed: str
    does: str


Item = Match | Line
Row = Item | Group | Hint


class ResultList(LineList):
    """Matches, lines of a concordance, headings over them, or hints.

    `placed` gives the place of a match as people write it (`001:7`), and its sign.
    """

    def __init__(self, look: Look, placed: Callable[[Item], tuple[str, str]]) -> None:
        super().__init__(look, id="results")
        self.front = True
        self.rows: Sequence[Row] = ()
        self._headings: list[int] = []
        self._placed = placed

    @property
    def head(self) -> int:
        """It has none: the query stands above it."""
        return 0

    def title(self) -> str:
        """It has none."""
        return ""

    def show(self, rows: Sequence[Row], sentence: str, stay: Item | None = None) -> bool:
        """Show what was found; `sentence` where that is nothing.

        The cursor goes to `stay`, and that to the same row of the screen, where it is among what was found; else to
        the first row. Tells whether it is.
        """
        height = self.cursor - self.top
        self.rows, self.sentence = rows, sentence
        heads = [] if isinstance(rows, Found) else [isinstance(row, (Group, Hint)) for row in rows]
        self._headings = [at for at, is_head in enumerate(heads) if is_head]
        at = None if stay is None else _find(rows.hits if isinstance(rows, Found) else rows, stay)
        self.changed(at or 0)
        if not self.found:
            self.cursor = -1
        elif at is not None:
            self.top = max(min(at - height, self.count() - self.seen), 0)
            self._scroll()
        return at is not None

    @property
    def item(self) -> Item | None:
        """What is under the cursor."""
        row = self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None
        return row if isinstance(row, (Match, Line)) else None

    @property
    def found(self) -> int:
        """How many rows hold the cursor."""
        return len(self.rows) - len(self._headings)

    @property
    def number(self) -> int:
        """Which of them the cursor is on, from 1."""
        return self.cursor + 1 - bisect_right(self._headings, self.cursor)

    def count(self) -> int:
        """Rows and headings."""
        return len(self.rows)

    def selectable(self, row: int) -> bool:
        """Only what was found holds the cursor."""
        at = bisect_left(self._headings, row)
        return row >= 0 and self._headings[at : at + 1] != [row]

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """A match, a line of the concordance, a heading or a hint."""
        told = self.rows[row]
        here = self.look.glyphs.front if row == self.cursor else " "
        if isinstance(told, Group):
            return self._group(told, cells, paint)
        if isinstance(told, Hint):
            typed = min(24, cells // 3)
            return [
                Segment(f" {fit(told.typed, typed)} ", paint.strong),
                Segment(cut(told.does, cells - typed - 3), paint.quiet),
            ]
        if isinstance(told, Line):
            return [Segment(f" {here} ", paint.front), *self._line(told, cells - 3, paint)]
        return [Segment(f" {here} ", paint.front), *self._match(told, cells - 3, paint)]

    def _group(self, group: Group, cells: int, paint: Paint) -> Segments:
        drawn = bar(group.bar, self.look)
        count = right(str(group.rows), 4)
        room = cells - len(drawn) - len(count) - 4
        return [
            Segment(f" {fit(plain(group.text), room)} ", paint.front),
            Segment(drawn, paint.mark),
            Segment(f"{count} ", paint.quiet),
        ]

    def _match(self, match: Match, cells: int, paint: Paint) -> Segments:
        """Sign, words, speaker, place."""
        sign, place = self._placed(match)
        speaker = plain(match.speaker or "") if cells + 3 >= SPEAKER_FROM else ""
        speakers = min(22, cells // 4) if speaker else 0
        return [
            Segment(f"{sign} ", paint.mark),
            *excerpt(match, cells - 4 - speakers - _columns(cells), paint),
            Segment(f" {fit(speaker, speakers - 1)}" if speakers else "", paint.quiet),
            Segment(f" {right(place, _columns(cells))} ", paint.quiet),
        ]

    def _line(self, line: Line, cells: int, paint: Paint) -> Segments:
        """What goes before, up to the column in the middle; the match from there on; what follows; the place."""
        places = _columns(cells)
        room = cells - places - 2
        before = room * 2 // 5
        match = cut(_shown(line.match), room - before)
        after = room - before - width(match)
        place = self._placed(line)[1]
        left = last(_shown(line.left), before)
        return [
            Segment(" " * (before - width(left)) + left, paint.text),
            Segment(match, paint.match),
            Segment(fit(_shown(line.right), after), paint.text),
            Segment(f" {right(place, places)} ", paint.quiet),
        ]


def bar(counts: Bar, look: Look) -> str:
    """Where in an article matches stand: a cell for each part, the higher the more; a dot (`-`) where there are none.

    In ASCII a digit tells how many.
    """
    if look.ascii:
        return "".join(str(min(count, 9)) if count else "-" for count in counts)
    most = max(counts, default=0)
    return "".join(
        _HEIGHTS[(count * len(_HEIGHTS) - 1) // most] if count else look.glyphs.dot for count in counts
    )


def _columns(cells: int) -> int:
    return LONG_PLACE if cells >= 96 else PLACE


def last(safe: str, cells: int) -> str:
    """As many of the last characters of safe text as fit in `cells` cells."""
    begin = max(len(safe) - cells, 0)
    while width(safe[begin:]) > cells:
        begin += 1
    return safe[begin:]


def _shown(text: str) -> str:
    return Shown(text).text.replace(NO_BREAK, " ")


def _find(rows: Sequence[Row | Hit], wanted: Item) -> int | None:
    """The row of the same finding; in another view, the first row at the same place of the same article."""
    near = None
    for at, row in enumerate(rows):
        if isinstance(row, (Group, Hint)) or row.article != wanted.article:
            continue
        if _identity(row) == _identity(wanted):
            return at
        if near is None and isinstance(row, Line) is not isinstance(wanted, Line) and _meet(row, wanted):
            near = at
    return near


def _identity(item: Item | Hit) -> tuple[str, str, int | None]:
    return item.article, "" if isinstance(item, Line) else item.kind, item.start


def _meet(one: Item | Hit, other: Item) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.start < one.end or other.start <= one.start < other.end


def excerpt(match: Match, cells: int, paint: Paint) -> Segments:
    """The words of a match in exactly `cells` cells, begun so that the first highlight is seen."""
    base = match.start or 0
    shown = Shown(match.text)
    marked = [(shown.index(start - base), shown.index(end - base)) for start, end in match.highlights]
    text = shown.text.replace(NO_BREAK, " ")
    begin = 0
    if marked and width(text[: marked[0][1]]) > cells - 1:
        begin = text.rfind(" ", 0, max(marked[0][0] - cells // 3, 0)) + 1
    row: Segments = [Segment("…", paint.quiet)] if begin else []
    left = cells - len(row)
    tail = width(text[begin:]) > left
    left -= tail
    at = begin
    for start, end in [*marked, (len(text), len(text))]:
        for piece, style in ((text[at:start], paint.text), (text[max(start, at) : end], paint.match)):
            short = take(piece, left)
            if short:
                row.append(Segment(short, style))
                left -= width(short)
        at = max(at, end)
    if tail:
        row.append(Segment("…", paint.quiet))
    row.append(Segment(" " * left, paint.text))
    return row

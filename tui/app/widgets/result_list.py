"""The results of a search: what each is, the words that match, who spoke them, and where they stand."""

from collections.abc import Callable

from rich.segment import Segment

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import NO_BREAK, Shown, cut, fit, plain, right, take, width
from tui.app.widgets.line_list import LineList
from tui.search.match import Match

SPEAKER_FROM = 70
"""Columns from which the speaker has a column."""


class ResultList(LineList):
    """Matches, best first. `placed` gives a match's place as people write it (`001:7`), and its sign."""

    def __init__(self, look: Look, placed: Callable[[Match], tuple[str, str]]) -> None:
        super().__init__(look, id="results")
        self.front = True
        self.matches: tuple[Match, ...] = ()
        self._placed = placed

    @property
    def head(self) -> int:
        """It has none: the query stands above it."""
        return 0

    def title(self) -> str:
        """It has none."""
        return ""

    def show(self, matches: tuple[Match, ...], sentence: str) -> None:
        """Show what was found; `sentence` where that is nothing."""
        self.matches, self.sentence = matches, sentence
        self.changed()

    @property
    def match(self) -> Match | None:
        """The match under the cursor."""
        return self.matches[self.cursor] if self.matches else None

    def count(self) -> int:
        """How many were found."""
        return len(self.matches)

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """Cursor, sign, words, speaker, place."""
        match = self.matches[row]
        sign, place = self._placed(match)
        speaker = plain(match.speaker or "") if cells >= SPEAKER_FROM else ""
        speakers = min(22, cells // 4) if speaker else 0
        room = cells - 5 - speakers - 10
        here = self.look.glyphs.front if row == self.cursor else " "
        return [
            Segment(f" {here} ", paint.front),
            Segment(f"{sign} ", paint.mark),
            *excerpt(match, room, paint),
            Segment(f" {fit(speaker, speakers - 1)}" if speakers else "", paint.quiet),
            Segment(f"{right(cut(place, 9), 9)} ", paint.quiet),
        ]


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

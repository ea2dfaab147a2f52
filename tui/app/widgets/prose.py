"""A line of prose with styles laid on stretches of its raw text."""

from collections.abc import Iterable
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from tui.app.rows import Segments
from tui.app.text import NO_BREAK, Shown
from tui.app.wrapping import Line

Laid = tuple[int, int, Style]
"""A stretch of the raw text, in code points, and its style."""


def styled(shown: Shown, line: Line, base: Style, laid: Iterable[Laid]) -> Segments:
    """The line in `base` style, cut where another is laid on; what is laid on later lies above.

    A style without a ground of its own is added to what it is laid on.
    """
    start, end = line
    inner = [(shown.index(begin), shown.index(stop), style) for begin, stop, style in laid]
    inner = [
        (begin, stop, style) for begin, stop, style in inner if begin < end and stop > start and begin < stop
    ]
    cuts = sorted(
        {start, end, *(max(begin, start) for begin, _, _ in inner), *(min(stop, end) for _, stop, _ in inner)}
    )
    row: Segments = []
    for begin, stop in pairwise(cuts):
        over = [style for first, last, style in inner if first <= begin and last >= stop]
        style = base
        for laid_on in over:
            style = laid_on if laid_on.bgcolor is not None else style + laid_on
        row.append(Segment(shown.text[begin:stop].replace(NO_BREAK, " "), style))
    return row

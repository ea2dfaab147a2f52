"""Rows of the screen as segments: filled to a width, and the row that names a pane. Needs no app, so it starts fast."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style

from tui.app.look import Look
from tui.app.text import cut, take, width

Segments = list[Segment]


def filled(segments: Iterable[Segment], cells: int, style: Style) -> Segments:
    """Segments cut or filled up with blanks to exactly `cells` cells."""
    row: Segments = []
    left = cells
    for segment in segments:
        cost = width(segment.text)
        if cost > left:
            short = take(segment.text, left)
            row.append(Segment(short, segment.style))
            left -= width(short)
            break
        row.append(segment)
        left -= cost
    if left > 0:
        row.append(Segment(" " * left, style))
    return row


def title_row(look: Look, title: str, aside: str, cells: int, *, front: bool) -> Segments:
    """The first row of a pane: its title, bold with a sign where the pane is in front, and what stands at the right."""
    paint = look.inks.page
    room = cells - 2 - (width(aside) + 2 if aside else 0)
    if room < 6:
        aside, room = "", cells - 2
    told = cut(title, room)
    gap = " " * (cells - 1 - width(told) - width(aside) - (1 if aside else 0))
    sign = look.glyphs.front if front else " "
    return [
        Segment(sign, paint.front),
        Segment(told, paint.strong if front else paint.quiet),
        Segment(gap, paint.text),
        Segment(f"{aside} " if aside else "", paint.quiet),
    ]


def top_bar(look: Look, corpus: str, counts: str, cells: int) -> Segments:
    """The program, the corpus, and how much there is in it."""
    paint = look.inks.page
    name = " corpus-tui  "
    told = cut(counts, max(cells - len(name) - 4, 0))
    short = cut(corpus, max(cells - len(name) - width(told) - 3, 0))
    gap = " " * max(cells - len(name) - width(short) - width(told) - 1, 0)
    return [Segment(name, paint.strong), Segment(short, paint.text), Segment(f"{gap}{told}", paint.quiet)]

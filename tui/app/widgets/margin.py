"""The margin of a text: the block's number where there is room, the cursor's bar, a sign, what the reader marked."""

from rich.segment import Segment

from tui.app.flow import Place, Row
from tui.app.glyphs import Glyphs
from tui.app.inks import Paint
from tui.app.rows import Segments


def margin(
    place: Place,
    row: Row,
    sign: str,
    mark: str,
    *,
    numbered: bool,
    bar: Segment,
    paint: Paint,
    glyphs: Glyphs,
) -> Segments:
    """The margin of a row. `sign` and `mark` are those of its block, empty where it has none.

    The mark stands after the number; without numbers in the place of the sign, and below it where there are both.
    """
    if numbered:
        number = Segment(f"{row.block + 1:>3}" if row.first else "   ", paint.quiet)
        marked = Segment((mark if row.first else "") or " ", paint.mark)
        return [number, marked, bar, _sign(sign if row.first else "", paint, glyphs)]
    below = not row.first and place.line == 1 and row.shown is not None
    if mark and ((row.first and not sign) or (below and sign)):
        return [bar, Segment(mark, paint.mark)]
    return [bar, _sign(sign if row.first else "", paint, glyphs)]


def _sign(sign: str, paint: Paint, glyphs: Glyphs) -> Segment:
    return Segment(sign or " ", paint.warn if sign == glyphs.differs else paint.front)

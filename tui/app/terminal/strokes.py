"""Changes of the screen as strokes, and the pencil that draws them: where it stands, and what it draws with.

A stroke is a stretch of one row in one pen, or blanks that are erased. Strokes are drawn one after the other from the
top; a few of them in the order that costs the fewest bytes, for a change of colours costs more than a jump.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import compress, groupby
from typing import Final, NamedTuple

from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.pens import Pen, Pens

SHORT_BLANK: Final = 8
"""Blanks that are cheaper to write than to erase and jump over."""

LONG_BLANK: Final = " " * 5
"""What parts one stretch of words from the next."""

_LONG: Final = re.compile(f" {{{SHORT_BLANK + 1},}}")
_WORDS: Final = re.compile("[^ ]+(?: {1,4}[^ ]+)*")

FEW: Final = 32
"""Strokes up to which the cheapest order is sought: so many are on the screen at once, in whatever order."""

_NARROW: Final = (
    r"\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    r"\u2190-\u21ff\u2200-\u22ff\u2500-\u259f"
)
_WIDE: Final = r"\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
FIRST_WIDE: Final = "\u3041"
_SURE: Final = re.compile(f"[{_NARROW}]*")


@cache
def _sure_and_wide() -> re.Pattern[str]:
    """Made when it is first needed: ranges so large take Python a while, and the first screen waits for it."""
    return re.compile(f"[{_NARROW}{_WIDE}]*")


def is_sure(text: str) -> bool:
    """Whether all terminals agree about the width of every character."""
    if _SURE.fullmatch(text):
        return True
    return max(text) >= FIRST_WIDE and _sure_and_wide().fullmatch(text) is not None


Span = tuple[int, int, Pen]
"""Columns of a row, half-open, and the pen that they are drawn with."""


class Stroke(NamedTuple):
    """Cells of row `y` from `x` on: `texts` in `pen`, or erased (`erased` cells; all to the row's end where 0).

    A stroke that erases a row is drawn before the others of it (`first`).
    """

    y: int
    x: int
    texts: Sequence[str]
    pen: Pen
    erased: int = -1
    first: bool = False

    @property
    def erases(self) -> bool:
        """Whether blanks are erased, not written: any pen on the same ground will do."""
        return self.erased >= 0


def can_erase(ground: Pen, capabilities: Capabilities) -> bool:
    """Whether erased cells look like blanks of `ground`."""
    return not ground.attributes and (capabilities.erases_in_colour or not ground.background)


def strokes_of(
    y: int,
    runs: Sequence[tuple[int, int]],
    texts: Sequence[str],
    pens: Sequence[Pen],
    capabilities: Capabilities,
) -> list[Stroke]:
    """The strokes that draw the changed runs of a row."""
    tail = _tail(texts, pens) if can_erase(pens[-1].blank, capabilities) else len(texts)
    strokes: list[Stroke] = []
    if (start := _erased_from(runs, texts, pens, capabilities)) is not None:
        strokes.append(Stroke(y, start, (), pens[-1].blank, 0, first=True))
        for x, end in _words(texts, start, tail):
            strokes += filter(None, map(_without_blanks, _inked(y, x, end, texts, pens, capabilities)))
        return strokes
    for start, end in runs:
        if end > tail and len(texts) - max(start, tail) > 3:
            strokes += _inked(y, start, max(start, tail), texts, pens, capabilities)
            strokes.append(Stroke(y, max(start, tail), (), pens[-1].blank, 0))
            break
        strokes += _inked(y, start, end, texts, pens, capabilities)
    return strokes


def whole_row(
    y: int, start: int, end: int, text: str, spans: Sequence[Span], capabilities: Capabilities
) -> list[Stroke]:
    """The strokes that draw a row from `start` to `end`, where each character of its text takes one cell.

    `spans` are those of the whole row. The same picture as by `strokes_of`, sooner: no cell is looked at by itself.
    """
    ground = spans[-1][2].blank
    tail = len(text)
    for first, last, pen in reversed(spans) if can_erase(ground, capabilities) else ():
        if pen.blank is not ground or tail != last:
            break
        tail = first + len(text[first:last].rstrip(" "))
    rest = max(start, tail)
    erased = end > tail and len(text) - rest > 3
    stop = rest if erased else end
    seen = [(max(x, start), min(to, stop), pen) for x, to, pen in spans if x < stop and to > start]
    strokes = _strokes_of_spans(y, text, seen, capabilities)
    return [*strokes, Stroke(y, rest, (), ground, 0)] if erased else strokes


def _tail(texts: Sequence[str], pens: Sequence[Pen]) -> int:
    """The column from which the row is blank to its end."""
    last, ground = len(texts) - 1, pens[-1].blank
    while last >= 0 and texts[last] == " " and pens[last].blank is ground:
        last -= 1
    return last + 1


def _erased_from(
    runs: Sequence[tuple[int, int]], texts: Sequence[str], pens: Sequence[Pen], capabilities: Capabilities
) -> int | None:
    """Where to erase the row before all else: where most of its blanks change, and little has to be written again."""
    ground, start = pens[-1].blank, runs[0][0]
    if not can_erase(ground, capabilities):
        return None
    kept = len(texts) - start - sum(end - x for x, end in runs)
    if kept > 4:
        return None
    row = _characters(texts[start:])
    if LONG_BLANK not in row.rstrip(" "):
        return None  # what is blank at the end is erased in any case
    words = len(_WORDS.findall(row))
    if row.count(" ") <= 4 * words + kept + 3:
        return None
    other = {pen for pen in set(pens[start:]) if pen.blank is not ground}
    return None if other and " " in compress(row, map(other.__contains__, pens[start:])) else start


def _words(texts: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Stretches without long blanks."""
    found = [match.span() for match in _WORDS.finditer(_characters(texts[start:end]))]
    return [(start + (x if x > 2 else 0), start + stop) for x, stop in found]


def _characters(texts: Sequence[str]) -> str:
    """Some character for each cell, a blank for those that are blank."""
    row = _joined(texts)
    return row if len(row) == len(texts) else "".join([text[:1] or "x" for text in texts])


def _joined(texts: Sequence[str]) -> str:
    return texts if isinstance(texts, str) else "".join(texts)


def _without_blanks(stroke: Stroke) -> Stroke | None:
    """What is left of a stroke where all around it was erased: nothing of one that is blank."""
    texts = list(stroke.texts)
    while texts and texts[-1] == " ":
        texts.pop()
    return Stroke(stroke.y, stroke.x, texts, stroke.pen) if texts else None


def _inked(
    y: int, start: int, end: int, texts: Sequence[str], pens: Sequence[Pen], capabilities: Capabilities
) -> list[Stroke]:
    """The strokes from `start` to `end`: split where another pen is needed, and at long blanks."""
    spans: list[Span] = []
    last = start
    for pen, cells in groupby(pens[start:end]):
        first, last = last, last + len(list(cells))
        spans.append((first, last, pen))
    return _strokes_of_spans(y, texts, spans, capabilities)


def _strokes_of_spans(
    y: int, texts: Sequence[str], spans: Iterable[Span], capabilities: Capabilities
) -> list[Stroke]:
    strokes: list[Stroke] = []
    for first, last, pen in _stretches(texts, spans):
        x = first
        if capabilities.erases_characters and can_erase(pen.blank, capabilities):
            for blank in _LONG.finditer(_characters(texts[first:last])):
                begin, end = first + blank.start(), first + blank.end()
                if begin > x:
                    strokes.append(Stroke(y, x, texts[x:begin], pen))
                strokes.append(Stroke(y, begin, (), pen.blank, end - begin))
                x = end
        if x < last:
            strokes.append(Stroke(y, x, texts[x:last], pen))
    return strokes


def _stretches(texts: Sequence[str], spans: Iterable[Span]) -> list[Span]:
    """What can be drawn in one pen: blanks can in any that has their ground."""
    found: list[Span] = []
    empty = True  # what was found last
    for first, last, pen in spans:
        blank = not _joined(texts[first:last]).strip(" ")
        if found and found[-1][2].blank is pen.blank and (blank or empty or found[-1][2] is pen):
            found[-1] = (found[-1][0], last, found[-1][2] if blank else pen)
            empty = empty and blank
        else:
            found.append((first, last, pen.blank if blank else pen))
            empty = blank
    return found


class Pencil:
    """Draws strokes into `out`: knows where the cursor of the terminal stands and which pen it has, if any is known."""

    def __init__(self, pens: Pens, width: int) -> None:
        self.out: list[str] = []
        self.pen: Pen | None = None
        self.at: tuple[int, int] | None = None
        self._pens = pens
        self._width = width

    def draw(self, strokes: list[Stroke]) -> None:
        """Draw all strokes."""
        if len(strokes) > FEW or not all(is_sure(_joined(stroke.texts)) for stroke in strokes):
            for stroke in strokes:
                self._draw(stroke)
            return
        left = strokes.copy()
        while left:
            blocked = {stroke.y for stroke in left if stroke.first}
            open_ones = [stroke for stroke in left if stroke.first or stroke.y not in blocked]
            cheapest = min(open_ones, key=self._cost)
            left.remove(cheapest)
            self._draw(cheapest)

    def go(self, y: int, x: int) -> None:
        """Move the cursor."""
        self.out.append(self._way_to(y, x))
        self.at = (y, x)

    def _cost(self, stroke: Stroke) -> int:
        return len(self._way_to(stroke.y, stroke.x)) + len(self._pens.way(self.pen, self._pen_for(stroke)))

    def _pen_for(self, stroke: Stroke) -> Pen:
        return self._pens.over(self.pen, stroke.pen) if stroke.erases else stroke.pen

    def _draw(self, stroke: Stroke) -> None:
        pen = self._pen_for(stroke)
        self.out.append(self._pens.way(self.pen, pen))
        self.pen = pen
        self.go(stroke.y, stroke.x)
        if stroke.erases:
            self.out.append(f"\x1b[{stroke.erased}X" if stroke.erased else "\x1b[K")
        else:
            self._write(stroke.y, stroke.x, stroke.texts)

    def _write(self, y: int, x: int, texts: Sequence[str]) -> None:
        whole = _joined(texts)
        end = x + len(texts)
        if is_sure(whole):
            self.out.append(whole)
            self.at = (y, end) if end < self._width else None
            return
        for column, text in enumerate(texts, x):
            if not text:
                continue
            wide = column + 1 < end and texts[column + 1 - x] == ""
            if self.at != (y, column):
                self.go(y, column)
            if is_sure(text):
                self.out.append(text)
                after = column + 1 + wide
                self.at = (y, after) if after < self._width else None
                continue
            if wide:
                # A terminal that takes it for narrow must not leave the old half of what stood there.
                self.out.append("  ")
                self.at = None
                self.go(y, column)
            self.out.append(text)
            self.at = None

    def _way_to(self, y: int, x: int) -> str:
        """The shortest of the ways that every terminal knows."""
        if self.at == (y, x):
            return ""
        best = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"
        if self.at is not None:
            for way in _relative(self.at, y, x):
                if len(way) < len(best):
                    best = way
        return best


def _relative(at: tuple[int, int], y: int, x: int) -> list[str]:
    down, right = y - at[0], x - at[1]
    ways = []
    if down == 0:
        if right > 0:
            ways.append(f"\x1b[{right}C" if right > 1 else "\x1b[C")
        else:
            ways.append("\b" * -right)
            ways.append("\r" if x == 0 else f"\r\x1b[{x}C" if x > 1 else "\r\x1b[C")
    elif down > 0:
        # Line feeds with a carriage return mean the same whether the line translates them or not.
        lines = "\r" + "\n" * down
        ways.append(lines if x == 0 else f"{lines}\x1b[{x}C" if x > 1 else f"{lines}\x1b[C")
        if right == 0:
            ways.append(f"\x1b[{down}B" if down > 1 else "\x1b[B")
    elif right == 0:
        ways.append(f"\x1b[{-down}A" if down < -1 else "\x1b[A")
    return ways

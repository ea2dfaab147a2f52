"""The screen as cells: what the terminal shows, what it shall show, and the fewest bytes from one to the other.

    cells = Cells(80, 24, Pens(capabilities), capabilities)
    cells.draw(0, 0, [Segment("first row")])
    terminal.write(cells.flush())          # only what differs from what the terminal shows

A row is two lists, of texts and of pens, one entry a cell. The second cell of a wide character holds the text "".
Text that reaches a cell has been made safe long before; should control characters come here all the same, they are
dropped or shown as `�`: this is the last door, and nothing that is no picture passes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment

from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.pens import Pen, Pens

UNSAFE: Final = "\N{REPLACEMENT CHARACTER}"

SHORT_GAP: Final = 4
"""Unchanged cells between two changes that are cheaper to write again than to jump over."""

SHORT_BLANK: Final = 8
"""Blanks that are cheaper to write than to erase and jump over."""

_NOT_SURE = re.compile(
    r"[^\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    r"\u2190-\u21ff\u2200-\u22ff\u2500-\u259f\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]"
)
"""All terminals agree about the width of every other character."""

_NARROW = re.compile(
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0377\u0384-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e"
    r"\u2500-\u257f]+"
)
"""What most prose is made of: one cell each, and nothing to look at twice."""


class Cells:
    """What a terminal of `width` x `height` cells shows and shall show."""

    def __init__(self, width: int, height: int, pens: Pens, capabilities: Capabilities) -> None:
        self.width = width
        self.height = height
        self._pens = pens
        self._capabilities = capabilities
        self._texts: list[list[str]] = []
        self._row_pens: list[list[Pen]] = []
        self._wanted: dict[int, tuple[list[str], list[Pen]]] = {}
        self._known = False
        self._pen: Pen | None = None
        self._at: tuple[int, int] | None = None
        self._out: list[str] = []

    @property
    def known(self) -> bool:
        """Whether it is known what the terminal shows; if not, the next `flush` clears it first."""
        return self._known

    def draw(self, y: int, x: int, segments: Iterable[Segment]) -> None:
        """Want `segments` in row `y` from column `x` on; nothing is sent before `flush`."""
        if not 0 <= y < self.height or x >= self.width:
            return
        texts, pens = to_cells(segments, self._pens)
        if not texts:
            return
        room = self.width - x
        if len(texts) > room:
            del texts[room:], pens[room:]
            if texts and _is_wide_head(texts, room - 1):
                texts[-1] = " "
        wanted = self._wanted.get(y)
        if wanted is None:
            wanted = self._wanted[y] = self._row(y)
        end = x + len(texts)
        wanted[0][x:end] = texts
        wanted[1][x:end] = pens
        if x and wanted[0][x] != "" and wanted[0][x - 1] and cell_len(wanted[0][x - 1]) > 1:
            wanted[0][x - 1] = " "
        if end < self.width and wanted[0][end] == "":
            wanted[0][end] = " "

    def flush(self, cursor: tuple[int, int] | None = None) -> str:
        """All that must be sent for the terminal to show what was drawn.

        `cursor` (column, row): where the cursor shall stand afterwards, for input methods; None leaves it.
        """
        if not self._known:
            self._clear()
        for y in sorted(self._wanted):
            self._send_row(y, *self._wanted[y])
        self._wanted.clear()
        if cursor is not None:
            self._go(cursor[1], cursor[0])
        sent = "".join(self._out)
        self._out.clear()
        return sent

    def forget(self) -> None:
        """The terminal may show anything now (another program had it, or it changed its size)."""
        self._known = False
        self._pen = None
        self._at = None

    def _row(self, y: int) -> tuple[list[str], list[Pen]]:
        if self._known:
            return self._texts[y].copy(), self._row_pens[y].copy()
        return [" "] * self.width, [self._pens.plain] * self.width

    def _clear(self) -> None:
        """Clear to the background that most blank cells want, where the terminal can erase in colour."""
        ground = self._pens.plain
        if self._capabilities.erases_in_colour:
            blanks: Counter[Pen] = Counter()
            for texts, pens in self._wanted.values():
                blanks.update(pen.blank for text, pen in zip(texts, pens, strict=True) if text == " ")
            ground = next((pen for pen, _ in blanks.most_common() if not pen.attributes), ground)
        self._out.append(f"{self._pens.way(None, ground)}\x1b[2J\x1b[H")
        self._pen = ground
        self._at = (0, 0)
        if ground.background:
            # Some terminals clear the screen without the colour, and yet each row with it.
            self._out.append("\x1b[K" + "\r\n\x1b[K" * (self.height - 1))
            self._at = (self.height - 1, 0)
        self._texts = [[" "] * self.width for _ in range(self.height)]
        self._row_pens = [[ground] * self.width for _ in range(self.height)]
        self._known = True

    def _send_row(self, y: int, texts: list[str], pens: list[Pen]) -> None:
        old_texts, old_pens = self._texts[y], self._row_pens[y]
        if texts == old_texts and pens == old_pens:
            return
        changed = [
            x
            for x, (text, pen, was, drawn) in enumerate(zip(texts, pens, old_texts, old_pens, strict=True))
            if text != was or (pen is not drawn and (text != " " or pen.blank is not drawn.blank))
        ]
        if _NOT_SURE.search("".join(texts)):
            changed = _with_neighbours(changed, texts)
        self._texts[y], self._row_pens[y] = texts, pens
        tail = self._erasable_tail(texts, pens)
        for start, end in _runs(changed, texts, pens):
            if self._send_run(y, start, end, tail):
                break

    def _erasable_tail(self, texts: Sequence[str], pens: Sequence[Pen]) -> int:
        """The column from which the row is blank to its end, and can be erased in one go."""
        last = len(texts) - 1
        ground = pens[last].blank
        while last >= 0 and texts[last] == " " and pens[last].blank is ground:
            last -= 1
        return last + 1 if self._can_erase(ground) else len(texts)

    def _can_erase(self, ground: Pen) -> bool:
        return not ground.attributes and (self._capabilities.erases_in_colour or not ground.background)

    def _send_run(self, y: int, start: int, end: int, tail: int) -> bool:
        """Send the cells of row `y` from `start` to `end`; True where the rest of the row was erased with it."""
        texts, pens = self._texts[y], self._row_pens[y]
        x = start
        while x < end:
            if texts[x] != " ":
                stop = x + 1
                while stop < end and texts[stop] != " " and pens[stop] is pens[x]:
                    stop += 1
                self._take(pens[x])
                self._write(y, x, texts[x:stop])
                x = stop
                continue
            ground = pens[x].blank
            stop = x + 1
            while stop < end and texts[stop] == " " and pens[stop].blank is ground:
                stop += 1
            if x >= tail and self.width - x > 3:
                self._go(y, x)
                self._take_ground(ground, ground)
                self._out.append("\x1b[K")
                return True
            following = pens[stop] if stop < end else ground
            self._take_ground(ground, following)
            self._send_blanks(y, x, stop - x, ground)
            x = stop
        return False

    def _send_blanks(self, y: int, x: int, count: int, ground: Pen) -> None:
        if count > SHORT_BLANK and self._capabilities.erases_characters and self._can_erase(ground):
            self._go(y, x)
            self._out.append(f"\x1b[{count}X")
        else:
            self._write(y, x, [" "] * count)

    def _take(self, pen: Pen) -> None:
        if pen is not self._pen:
            self._out.append(self._pens.way(self._pen, pen))
            self._pen = pen

    def _take_ground(self, ground: Pen, following: Pen) -> None:
        """Take a pen whose blanks look like those of `ground`: the one in use, the following one, else `ground`."""
        if self._pen is None or self._pen.blank is not ground:
            self._take(following if following.blank is ground else ground)

    def _write(self, y: int, x: int, texts: Sequence[str]) -> None:
        self._go(y, x)
        whole = "".join(texts)
        end = x + len(texts)
        if not _NOT_SURE.search(whole):
            self._out.append(whole)
            self._at = (y, end) if end < self.width else None
            return
        for column, text in enumerate(texts, x):
            if not text:
                continue
            wide = column + 1 < end and texts[column + 1 - x] == ""
            self._go(y, column)
            if not _NOT_SURE.search(text):
                self._out.append(text)
                after = column + 1 + wide
                self._at = (y, after) if after < self.width else None
                continue
            if wide:
                # A terminal that takes it for narrow must not leave the old half of what stood there.
                self._out.append("  \b\b")
            self._out.append(text)
            self._at = None

    def _go(self, y: int, x: int) -> None:
        """Move the cursor by the shortest of the ways that every terminal knows."""
        if self._at == (y, x):
            return
        best = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"
        if self._at is not None:
            for way in _relative(self._at, y, x):
                if len(way) < len(best):
                    best = way
        self._out.append(best)
        self._at = (y, x)


def to_cells(segments: Iterable[Segment], pens: Pens) -> tuple[list[str], list[Pen]]:
    """Texts and pens of the cells that `segments` fill; control segments, and control characters, are left out."""
    texts: list[str] = []
    row: list[Pen] = []
    for text, style, control in segments:
        if control or not text:
            continue
        pen = pens.of(style)
        if _NARROW.fullmatch(text):
            texts.extend(text)
        else:
            _extend(texts, text)
        row += [pen] * (len(texts) - len(row))
    return texts, row


def _extend(texts: list[str], text: str) -> None:
    """Add the cells of text that may hold wide, combining or unsafe characters."""
    start = len(texts)
    for character in text:
        width = cell_len(character)
        if not (character.isprintable() or _is_private(character)):
            if width:
                texts.append(" " if character.isspace() else UNSAFE)
                texts.extend([" "] * (width - 1))
        elif width:
            texts.append(character)
            texts.extend([""] * (width - 1))
        elif len(texts) > start:
            _join(texts, character)


def _join(texts: list[str], character: str) -> None:
    """Add a combining character to the last cell, which may thereby become wide."""
    head = len(texts) - 1
    if texts[head] == "":
        head -= 1
    texts[head] += character
    if head == len(texts) - 1 and cell_len(texts[head]) > 1:
        texts.append("")


def _is_private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff"


def _is_wide_head(texts: Sequence[str], x: int) -> bool:
    return bool(texts[x]) and cell_len(texts[x]) > 1


def _runs(changed: Sequence[int], texts: Sequence[str], pens: Sequence[Pen]) -> list[tuple[int, int]]:
    """Changed columns as half-open runs; short gaps that need no other pen are written again, not jumped over."""
    runs: list[tuple[int, int]] = []
    for x in changed:
        start = x
        while start and texts[start] == "":
            start -= 1
        end = x + 1
        while end < len(texts) and texts[end] == "":
            end += 1
        if runs and _bridged(runs[-1][1], start, texts, pens):
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _with_neighbours(changed: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Also what stands after a character that some terminals take for wider than it is."""
    doubtful = {x + 1 for x in changed if x + 1 < len(texts) and texts[x] and _NOT_SURE.search(texts[x])}
    return sorted(doubtful.union(changed))


def _bridged(end: int, start: int, texts: Sequence[str], pens: Sequence[Pen]) -> bool:
    if start <= end:
        return True
    if start - end > SHORT_GAP:
        return False
    pen = pens[end - 1]
    return all(
        (pens[x] is pen or (texts[x] == " " and pens[x].blank is pen.blank))
        and texts[x].isascii()
        and texts[x]
        for x in range(end, start)
    )


def _relative(at: tuple[int, int], y: int, x: int) -> list[str]:
    down, right = y - at[0], x - at[1]
    ways = []
    if down == 0:
        if right > 0:
            ways.append(f"\x1b[{right}C" if right > 1 else "\x1b[C")
        else:
            ways.append("\b" * -right)
            ways.append("\r" if x == 0 else f"\r\x1b[{x}C")
    elif down > 0:
        # Line feeds with a carriage return mean the same whether the line translates them or not.
        lines = "\r" + "\n" * down
        ways.append(lines if x == 0 else f"{lines}\x1b[{x}C" if x > 1 else f"{lines}\x1b[C")
        if right == 0:
            ways.append(f"\x1b[{down}B" if down > 1 else "\x1b[B")
    elif right == 0:
        ways.append(f"\x1b[{-down}A" if down < -1 else "\x1b[A")
    return ways

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
from itertools import pairwise, takewhile
from operator import ne
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment

from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.pens import Pen, Pens
from tui.app.terminal.strokes import Pencil, Span, Stroke, is_sure, strokes_of, whole_row

UNSAFE: Final = "\N{REPLACEMENT CHARACTER}"

SHORT_GAP: Final = 4
"""Unchanged cells between two changes that are cheaper to write again than to jump over."""

SAMPLED: Final = 4
"""One of so many cells is looked at for whether most of a row has changed."""

MOSTLY: Final = 0.4
"""Share of the cells that have changed from which on a row is written again from the first change to the last."""

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
        self._whole: dict[int, tuple[str, list[Span]]] = {}
        self._known = False
        self._pencil = Pencil(pens, width)

    @property
    def known(self) -> bool:
        """Whether it is known what the terminal shows; if not, the next `flush` clears it first."""
        return self._known

    def draw(self, y: int, x: int, segments: Sequence[Segment]) -> None:
        """Want `segments` in row `y` from column `x` on; nothing is sent before `flush`."""
        if not 0 <= y < self.height or x >= self.width:
            return
        self._whole.pop(y, None)
        row = None if x else _spans(segments, self._pens)
        if row is not None and len(row[0]) == self.width:
            self._whole[y] = row
            self._wanted[y] = list(row[0]), [pen for first, last, pen in row[1] for _ in range(first, last)]
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
        if x and (marks := _leading_marks(segments)):
            _mark_before(wanted[0], x, marks)
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
        strokes = [stroke for y in sorted(self._wanted) for stroke in self._changes(y, *self._wanted[y])]
        self._wanted.clear()
        self._whole.clear()
        self._pencil.draw(strokes)
        if cursor is not None:
            # Where a window has shrunk, Textual may still tell of the larger one: a terminal stops at its edges.
            self._pencil.go(min(cursor[1], self.height - 1), min(cursor[0], self.width - 1))
        sent = "".join(self._pencil.out)
        self._pencil.out.clear()
        return sent

    def forget(self) -> None:
        """The terminal may show anything now (another program had it, or it changed its size)."""
        self._known = False
        self._pencil.pen = None
        self._pencil.at = None

    def _row(self, y: int) -> tuple[list[str], list[Pen]]:
        if self._known:
            return self._texts[y].copy(), self._row_pens[y].copy()
        return [" "] * self.width, [self._pens.plain] * self.width

    def _clear(self) -> None:
        """Clear to the background that most blank cells want, where the terminal can erase in colour."""
        for y in range(self.height):
            self._wanted.setdefault(y, self._row(y))
        ground = self._pens.plain
        if self._capabilities.erases_in_colour:
            blanks: Counter[Pen] = Counter()
            for texts, pens in self._wanted.values():
                blanks.update(pen.blank for text, pen in zip(texts, pens, strict=True) if text == " ")
            ground = next((pen for pen, _ in blanks.most_common() if not pen.attributes), ground)
        pencil = self._pencil
        pencil.out.append(f"{self._pens.way(None, ground)}\x1b[2J\x1b[H")
        pencil.pen, pencil.at = ground, (0, 0)
        if ground.background:
            # Some terminals clear the screen without the colour, and yet each row with it.
            pencil.out.append("\x1b[K" + "\r\n\x1b[K" * (self.height - 1))
            pencil.at = (self.height - 1, 0)
        self._texts = [[" "] * self.width for _ in range(self.height)]
        self._row_pens = [[ground] * self.width for _ in range(self.height)]
        self._known = True

    def _changes(self, y: int, texts: list[str], pens: list[Pen]) -> list[Stroke]:
        """The strokes that make row `y` of the terminal what it shall be; from now on it is."""
        old_texts, old_pens = self._texts[y], self._row_pens[y]
        if texts == old_texts and pens == old_pens:
            return []
        whole = self._whole.get(y)
        if whole is not None and (run := _mostly_changed(texts, pens, old_texts, old_pens)):
            self._texts[y], self._row_pens[y] = texts, pens
            return whole_row(y, *run, *whole, self._capabilities)
        changed = [
            x
            for x, (text, pen, was, drawn) in enumerate(zip(texts, pens, old_texts, old_pens, strict=True))
            if text != was or (pen is not drawn and (text != " " or pen.blank is not drawn.blank))
        ]
        self._texts[y], self._row_pens[y] = texts, pens
        if not is_sure("".join(texts)):
            changed = _with_neighbours(changed, texts)
        if not changed:
            return []
        return strokes_of(y, _runs(changed, texts, pens), texts, pens, self._capabilities)


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
        start = len(row)
        row += [pen] * (len(texts) - start)
        if pen.around is not pen:
            _draw_around(pen, texts, row, start)
    return texts, row


def _draw_around(pen: Pen, texts: Sequence[str], row: list[Pen], start: int) -> None:
    """Draw the blanks at both ends of a stretch, from `start` to the row's end, with what suits them."""
    first, last = start, len(texts)
    while first < last and texts[first] == " ":
        first += 1
    while last > first and texts[last - 1] == " ":
        last -= 1
    row[start:first] = [pen.around] * (first - start)
    row[last:] = [pen.around] * (len(texts) - last)


def _extend(texts: list[str], text: str) -> None:
    """Add the cells of text that may hold wide, combining or unsafe characters."""
    for character in text:
        width = cell_len(character)
        if not (character.isprintable() or _is_private(character)):
            if width:
                texts.append(" " if character.isspace() else UNSAFE)
                texts.extend([" "] * (width - 1))
        elif width:
            texts.append(character)
            texts.extend([""] * (width - 1))
        elif texts:
            _join(texts, character)


def _join(texts: list[str], character: str) -> None:
    """Add a combining character to the last cell, which may thereby become wide."""
    head = len(texts) - 1
    if texts[head] == "":
        head -= 1
    texts[head] += character
    if head == len(texts) - 1 and cell_len(texts[head]) > 1:
        texts.append("")


def _leading_marks(segments: Sequence[Segment]) -> str:
    """Combining characters that belong to the cell before: Textual may cut a row between a letter and its mark."""
    text = next((text for text, _, control in segments if text and not control), "")
    if text[:1] < "\u0300":
        return ""
    return "".join(takewhile(lambda character: character.isprintable() and not cell_len(character), text))


def _mark_before(texts: list[str], x: int, marks: str) -> None:
    head = x - 2 if texts[x - 1] == "" and x > 1 else x - 1
    if not texts[head].endswith(marks):
        texts[head] += marks


def _is_private(character: str) -> bool:
    return "\ue000" <= character <= "\uf8ff"


def _is_wide_head(texts: Sequence[str], x: int) -> bool:
    return bool(texts[x]) and cell_len(texts[x]) > 1


def _spans(segments: Iterable[Segment], pens: Pens) -> tuple[str, list[Span]] | None:
    """Text and pens where each character takes one cell, as in most rows; else None."""
    spans: list[Span] = []
    pieces: list[str] = []
    x = 0
    for text, style, control in segments:
        if control or not text:
            continue
        pen = pens.of(style)
        if pen.around is not pen or not _NARROW.fullmatch(text):
            return None
        pieces.append(text)
        spans.append((x, x + len(text), pen))
        x += len(text)
    return "".join(pieces), spans


def _mostly_changed(
    texts: Sequence[str], pens: Sequence[Pen], old_texts: Sequence[str], old_pens: Sequence[Pen]
) -> tuple[int, int] | None:
    """The columns of the first change and behind the last, where most between has changed: to jump there is dearer.

    Only some cells are looked at.
    """
    count = sum(map(ne, texts[::SAMPLED], old_texts[::SAMPLED]))
    if count * SAMPLED < MOSTLY * len(texts):
        return None
    start, last = 0, len(texts) - 1
    while texts[start] == old_texts[start] and pens[start] is old_pens[start]:
        start += 1
    while texts[last] == old_texts[last] and pens[last] is old_pens[last]:
        last -= 1
    return start, last + 1


def _runs(changed: Sequence[int], texts: Sequence[str], pens: Sequence[Pen]) -> list[tuple[int, int]]:
    """Changed columns as half-open runs; short gaps that need no other pen are written again, not jumped over."""
    runs: list[tuple[int, int]] = []
    for first, last in _stretches(changed):
        start, end = first, last + 1
        while start and texts[start] == "":
            start -= 1
        while end < len(texts) and texts[end] == "":
            end += 1
        if runs and _bridged(runs[-1][1], start, texts, pens):
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _stretches(changed: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of the columns that follow one another."""
    lasts = [x for x, after in pairwise(changed) if after != x + 1]
    firsts = [after for x, after in pairwise(changed) if after != x + 1]
    return list(zip([changed[0], *firsts], [*lasts, changed[-1]], strict=True))


def _with_neighbours(changed: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Also what stands after a character that some terminals take for wider than it is."""
    doubtful = {x + 1 for x in changed if x + 1 < len(texts) and texts[x] and not is_sure(texts[x])}
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

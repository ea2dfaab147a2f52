"""The one door from corpus text to the screen: what goes through cannot move the cursor, hide, or be read as markup.

Titles, names and prose come from files that anybody may have written. Control characters and escape sequences, C1
controls and bidirectional controls are shown as visible signs; characters that take no cell are dropped (soft hyphens,
joiners, variation selectors, tags), so that every terminal counts the same cells; towers of combining marks are cut.
Where characters are dropped, `Shown` keeps where each one stood, so that a highlight falls on the right cells.
"""

import re
from array import array
from bisect import bisect_left
from functools import cache

from rich.cells import cell_len

TOWER = 3
"""Combining marks that may stand on one letter; Thai, Hebrew and Vietnamese need two, some Indic scripts three."""

_DROPPED = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"
)
_BLANKS = "\t\n\v\f\r\x85\u1680\u2000-\u200a\u2028\u2029\u205f\u3000"
_FIXED_BLANKS = "\u2007\u202f"
_REPLACED = (
    "\x80-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1-\u0ece\u0f18-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\ufe20-\ufe2f"
)


@cache
def _unsafe() -> re.Pattern[str]:
    """Made when it is first needed: ranges so large take Python a while, and most prose is plain."""
    return re.compile(
        f"^[{_MARKS}{_DROPPED}]+|(?<=[{_MARKS}{_DROPPED}]{{{TOWER}}})[{_MARKS}{_DROPPED}]+|[{_DROPPED}]|\r\n"
        f"|[{_BLANKS}{_FIXED_BLANKS}{_REPLACED}{_CONTROLS}]"
    )


@cache
def _drop() -> re.Pattern[str]:
    return re.compile(f"[{_DROPPED}{_MARKS}]")


_BLANK = re.compile(f"[{_BLANKS}]|\r\n")

_ONE_CELL_EACH = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u257f]*"
)
"""What most prose is made of: its characters are its cells, and each is safe."""

NO_BREAK = "\u00a0"
"""The blank at which no line is broken; it is drawn as a plain blank."""


def _safe(found: re.Match[str]) -> str:
    """What is drawn for some unsafe characters: nothing, or one character of one cell."""
    character = found.group()
    if _BLANK.fullmatch(character):
        return " "
    if character in _FIXED_BLANKS:
        return NO_BREAK
    if _drop().match(character):
        return ""
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"


class Shown:
    """A stretch of an article's raw text as it may be drawn, and where each of its characters stood.

    `start` and `end` are its offsets in the raw text; `text` holds no line end and no character that a terminal obeys.
    """

    __slots__ = ("_places", "end", "start", "text")

    def __init__(self, raw: str, start: int = 0, end: int | None = None) -> None:
        self.start = start
        self.end = len(raw) if end is None else end
        piece = raw[self.start : self.end]
        self._places: array[int] | None = None
        if _ONE_CELL_EACH.fullmatch(piece) or _unsafe().search(piece) is None:
            self.text = piece
        else:
            self.text = self._clean(piece)

    def _clean(self, piece: str) -> str:
        parts: list[str] = []
        places = array("L")
        at = 0
        for found in _unsafe().finditer(piece):
            parts.append(piece[at : found.start()])
            places.extend(range(at, found.start()))
            safe = _safe(found)
            if safe:
                parts.append(safe)
                places.append(found.start())
            at = found.end()
        parts.append(piece[at:])
        places.extend(range(at, len(piece)))
        if len(places) != len(piece):
            self._places = places
        return "".join(parts)

    def index(self, offset: int) -> int:
        """The first character of `text` that stands at or after the raw `offset`; the ends beyond the ends."""
        inner = min(max(offset, self.start), self.end) - self.start
        if self._places is None:
            return inner
        return bisect_left(self._places, inner)

    def offset(self, index: int) -> int:
        """Where in the raw text the character `text[index]` stands; the end for an index beyond the last."""
        if index >= len(self.text):
            return self.end
        return self.start + (index if self._places is None else self._places[index])


def plain(raw: str) -> str:
    """A title, a name or a line of text as it may be drawn: one line, outer blanks gone, inner ones made one."""
    safe = raw if _ONE_CELL_EACH.fullmatch(raw) else _unsafe().sub(_safe, raw)
    return " ".join(safe.split())


def width(safe: str) -> int:
    """How many cells some safe text takes."""
    return len(safe) if safe.isascii() or _ONE_CELL_EACH.fullmatch(safe) else cell_len(safe)


def cut(safe: str, cells: int) -> str:
    """Safe text in at most `cells` cells: whole, or cut at its end with `…`."""
    if width(safe) <= cells:
        return safe
    return take(safe, cells - 1).rstrip() + "…" if cells > 0 else ""


def take(safe: str, cells: int) -> str:
    """As many of the first characters as fit in `cells` cells."""
    if safe.isascii() or _ONE_CELL_EACH.fullmatch(safe):
        return safe[: max(cells, 0)]
    used = 0
    for index, character in enumerate(safe):
        used += cell_len(character)
        if used > cells:
            return safe[:index]
    return safe


def fit(safe: str, cells: int) -> str:
    """Safe text cut or padded at its end to exactly `cells` cells."""
    short = cut(safe, cells)
    return short + " " * (cells - width(short))


def right(safe: str, cells: int) -> str:
    """Safe text cut at its end or padded before it to exactly `cells` cells."""
    short = cut(safe, cells)
    return " " * (cells - width(short)) + short

"""Where lines of prose are broken: at blanks, after dashes and hyphens in words, and between wide characters."""

import re
from functools import lru_cache

from rich.cells import cell_len

from tui.app.text import NO_BREAK, width

Line = tuple[int, int]
"""A line as half-open indexes into the text, the blanks at which it was broken left out."""

_OPPORTUNITY = re.compile(r" +|(?<=[—–/])(?=\w)|(?<=\w-)(?=\w)")


@lru_cache(maxsize=64)
def _narrow(cells: int) -> re.Pattern[str]:
    """The longest line of at most `cells` one-cell characters that ends where one may break, else just as many."""
    return re.compile(rf".{{1,{cells}}}(?:(?= )|$|(?<=[—–/])(?=\w)|(?<=\w-)(?=\w))|.{{1,{cells}}}", re.DOTALL)


def wrap(text: str, cells: int) -> list[Line]:
    """Cut safe `text` (no line ends in it) into lines of at most `cells` cells; an empty text is one empty line.

    Greedy, linear in the length of the text. A word longer than a line is cut where the line ends.
    """
    cells = max(cells, 1)
    end = len(text.rstrip(" "))
    start = len(text) - len(text.lstrip(" "))
    if start >= end:
        return [(0, 0)]
    if width(text) == len(text) and (text.isascii() or all(map(cell_len, set(text)))):
        return _wrap_narrow(text, start, end, cells)
    return _wrap_wide(text, start, end, cells)


def _wrap_narrow(text: str, start: int, end: int, cells: int) -> list[Line]:
    lines: list[Line] = []
    match = _narrow(cells).match
    while start < end:
        found = match(text, start, end)
        if found is None:
            break
        stop = found.end()
        shown = stop
        while shown > start and text[shown - 1] == " ":
            shown -= 1
        lines.append((start, shown))
        start = stop
        while start < end and text[start] == " ":
            start += 1
    return lines


def _wrap_wide(text: str, start: int, end: int, cells: int) -> list[Line]:
    breaks = _breaks(text)
    lines: list[Line] = []
    while start < end:
        used, at, last = 0, start, start
        while at < end:
            if at > start and at in breaks:
                last = at
            cost = cell_len(text[at])
            if used + cost > cells and text[at] != " ":
                break
            used += cost
            at += 1
        stop = at if at >= end else last if last > start else max(at, start + 1)
        lines.append((start, start + len(text[start:stop].rstrip(" "))))
        start = stop
        while start < end and text[start] == " ":
            start += 1
    return lines


def _breaks(text: str) -> set[int]:
    """The indexes at which a new line may begin."""
    found = {match.end() for match in _OPPORTUNITY.finditer(text)}
    before = 1
    for index, character in enumerate(text):
        cost = cell_len(character)
        if character not in _CLOSING and (cost == 2 or (before == 2 and cost and character != NO_BREAK)):
            found.add(index)
        if cost:
            before = cost
    return found


_CLOSING = frozenset("、。，．！？：；）」』】〉》…‥,.!?:;)]}”’")

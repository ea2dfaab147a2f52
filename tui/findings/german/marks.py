"""Pair German quotation marks: „…“, »…«, «…» (Swiss), "…", and ‚…‘, ›…‹, ‹…› where nothing stands around them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.findings.quotes.marks import Quoted

_MARK = re.compile(r"[„“”\"»«‚‘’›‹]|''|``")
_BLANK = " \t\r\n\u00a0\u2009\u202f"
_CLOSERS = {
    "„": "“”\"", "“": "”\"“", "”": "”", '"': "\"“”", "»": "«", "«": "»", "‚": "‘’", "‘": "’", "›": "‹", "‹": "›",
}  # fmt: skip
_SINGLE = frozenset("‚‘’›‹")


def pair_marks(text: str, paragraphs: list[tuple[int, int]]) -> list[list[Quoted]]:
    """The quoted stretches of each paragraph, in order; they never overlap. Linear in the length of the text.

    A quotation that a paragraph leaves open goes on in the next one where that begins with an opening mark.
    """
    found: list[list[Quoted]] = []
    left_open = False
    for start, end in paragraphs:
        stretches = list(_paragraph(text, start, end))
        if left_open and stretches and not text[start : stretches[0].left].strip(_BLANK):
            stretches[0] = replace(stretches[0], continues=True)
        found.append(stretches)
        left_open = bool(stretches) and not stretches[-1].closed
    return found


def _paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    closing = _closing_marks(text, marks, start, end)
    at = 0
    while at < len(marks):
        left = marks[at]
        if not _opens(text, left, start, end):
            at += 1
            continue
        last = closing.get(at)
        single = text[left] in _SINGLE
        if last is None and (single or text[left] != "„"):
            at += 1  # a mark without a partner: an apostrophe, inches
            continue
        if last is None:
            following = next((index for index in range(at + 1, len(marks)) if index in closing), len(marks))
            right = marks[following] if following < len(marks) else end
            after, behind = right, following
        else:
            right = marks[last]
            after, behind = right + 1, last + 1
        stretch = _trimmed(text, left + 1, right)
        if stretch:
            yield Quoted(*stretch, left, after, last is not None, single)
        at = behind


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether the mark can open: a blank or bracket before it and a word behind it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return text[at] in _CLOSERS and not before.isalnum() and after not in _BLANK + ".,;!?)"


def _closes(text: str, at: int, start: int, end: int) -> bool:
    """Whether the mark can close: no blank before it and no letter behind it, unless a hyphen's compound goes on."""
    after = text[at + 1] if at + 1 < end else " "
    return at > start and text[at - 1] not in _BLANK and not after.isalnum()


def _closing_marks(text: str, marks: list[int], start: int, end: int) -> dict[int, int]:
    """For each mark (its index) that opens, the one that closes it; one pass from the right, nearest first.

    A „ that stands inside another „…“ takes the nearer closing mark, so that the outer one keeps the farther.
    """
    found: dict[int, int] = {}
    opened: list[int] = []
    for index, at in enumerate(marks):
        mark = text[at]
        partner = _partner(text, opened, marks, mark) if _closes(text, at, start, end) else None
        if partner is not None:
            found[opened[partner]] = index
            del opened[partner:]
        elif _opens(text, at, start, end):
            opened.append(index)
    return found


def _partner(text: str, opened: list[int], marks: list[int], mark: str) -> int | None:
    """The position in `opened` of the mark that `mark` closes: the last few are looked at."""
    for back in range(len(opened) - 1, max(-1, len(opened) - 5), -1):
        if mark in _CLOSERS[text[marks[opened[back]]]]:
            return back
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return (start, end) if start < end else None

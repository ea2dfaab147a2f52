"""Pair quotation marks: the stretches of a text that stand in outer marks, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.findings.language.wordlists import words

_MARK = re.compile(r"[“”„\"«»‚'‘’`](?:(?<=')'(?!(?<=\S'')'(?!'))|(?<=`)`|(?<=‘)‘|(?<=’)’)?")
_EDGE = " \t\r\n\u00a0\u2009\u202f"
_CLOSERS = {"“": ("”",), "”": ("”",), "„": ("“", "”"), "«": ("»",), "‘‘": ("’’",), "``": ("''",)}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in outer marks: `start`/`end` without them, `left`/`right` with them, in code points.

    `closed` is False where the paragraph ends before the closing mark; `continues` says that the same speaker's words
    were left open in the paragraph before and go on here.
    """

    start: int
    end: int
    left: int
    right: int
    closed: bool
    single: bool
    continues: bool = False


def pair_marks(text: str, paragraphs: list[tuple[int, int]]) -> list[list[Quoted]]:
    """The quoted stretches of each paragraph, in order; they never overlap. Linear in the length of the text."""
    found: list[list[Quoted]] = []
    open_before: Quoted | None = None
    for start, end in paragraphs:
        stretches = _joined(list(_paragraph(text, start, end)), open_before, text, start)
        found.append(stretches)
        open_before = stretches[-1] if stretches and not stretches[-1].closed else None
    return found


def _joined(stretches: list[Quoted], before: Quoted | None, text: str, start: int) -> list[Quoted]:
    """Mark the first stretch as going on from the one `before` that was left open, where it opens the paragraph."""
    if before is None or not stretches or text[start : stretches[0].left].strip(_EDGE):
        return stretches
    return [replace(stretches[0], continues=True), *stretches[1:]]


def _paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    marks = [(match.start(), match.end()) for match in _MARK.finditer(text, start, end)]
    singles = _SingleMarks(text, marks, start, end)
    at = 0
    while at < len(marks):
        left, inner = marks[at]
        mark = text[left:inner]
        if mark in "‘'‚":
            closing = singles.closing(at)
            if closing is None:
                at += 1
                continue
            yield from _stretch(text, left, inner, marks[closing][0], marks[closing][1], True)
            at = closing + 1
        elif _opens(text, left, inner, start, end):
            closing, unclosed_end = _double_closing(text, marks, at, end)
            if closing is None:
                yield from _stretch(text, left, inner, unclosed_end, unclosed_end, False)
                at = next((k for k in range(at + 1, len(marks)) if marks[k][0] >= unclosed_end), len(marks))
            else:
                yield from _stretch(text, left, inner, marks[closing][0], marks[closing][1], True)
                at = closing + 1
        else:
            at += 1


def _stretch(text: str, left: int, start: int, end: int, right: int, closed: bool) -> Iterator[Quoted]:
    """The stretch between two marks without outer blanks, unless nothing is left of it."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if start < end:
        yield Quoted(
            start, end, left, right, closed, text[left] in "‘'‚" and text[left : left + 2] not in ("''", "‘‘")
        )


def _opens(text: str, left: int, inner: int, start: int, end: int) -> bool:
    """Whether the mark at `left` can open a quotation: “ always, ” only at the paragraph's start by a slip."""
    mark = text[left:inner]
    if mark in ("“", "„", "«", "``", "‘‘"):
        return True
    if mark in ("»", "’", "’’"):
        return False
    if mark == "”":
        return left == start
    if inner >= end or text[inner] in _EDGE:
        return False
    return left == start or not (text[left - 1].isalnum() or text[left - 1] in "=@/")


def _double_closing(text: str, marks: list[tuple[int, int]], at: int, end: int) -> tuple[int | None, int]:
    """The mark that closes the one at index `at`, else None and where the stretch that was left open ends."""
    opening = text[marks[at][0] : marks[at][1]]
    closers = _CLOSERS.get(opening)
    for index in range(at + 1, len(marks)):
        left, right = marks[index]
        mark = text[left:right]
        if closers is not None:
            if mark in closers or (mark == '"' and opening == "“" and text[left - 1] not in _EDGE):
                return index, end
            if mark == opening:
                typed_for_closing = right >= end or (text[right] in _EDGE and text[left - 1] not in _EDGE)
                return (index, end) if typed_for_closing else (None, left)
        elif mark == opening or (mark == "”" and opening == '"'):
            after = text[right : right + 1]
            if text[left - 1] in _EDGE and after.isalnum():
                return None, left  # the next quotation opens: this one was never closed
            return index, end
    return None, end


class _SingleMarks:
    """Single marks of a paragraph: which open, which close, which are apostrophes."""

    def __init__(self, text: str, marks: list[tuple[int, int]], start: int, end: int) -> None:
        self._text = text
        self._marks = marks
        self._start = start
        self._end = end
        self._next_open: dict[int, int] | None = None

    def closing(self, at: int) -> int | None:
        """The index of the mark that closes the single mark at index `at`, or None where that is an apostrophe.

        A mark after a full stop, a comma or any letter but s closes for certain; one after an s may be a possessive,
        and closes only where no certain one comes before the next opening mark.
        """
        if not self._opens(at):
            return None
        possible: int | None = None
        for index in range(at + 1, len(self._marks)):
            if self._opens(index):
                break
            sure = self._closes(index, at)
            if sure:
                return index
            if sure is not None and possible is None:
                possible = index
        return possible

    def _opens(self, index: int) -> bool:
        left, right = self._marks[index]
        mark = self._text[left:right]
        if mark == "‘" or mark == "‚" or mark == "'":
            before = self._text[left - 1] if left > self._start else " "
            after = self._text[right] if right < self._end else " "
            if (
                before.isalnum()
                or before in ".,!?"
                or after in _EDGE
                or after.isdigit()
                or after in ".,;:!?)”"
            ):
                return False
            return not self._elided(right)
        return False

    def _elided(self, start: int) -> bool:
        """Whether a word that drops its first letters follows: ’em, ’til, ’cause."""
        stop = start
        while stop < self._end and self._text[stop].isalpha() and stop - start < 8:
            stop += 1
        return self._text[start:stop].lower() in words("elided_words")

    def _closes(self, index: int, at: int) -> bool | None:
        """True for certain, False perhaps, None not at all."""
        left, right = self._marks[index]
        opening = self._text[self._marks[at][0]]
        if self._text[left:right] != ("'" if opening == "'" else "’"):
            return None
        before = self._text[left - 1]
        after = self._text[right] if right < self._end else " "
        if before in _EDGE or after.isalnum():
            return None
        return before != "s" or not after.isspace()

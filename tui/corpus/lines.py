"""Cut a text into lines, and join the lines of paragraphs that were wrapped at a width."""

import re
from itertools import pairwise
from typing import NamedTuple

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\x00"
_ITEM = re.compile(r"(?:[•‣▪●◦·∙○■□►▶➤✓–—*+-]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t\xa0]+(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,2}[.)][ \t\xa0]+(?=\S)")
_NARROWEST, _WIDEST = 50, 120


class Line(NamedTuple):
    """A line, or a paragraph of wrapped lines, trimmed: `text` stands at `start` to `end`.

    `gap`: an empty line, or the beginning of the text, stands before it; `indented`: blanks do.
    """

    start: int
    end: int
    text: str
    gap: bool
    indented: bool


def is_item(text: str) -> bool:
    """Whether a line begins with a bullet or a number, as an item of a list does."""
    first = text[0]
    return not first.isupper() and first not in "“\"‘'" and _ITEM.match(text) is not None


def number_end(text: str) -> int:
    """How many code points the number of an item takes (`2. `), or 0."""
    match = _NUMBER.match(text) if text[0] in "(0123456789" else None
    return match.end() if match else 0


def cut_lines(text: str) -> list[Line]:
    """The lines of `text` that hold anything, trimmed of blanks and of invisible characters."""
    lines: list[Line] = []
    at = 0
    gap = True
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content and (content[0] in _INVISIBLE or content[-1] in _INVISIBLE):
            content = content.strip(_INVISIBLE + " \t\xa0")
        if content:
            start = at + raw.index(content)
            lines.append(Line(start, start + len(content), content, gap, start > at))
            gap = False
        else:
            gap = True
        at += len(raw)
    return lines


def paragraphs(text: str) -> list[Line]:
    """The lines of `text`; where it was wrapped at a width, the lines of one paragraph are joined."""
    lines = cut_lines(text)
    width = _wrapped_at(lines)
    if not width:
        return lines
    joined: list[Line] = []
    begun = last = lines[0]
    for line in lines[1:]:
        if not _goes_on(last, line, width):
            joined.append(reaching(begun, last.end, text))
            begun = line
        last = line
    return [*joined, reaching(begun, last.end, text)]


def reaching(line: Line, end: int, text: str) -> Line:
    """`line` with all that follows it in `text` up to `end`."""
    return line if line.end == end else line._replace(end=end, text=text[line.start : end])


def _goes_on(last: Line, line: Line, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `last`."""
    if line.gap or is_item(line.text) or (line.indented and not last.indented):
        return False
    return _was_full(last, line, width)


def _was_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of `following` had no more room behind `line`."""
    word = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(word) > width


def _wrapped_at(lines: list[Line]) -> int:
    """The width at which the text was wrapped, in code points, or 0 where it was not.

    A text is wrapped where most lines that another follows were full, and most of these end inside a sentence.
    """
    width = max((line.end - line.start for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [(line, following) for line, following in pairwise(lines) if not following.gap]
    full = sum(_was_full(line, following, width) for line, following in pairs)
    inside = sum(line.text[-1].isalnum() or line.text[-1] in ",-" for line, _ in pairs)
    return width if len(pairs) > 1 and full >= 0.6 * len(pairs) and inside >= 0.5 * len(pairs) else 0

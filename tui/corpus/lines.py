"""Cut a text into lines, and join the lines of paragraphs that were wrapped at a width."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_OUTER = " \t\xa0\u200b\ufeff\u2003\u2002\u2009\u202f\u3000\x00"
_ITEM = re.compile(r"(?:[•‣▪●◦·∙○■□►▶➤✓–—*+-]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t\xa0]+(?=\S)")
_NARROWEST, _WIDEST = 50, 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a paragraph of wrapped lines, trimmed. `gap`: an empty line (or the text's beginning) stands before it."""

    start: int
    end: int
    text: str
    gap: bool


def is_item(text: str) -> bool:
    """Whether a line begins with a bullet or a number, as an item of a list does."""
    return _ITEM.match(text) is not None


def cut_lines(text: str) -> list[Line]:
    """The lines of `text` that hold anything, trimmed of blanks."""
    lines: list[Line] = []
    last_end = -1
    gap = True
    for match in _LINE.finditer(text):
        if last_end >= 0 and match.start() - last_end > 1 and text[last_end : match.start()] != "\r\n":
            gap = True
        last_end = match.end()
        raw = match.group()
        left = raw.lstrip().lstrip(_OUTER)
        content = left.rstrip().rstrip(_OUTER)
        if not content:
            gap = True
            continue
        start = match.end() - len(left)
        lines.append(Line(start, start + len(content), content, gap))
        gap = False
    return lines


def paragraphs(text: str) -> list[Line]:
    """The lines of `text`; where it was wrapped at a width, the lines of one paragraph are joined."""
    lines = cut_lines(text)
    width = _wrapped_at(lines)
    if not width:
        return lines
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is None or line.gap or is_item(line.text) or not _runs_on(last, line, width):
            joined.append(line)
        else:
            joined[-1] = Line(before.start, line.end, text[before.start : line.end], before.gap)
        last = line
    return joined


def _runs_on(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of `following` had no more room behind `line`."""
    word = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(word) > width


def _wrapped_at(lines: list[Line]) -> int:
    """The width at which the text was wrapped, in code points, or 0 where it was not."""
    pairs = [
        (line, following) for line, following in zip(lines, lines[1:], strict=False) if not following.gap
    ]
    width = max((len(line.text) for line in lines), default=0)
    if len(pairs) < 2 or not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_runs_on(line, following, width) for line, following in pairs)
    inside = sum(line.text[-1].isalnum() or line.text[-1] in ",-" for line, _ in pairs)
    return width if full >= 0.6 * len(pairs) and inside >= 0.5 * len(pairs) else 0

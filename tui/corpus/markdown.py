"""The lines of a Markdown text and what its marks say of them."""

import re
from collections.abc import Iterator

from tui.corpus.article import BlockKind
from tui.corpus.lines import Line, cut_lines, is_item, reaching

_HASHES = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)\Z")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1\Z")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)\Z")
_QUOTE = re.compile(r">[> ]*")
_LONG = 130


def marked_lines(text: str) -> Iterator[tuple[Line, BlockKind, str]]:
    """Each block's line with its kind and rule; the rule is empty where the marks say nothing.

    The marks of headings, pictures and quotations stay outside the line's span. Lines of one paragraph are joined.
    """
    headline = False
    for line, underlined in _joined(text):
        kind, marked = _kind(line, underlined)
        if kind == "heading" and not headline:
            headline = True
            yield marked, "headline", "marked"
        else:
            headline = headline or kind == "paragraph"
            yield marked, kind, "" if kind == "paragraph" else "marked"


def heading_inside(line: Line) -> Line | None:
    """The words of a line that is marked as a heading (`## The vote`, `**The vote**`), without the marks; else None."""
    if line.text[0] not in "#*_":
        return None
    match = _HASHES.match(line.text) or _BOLD.match(line.text)
    return _inside(line, *match.span(2)) if match else None


def _kind(line: Line, underlined: bool) -> tuple[BlockKind, Line]:
    text = line.text
    if underlined:
        return "heading", line
    if inside := heading_inside(line):
        return "heading", inside
    if match := _IMAGE.match(text):
        return ("caption", _inside(line, *match.span(1))) if match.group(1).strip() else ("boilerplate", line)
    if match := _QUOTE.match(text):
        return "paragraph", _inside(line, match.end(), len(text))
    return ("list_item" if is_item(text) else "paragraph"), line


def _inside(line: Line, start: int, end: int) -> Line:
    if start >= end:
        return line
    return line._replace(start=line.start + start, end=line.start + end, text=line.text[start:end])


def _joined(text: str) -> Iterator[tuple[Line, bool]]:
    """Paragraphs and single lines, each with whether a line of `=` or `-` stands under it."""
    begun: Line | None = None
    last: Line | None = None
    for line in cut_lines(text):
        if begun and last and not line.gap:
            if begun is last and _UNDERLINE.match(line.text):
                yield begun, True
                begun = last = None
                continue
            if last.end - last.start <= _LONG and not _begins(line.text) and not _HASHES.match(begun.text):
                last = line
                continue
        if begun and last:
            yield reaching(begun, last.end, text), False
        begun = last = line
    if begun and last:
        yield reaching(begun, last.end, text), False


def _begins(text: str) -> bool:
    """Whether a line begins a block of its own though no empty line stands before it."""
    return is_item(text) or text[0] in ">#" or text.startswith("![")

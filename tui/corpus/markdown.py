"""The lines of a Markdown text and what its marks say of them."""

import re
from collections.abc import Iterator

from tui.corpus.article import BlockKind
from tui.corpus.lines import Line, cut_lines, is_item

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


def _kind(line: Line, underlined: bool) -> tuple[BlockKind, Line]:
    text = line.text
    if underlined:
        return "heading", line
    if match := _HASHES.match(text):
        return "heading", _inside(line, *match.span(2))
    if match := _BOLD.match(text):
        return "heading", _inside(line, *match.span(2))
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
    open_line: Line | None = None
    last_length = 0
    for line in cut_lines(text):
        if open_line and not line.gap and _UNDERLINE.match(line.text) and "\n" not in open_line.text:
            yield open_line, True
            open_line = None
            continue
        if (
            open_line
            and not line.gap
            and last_length <= _LONG
            and not _begins(line.text)
            and not _HASHES.match(open_line.text)
        ):
            open_line = open_line._replace(end=line.end, text=text[open_line.start : line.end])
        else:
            if open_line:
                yield open_line, False
            open_line = line
        last_length = len(line.text)
    if open_line:
        yield open_line, False


def _begins(text: str) -> bool:
    """Whether a line begins a block of its own though no empty line stands before it."""
    return is_item(text) or text[0] in ">#" or text.startswith("![")

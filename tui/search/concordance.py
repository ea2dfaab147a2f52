"""A concordance: each place where a search's words stand, between the words around it (key word in context).

The form is that of printed concordances and of the key-word-in-context index: H. P. Luhn, American Documentation 11
(1960).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.corpus.article import Span
from tui.corpus.text import fold
from tui.search.match import Match
from tui.search.query import WORD

Side = Literal["left", "right"]

CONTEXT = 60
"""Code points to either side that a line shows."""

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance: `match` is `article.text[start:end]`, blanks made plain, as in `left` and `right`.

    `left` ends before the match and `right` begins after it; both are at most the context's length.
    """

    article: str
    start: int
    end: int
    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Where in an article matches fall: `counts` of them in equal parts of its length, first part first."""

    article: str
    counts: tuple[int, ...]


def concordance(
    matches: Iterable[Match], text: Callable[[str], str], *, context: int = CONTEXT
) -> list[Line]:
    """The lines of all highlights of `matches`, in their order, each place once. `text` gives an article's raw text.

    Highlights with nothing but blanks between them are one line. Matches that stand in no text are left out.
    """
    lines: dict[tuple[str, int], Line] = {}
    for match in matches:
        if match.start is None:
            continue
        raw = text(match.article)
        for start, end in _joined(match.highlights, raw):
            if (match.article, start) not in lines:
                lines[match.article, start] = _line(match.article, raw, start, end, context)
    return list(lines.values())


def as_typed(lines: Sequence[Line], words: Sequence[str]) -> list[Line]:
    """The lines with a word that begins as one of `words`, folded, does; all lines where one of these has none.

    Words that are only like those that were typed stand among the others in a concordance, and not below them as in a
    list of the best: they are of use only where a word was mistyped.
    """
    held = [
        tuple(word for word in words for found in _words(line.match) if found.startswith(word))
        for line in lines
    ]
    if not words or not set(words) <= {word for told in held for word in told}:
        return list(lines)
    return [line for line, told in zip(lines, held, strict=True) if told]


def sorted_lines(lines: Iterable[Line], side: Side) -> list[Line]:
    """The lines by their context: by the words after the match, or by those before it, the nearest word first."""
    if side == "right":
        return sorted(lines, key=lambda line: (_words(line.right), _words(line.match)))
    return sorted(lines, key=lambda line: (_words(line.left)[::-1], _words(line.match)))


def dispersion(lines: Iterable[Line], length: Callable[[str], int], *, parts: int = 10) -> list[Dispersion]:
    """Where the lines fall in their articles, in the order in which the articles first appear.

    `length` gives an article's length in code points; `parts` is how many counts each has.
    """
    counts: dict[str, list[int]] = {}
    for line in lines:
        part = min(parts - 1, line.start * parts // max(1, length(line.article)))
        counts.setdefault(line.article, [0] * parts)[part] += 1
    return [Dispersion(article, tuple(found)) for article, found in counts.items()]


def _joined(highlights: Sequence[Span], raw: str) -> list[Span]:
    """Highlights with nothing but blanks between them as one."""
    joined: list[Span] = []
    for span in highlights:
        if joined and not raw[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _line(article: str, raw: str, start: int, end: int, context: int) -> Line:
    # Twice the context is enough to be left with it once runs of blanks are made plain, but for odd layouts.
    left = _BLANKS.sub(" ", raw[max(0, start - 2 * context) : start])[-context:]
    right = _BLANKS.sub(" ", raw[end : end + 2 * context])[:context]
    return Line(article, start, end, left, _BLANKS.sub(" ", raw[start:end]), right)


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))

"""Anchors: where some words stand in an article, so that they are found again when its text was edited.

They are the two selectors of the W3C Web Annotation Data Model: TextPositionSelector and TextQuoteSelector
(https://www.w3.org/TR/annotation-model/#selectors), with 32 characters before and after.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.corpus.article import Article, Span

AROUND = 32
"""Characters of the text that are kept before and after the words."""

_ENOUGH_AROUND = 12  # characters of the surroundings that must agree where the words alone could be chance
_TELLING = 24  # characters of words that are no chance where they stand only once
_ALIKE = 75  # per cent: how alike edited words must be between surroundings that stayed


@dataclass(frozen=True, slots=True)
class Anchor:
    """Some words of an article: `start`, `end` in code points of the text with this `sha256`.

    `article` is the id that it had, `url` its address if it has one. `exact` are the words, `prefix` and `suffix` the
    characters before and after them, up to 32. Without words it means the whole article.
    """

    article: str
    sha256: str
    url: str | None
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @property
    def whole(self) -> bool:
        """Whether it means the article, and no words in it."""
        return not self.exact


def anchor(article: Article, start: int = 0, end: int = 0) -> Anchor:
    """The anchor of `article.text[start:end]`; of the whole article where that is empty."""
    text = article.text
    around = (text[max(0, start - AROUND) : start], text[end : end + AROUND]) if end > start else ("", "")
    return Anchor(article.id, article.sha256, article.url, start, end, text[start:end], *around)


def place(wanted: Anchor, text: str) -> Span | None:
    """Where the words of `wanted` stand in `text`, which may have been edited since; None where that is not sure.

    The words may have moved, their blanks and line ends may have changed; edited words are found between surroundings
    that stayed. Of several equal places the one with the same surroundings is taken, or none.
    """
    if wanted.whole:
        return Span(0, 0)
    around = text[max(0, wanted.start - AROUND) : wanted.start], text[wanted.end : wanted.end + AROUND]
    if text[wanted.start : wanted.end] == wanted.exact and around == (wanted.prefix, wanted.suffix):
        return Span(wanted.start, wanted.end)
    found = sorted(
        ((_agreement(wanted, text, *span), span) for span in _occurrences(wanted.exact, text)), reverse=True
    )
    if not found:
        return _between(wanted, text)
    best, span = found[0]
    if len(found) > 1 and found[1][0] == best:
        return None
    sure = best >= _ENOUGH_AROUND or (len(found) == 1 and len(wanted.exact) >= _TELLING)
    return span if sure else None


def _words(text: str) -> str:
    """A pattern for `text` with any blanks between its words."""
    return r"\s+".join(re.escape(word) for word in text.split())


def _occurrences(exact: str, text: str) -> Iterator[Span]:
    pattern = _words(exact)
    if pattern:
        for match in re.finditer(pattern, text):
            yield Span(*match.span())


def _agreement(wanted: Anchor, text: str, start: int, end: int) -> int:
    """How many characters next to `text[start:end]` are those that stood next to the words; blanks do not count."""
    before = "".join(text[max(0, start - 2 * AROUND) : start].split())[::-1]
    after = "".join(text[end : end + 2 * AROUND].split())
    return _same(before, "".join(wanted.prefix.split())[::-1]) + _same(after, "".join(wanted.suffix.split()))


def _same(one: str, other: str) -> int:
    """How many first characters two texts share."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _between(wanted: Anchor, text: str) -> Span | None:
    """The edited words between the same surroundings, where these stand once and the words are alike enough."""
    before, after = _words(wanted.prefix[-AROUND:]), _words(wanted.suffix[:AROUND])
    if min(len(wanted.prefix.strip()), len(wanted.suffix.strip())) < _ENOUGH_AROUND:
        return None
    longest = 2 * len(wanted.exact) + AROUND
    found = list(re.finditer(rf"{before}(\s*)(.{{1,{longest}}}?)(?=\s*{after})", text, re.DOTALL))
    if len(found) != 1:
        return None
    from rapidfuzz import fuzz  # few texts are edited, and it is not small

    words = found[0].group(2)
    return Span(*found[0].span(2)) if fuzz.ratio(words, wanted.exact) >= _ALIKE else None

"""Quotations of an article whose language has no rules: the words in marks, and no more."""

from tui.corpus.article import Span
from tui.findings.document import Document
from tui.findings.quotes.marks import pair_marks
from tui.findings.quotes.quote import Quote

_SHORTEST = 4
"""Words below which a stretch in marks is a title or a word in scare quotes as often as not."""
_SHORTEST_UNSPACED = 10
"""Code points below which it is, in a script without blanks between words."""


def find_marked(document: Document) -> tuple[Quote, ...]:
    """The stretches in marks that are as long as a statement, without speakers."""
    text = document.article.text
    paragraphs = [
        (block.start, block.end) for block in document.article.blocks if block.kind != "boilerplate"
    ]
    return tuple(
        Quote(
            "direct",
            (Span(one.start, one.end),),
            None,
            None,
            None,
            None,
            None,
            None,
            "unknown",
            "marks alone",
            0.5,
        )
        for stretches in pair_marks(text, paragraphs)
        for one in stretches
        if _is_long(text[one.start : one.end])
    )


def _is_long(words: str) -> bool:
    return len(words.split()) >= _SHORTEST or (
        not words.isascii() and " " not in words and len(words) >= _SHORTEST_UNSPACED
    )

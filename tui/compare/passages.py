"""Passages: the paragraphs and list items of an article, which is what is compared."""

from bisect import bisect_right
from typing import NamedTuple

from tui.corpus.article import RUNNING, Article


class Passage(NamedTuple):
    """A paragraph or list item. `block` is its number in the article; offsets in code points of the raw text."""

    block: int
    start: int
    end: int


def passages(article: Article) -> tuple[Passage, ...]:
    """The passages of an article, in order."""
    return tuple(
        Passage(block.number, block.start, block.end) for block in article.blocks if block.kind in RUNNING
    )


def passage_at(found: tuple[Passage, ...], offset: int) -> int | None:
    """The index of the passage that holds the code point at `offset`, if one does."""
    index = bisect_right(found, offset, key=lambda passage: passage.start) - 1
    return index if index >= 0 and offset < found[index].end else None

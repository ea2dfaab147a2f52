"""An article as it was read: its raw text, which nothing changes, and the blocks that were seen in it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal["headline", "heading", "paragraph", "list_item", "caption", "note", "boilerplate"]
TitleFrom = Literal["metadata", "headline", "file"]

PROSE: frozenset[str] = frozenset({"headline", "heading", "paragraph", "list_item", "caption", "note"})
"""Kinds of block in which findings are looked for: all but boilerplate."""

RUNNING: frozenset[str] = frozenset({"paragraph", "list_item"})
"""Kinds of block that are passages for reading and comparing."""


class Span(NamedTuple):
    """A half-open stretch of an article's raw text, in Unicode code points: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized unit of an article.

    `number` counts from 1 and is what people see (`001:7`). Blocks do not overlap and stand in order; a line can hold
    two (a kicker, then the headline). `rule` names what told the kind; `confidence` is between 0 and 1.
    """

    number: int
    kind: BlockKind
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is raw text: the decoded file, byte-order mark removed, line ends untouched.

    All offsets count code points of `text`. `title_from` tells whether the title comes from metadata, the headline or
    the file's name; `title_span` is where it stands in `text`, or None where it is no part of it. `date` is ISO 8601
    from metadata or a dateline, never the file's time. `sha256` is of the text encoded as UTF-8, in hexadecimal.
    `path` is the file as a person would name it.
    """

    id: str
    text: str
    title: str
    title_from: TitleFrom
    title_span: Span | None
    blocks: tuple[Block, ...]
    path: str
    sha256: str
    source: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the code point at `offset`, else the last one before it, else None."""
        found = None
        for block in self.blocks:
            if block.start > offset:
                break
            found = block
        return found

    @property
    def words(self) -> int:
        """How many blank-separated words the whole text has."""
        return len(self.text.split())

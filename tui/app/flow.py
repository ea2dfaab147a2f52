"""An article flowing down a column: which rows it takes at a width, made only for what is looked at.

A row is named by a `Place` (which piece, which line in it), never by a number counted from the top, so that the end of
a book-long article can be shown without wrapping what stands before it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tui.app.text import Shown
from tui.app.wrapping import Line, wrap
from tui.corpus.article import Article, Block

LONGEST = 20_000
"""Code points of a block that are wrapped at once; what is longer is cut into pieces of this length."""

INDENT = 2
"""Cells by which list items stand in."""


class Place(NamedTuple):
    """A row: line `line` of piece `piece`. A line beyond the piece's last is the empty row after it."""

    piece: int
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a stretch of a very long one. `index` is the block's place in `article.blocks`."""

    index: int
    start: int
    end: int
    gap: int


class Row(NamedTuple):
    """A row as it is drawn: its block's place in `article.blocks`, the shown piece (None: an empty row), the line."""

    block: int
    first: bool
    shown: Shown | None
    line: Line


class Flow:
    """The rows of `article` in prose `width` cells wide. An article without blocks has no pieces and no rows.

    `spacing` is 1 for dense prose, 2 for an empty row after each line.
    """

    def __init__(self, article: Article, width: int, spacing: int = 1) -> None:
        self.article = article
        self.width = max(width, 1)
        self.spacing = spacing
        self.pieces = tuple(_pieces(article))
        self._starts = [piece.start for piece in self.pieces]
        self._wrapped: dict[int, tuple[Shown, list[Line]]] = {}

    def wrapped(self, piece: int) -> tuple[Shown, list[Line]]:
        """What is shown of a piece, and its lines; wrapped when it is first asked for."""
        found = self._wrapped.get(piece)
        if found is None:
            told = self.pieces[piece]
            shown = Shown(self.article.text, told.start, told.end)
            lines = wrap(shown.text, self.width - self.indent(told.index))
            if self.spacing == 2:
                lines = [row for line in lines for row in (line, (line[1], line[1]))][:-1]
            found = self._wrapped[piece] = shown, lines
        return found

    def indent(self, index: int) -> int:
        """Cells by which the block stands in."""
        return INDENT if self.article.blocks[index].kind == "list_item" else 0

    def rows(self, top: Place, count: int) -> list[tuple[Place, Row]]:
        """At most `count` rows from `top` on."""
        found: list[tuple[Place, Row]] = []
        piece, line = top
        while len(found) < count and piece < len(self.pieces):
            shown, lines = self.wrapped(piece)
            told = self.pieces[piece]
            first = piece == 0 or self.pieces[piece - 1].index != told.index
            for at in range(line, min(len(lines) + told.gap, line + count - len(found))):
                place = Place(piece, at)
                if at < len(lines):
                    found.append((place, Row(told.index, first and at == 0, shown, lines[at])))
                else:
                    found.append((place, Row(told.index, False, None, (0, 0))))
            piece, line = piece + 1, 0
        return found

    def down(self, place: Place, rows: int) -> Place:
        """The row `rows` below, or the last one."""
        piece, line = place
        while piece < len(self.pieces):
            height = self._height(piece)
            if line + rows < height:
                return Place(piece, line + rows)
            rows -= height - line
            piece, line = piece + 1, 0
        return self.last()

    def up(self, place: Place, rows: int) -> Place:
        """The row `rows` above, or the first one."""
        piece, line = place
        while rows > line:
            if piece == 0:
                return Place(0, 0)
            rows -= line + 1
            piece -= 1
            line = self._height(piece) - 1
        return Place(piece, line - rows)

    def last(self) -> Place:
        """The last row that holds text."""
        if not self.pieces:
            return Place(0, 0)
        piece = len(self.pieces) - 1
        return Place(piece, len(self.wrapped(piece)[1]) - 1)

    def at(self, offset: int) -> Place:
        """The row that shows the code point at `offset`, or the one before it that shows any."""
        piece = max(bisect_right(self._starts, offset) - 1, 0)
        if not self.pieces:
            return Place(0, 0)
        shown, lines = self.wrapped(piece)
        index = shown.index(offset)
        line = bisect_right([start for start, _ in lines], index) - 1
        return Place(piece, max(line, 0))

    def offset(self, place: Place) -> int:
        """The code point that begins a row; for an empty row, the end of what stands before it."""
        if not self.pieces:
            return 0
        shown, lines = self.wrapped(place.piece)
        return shown.offset(lines[place.line][0]) if place.line < len(lines) else shown.end

    def span(self, index: int) -> tuple[Place, Place]:
        """The first and the last row of a block."""
        block = self.article.blocks[index]
        return self.at(block.start), self.at(max(block.start, block.end - 1))

    def distance(self, above: Place, below: Place, limit: int) -> int:
        """How many rows `below` lies under `above`, counted no further than `limit`; 0 where it lies above."""
        if below <= above:
            return 0
        rows, (piece, line) = 0, above
        while piece < below.piece and rows < limit:
            rows += self._height(piece) - line
            piece, line = piece + 1, 0
        return min(rows + below.line - line, limit) if piece == below.piece else limit

    def _height(self, piece: int) -> int:
        return len(self.wrapped(piece)[1]) + self.pieces[piece].gap


def _pieces(article: Article) -> Iterator[Piece]:
    """The blocks, long ones cut at blanks; with an empty row after each but between the items of a list."""
    blocks = article.blocks
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        gap = 0 if following is None or _joined(block, following) else 1
        start = block.start
        while block.end - start > LONGEST:
            cut = article.text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            end = cut + 1 if cut > 0 else start + LONGEST
            yield Piece(index, start, end, 0)
            start = end
        yield Piece(index, start, block.end, gap)


def _joined(block: Block, following: Block) -> bool:
    return block.kind == following.kind == "list_item"

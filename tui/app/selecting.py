"""Selecting words: from the word where it began to the word that the keys, or the mouse, have gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.text import take
from tui.corpus.article import Article, Span

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen
    from tui.app.widgets.reader import Reader


class Selection:
    """Words of the article in `reader`, from `anchor` to `at`, in whichever order they stand."""

    def __init__(self, reader: Reader, article: Article, anchor: Span) -> None:
        self.reader, self.article = reader, article
        self.anchor = self.at = anchor
        self._column: int | None = None
        self._show()

    @classmethod
    def begin(cls, reader: Reader | None) -> Selection | None:
        """Begin with the first word of the passage under the cursor; None where there is none."""
        if reader is None or reader.article is None or reader.block is None:
            return None
        first = _after(reader.article.text, reader.block.start, reader.block.end)
        return None if first is None else cls(reader, reader.article, first)

    @classmethod
    def between(cls, reader: Reader, start: int, end: int) -> Selection | None:
        """The words from the one at the code point `start` to the one at `end`; None where one of them is nowhere."""
        article = reader.article
        words = [_at(article, offset) for offset in (start, end)] if article is not None else []
        if article is None or not words or words[0] is None or words[1] is None:
            return None
        selection = cls(reader, article, words[0])
        selection._go(words[1])
        return selection

    def begin_here(self) -> None:
        """Begin anew with the word that the keys have gone to."""
        self.anchor = self.at
        self._show()

    def end(self) -> None:
        """Nothing is selected any more."""
        self.reader.selected = None
        self.reader.refresh()

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.anchor.start, self.at.start), max(self.anchor.end, self.at.end))

    @property
    def words(self) -> str:
        """The selected words, as the file has them."""
        return self.article.text[self.span.start : self.span.end]

    @property
    def block(self) -> int:
        """The number of the block in which it begins."""
        found = self.article.block_at(self.span.start)
        return found.number if found is not None else 0

    def by_word(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) word; at the end of a block, into the block beside it."""
        text, blocks = self.article.text, self.article.blocks
        index = self._index
        while 0 <= index < len(blocks):
            start, end = blocks[index].start, blocks[index].end
            found = (
                _after(text, max(start, self.at.end), end)
                if direction > 0
                else _before(text, start, min(end, self.at.start))
            )
            if found is not None:
                self._column = None
                self._go(found)
                return
            index += direction

    def by_line(self, direction: int) -> None:
        """Go to the word below (1) or above (-1)."""
        flow = self.reader.flow
        if flow is None:
            return
        place = before = flow.at(self.at.start)
        shown, lines = flow.wrapped(place.piece)
        if self._column is None:
            self._column = shown.index(self.at.start) - lines[place.line][0]
        while (further := flow.down(place, 1) if direction > 0 else flow.up(place, 1)) != place:
            place = further
            row = flow.rows(place, 1)[0][1]
            if row.shown is not None and row.line[0] < row.line[1]:
                break
        row = flow.rows(place, 1)[0][1]
        if place == before or row.shown is None:
            return
        offset = row.shown.offset(min(row.line[0] + self._column, row.line[1] - 1))
        block = self.article.blocks[row.block]
        found = _around(self.article.text, offset, block.start, block.end)
        if found is not None:
            self._go(found)

    @property
    def _index(self) -> int:
        found = self.article.block_at(self.at.start)
        return found.number - 1 if found is not None else 0

    def _go(self, word: Span) -> None:
        self.at = word
        self._show()

    def _show(self) -> None:
        """Mark what is selected, with the word that the keys have gone to on the screen."""
        reader, flow = self.reader, self.reader.flow
        reader.cursor = self._index
        if flow is not None:
            place = flow.at(self.at.start)
            last = flow.down(reader.top, max(reader.body - 1, 0))
            if place < reader.top:
                reader.top = place
            elif place > last:
                reader.top = flow.up(place, max(reader.body - 1, 0))
        reader.selected = self.span
        reader.refresh()


def sweep(screen: ReadingScreen, reader: Reader, start: int, end: int) -> bool:
    """Select what the mouse went over with its button down, in code points; whether there is anything to select."""
    selection = Selection.between(reader, start, end)
    if selection is None:
        return False
    if screen.selection is None:
        screen.go(next(at for at, one in enumerate(screen.readers) if one is reader))
    screen.selection = selection
    screen.tell()
    return True


def drawn_at(reader: Reader, x: int, y: int) -> int | None:
    """The code point drawn in column `x` and row `y` of a pane, or the nearest in that row; None where no text is."""
    rows, flow = reader._visible(), reader.flow
    if flow is None or not reader.head <= y < reader.head + len(rows):
        return None
    row = rows[y - reader.head][1]
    if row.shown is None:
        return None
    begin, end = row.line
    before = reader.divided + reader.indent + flow.indent(row.block)
    return row.shown.offset(
        min(begin + len(take(row.shown.text[begin:end], x - before)), max(end - 1, begin))
    )


def _at(article: Article, offset: int) -> Span | None:
    block = article.block_at(offset)
    return _around(article.text, offset, block.start, block.end) if block is not None else None


def _after(text: str, start: int, end: int) -> Span | None:
    """The first word from `start` on."""
    while start < end and text[start].isspace():
        start += 1
    stop = start
    while stop < end and not text[stop].isspace():
        stop += 1
    return Span(start, stop) if start < stop else None


def _before(text: str, start: int, end: int) -> Span | None:
    """The last word before `end`."""
    while end > start and text[end - 1].isspace():
        end -= 1
    begin = end
    while begin > start and not text[begin - 1].isspace():
        begin -= 1
    return Span(begin, end) if begin < end else None


def _around(text: str, offset: int, start: int, end: int) -> Span | None:
    """The word at `offset`, or the one before the blank that stands there."""
    begin = offset = max(min(offset, end), start)
    while begin > start and not text[begin - 1].isspace():
        begin -= 1
    word = _after(text, begin, end)
    return word if word is not None and word.start <= offset else _before(text, start, offset) or word

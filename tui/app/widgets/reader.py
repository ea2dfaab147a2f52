"""One article to read: prose in a column, the cursor on a passage, lit words, and quotations told apart."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.message import Message

from tui.app.flow import Flow, Place, Row
from tui.app.lighting import DARK, Light
from tui.app.look import Look
from tui.app.quoted import by_block, shown_in_text
from tui.app.rows import Segments
from tui.app.text import Shown, plain
from tui.app.widgets.lines import LineView
from tui.app.widgets.margin import margin
from tui.app.widgets.prose import Laid, styled
from tui.corpus.article import Article, Block, Span
from tui.findings.quotes.quote import Quote

NUMBERED_FROM = 64  # columns from which the numbers of the blocks stand beside them
REVERSED = Style(reverse=True)


class Reader(LineView):
    """A reading pane. Empty until an article is shown in it.

    `cursor` is the place of a block in `article.blocks`; `top` the first row on the screen. `signs` are the signs
    before blocks (counterpart, only here …) by the block's place, `differs` the blocks that others tell otherwise,
    `marks` the signs of what the reader marked, `highlighted` the words that the reader highlighted.
    """

    verbatim = True

    class Moved(Message):
        """The cursor went to another passage."""

        def __init__(self, source: "Reader") -> None:
            super().__init__()
            self.source = source

    class Pointed(Message):
        """A passage was clicked."""

        def __init__(self, source: "Reader") -> None:
            super().__init__()
            self.source = source

    def __init__(self, look: Look, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(look, id=id)
        self.divided = True
        self.article: Article | None = None
        self.short = ""
        self.quotes: tuple[Quote, ...] = ()
        self.dated = ""
        self.signs: dict[int, str] = {}
        self.differs: set[int] = set()
        self.marks: dict[int, str] = {}
        self.highlighted: tuple[Span, ...] = ()
        self.light: Callable[[], Light] = lambda: DARK
        self.cursor = 0
        self.top = Place(0, 0)
        self._flow: Flow | None = None
        self._flows: dict[tuple[int, int], Flow] = {}
        self._fitted = (0, 0, 0)
        self._rows: list[tuple[Place, Row]] = []
        self._rows_of: tuple[Place, int, Flow] | None = None
        self._rows_in: Size | None = None
        self._quoted: tuple[tuple[Quote, ...], dict[int, list[Quote]]] | None = None
        self._wanted: int | None = None
        self.selected: Span | None = None

    # The article.

    def show(self, article: Article, short: str, quotes: tuple[Quote, ...], offset: int = 0) -> None:
        """Show an article, with the cursor on the passage that holds the code point at `offset`."""
        self.short = short
        self.correct(article, quotes)
        self.signs = {}
        self._flow, self._flows, self._rows_of = None, {}, None
        self.top = Place(0, 0)
        self.cursor = 0
        self.reveal(offset)
        self.refresh()

    def correct(self, article: Article, quotes: tuple[Quote, ...]) -> None:
        """Show the article and its quotations as they are corrected now."""
        self.article, self.quotes = article, shown_in_text(quotes)

    def reveal(self, offset: int) -> None:
        """Put the cursor on the passage that holds the code point at `offset`, and show those very words."""
        if self.article is None:
            return
        found = self.article.block_at(offset)
        self.cursor = found.number - 1 if found is not None else 0
        flow = self.flow
        if flow is None:
            self._wanted = offset
        else:
            self._aim(flow, offset)
        self.refresh()
        self.post_message(self.Moved(self))

    def _aim(self, flow: Flow, offset: int) -> None:
        """Scroll so that the words at `offset` are seen, with what stands around them; not at all if they are."""
        self._wanted = None
        if not flow.pieces:
            return
        place = flow.at(offset)
        first, last = flow.span(self.cursor)
        if any(map(self._off_screen, (first, place, last))):
            anchor = first if flow.distance(first, place, self.body) < self.body * 2 // 3 else place
            self.top = self._bounded(flow, flow.up(anchor, self.body // 4))

    @property
    def flow(self) -> Flow | None:
        """The article's rows at this size; None before there is an article and a size."""
        if self.article is None or not self.size.width or not self.body:
            return None
        key = (self.prose, self.look.spacing, self.body)
        if self._flow is None or self._fitted != key or self._wanted is not None:
            before = self._flow
            self._flow = self._flows.setdefault(key[:2], Flow(self.article, *key[:2]))
            self._fitted = key
            self._fit(before, self._flow)
        return self._flow

    def _fit(self, before: Flow | None, flow: Flow) -> None:
        """The size is another: keep the same words on the first row, and the cursor on the screen."""
        if self._wanted is not None:
            self._aim(flow, self._wanted)
            return
        if before is not None and before is not flow and self.top != Place(0, 0):
            self.top = flow.at(before.offset(self.top))
        self.top = self._bounded(flow, self.top)
        if flow.pieces:
            first, last = flow.span(self.cursor)
            if self._off_screen(first) and self._off_screen(last):
                self.top = self._bounded(flow, first)

    @property
    def numbered(self) -> bool:
        """Whether there is room for the numbers of blocks."""
        return self.inner >= NUMBERED_FROM

    @property
    def indent(self) -> int:
        """Columns left of prose: number, cursor or sign, blank."""
        return 6 if self.numbered else 2

    @property
    def prose(self) -> int:
        """Columns of prose."""
        return max(min(self.look.prose_width, self.inner - self.indent - 1), 1)

    @property
    def block(self) -> Block | None:
        """The passage under the cursor."""
        if self.article is None or not self.article.blocks:
            return None
        return self.article.blocks[min(self.cursor, len(self.article.blocks) - 1)]

    @property
    def quotes_here(self) -> list[Quote]:
        """The quotations that touch the passage under the cursor."""
        block = self.block
        if block is None or self.article is None:
            return []
        if self._quoted is None or self._quoted[0] is not self.quotes:
            self._quoted = self.quotes, by_block(self.quotes, self.article.blocks)
        return self._quoted[1].get(block.number, [])

    # Moving.

    def move(self, passages: int) -> None:
        """Go to another passage; one that is longer than the pane is scrolled through first."""
        flow = self.flow
        if flow is None or not flow.pieces:
            return
        first, last = flow.span(self.cursor)
        if abs(passages) == 1 and flow.distance(first, last, self.body) >= self.body:
            down = passages > 0
            hidden = (
                flow.distance(self._bottom(flow), last, self.body)
                if down
                else flow.distance(first, self.top, self.body)
            )
            if hidden:
                self.scroll_rows(passages * min(hidden, max(self.body - 2, 1)), keep=True)
                return
        self.go(self.cursor + passages)

    def go(self, index: int) -> None:
        """Put the cursor on a block, scrolling no more than it needs."""
        flow = self.flow
        if flow is None or self.article is None or not flow.pieces:
            return
        index = min(max(index, 0), len(self.article.blocks) - 1)
        before, self.cursor = self.cursor, index
        first, last = flow.span(index)
        top = self.top
        if first < self.top:
            self.top = max(first, flow.up(last, max(self.body - 1, 0))) if index < before else first
        elif (below := flow.distance(self._bottom(flow), last, self.body)) > 0:
            moved = flow.down(self.top, below)
            self.top = min(moved, first)
        if self.top != top:
            self.refresh()
        elif before != index:
            self._redraw_blocks(before, index)
            self.redraw_head()
        if before != index:
            self.post_message(self.Moved(self))

    def scroll_rows(self, rows: int, *, keep: bool = False) -> None:
        """Scroll by rows; the cursor stays where it is if it can, or if told to."""
        flow = self.flow
        if flow is None or not flow.pieces:
            return
        top = flow.down(self.top, rows) if rows > 0 else flow.up(self.top, -rows)
        top = self._bounded(flow, top)
        if top == self.top:
            if not keep and self.article is not None:
                self.go(len(self.article.blocks) - 1 if rows > 0 else 0)
            return
        self.top = top
        if not keep:
            self._follow()
        self.refresh()

    def page(self, direction: int) -> None:
        """Scroll by a screenful, two rows of which stay."""
        self.scroll_rows(direction * max(self.body - 2, 1))

    def end(self, direction: int) -> None:
        """Go to the first (-1) or last (1) passage."""
        flow = self.flow
        if flow is None or self.article is None:
            return
        self.top = Place(0, 0) if direction < 0 else self._bounded(flow, flow.last())
        before = self.cursor
        self.cursor = 0 if direction < 0 else max(len(self.article.blocks) - 1, 0)
        self.refresh()
        if before != self.cursor:
            self.post_message(self.Moved(self))

    def _follow(self) -> None:
        """Keep the cursor on the screen: on the first passage that begins there, else on the one that fills it."""
        rows = self._visible()
        if any(row.block == self.cursor and row.shown is not None for _, row in rows):
            return
        begun = [row.block for _, row in rows if row.first]
        shown = [row.block for _, row in rows if row.shown is not None]
        self.cursor = (begun or shown or [self.cursor])[0]
        self.post_message(self.Moved(self))

    def _bounded(self, flow: Flow, top: Place) -> Place:
        """A first row from which no empty rows are shown at the end."""
        return min(top, flow.up(flow.last(), max(self.body - 1, 0))) if flow.pieces else Place(0, 0)

    def _bottom(self, flow: Flow) -> Place:
        return flow.down(self.top, max(self.body - 1, 0))

    def _off_screen(self, place: Place) -> bool:
        flow = self.flow
        return flow is None or place < self.top or place > self._bottom(flow)

    # Drawing.

    def title(self) -> str:
        """Number and title of the article."""
        return f"{self.short} {plain(self.article.title)}" if self.article else ""

    def aside(self) -> str:
        """Which block of how many the cursor is on."""
        return f"{self.cursor + 1}/{len(self.article.blocks)}" if self.article and self.article.blocks else ""

    def subtitle(self, cells: int) -> Segments:  # noqa: ARG002 - cut by who calls
        """Source, author and date, as far as they are told."""
        if self.article is None:
            return []
        told = (self.article.source, self.article.author, self.dated)
        line = f" {self.look.glyphs.dot} ".join(plain(part) for part in told if part)
        return [Segment(" " * self.indent + line, self.paint.quiet)] if line else []

    def front_changed(self) -> None:
        """Draw the head and the cursor's passage."""
        self.redraw_head()
        self._redraw_blocks(self.cursor)

    def _visible(self) -> list[tuple[Place, Row]]:
        if self._drawn_in is not None and self._rows_in is self._drawn_in:
            return self._rows
        if (flow := self.flow) is None:
            return []
        key = (self.top, self.body, flow)
        if self._rows_of != key:
            self._rows, self._rows_of = flow.rows(self.top, self.body), key
        self._rows_in = self._drawn_in
        return self._rows

    def _redraw_blocks(self, *blocks: int) -> None:
        rows = [y for y, (_, row) in enumerate(self._visible()) if row.block in blocks]
        if rows:
            self.redraw(*rows)

    def draw(self, y: int, cells: int) -> Segments:
        """A row of prose: gutter, then the line, lit where it is lit."""
        rows = self._visible()
        if self.article is not None and not self.article.blocks:
            return self.said(
                self.keyed("There is no text in this article. {next_article} goes to the next one."), y, cells
            )
        if y >= len(rows):
            return []
        place, row = rows[y]
        return [*self._margin(place, row), *self._line(row)]

    def _margin(self, place: Place, row: Row) -> Segments:
        """Left of a row: number, bar of the cursor, signs."""
        paint, glyphs = self.paint, self.look.glyphs
        here = row.block == self.cursor and row.shown is not None
        bar = (
            Segment(glyphs.cursor, paint.front if self.front else paint.quiet)
            if here
            else Segment(" ", paint.text)
        )
        sign = self.signs.get(row.block, glyphs.differs if row.block in self.differs else "")
        mark = self.marks.get(row.block, "")
        return margin(place, row, sign, mark, numbered=self.numbered, bar=bar, paint=paint, glyphs=glyphs)

    def _line(self, row: Row) -> Segments:
        if row.shown is None or self.article is None:
            return []
        kind, paint = self.article.blocks[row.block].kind, self.paint
        inks = {"headline": paint.strong, "heading": paint.strong, "boilerplate": paint.quiet}
        base = inks.get(kind, paint.text)
        indent = " " * (self.flow.indent(row.block) if self.flow else 0)
        return [
            *([Segment(indent, paint.text)] if indent else []),
            *styled(row.shown, row.line, base, self._laid_on(row, row.shown)),
        ]

    def _laid_on(self, row: Row, shown: Shown) -> list[Laid]:
        """The quotations of the passage under the cursor, then what is lit, highlighted, and selected."""
        paint, light = self.paint, self.light()
        found: list[Laid] = []
        if row.block == self.cursor and self.front:
            for quote in self.quotes_here:
                found += [(start, end, paint.said) for start, end in quote.spans]
                found += [(quote.cue.start, quote.cue.end, paint.cue)] if quote.cue else []
                found += [(quote.speaker.start, quote.speaker.end, paint.speaker)] if quote.speaker else []
        if self.article is not None and light.spots:
            lit, here = paint.match if light.kind == "match" else paint.lit, light.here
            begin, end = shown.offset(row.line[0]), shown.offset(row.line[1])
            for spot in light.within(self.article.id, begin, end):
                found.append(
                    (spot.start, spot.end, paint.here if here is not None and here.holds(spot) else lit)
                )
        found += [(*span, paint.marked) for span in self.highlighted]
        return [*found, (*self.selected, paint.text + REVERSED)] if self.selected else found

    # The mouse, where it is wanted: each gesture has a key.

    def on_click(self, event: Click) -> None:
        """Put the cursor on the passage."""
        rows = self._visible()
        y = event.y - self.head
        if 0 <= y < len(rows):
            self.go(rows[y][1].block)
        self.post_message(self.Pointed(self))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.scroll_rows(3, keep=True)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.scroll_rows(-3, keep=True)

"""The surroundings of a match: its block, wrapped, with the matching words underlined."""

from rich.segment import Segment

from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import Shown, cut, plain, width
from tui.app.widgets.lines import LineView
from tui.app.widgets.prose import styled
from tui.app.wrapping import Line, wrap
from tui.corpus.article import Article, Block
from tui.search.match import Match


class Preview(LineView):
    """A thin line that names the article, then the block that holds the match."""

    verbatim = True

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="preview")
        self.article: Article | None = None
        self.short = ""
        self.match: Match | None = None
        self.bar = ""
        self._wrapped: tuple[Shown, list[Line], int] | None = None

    @property
    def head(self) -> int:
        """One row: the thin line."""
        return 1

    def title(self) -> str:
        """Number and title of the article, and the block."""
        block = self.block
        number = f":{block.number}" if block else ""
        return f"{self.short}{number} {plain(self.article.title)}" if self.article else ""

    def show(self, article: Article | None, short: str, match: Match | None, bar: str = "") -> None:
        """Show the surroundings of `match` in `article`; `bar` tells where in it the matches stand."""
        self.article, self.short, self.match, self.bar, self._wrapped = article, short, match, bar, None
        self.refresh()

    @property
    def block(self) -> Block | None:
        """The block that holds the match; a title that is no part of the text has none."""
        if self.article is None or self.match is None or self.match.start is None:
            return None
        return self.article.block_at(self.match.start)

    def _title_row(self, cells: int) -> Segments:
        paint, rule = self.paint, self.look.glyphs.rule
        bar = f" {self.bar} " if self.bar and cells > 2 * len(self.bar) + 20 else ""
        title = cut(self.title(), max(cells - 6 - len(bar), 0))
        if not title:
            return []
        rest = rule * max(cells - width(title) - 4 - len(bar) - 2 * bool(bar), 0)
        return [
            Segment(rule * 2 + " ", paint.quiet),
            Segment(title, paint.quiet),
            Segment(f" {rest}", paint.quiet),
            Segment(bar, paint.mark),
            Segment(rule * 2 if bar else "", paint.quiet),
        ]

    def draw(self, y: int, cells: int) -> Segments:
        """A line of the block."""
        wrapped = self._wrap(min(cells - 2, self.look.prose_width))
        if wrapped is None or self.match is None:
            return []
        shown, lines, first = wrapped
        at = first + y
        if at >= len(lines):
            return []
        marked = [(start, end, self.paint.match) for start, end in self.match.highlights]
        return [Segment(" ", self.paint.text), *styled(shown, lines[at], self.paint.text, marked)]

    def _wrap(self, cells: int) -> tuple[Shown, list[Line], int] | None:
        """The block's lines, and the first that is seen: the match is always among them."""
        if self._wrapped is None and self.article is not None and self.match is not None:
            block = self.block
            shown = Shown(self.article.text, *self._stretch(block)) if block else Shown(self.match.text)
            lines = wrap(shown.text, cells)
            first = 0
            if self.match.highlights:
                mark = shown.index(self.match.highlights[0][0])
                line = sum(start <= mark for start, _ in lines) - 1
                first = max(min(line - 2, len(lines) - self.body), 0) if line >= self.body - 1 else 0
            self._wrapped = shown, lines, first
        return self._wrapped

    def _stretch(self, block: Block) -> tuple[int, int]:
        """The block, or as much of a very long one as stands around the match."""
        if block.end - block.start <= 8000 or self.match is None or self.match.start is None:
            return block.start, block.end
        return max(self.match.start - 1000, block.start), min(self.match.start + 7000, block.end)

    def on_resize(self) -> None:
        """Wrap again."""
        self._wrapped = None

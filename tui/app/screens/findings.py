"""What the screens of findings share: a list, the passages of the row under the cursor below it, and the way there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from tui.app.collecting import without_pauses
from tui.app.lighting import Light
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, FindingList, Row
from tui.app.widgets.line_list import LineList
from tui.app.widgets.passages import Passages
from tui.app.widgets.sidebar import Heading
from tui.corpus.article import Span
from tui.errors import CorpusError

if TYPE_CHECKING:
    from tui.app.app import CorpusApp


class FindingsScreen(CorpusScreen):
    """A list of findings. Kinds of it say what is found (`find`, in a thread) and under which headings."""

    name_of_list = ""
    waiting = "Looking …"
    nothing = "Nothing was found. {back} goes back."
    orders: ClassVar[tuple[str, ...]] = ("",)

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.list = FindingList(self.look, self.name_of_list)
        self.list.sentence = self.waiting
        self.passages = Passages(self.look, app.article_or_none, app.short)
        self.order = 0
        self._looked = False

    # What a kind of findings tells.

    def find(self) -> None:
        """Find what is shown; called in a thread, so that the screen can be left meanwhile."""
        raise NotImplementedError

    def rows(self) -> Sequence[Row]:
        """What was found, under headings, in the order that was chosen; rows that are made when seen, as filtered."""
        raise NotImplementedError

    def marks(self, item: Finding) -> Sequence[tuple[Span, ...]] | None:  # noqa: ARG002 - kinds of it look
        """Which words of each passage are marked; None for all words of the finding."""
        return None

    # What all of them do.

    def compose(self) -> ComposeResult:
        """The list and the passages."""
        yield self.list
        yield self.passages
        yield from super().compose()

    def on_mount(self) -> None:
        """Begin to look."""
        self.top.tell("")
        self.tell()
        self.begin()

    def begin(self) -> None:
        """Find, in a thread, and show what was found."""
        self.corpus_app.background.do(self.name_of_list or self.place, self._find, self._found)

    def _find(self) -> None:
        with without_pauses():
            self.find()

    def came_in(self) -> None:
        """What is new has been read: find again."""
        self.begin()

    def _found(self, error: str) -> None:
        if not self.is_attached:
            return
        if error:
            self.list.show((), self.keyed("{error} {back} goes back.", error=error))
        else:
            self._looked = True
            self.show_rows()

    def show_rows(self, *, keep: bool = False) -> None:
        """Show the rows that the filter keeps; as long as they are looked for, none."""
        if not self._looked:
            return
        words = self.words_of_filter
        rows = [row for row in self.rows() if not isinstance(row, Finding) or _has(row, words)]
        rows = _without_empty_headings(rows)
        self.list.order = self.orders[self.order]
        sentence = (
            self.keyed(
                "Nothing here has “{text}”. {escape} takes the filter away.", text=plain(self.list.filter)
            )
            if words
            else self.keyed(self.nothing)
        )
        self.list.show(rows, sentence, keep=keep)
        self._moved()

    @property
    def words_of_filter(self) -> list[str]:
        """What the filter asks for."""
        return plain(self.list.filter).casefold().split()

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """The list above, the passages below where there is room."""
        below = min(max(region.height * 2 // 5, 5), 16) if region.height >= 12 else 0
        yield self.list, region.shrink((0, 0, below, 0))
        if below:
            yield self.passages, Region(region.x, region.bottom - below, region.width, below)

    @property
    def front(self) -> Pane:
        """The list."""
        return self.list

    def where(self) -> str:
        """What is told of the finding under the cursor, and what the reader put on it."""
        from tui.app.marked import told_marks

        item = self.list.item
        return f" {self.look.glyphs.dot} ".join(filter(None, (told_marks(self), item.status))) if item else ""

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show the passages of the finding."""
        event.stop()
        self._moved()

    def on_line_list_pointed(self, event: LineList.Pointed) -> None:
        """Open what is clicked twice."""
        event.stop()
        if event.twice:
            self.do_open()

    def _moved(self) -> None:
        item = self.list.item
        self.passages.show(item.spots if item else (), self.marks(item) if item else None)
        self.tell()

    def place_of(self, article: str, offset: int) -> str:
        """A place as people write it: `001:7`."""
        told = self.corpus_app.article_or_none(article)
        block = told.block_at(offset) if told else None
        short = plain(self.corpus_app.short(article))
        return f"{short}:{block.number}" if block else short

    # Commands.

    def do_open(self) -> None:
        """Go where the finding stands; it stays lit there."""
        if self.prompting:
            self.end_prompt(kept=True)
        else:
            self._go(beside=False)

    def do_open_beside(self) -> None:
        """Open it beside what is open."""
        self._go(beside=True)

    def _go(self, *, beside: bool) -> None:
        item = self.list.item
        if item is None or not item.spots:
            return
        home = self.corpus_app.reading_screen
        light = Light.of(
            item.about or plain(item.words), "mention", item.spots, [spot.article for spot in item.spots]
        )
        light.stand(item.spots[0])
        self.corpus_app.come_home()
        home.shine(light)
        if beside:
            home.open(item.spots[0].article, item.spots[0].start, beside=True)
        else:
            home.goto(item.spots[0])

    def do_sort(self) -> None:
        """Order the list otherwise."""
        if len(self.orders) < 2:
            self.say("This list has one order only.")
            return
        self.order = (self.order + 1) % len(self.orders)
        self.show_rows()

    def do_filter(self) -> None:
        """Keep the rows with the words that are typed."""
        self.ask("words to keep", self.list.filter, self._filter)

    def _filter(self, text: str) -> None:
        self.list.filter = text
        self.show_rows()

    def do_escape(self) -> None:
        """End typing; take the filter away; go back."""
        if self.prompting:
            self.end_prompt(kept=False)
        elif self.list.filter:
            self._filter("")
        else:
            self.dismiss()

    def do_copy(self) -> None:
        """Copy the words."""
        item = self.list.item
        if item is not None:
            self.corpus_app.copy(self, item.words)

    def do_cite(self) -> None:
        """Copy the words with their citation."""
        item = self.list.item
        if item is None or not item.spots:
            return
        try:
            article = self.corpus_app.article(item.spots[0].article)
        except CorpusError as error:
            self.say(error.title, warning=True)
            return
        block = article.block_at(item.spots[0].start)
        self.corpus_app.cite(self, article, item.words, block.number if block else None)


def _has(finding: Finding, words: list[str]) -> bool:
    told = f"{finding.about} {plain(finding.words)} {finding.place} {finding.status}".casefold()
    return all(word in told for word in words)


def _without_empty_headings(rows: Sequence[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in rows:
        if isinstance(row, Heading) and kept and isinstance(kept[-1], Heading):
            kept.pop()
        kept.append(row)
    if kept and isinstance(kept[-1], Heading):
        kept.pop()
    return kept

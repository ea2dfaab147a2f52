"""The reading screen: the list of articles, one to four texts, and the sidebar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

import tui.app.status as telling
from tui.app.article_rows import WIDE_FROM
from tui.app.counterparts import Trail, follow, stacked
from tui.app.desk import Desk, Front
from tui.app.differing import told
from tui.app.gathering import Gathering
from tui.app.layout import Layout, lay_out
from tui.app.lighting import DARK, Light, Spot
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.text import plain
from tui.app.widgets.article_list import SORTS, ArticleList
from tui.app.widgets.line_list import LineList
from tui.app.widgets.paired_reader import PairedReader
from tui.app.widgets.reader import Reader
from tui.app.widgets.sidebar import ActorList, Outline, QuoteList, SideList
from tui.errors import CorpusError
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.app.selecting import Selection
    from tui.corpus.article import Article, Block
    from tui.findings.findings import Findings
    from tui.library.rows import ArticleRow


class ReadingScreen(CorpusScreen):
    """What the program opens with, and comes back to."""

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.library = app.library
        self.desk = Desk()
        self.light = DARK
        self.articles = ArticleList(self.look)
        self.articles.front = True
        self.readers: list[PairedReader] = []
        self.actors = ActorList(self.look)
        self.quotes = QuoteList(self.look)
        self.outline = Outline(self.look)
        self.plan: Layout | None = None
        self.trail = Trail()
        self._named: tuple[Findings, Block, list[str]] | None = None
        self.last_jump = ""
        self.selection: Selection | None = None
        self.gathering = Gathering(self)

    def compose(self) -> ComposeResult:
        """The bars and the list; texts and sidebar come when they are opened."""
        yield self.articles
        yield from super().compose()

    def on_mount(self) -> None:
        """Show what is there, and what lay open last."""
        self.reload()
        self.corpus_app.remembering.restore(self)
        self.tell()
        keys = self.corpus_app.keys
        if keys.fault:
            self.say(plain(keys.fault), warning=True)
        elif self.corpus_app.remembering.first_start:
            hint = {"open": "read", "open_beside": "beside", "search": "search", "help": "all keys"}
            self.say(keys.told("list", hint))

    # What is where.

    @property
    def place(self) -> Place:
        """The kind of pane in front."""
        if self.selection is not None:
            return "select"
        if self.desk.front == "list":
            return "list"
        return self.desk.side or "text" if self.desk.front == "side" else "text"

    @property
    def side(self) -> SideList:
        """The list in the sidebar."""
        return {"actors": self.actors, "quotes": self.quotes, "outline": self.outline}[
            self.desk.side or "actors"
        ]

    @property
    def front(self) -> Pane:
        """The pane in front."""
        if isinstance(self.desk.front, int):
            return self.readers[self.desk.front]
        return self.side if self.desk.front == "side" else self.articles

    @property
    def reader(self) -> PairedReader | None:
        """The text in front, or that was last."""
        return self.readers[self.desk.last] if self.readers else None

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """List, texts and sidebar, as wide as the layout says."""
        self.plan = lay_out(region.width, self.desk.told())
        x = region.x
        if two := stacked(self, region):
            return (yield from two)
        placed: list[tuple[LineList | Reader, int]] = [(self.articles, self.plan.listing)]
        placed += [(self.readers[number], width) for number, width in self.plan.texts]
        placed += [(self.side, self.plan.side)] if self.desk.side else []
        for widget, width in placed:
            if width:
                widget.divided = x > region.x
                yield widget, Region(x, region.y, width, region.height)
                x += width

    def go(self, front: Front) -> None:
        """Bring a pane to the front."""
        self.desk.go(front)
        self.settle()

    def settle(self) -> None:
        """Show the desk as it is now; nothing of it while the program ends."""
        if not self.is_attached:
            return
        front = self.front
        if self.desk.side is not None and not self.side.is_attached:
            self.mount(self.side)
        self.articles.mark_reading(self.desk.reading)
        for pane in (self.articles, *self.readers, self.actors, self.quotes, self.outline):
            pane.bring_to_front(pane is front)
        size = self.size
        if self.plan is None or self.plan != lay_out(size.width, self.desk.told()) or not front.size:
            self.rearrange()
        self.tell()

    def where(self) -> str:
        """Where the reader is, and what is under the cursor."""
        self.corpus_app.profiles.leave()
        if self.selection is not None:
            return f"{telling.counted(len(self.selection.words.split()), 'word')} selected"
        if self.desk.front == "list":
            told, row = self.articles, self.articles.row
            status = telling.article_status(row, told.cursor, told.count(), told.filter)
            if row is None:
                return status
            wide = lay_out(self.app.size.width, self.desk.told()).listing >= WIDE_FROM
            dated = self.corpus_app.noted.dates().get(row.id)
            by_you = f"date told by you: {dated}" if dated else ""
            title = "" if wide else plain(row.title)
            return " · ".join(filter(None, (status, by_you, self._copies(row), self._profile(row.id), title)))
        if isinstance(self.desk.front, int):
            return self._where_in_text()
        if self.desk.side == "actors" and self.actors.item is not None:
            return self._marked(telling.actor_status(self.actors.item))
        if self.desk.side == "quotes" and self.quotes.item is not None:
            return self._marked(telling.quote_status(self.quotes.item))
        return self._profile(self.desk.reading or "") if self.desk.side == "outline" else ""

    def _marked(self, status: str = "") -> str:
        """What the reader put on what is under the cursor, before what is told of it."""
        from tui.app.marked import told_marks

        return " · ".join(filter(None, (told_marks(self), status)))

    def _profile(self, article: str) -> str:
        """On whose word an article leans."""
        return self.corpus_app.profiles.told(article, self.look.glyphs)

    def _copies(self, row: ArticleRow) -> str:
        """Whose text an article tells again, or how many tell its text."""
        first = plain(self.corpus_app.short(row.copy_of)) if row.copy_of is not None else ""
        unfold = "" if row.id in self.articles.unfolded else self.keyed("{copies} shows them")
        return telling.copies_status(self.look.glyphs.counterpart, first, row.copies, unfold)

    def _where_in_text(self) -> str:
        reader = self.reader
        if reader is None or reader.article is None or reader.block is None:
            return ""
        article, block = reader.article.id, reader.block
        found = self.corpus_app.differing.within(article, block.start, block.end)
        short = {side.article: self.short(side.article) for one in found for side in one.sides}
        differs = f"{self.look.glyphs.differs} {told(found[0], short)}" if found else ""
        names = self.corpus_app.noted.names(article, self.names_in(reader))
        return telling.text_status(reader, names, differs, self._marked())

    def names_in(self, reader: Reader) -> list[str]:
        """The actors that the passage under the cursor names, first named first."""
        block, article = reader.block, reader.article
        if block is None or article is None:
            return []
        findings = self.corpus_app.findings(article.id)
        known = self._named
        if known is None or known[0] is not findings or known[1] is not block:
            known = self._named = findings, block, telling.named_within(findings.actors, block)
        return known[2]

    # Reading the library.

    def reload(self) -> None:
        """Show what the library holds now, with every cursor where it was."""
        row = self.articles.row
        told = self.articles
        rows = self.corpus_app.noted.rows(SORTS[told.sort][0], told.filter, told.unfolded)
        self.articles.sentence = self._no_articles()
        self.articles.show(rows, row.id if row else None)
        self.top.tell(telling.corpus_counts(self.corpus_app.noted.counts(), self.look.glyphs.dot))
        self.show_findings()
        self.tell()

    def came_in(self) -> None:
        """Show articles that were read just now, where there were none before."""
        if not self.articles.count():
            self.reload()

    def _no_articles(self) -> str:
        if self.articles.filter:
            return self.keyed(
                "No article has “{text}” in its title or source. {escape} takes the filter away.",
                text=plain(self.articles.filter),
            )
        if self.corpus_app.reading_in.working:
            return "Reading the articles …"
        return self.keyed(
            "There is no article here. {back} quits; start again with the path of a file or folder."
        )

    def show_findings(self) -> None:
        """Fill the list in the sidebar for the article in front, or for all."""
        side, reader = self.desk.side, self.reader
        if side == "outline":
            told = reader.article if reader else None
            self.outline.show(told, reader.short if reader else "", reader.cursor if reader else 0)
        elif side is not None:
            self.gathering.begin(side, None if self.desk.everywhere else self.desk.reading)

    def show_differing(self) -> None:
        """Mark what is told differently elsewhere, in the list and in the texts."""
        differing = self.corpus_app.differing
        self.articles.drawing.differs = differing
        self.articles.redraw()
        self.actors.differing = differing
        self.actors.redraw()
        for reader in self.readers:
            if reader.article is not None:
                reader.differs = differing.blocks(reader.article)
                reader.redraw()
        self.tell()

    def show_profiles(self) -> None:
        """Show what is known now of the articles as a whole."""
        self.articles.redraw()
        self.tell()

    def show_noted(self) -> None:
        """Show what the reader marked, in the list and in the texts."""
        noted, glyphs = self.corpus_app.noted, self.look.glyphs
        self.top.tell(telling.corpus_counts(noted.counts(), glyphs.dot))
        self.articles.drawing.marks = noted.articles(glyphs)
        self.articles.drawing.marked_read = noted.read_articles()
        self.articles.redraw()
        for reader in self.readers:
            if reader.article is not None:
                reader.marks = noted.signs(reader.article, glyphs)
                reader.highlighted = noted.highlighted(reader.article.id)
                reader.redraw()
        self.tell()

    def place_of(self, article: str, offset: int) -> str:
        """A place as people write it: `001:7`."""
        told = self.corpus_app.article_or_none(article)
        block = told.block_at(offset) if told else None
        return f"{self.short(article)}:{block.number}" if block else self.short(article)

    def short(self, article: str) -> str:
        """An article's short id, safe to draw."""
        reader = next(
            (one for one in self.readers if one.article is not None and one.article.id == article), None
        )
        return reader.short if reader else plain(self.corpus_app.short(article))

    # Texts.

    def open(self, article: str, offset: int = 0, *, beside: bool = False) -> None:
        """Open an article at a code point, in the text pane that was in front last or beside it."""
        try:
            found, findings = self.corpus_app.article(article), self.corpus_app.findings(article)
        except CorpusError as error:
            self.say(f"{plain(error.title)}. {plain(error.advice)}", warning=True)
            return
        count = len(self.desk.texts)
        if beside:
            self.desk.open_beside(found.id)
        else:
            self.desk.open(found.id)
        if len(self.desk.texts) > count:
            reader = PairedReader(self.look)
            reader.light = lambda: self.light
            self.readers.insert(self.desk.last, reader)
            self.mount(reader)
        reader = self.readers[self.desk.last]
        reader.show(found, plain(self.corpus_app.short(found.id)), findings.quotes, offset)
        reader.differs = self.corpus_app.differing.blocks(found)
        reader.dated = self._dated(found)
        reader.marks = self.corpus_app.noted.signs(found, self.look.glyphs)
        reader.highlighted = self.corpus_app.noted.highlighted(found.id)
        self.articles.opened.add(found.id)
        if not self.desk.everywhere or self.desk.side == "outline":
            self.show_findings()
        self.settle()

    def _dated(self, article: Article) -> str:
        """When an article is of, and who told it."""
        told = article.id in self.corpus_app.noted.dates()
        return f"{article.date or 'undated'}{' (told by you)' if told else ''}"

    def show_told(self) -> None:
        """Show dates and quotations as they are corrected now, in the list and in the texts."""
        app = self.corpus_app
        dates = app.noted.dates()
        if dates != self.articles.drawing.told_dates:
            self.articles.tell_dates(dates)
            self.reload()
        for reader in self.readers:
            article = app.article_or_none(reader.article.id) if reader.article else None
            if article is not None:
                reader.correct(article, app.findings(article.id).quotes)
                reader.dated = self._dated(article)
                reader.redraw()

    def close_text(self) -> None:
        """Close the text in front."""
        if not isinstance(self.desk.front, int):
            return
        reader = self.readers.pop(self.desk.front)
        self.desk.close(self.desk.front)
        reader.remove()
        if not self.desk.texts:
            self.desk.everywhere = True
        self.show_findings()
        self.rearrange()
        self.settle()

    def goto(self, spot: Spot) -> None:
        """Show a stretch of an article: in a pane where it is open, else in the one that was in front last."""
        number = next((at for at, one in enumerate(self.desk.texts) if one == spot.article), None)
        if number is None:
            self.open(spot.article, spot.start)
            return
        self.desk.go(number)
        self.readers[number].reveal(spot.start)
        self.settle()

    def end_selecting(self) -> None:
        """Nothing is selected any more."""
        if self.selection is not None:
            self.selection.end()
            self.selection = None

    def shine(self, light: Light) -> None:
        """Light up words in all texts."""
        self.light = light
        for reader in self.readers:
            reader.redraw()

    def on_resize(self) -> None:
        """Tell what the panes no longer have room for."""
        self.tell()

    # What the panes say.

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Tell what the cursor is on now."""
        event.stop()
        self.tell()

    def on_reader_moved(self, event: Reader.Moved) -> None:
        """Tell which passage the cursor is on now."""
        event.stop()
        self.tell()
        if event.source is self.reader:
            follow(self)

    def on_reader_pointed(self, event: Reader.Pointed) -> None:
        """Bring the text that was clicked to the front."""
        event.stop()
        self.go(next(at for at, reader in enumerate(self.readers) if reader is event.source))

    def on_line_list_pointed(self, event: LineList.Pointed) -> None:
        """Bring the list that was clicked to the front; clicked again, open the row."""
        from tui.app import commands

        event.stop()
        self.go("list" if event.source is self.articles else "side")
        if event.twice:
            commands.perform(self, "open")

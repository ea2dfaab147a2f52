"""The search: results as the reader types, the surroundings of the one under the cursor, and the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.widget import Widget

from tui.app.arranging import IN_CONTEXT, VIEWS, View
from tui.app.layout import LEAST
from tui.app.lighting import Light, Spot
from tui.app.look import Look
from tui.app.result_places import ResultPlaces
from tui.app.rows import Segments
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.searching import LIMIT, MOMENT, Answer, Query, Searcher, left, recalled
from tui.app.terminal.session import KeptSearch
from tui.app.text import plain
from tui.app.widgets.chrome import Bar
from tui.app.widgets.line_list import LineList
from tui.app.widgets.preview import Preview
from tui.app.widgets.query_notice import QueryNotice
from tui.app.widgets.result_list import Hint, Item, ResultList, bar
from tui.corpus.article import Span
from tui.search.concordance import Line
from tui.search.match import Match
from tui.search.query import SYNTAX
from tui.settings.keymap import BY_ID, key_name
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

HINTED = ("keep_open", "typos", "history", "save_search", "saved_searches")
"""Commands that the hints tell of, since the footer has no room for them."""

TOLD_BEFORE = 5
"""Searches before that the hints name."""


class Slash(Bar):
    """The slash before the query."""

    def segments(self, y: int, cells: int) -> Segments:  # noqa: ARG002 - it has one row
        """Draw it."""
        return [Segment(" /", self.look.inks.page.front)]


class Count(Bar):
    """How much was found."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="count")
        self.text = ""

    def tell(self, text: str) -> None:
        """Tell it, or something else until the number changes."""
        if text != self.text:
            self.text = text
            self.refresh()

    def segments(self, y: int, cells: int) -> Segments:  # noqa: ARG002 - it has one row
        """Draw it at the right."""
        return [Segment(self.text.rjust(cells - 1), self.look.inks.page.quiet)]


class SearchScreen(CorpusScreen):
    """What opens with `/`, and leaves everything as it was when it is closed with esc."""

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.slash = Slash(self.look)
        self.count = Count(self.look)
        self.places_of = ResultPlaces(app)
        self.results = ResultList(self.look, self.places_of.placed)
        self.preview = Preview(self.look)
        self.notice = QueryNotice(self.look, 3)
        self.asked = Query("")
        self.answer = Answer(self.asked)
        self.typos = True
        self.view: View = "best"
        self.syntax = False
        self.recalled = -1
        self.stay: Item | None = None
        self.awaiting: Callable[[], None] | None = None
        self._laid_out: tuple[tuple[Widget, Region], ...] = ()
        self.prompting = True
        self.searcher = Searcher(app.library, app.noted.search, self._found, app.noted.dates)

    def compose(self) -> ComposeResult:
        """Query, count, notice, results, preview."""
        yield self.slash
        yield self.count
        yield self.notice
        yield self.results
        yield self.preview
        yield from super().compose()

    def on_mount(self) -> None:
        """Begin to type."""
        label = self.keyed("words, in any order; {syntax} shows the syntax")
        self.prompt.begin(label, "", self._typed)
        self.set_focus(self.prompt, scroll_visible=False)
        self._show()
        self.tell()

    def on_unmount(self) -> None:
        """Search no more."""
        self.searcher.close()

    def places(self, size: Size) -> Iterable[tuple[Widget, Region]]:
        """The query on top; results and preview share the rest; a slow line is spared the preview."""
        width, height = size
        if width < LEAST[0] or height < LEAST[1]:
            yield self.too_small, Region(0, 0, width, height)
            return
        count = min(16, width // 3)
        yield self.slash, Region(0, 0, 2, 1)
        yield self.prompt, Region(2, 0, width - 2 - count, 1)
        yield self.count, Region(width - count, 0, count, 1)
        notice = 1 if height >= 14 or self.notice.problems else 0
        if notice:
            yield self.notice, Region(0, 1, width, 1)
        top = 1 + notice
        rows = height - 1 - top
        preview = min(max(rows * 2 // 5, 4), 14) if rows >= 10 and not self.corpus_app.low_bandwidth else 0
        if not self.results.item and rows - preview < self.results.count():
            preview = 0  # hints need the room; where they do not, the first letter moves nothing
        yield self.results, Region(0, top, width, rows - preview)
        if preview:
            yield self.preview, Region(0, top + rows - preview, width, preview)
        yield self.footer, Region(0, height - 1, width, 1)

    @property
    def place(self) -> Place:
        """The search box."""
        return "search"

    @property
    def front(self) -> Pane:
        """The results: arrows move in them."""
        return self.results

    # Asking and being answered.

    def _typed(self, text: str) -> None:
        told = self.corpus_app.searches
        if not (0 <= self.recalled < len(told) and told[self.recalled] == text):
            self.recalled = -1
        self._ask(text)

    def _ask(self, text: str) -> None:
        query = Query(text, self.typos, self.view)
        if query != self.asked:
            self.asked, self.awaiting = query, None
            soon = self.searcher.ask(query, MOMENT)
            if soon is not None:
                self._take(soon)
                self.draw_at_once()

    def _ask_again(self) -> None:
        self._ask(self.prompt.value)

    def _found(self, answer: Answer) -> None:
        """In the searching thread."""
        self.corpus_app.in_app(self._take, answer)

    def _take(self, answer: Answer) -> None:
        if not self.is_attached or answer.query != self.asked:
            return
        self.answer = answer
        self._show()
        deed, self.awaiting = self.awaiting, None
        if deed is not None:
            deed()

    @property
    def hinting(self) -> bool:
        """Whether what can be typed stands in place of results."""
        return self.syntax or not self.answer.query.text.strip()

    def _show(self) -> None:
        query = self.answer.query
        if self.hinting:
            self.results.show(self._hints(), "")
        elif not self.results.show(self.answer.arranged.rows, self._nothing(), self.stay):
            self.stay = None
        problems = self.answer.problems
        self.notice.show(query.text, problems, self.prompt.scroll_offset.x, self._view_told())
        self._count()
        self._preview()
        laid_out = tuple(self.places(self.size))
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self.rearrange()

    def _nothing(self) -> str:
        """What stands where nothing was found, with what may help."""
        text = plain(self.answer.query.text)
        if self.answer.failure:
            return self.answer.failure
        if self.view in IN_CONTEXT and self.answer.matches:
            return self.keyed("“{text}” stands in no text. {view_best} shows what was found.", text=text)
        if self._still_read:
            return f"Nothing has “{text}” so far. The corpus is being read: what comes in is searched."
        other = "Fewer or other words may; {escape} goes back."
        again = self.keyed(other if self.typos else "{typos} forgives typos again.")
        return f"Nothing has “{text}”. {again}"

    @property
    def _still_read(self) -> bool:
        """Whether more of the corpus is to come."""
        return bool(self.corpus_app.reading_screen.status.work)

    def _hints(self) -> list[Hint]:
        told = [Hint(typed, does) for typed, does in SYNTAX]
        known = self.corpus_app.keys.shown("search")
        told.append(Hint("", ""))
        told += [Hint(key_name(known[name]), BY_ID[name].tooltip) for name in HINTED if name in known]
        before = self.corpus_app.searches[:TOLD_BEFORE]
        if before:
            told.append(Hint("before", ", ".join(map(plain, before))))
        return told

    def _view_told(self) -> str:
        """How the results are shown, and what else is not as usual."""
        if self.hinting:
            return ""
        if self.answer.failure and self.answer.matches:
            return plain(self.answer.failure)
        more = "so far: the corpus is being read" if self._still_read else ""
        told = (VIEWS[self.view], "" if self.typos else "no typos", more)
        return f" {self.look.glyphs.dot} ".join(filter(None, told))

    def _count(self) -> None:
        more = "+" if len(self.answer.matches) >= LIMIT else ""
        text = f"{self.results.number} of {found}{more}" if (found := self.results.found) else ""
        self.count.tell(text)

    def _preview(self) -> None:
        if self.corpus_app.low_bandwidth:
            return
        item = self.results.item
        article = self.corpus_app.article_or_none(item.article) if item else None
        short = self.corpus_app.short(item.article) if item else ""
        where = bar(self.answer.arranged.bar(item.article), self.look) if item else ""
        self.preview.show(article, short, _as_match(item) if item else None, where)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """The reader has chosen a row: the cursor stays on it. Show its surroundings."""
        event.stop()
        self.stay = self.results.item
        self._count()
        self._preview()

    def came_in(self) -> None:
        """Search again: there may be more."""
        self.places_of.forget()
        self.searcher.look_again(self.asked)

    # Commands.

    def _chosen(self, deed: Callable[[], None]) -> Item | None:
        """What is under the cursor; nothing while the results of what was typed are to come: `deed` is done then."""
        if self.answer.query == self.asked:
            return self.results.item
        self.awaiting = deed
        return None

    def do_open(self) -> None:
        """Go where the match under the cursor stands, and leave all matches lit."""
        item = self._chosen(self.do_open)
        if item is None:
            return
        self._remember()
        app, home = self.corpus_app, self.corpus_app.reading_screen
        light = self._light(item)
        app.come_home()
        home.shine(light)
        home.goto(_stop(item))
        app.call_later(home.tell)

    def do_keep_open(self) -> None:
        """Open the article of the match beside what is open, and stay here."""
        item = self._chosen(self.do_keep_open)
        if item is None:
            return
        self._remember()
        home = self.corpus_app.reading_screen
        home.shine(self._light(item))
        home.open(item.article, _stop(item).start, beside=True)
        self.count.tell(f"opened {plain(self.corpus_app.short(item.article))}")

    def do_escape(self) -> None:
        """Go back; nothing has changed."""
        self._remember()
        self.dismiss()

    def do_typos(self) -> None:
        """Forgive typos, or not."""
        self.typos = not self.typos
        self._ask_again()

    def do_syntax(self) -> None:
        """Show the syntax in place of the results, or the results again."""
        self.syntax = not self.syntax
        self._show()

    def do_view_best(self) -> None:
        """Show the best match first."""
        self._look_at("best")

    def do_view_article(self) -> None:
        """Show the matches under their articles."""
        self._look_at("article")

    def do_view_date(self) -> None:
        """Show the matches under the dates of their articles."""
        self._look_at("date")

    def do_view_context(self) -> None:
        """Show the concordance; again: sorted otherwise."""
        at = IN_CONTEXT.index(self.view) if self.view in IN_CONTEXT else -1
        self._look_at(IN_CONTEXT[(at + 1) % len(IN_CONTEXT)])

    def _look_at(self, view: View) -> None:
        self.view, self.syntax = view, False
        self.stay = self.stay or (self.results.item if self.results.cursor else None)
        self._ask_again()

    def do_history(self) -> None:
        """Put the search before in the box, its cursor where it was; again: the one before that."""
        told = self.corpus_app.searches
        if not told:
            return
        before = self.prompt.value.strip()
        self.recalled = (self.recalled + 1) % len(told)
        if told[self.recalled] == before and len(told) > 1:
            self.recalled = (self.recalled + 1) % len(told)
        text = told[self.recalled]
        self.search_for(*recalled(self.corpus_app.ended.get(text, KeptSearch(text))))

    def search_for(self, query: Query, stay: Item | None = None) -> None:
        """Put a search in the box and make it; the cursor goes to `stay`."""
        self.typos, self.view, self.syntax, self.stay = query.typos, query.view, False, stay
        self.prompt.value = query.text
        self.prompt.cursor_position = len(query.text)
        self._ask(query.text)

    def do_save_search(self) -> None:
        """Give the search a name, and keep it."""
        self._open_saved(self.asked if self.asked.text.strip() else None)

    def do_saved_searches(self) -> None:
        """Choose from the searches that were saved."""
        self._open_saved(None)

    def _open_saved(self, naming: Query | None) -> None:
        from tui.app.screens.saved_searches import SavedSearchesScreen

        self.app.push_screen(SavedSearchesScreen(self.corpus_app, self, naming))

    def _remember(self) -> None:
        told, text = self.corpus_app.searches, self.answer.query.text.strip()
        if text:
            told[:] = [text, *(one for one in told if one != text)][:50]
            self.corpus_app.ended[text] = left(self.answer.query, self.results.item)

    def _light(self, chosen: Item) -> Light:
        """All matches that stand in texts, lit word by word, walked match by match as they are shown."""
        matches = [match for match in self.answer.matches if match.start is not None]
        spots = [Spot(match.article, start, end) for match in matches for start, end in match.highlights]
        items = [row for row in self.results.rows if isinstance(row, (Match, Line)) and row.start is not None]
        stops = [_stop(item) for item in items if isinstance(item, Line) or item.highlights]
        order = list(dict.fromkeys(item.article for item in items))
        light = Light.of(f"“{plain(self.answer.query.text)}”", "match", spots, order, stops)
        light.stand(_stop(chosen))
        return light


def _stop(item: Item) -> Spot:
    """From the first to the last word that matches; the beginning, where the match is no part of the text."""
    if item.start is None or item.end is None:
        return Spot(item.article, 0, 0)
    if isinstance(item, Line) or not item.highlights:
        return Spot(item.article, item.start, item.end)
    return Spot(item.article, item.highlights[0].start, item.highlights[-1].end)


def _as_match(item: Item) -> Match:
    """A line of the concordance as a match, to be shown among what surrounds it."""
    if isinstance(item, Match):
        return item
    lit = (Span(item.start, item.end),)
    return Match(item.article, "passage", item.start, item.end, item.match, 1.0, lit)

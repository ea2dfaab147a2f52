"""The search: results as the reader types, the surroundings of the one under the cursor, and the way there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Region, Size
from textual.widget import Widget

from tui.app.layout import LEAST
from tui.app.lighting import Light, Spot
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.searching import LIMIT, Answer, Query, Searcher
from tui.app.text import plain
from tui.app.widgets.chrome import Bar
from tui.app.widgets.line_list import LineList
from tui.app.widgets.preview import Preview
from tui.app.widgets.result_list import ResultList
from tui.search.match import Match
from tui.settings.keymap import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

SYNTAX = (
    "Words may be mistyped, unfinished and in any order. "
    '\'word exactly · "a phrase" · ^first · last$ · !without · one|other · speaker:name · source:name · in:title'
)


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

    def segments(self, y: int, cells: int) -> Segments:  # noqa: ARG002 - it has one row
        """Draw it at the right."""
        return [Segment(self.text.rjust(cells - 1), self.look.inks.page.quiet)]


class SearchScreen(CorpusScreen):
    """What opens with `/`, and leaves everything as it was when it is closed with esc."""

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.slash = Slash(self.look)
        self.count = Count(self.look)
        self.results = ResultList(self.look, self._placed)
        self.preview = Preview(self.look)
        self.answer = Answer(Query(""), ())
        self.typos = True
        self.syntax = False
        self.recalled = -1
        self.prompting = True
        self.searcher = Searcher(app.library, self._found)

    def compose(self) -> ComposeResult:
        """Query, count, results, preview."""
        yield self.slash
        yield self.count
        yield self.results
        yield self.preview
        yield from super().compose()

    def on_mount(self) -> None:
        """Begin to type."""
        self.prompt.begin("words, in any order; f1 shows the syntax", "", self._typed)
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
        rows = height - 2
        preview = min(max(rows * 2 // 5, 4), 14) if rows >= 10 and not self.corpus_app.low_bandwidth else 0
        yield self.results, Region(0, 1, width, rows - preview)
        if preview:
            yield self.preview, Region(0, 1 + rows - preview, width, preview)
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
        self.recalled = -1
        self.searcher.ask(Query(text, self.typos))

    def _found(self, answer: Answer) -> None:
        """In the searching thread."""
        self.corpus_app.in_app(self._take, answer)

    def _take(self, answer: Answer) -> None:
        if not self.is_attached or answer.query.text != self.prompt.value:
            return
        self.answer = answer
        self._show()

    def _show(self) -> None:
        query, matches = self.answer.query, self.answer.matches
        if self.syntax or not query.text.strip():
            self.results.show((), self._hint())
        elif self.answer.problem and not matches:
            self.results.show((), self.answer.problem)
        else:
            again = (
                "ctrl+t forgives typos again."
                if not self.typos
                else "Fewer or other words may; esc goes back."
            )
            self.results.show(matches, f"Nothing has “{plain(query.text)}”. {again}")
        self._count()
        if not self.corpus_app.low_bandwidth:
            self._preview()

    def _hint(self) -> str:
        told = self.corpus_app.searches
        before = (
            f" Before: {', '.join(plain(one) for one in told[:5])} (ctrl+r)."
            if told and not self.syntax
            else ""
        )
        return SYNTAX + before

    def _count(self) -> None:
        found = len(self.results.matches)
        more = "+" if found >= LIMIT else ""
        text = f"{self.results.cursor + 1} of {found}{more}" if found else ""
        if not self.typos:
            text = f"no typos  {text}"
        if text != self.count.text:
            self.count.text = text
            self.count.refresh()

    def _preview(self) -> None:
        match = self.results.match
        article = self.corpus_app.article_or_none(match.article) if match else None
        self.preview.show(article, self.corpus_app.short(match.article) if match else "", match)

    def _placed(self, match: Match) -> tuple[str, str]:
        """The sign of a match, and its place."""
        glyphs = self.look.glyphs
        short = plain(self.corpus_app.short(match.article))
        article = self.corpus_app.article_or_none(match.article) if match.start is not None else None
        block = article.block_at(match.start) if article and match.start is not None else None
        place = f"{short}:{block.number}" if block else short
        if match.kind == "quote":
            told = self.corpus_app.findings(match.article).quotes if article else ()
            quote = next((one for one in told if match.start == one.spans[0].start), None)
            return (glyphs.quote(quote) if quote else glyphs.direct), place
        return {"title": glyphs.title, "actor": glyphs.actor}.get(match.kind, glyphs.passage), place

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show the surroundings of the match under the cursor."""
        event.stop()
        self._count()
        self._preview()

    def came_in(self) -> None:
        """Search again, unless the reader has gone down the results already."""
        if not self.results.cursor:
            self.searcher.ask(Query(self.prompt.value, self.typos))

    # Commands.

    def do_open(self) -> None:
        """Go where the match under the cursor stands, and leave all matches lit."""
        match = self.results.match
        if match is None:
            return
        self._remember()
        app, home = self.corpus_app, self.corpus_app.reading_screen
        light = self._light(match)
        app.come_home()
        home.shine(light)
        home.goto(_stop(match))
        app.call_later(home.tell)

    def do_keep_open(self) -> None:
        """Open the article of the match beside what is open, and stay here."""
        match = self.results.match
        if match is None:
            return
        self._remember()
        home = self.corpus_app.reading_screen
        home.shine(self._light(match))
        home.open(match.article, _stop(match).start, beside=True)
        self.say_count(f"opened {plain(self.corpus_app.short(match.article))}")

    def say_count(self, text: str) -> None:
        """Tell something where the count stands, until it changes."""
        self.count.text = text
        self.count.refresh()

    def do_escape(self) -> None:
        """Go back; nothing has changed."""
        self.dismiss()

    def do_typos(self) -> None:
        """Forgive typos, or not."""
        self.typos = not self.typos
        self.searcher.ask(Query(self.prompt.value, self.typos))
        self._count()

    def do_syntax(self) -> None:
        """Show the syntax in place of the results, or the results again."""
        self.syntax = not self.syntax
        self._show()

    def do_history(self) -> None:
        """Put the search before in the box; again: the one before that."""
        told = self.corpus_app.searches
        if not told:
            return
        recalled = (self.recalled + 1) % len(told)
        self.prompt.value = told[recalled]
        self.prompt.cursor_position = len(told[recalled])
        self.searcher.ask(Query(told[recalled], self.typos))
        self.call_after_refresh(setattr, self, "recalled", recalled)

    def _remember(self) -> None:
        told, text = self.corpus_app.searches, self.answer.query.text.strip()
        if text:
            told[:] = [text, *(one for one in told if one != text)][:50]

    def _light(self, chosen: Match) -> Light:
        """All matches that stand in texts, lit word by word, walked match by match."""
        matches = [match for match in self.results.matches if match.start is not None]
        spots = [Spot(match.article, start, end) for match in matches for start, end in match.highlights]
        stops = [_stop(match) for match in matches if match.highlights]
        light = Light.of(f"“{plain(self.answer.query.text)}”", "match", spots, self._order(), stops)
        if chosen.start is not None and chosen.highlights:
            light.stand(_stop(chosen))
        return light

    def _order(self) -> list[str]:
        """The articles in the order in which they are walked: as they were found."""
        return list(dict.fromkeys(match.article for match in self.results.matches))


def _stop(match: Match) -> Spot:
    """From the first to the last word that matches; the beginning, where the match is no part of the text."""
    if match.start is None or match.end is None:
        return Spot(match.article, 0, 0)
    if not match.highlights:
        return Spot(match.article, match.start, match.end)
    return Spot(match.article, match.highlights[0].start, match.highlights[-1].end)

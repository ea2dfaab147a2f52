"""The searches that the reader saved, and those before: to choose from, to name, to delete."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from tui.app.arranging import VIEWS, View
from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.searching import Query
from tui.app.text import cut, fit, plain
from tui.app.widgets.line_list import LineList
from tui.app.widgets.sidebar import Heading
from tui.errors import CorpusError
from tui.notebook.searches import SavedSearch, SavedSearches
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.app.screens.search import SearchScreen


class SearchList(LineList):
    """Saved searches by name, then the searches before, newest first."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="searches")
        self.front = True
        self.rows: list[Heading | SavedSearch] = []

    def show(self, saved: list[SavedSearch], before: list[str], name: str = "") -> None:
        """Show them, the cursor on the one called `name`. A search before has no name."""
        self.rows = [Heading("Saved", str(len(saved))), *saved] if saved else []
        if before:
            self.rows += [Heading("Before", str(len(before))), *(SavedSearch("", text) for text in before)]
        named = [at for at, row in enumerate(self.rows) if isinstance(row, SavedSearch) and row.name == name]
        self.changed(named[0] if name and named else 0)

    def title(self) -> str:
        """What the list is."""
        return "Searches"

    @property
    def item(self) -> SavedSearch | None:
        """The search under the cursor."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return row if isinstance(row, SavedSearch) else None

    def count(self) -> int:
        """Headings and searches."""
        return len(self.rows)

    def selectable(self, row: int) -> bool:
        """All but headings hold the cursor."""
        return isinstance(self.rows[row], SavedSearch)

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """Name, what was typed."""
        told = self.rows[row]
        if isinstance(told, Heading):
            return [Segment(f" {told.text}", paint.front), Segment(f"  {told.aside}", paint.quiet)]
        name = min(30, cells // 3) if told.name else 0
        here = self.look.glyphs.front if row == self.cursor else " "
        return [
            Segment(f" {here} ", paint.front),
            Segment(f"{fit(plain(told.name), name)}  " if name else "", paint.strong),
            Segment(cut(plain(told.text), cells - name - 6), paint.text),
        ]


class SavedSearchesScreen(CorpusScreen):
    """Over the search. With `naming`, that search is given a name first."""

    def __init__(self, app: CorpusApp, under: SearchScreen, naming: Query | None) -> None:
        super().__init__(app)
        self.under = under
        self.naming = naming
        self.saved = SavedSearches()
        self.list = SearchList(self.look)

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.list
        yield from super().compose()

    def on_mount(self) -> None:
        """Show what there is; ask for the name, where one is to be given."""
        self.show()
        if self.naming is not None:
            self.ask("a name for this search", self.naming.text, answered=self._named)
            self.prompt.select_all()  # what is typed takes the place of the query
        self.tell()

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """The list, over all."""
        yield self.list, region

    @property
    def place(self) -> Place:
        """The saved searches."""
        return "searches"

    @property
    def front(self) -> Pane:
        """The list."""
        return self.list

    def where(self) -> str:
        """The search under the cursor, and how its results are shown."""
        if self.prompting:
            return self.keyed("{open} keeps the search under this name; {escape} does not.")
        item = self.list.item
        if item is None:
            return ""
        typos = "" if item.typos else ", no typos"
        return f"{plain(item.text)} ({VIEWS[_view(item)]}{typos})"

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Tell about the search under the cursor."""
        event.stop()
        self.tell()

    def show(self, name: str = "") -> None:
        """Show all searches, the cursor on the one with this name."""
        self.list.sentence = self.keyed(
            "No search is saved yet. {escape} goes back to the search; it can be saved there."
        )
        try:
            self.list.show(self.saved.all(), self.corpus_app.searches, name)
        except CorpusError as error:
            self.list.show([], self.corpus_app.searches)
            self.fail(error)

    def fail(self, error: CorpusError) -> None:
        """Say what went wrong, and what to do."""
        self.say(plain(f"{error.title}. {error.advice}"), warning=True)

    def _named(self, name: str) -> None:
        query, name = self.naming, name.strip()
        if query is None or not name:
            self.dismiss()
            return
        try:
            self.saved.keep(SavedSearch(name, query.text, query.view, query.typos))
        except CorpusError as error:
            self.fail(error)
            return
        self.show(name)
        self.tell()
        self.say(f"Saved as “{plain(name)}”.")

    def delete(self) -> None:
        """Delete the search under the cursor: one that was saved, or one before."""
        item, app = self.list.item, self.corpus_app
        if item is None:
            return
        at = self.list.cursor
        if not item.name:
            app.searches[:] = [text for text in app.searches if text != item.text]
        else:
            try:
                self.saved.remove(item.name)
            except CorpusError as error:
                self.fail(error)
                return
        self.show()
        self.list.go(at)
        self.tell()
        self.say(f"Deleted “{plain(item.name or item.text)}”.")

    def do_open(self) -> None:
        """Make the search under the cursor; while a name is typed: keep it."""
        if self.prompting:
            self.end_prompt(kept=True)
            return
        item = self.list.item
        if item is not None:
            self.dismiss()
            self.under.search_for(Query(item.text, item.typos, _view(item)))

    def do_search(self) -> None:
        """Go back to the box."""
        self.dismiss()

    def do_escape(self) -> None:
        """Give no name; go back."""
        if self.prompting:
            self.end_prompt(kept=False)
        self.dismiss()

    def do_back(self) -> None:
        """Go back."""
        self.dismiss()


def _view(search: SavedSearch) -> View:
    """The view of a search; the best first where another version of the program named one that is not known."""
    return search.view if search.view in get_args(View) else "best"  # type: ignore[return-value]

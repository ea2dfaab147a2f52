"""Where a list goes as a file: its name is asked for, and what is there already is never written over unasked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from tui.app.exporting import free_name
from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.status import counted
from tui.app.text import plain
from tui.app.widgets.line_list import LineList
from tui.errors import CorpusError
from tui.export.listing import SUFFIXES, Listing, save
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

FORMS = {
    ".md": "Markdown: a table for people, of what matters most",
    ".csv": "comma-separated values: all columns, for spreadsheets",
    ".jsonl": "JSON Lines: everything, for programs",
}


class FormList(LineList):
    """What a file can be."""

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__(look, id="forms")
        self.front = True
        self.heading = heading

    def title(self) -> str:
        """What is written."""
        return self.heading

    def count(self) -> int:
        """Three."""
        return len(SUFFIXES)

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """A suffix, and what it is."""
        suffix = SUFFIXES[row]
        return [Segment(f"   {suffix:<8}", paint.strong), Segment(FORMS[suffix], paint.text)]


class ExportScreen(CorpusScreen):
    """Over the screen whose list is written."""

    def __init__(self, app: CorpusApp, under: CorpusScreen, listing: Listing) -> None:
        super().__init__(app)
        self.under = under
        self.listing = listing
        self.asked: Path | None = None
        self.list = FormList(self.look, f"Write to a file: {plain(listing.title)}")

    def compose(self) -> ComposeResult:
        """The forms."""
        yield self.list
        yield from super().compose()

    def on_mount(self) -> None:
        """Ask for the name."""
        self.top.tell("")
        self._ask(free_name(self.corpus_app.corpus_name or "corpus", self.listing, Path.cwd()))

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """The forms, over all."""
        yield self.list, region

    @property
    def place(self) -> Place:
        """Where a name is typed."""
        return "search"

    @property
    def front(self) -> Pane:
        """The forms: arrows move in them."""
        return self.list

    def where(self) -> str:
        """Where the file goes."""
        return self.keyed(
            "Into {here} unless you name another folder · {open} writes it, {escape} goes back",
            here=plain(str(Path.cwd())),
        )

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Give the name the suffix that was chosen."""
        event.stop()
        named = Path(self.prompt.value)
        if named.name:
            self.prompt.value = str(named.with_suffix(SUFFIXES[event.row]))
            self.prompt.cursor_position = len(self.prompt.value)

    def _ask(self, name: str) -> None:
        self.ask("a name that ends in .md, .csv or .jsonl", name, answered=self._named)
        self.tell()

    def _named(self, name: str) -> None:
        path = Path(name.strip()).expanduser()
        known = path.suffix.lower() in SUFFIXES
        if known and (not path.exists() or path == self.asked):
            self._write(path, over=path == self.asked)
            return
        self._ask(name)
        if not known:
            self.say("The name must end in .md, .csv or .jsonl.", warning=True)
        else:
            self.asked = path
            self.say(
                self.keyed(
                    "{file} is there already: {open} once more writes over it.", file=plain(path.name)
                ),
                warning=True,
            )

    def _write(self, path: Path, *, over: bool) -> None:
        # Where the search is below, nothing but what is searched has room there: then the answer stands here.
        teller, written = self if self.under.prompting else self.under, [0]

        def write() -> None:
            written[0] = save(self.listing, path, over=over)

        def done(problem: str) -> None:
            if problem:
                teller.say(plain(problem), warning=True)
            else:
                told = counted(written[0], "row")
                teller.say(f"{told} written to {plain(str(path.absolute()))}")

        if teller is not self:
            self.dismiss()
        teller.say(f"Writing {plain(path.name)} …")
        self.corpus_app.background.do("export", write, done)

    def do_open(self) -> None:
        """Take the name; once it is written, go back."""
        if self.prompting:
            self.end_prompt(kept=True)
        else:
            self.dismiss()

    def do_escape(self) -> None:
        """Write nothing."""
        self.prompting = False
        self.dismiss()


def open_export(screen: CorpusScreen) -> None:
    """Ask where the list in front of `screen` shall be written to, if there is one."""
    from tui.app.exporting import listing, places

    try:
        told = listing(screen)
    except CorpusError as error:
        screen.say(f"{plain(error.title)}. {plain(error.advice)}", warning=True)
        return
    if told is None:
        screen.say("There is no list in front. 1 goes to the articles; lists of findings can be written too.")
        return
    told = replace(told, place=places(screen.corpus_app))
    screen.app.push_screen(ExportScreen(screen.corpus_app, screen, told))

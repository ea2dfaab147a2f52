"""All bookmarks and notes: what is marked, what is noted, where it stands, and which have lost their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tui.app.lighting import Spot
from tui.app.noted import sign_of, told_mark
from tui.app.screens.findings import FindingsScreen
from tui.app.status import counted
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.errors import CorpusError
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.notebook.marks import Mark
    from tui.notebook.placing import Placed

NOTHING = (
    "Nothing is marked yet. m bookmarks the passage under the cursor, i writes a note on it; q goes back."
)
ORPHANS = "Lost their place: their words are not in the articles any more"


@dataclass(frozen=True, slots=True)
class MarkRow(Finding):
    """A row with its mark."""

    mark: Mark | None = None


class NotesScreen(FindingsScreen):
    """The marks on the articles of this corpus, and on actors."""

    name_of_list = "Bookmarks and notes"
    waiting = "Reading the notes …"
    nothing = NOTHING
    orders: ClassVar[tuple[str, ...]] = ("by article", "newest first")

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.found: list[Placed] = []

    @property
    def place(self) -> Place:
        """The notes."""
        return "notes"

    def find(self) -> None:
        """Read the book, and find where all marks stand."""
        noted = self.corpus_app.noted
        noted.read()
        found = noted.placed()
        self.found = [placed for placed in found if not placed.elsewhere]
        elsewhere = len(found) - len(self.found)
        self.nothing = (
            f"{NOTHING} ({counted(elsewhere, 'mark')} on articles of other corpora.)"
            if elsewhere
            else NOTHING
        )

    def rows(self) -> Sequence[Row]:
        """By article, or the newest first; at the end what is on actors, and what has lost its place."""
        found = (
            sorted(self.found, key=lambda placed: placed.mark.modified, reverse=True)
            if self.order
            else self.found
        )
        groups: dict[str, list[Placed]] = {}
        for placed in found:
            if placed.spots:
                groups.setdefault("" if self.order else placed.spots[0].article, []).append(placed)
        rows: list[Row] = []
        for article in sorted(groups, key=self._position):
            group = groups[article]
            if not self.order:
                group = sorted(group, key=lambda placed: placed.spots[0].span)
            rows += [Heading(self._told_heading(article), str(len(group))), *map(self._row, group)]
        for name, rest in (
            ("On actors", [placed for placed in found if not placed.spots and not placed.orphan]),
            (ORPHANS, [placed for placed in found if placed.orphan]),
        ):
            if rest:
                rows += [Heading(name, str(len(rest))), *map(self._row, rest)]
        return rows

    def _position(self, article: str) -> int:
        return (self.corpus_app.library.rows().position(article) or 0) if article else 0

    def _told_heading(self, article: str) -> str:
        told = self.corpus_app.article_or_none(article) if article else None
        return f"{plain(self.corpus_app.short(article))} {plain(told.title)}" if told else "Newest first"

    def _row(self, placed: Placed) -> MarkRow:
        mark = placed.mark
        exact = " … ".join(anchor.exact for anchor in mark.target.anchors if anchor.exact)
        labels = [mark.label, *(f"#{tag}" for tag in mark.tags)]
        name = mark.target.name if mark.target.about == "actor" else ""
        spots = tuple(Spot(spot.article, *spot.span) for spot in placed.spots)
        status = [told_mark(mark), *labels, mark.text, mark.created[:10]]
        return MarkRow(
            sign=sign_of([mark], self.look.glyphs) or " ",
            about=plain(" ".join([name, *(label for label in labels if label)])),
            words=mark.text or exact or mark.target.name,
            place=self._place(spots),
            spots=spots,
            status=f" {self.look.glyphs.dot} ".join(plain(part) for part in status if part),
            mark=mark,
        )

    def _place(self, spots: tuple[Spot, ...]) -> str:
        if not spots:
            return ""
        first = spots[0]
        return (
            self.place_of(first.article, first.start)
            if first.end
            else plain(self.corpus_app.short(first.article))
        )

    @property
    def mark(self) -> Mark | None:
        """The mark under the cursor."""
        item = self.list.item
        return item.mark if isinstance(item, MarkRow) else None

    # Commands.

    def _found(self, error: str) -> None:
        """Keep the cursor where it was, as far as its row is still there."""
        super()._found(error)
        if not error and self.is_attached:
            self.corpus_app.reading_screen.show_noted()

    def show_rows(self, *, keep: bool = True) -> None:
        """Show the rows that the filter keeps, with the cursor on the row that it was on."""
        super().show_rows(keep=keep)

    def _go(self, *, beside: bool) -> None:
        mark, item = self.mark, self.list.item
        if mark is None or item is None:
            return
        if item.spots:
            super()._go(beside=beside)
        elif mark.target.about == "actor":
            from tui.app.screens.card import CardScreen

            self.app.push_screen(CardScreen(self.corpus_app, mark.target.key))
        else:
            self.say("Its words are not in the articles any more; the mark itself is kept.")

    def do_bookmark(self) -> None:
        """Take the bookmark under the cursor away."""
        mark = self.mark
        if mark is None:
            return
        if mark.kind == "note":
            self.say("A note is taken away by emptying it: i.")
            return
        from tui.app.commands.noting import show, tell_error

        try:
            self.corpus_app.noted.remove(mark)
        except CorpusError as error:
            tell_error(self, error)
            return
        show(self)
        self.say(f"Taken away: {told_mark(mark)}. z puts it back.")

    def do_note(self) -> None:
        """Change the note under the cursor."""
        from tui.app.commands.noting import write

        mark = self.mark
        if mark is not None and mark.kind == "note":
            write(self, mark)
        elif mark is not None:
            self.say("This is no note. enter goes there, and i writes one.")

    def do_cite(self) -> None:
        """Copy the marked words, not the note, with their citation."""
        spot = self.list.item.spots[0] if self.list.item and self.list.item.spots else None
        article = self.corpus_app.article_or_none(spot.article) if spot else None
        if spot is None or article is None:
            self.say("There are no words to cite.")
            return
        block = article.block_at(spot.start) if spot.end else None
        words = article.text[spot.start : spot.end]
        self.corpus_app.cite(self, article, words, block.number if block else None)

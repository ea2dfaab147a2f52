"""All that the reader marked and noted: what it says, where it stands, and which marks have lost their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tui.app.commands import marking
from tui.app.lighting import Spot
from tui.app.noted import sign_of, told_mark
from tui.app.screens.findings import FindingsScreen
from tui.app.status import counted
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.notebook.marks import Mark, MarkKind
    from tui.notebook.placing import Placed

NOTHING = (
    "Nothing is marked yet. {bookmark} bookmarks the passage under the cursor, {note} writes a note on it, "
    "{highlight} highlights it; {back} goes back."
)
JUDGED = "This is on a difference: {differences} shows them all, and there it is changed."
ORPHANS = "Lost their place: their words are not in the articles any more"


@dataclass(frozen=True, slots=True)
class MarkRow(Finding):
    """A row with its mark."""

    mark: Mark | None = None


def by_label(found: Iterable[Placed]) -> list[tuple[str, list[Placed]]]:
    """Marks under each of their labels and tags; those without any come last."""
    groups: dict[str, list[Placed]] = {}
    for placed in found:
        mark = placed.mark
        for name in [mark.label, *(f"#{tag}" for tag in mark.tags)] if mark.label or mark.tags else [""]:
            if name or not mark.tags:
                groups.setdefault(name, []).append(placed)
    return [
        (plain(name) or "Without a label", groups[name])
        for name in sorted(groups, key=lambda one: (not one, one))
    ]


class NotesScreen(FindingsScreen):
    """The marks on the articles of this corpus, and on actors."""

    name_of_list = "Marks and notes"
    waiting = "Reading the notes …"
    nothing = NOTHING
    orders: ClassVar[tuple[str, ...]] = ("by article", "newest first", "by label", "by kind")

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
        found = [placed for placed in noted.placed() if placed.mark.kind != "read"]
        self.found = [placed for placed in found if not placed.elsewhere]
        elsewhere = len(found) - len(self.found)
        self.nothing = (
            f"{NOTHING} ({counted(elsewhere, 'mark')} on articles of other corpora.)"
            if elsewhere
            else NOTHING
        )

    def rows(self) -> Sequence[Row]:
        """In the order that was chosen; at the end what is on actors, and what has lost its place."""
        rows: list[Row] = []
        for name, group in self._groups():
            rows += [Heading(name, str(len(group))), *map(self._row, group)]
        return rows

    def _groups(self) -> Iterator[tuple[str, list[Placed]]]:
        standing = [placed for placed in self.found if placed.spots]
        unplaced = [placed for placed in self.found if not placed.spots and not placed.orphan]
        match self.orders[self.order]:
            case "newest first":
                newest = sorted([*standing, *unplaced], key=lambda placed: placed.mark.modified, reverse=True)
                groups, unplaced = [("Newest first", newest)], []
            case "by label":
                groups, unplaced = by_label([*standing, *unplaced]), []
            case "by kind":
                kinds = sorted({placed.mark.kind for placed in self.found})
                of = {
                    kind: [one for one in [*standing, *unplaced] if one.mark.kind == kind] for kind in kinds
                }
                groups, unplaced = [(f"{kind.capitalize()}s", marks) for kind, marks in of.items()], []
            case _:
                groups = self._by_article(standing)
        groups += [("On actors", unplaced), (ORPHANS, [placed for placed in self.found if placed.orphan])]
        return ((name, group) for name, group in groups if group)

    def _by_article(self, found: list[Placed]) -> list[tuple[str, list[Placed]]]:
        articles: dict[str, list[Placed]] = {}
        for placed in found:
            articles.setdefault(placed.spots[0].article, []).append(placed)
        rows = self.corpus_app.library.rows()
        order = sorted(articles, key=lambda article: rows.position(article) or 0)
        return [
            (self._told_heading(article), sorted(articles[article], key=lambda placed: placed.spots[0].span))
            for article in order
        ]

    def _told_heading(self, article: str) -> str:
        told = self.corpus_app.article_or_none(article)
        return f"{plain(self.corpus_app.short(article))} {plain(told.title if told else '')}"

    def _row(self, placed: Placed) -> MarkRow:
        mark = placed.mark
        exact = " … ".join(anchor.exact for anchor in mark.target.anchors if anchor.exact)
        labels = [mark.label, *(f"#{tag}" for tag in mark.tags)]
        name = mark.target.name if mark.target.about in ("actor", "difference") else ""
        spots = tuple(Spot(spot.article, *spot.span) for spot in placed.spots)
        told = labels[1:] if mark.kind == "highlight" else labels
        status = [told_mark(mark), *told, mark.text, mark.created[:10]]
        return MarkRow(
            sign=sign_of([mark], self.look.glyphs) or self.look.glyphs.differs,
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
            from tui.notebook.called import called_now

            self.app.push_screen(
                CardScreen(self.corpus_app, called_now(self.corpus_app.noted.book, mark.target.key))
            )
        else:
            self.say("Its words are not in the articles any more; the mark itself is kept.")

    def do_bookmark(self) -> None:
        """Take the bookmark under the cursor away."""
        self._take_away("bookmark")

    def do_star(self) -> None:
        """Take the star under the cursor away."""
        self._take_away("star")

    def do_unmark(self) -> None:
        """Take the mark under the cursor away, whatever it is."""
        mark = self.mark
        if mark is not None and mark.kind == "judgement":
            self.say(self.keyed(JUDGED))
        elif mark is not None:
            marking.take_away(self, [mark])

    def _take_away(self, kind: MarkKind) -> None:
        mark = self.mark
        if mark is not None and mark.kind == kind:
            marking.take_away(self, [mark])
        elif mark is not None:
            self.say(self.keyed("This is a {kind}: {unmark} takes it away.", kind=mark.kind))

    def do_note(self) -> None:
        """Change the note under the cursor."""
        from tui.app.commands.noting import write

        mark = self.mark
        if mark is not None and mark.kind == "note":
            write(self, mark)
        elif mark is not None and mark.kind == "judgement":
            self.say(self.keyed(JUDGED))
        elif mark is not None:
            self.say(self.keyed("This is no note. {open} goes there, and {note} writes one."))

    def do_highlight(self) -> None:
        """Change the label of the highlight under the cursor."""
        mark = self.mark
        if mark is not None and mark.kind == "highlight":
            marking.ask_label(self, mark)
        elif mark is not None:
            self.say(self.keyed("This is no highlight. {open} goes there, and {highlight} highlights it."))

    def do_tag(self) -> None:
        """Change the tags of the mark under the cursor."""
        if self.mark is not None:
            marking.ask_tags(self, self.mark)

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

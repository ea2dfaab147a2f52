"""Where accounts differ: what of, what each side tells, and what the reader judged of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.app.commands.marking import tell_error
from tui.app.differing import Differing
from tui.app.lighting import Spot
from tui.app.screens.folding import FoldingScreen
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.compare.difference import Difference, DifferenceKind, State
from tui.errors import CorpusError
from tui.notebook.marks import Mark
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

STATES: tuple[State, ...] = ("open", "confirmed", "dismissed")
EXACT = ("role", "date", "number", "place", "label")
"""Kinds of which the exact words of a side say more than what was made of them."""


@dataclass(frozen=True, slots=True)
class DifferenceRow(Finding):
    """A row of the list, with its difference."""

    difference: Difference | None = None


class DifferencesScreen(FoldingScreen):
    """All differences of the corpus. The word is "differs": both sides may be right."""

    name_of_list = "Differences"
    waiting = "Comparing the accounts …"
    nothing = "These accounts differ in nothing that was looked for. {back} goes back."

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.found: Sequence[Difference] = ()
        self.judged: dict[str, Mark] = {}
        self.signs: dict[str, str] = {}
        self.kind: DifferenceKind | None = None

    @property
    def place(self) -> Place:
        """The differences."""
        return "differences"

    def find(self) -> None:
        """Compare all accounts of one story, and look what the reader judged."""
        from tui.notebook.judging import judgements

        self.found = self.corpus_app.comparing.differences()
        self.judged = judgements(self.corpus_app.noted.book)
        self.signs = self.corpus_app.noted.differences(self.look.glyphs)

    def rows(self) -> Sequence[Row]:
        """All kinds or the one that was chosen, the surest first; those in doubt are folded away until judged."""
        wanted = [one for one in self.found if self.kind in (None, one.kind)]
        doubtful = [one for one in wanted if one.doubtful]
        shown = [one for one in wanted if not one.doubtful]
        told = [f"{sum(one.state == state for one in shown):,} {state}" for state in STATES]
        self.list.heading = f"{self.name_of_list}   {f' {self.look.glyphs.dot} '.join(told)}"
        return [*map(self._row, shown), *self.folded(len(doubtful), [self._row(one) for one in doubtful])]

    def _row(self, one: Difference) -> Finding:
        glyphs = self.look.glyphs
        signs = {"open": glyphs.differs, "confirmed": glyphs.confirmed, "dismissed": glyphs.dismissed}
        sides = [
            f"{plain(side.text if one.kind in EXACT else side.value)} {self.place_of(side.article, side.start)}"
            for side in one.sides
        ]
        about = plain(one.about)
        subject = about.removeprefix(f"{one.kind} of ")
        note = self._note(one)
        state = "" if one.state == "open" else one.state
        marked = [glyphs.note if note else "", self.signs.get(one.id, ""), state]
        told = [f"{about} differs: {' / '.join(sides)}", state, plain(note)]
        return DifferenceRow(
            sign=glyphs.unknown if one.doubtful else signs[one.state],
            about=f"{one.kind:<12} {subject.partition(': ')[2] or subject}",
            words=f" {glyphs.line} ".join(sides),
            place=" ".join(part for part in marked if part),
            spots=tuple(Spot(side.article, side.start, side.end) for side in one.sides),
            status=f" {glyphs.dot} ".join(part for part in told if part),
            ink="quiet" if one.state == "dismissed" else "warn",
            difference=one,
        )

    def _note(self, one: Difference) -> str:
        mark = self.judged.get(one.id)
        return mark.text if mark else ""

    def show_rows(self, *, keep: bool = True) -> None:
        """Show the rows that the filter keeps; the cursor stays."""
        super().show_rows(keep=keep)
        self.list.order = self.kind or "all kinds, surest first"
        self.list.refresh()

    def _go(self, *, beside: bool) -> None:
        """Go where the first side stands, with the first of another article beside it."""
        one = self.difference
        super()._go(beside=beside)
        if one is None or beside:
            return
        home, first = self.corpus_app.reading_screen, one.sides[0].article
        other = next((side for side in one.sides if side.article != first), None)
        if other is None:
            return
        if other.article in home.desk.texts:
            home.goto(Spot(other.article, other.start, other.end))
        else:
            home.open(other.article, other.start, beside=True)
        home.goto(Spot(first, one.sides[0].start, one.sides[0].end))

    def do_sort(self) -> None:
        """Step to the next kind of difference; after the last, to all."""
        kinds = [None, *dict.fromkeys(one.kind for one in self.found)]
        at = kinds.index(self.kind) if self.kind in kinds else 0
        self.kind = kinds[(at + 1) % len(kinds)]
        self.show_rows(keep=False)

    # The reader's judgement.

    @property
    def difference(self) -> Difference | None:
        """The difference under the cursor."""
        item = self.list.item
        return item.difference if isinstance(item, DifferenceRow) else None

    def do_confirm(self) -> None:
        """Say that the accounts do differ here."""
        self._judge("confirmed")

    def do_dismiss(self) -> None:
        """Say that this is no difference."""
        self._judge("dismissed")

    def do_reopen(self) -> None:
        """Take back what was said of this difference."""
        self._judge("open")

    def do_note(self) -> None:
        """Write in a line why it was judged so."""
        one = self.difference
        if one is not None:
            self.ask(
                "why, in a line · {open} keeps it · {escape} leaves it",
                self._note(one),
                answered=lambda text: self._keep(one, one.state, text.strip()),
            )

    def _judge(self, state: State) -> None:
        one = self.difference
        if one is None:
            return
        if one.state == state:
            self.say(f"It is {state}.")
            return
        self._keep(one, state, None)

    def _keep(self, one: Difference, state: State, text: str | None) -> None:
        from tui.notebook.judging import judged, judgement, judgements

        app = self.corpus_app
        try:
            mark = judgement(app.library, app.noted.book, one, state, text)
            if state == "open" and not mark.text:
                app.noted.remove(*(known for known in [self.judged.get(one.id)] if known))
            else:
                app.noted.put(mark)
            self.judged = judgements(app.noted.book)
            unjudged = [replace(other, state="open") for other in self.found]
            self.found = judged(unjudged, app.noted.book)
        except CorpusError as error:
            tell_error(self, error)
            return
        self.show_rows()
        app.differing = Differing(self.found)
        app.reading_screen.show_differing()
        why = "" if mark.text else self.keyed("{note} tells why, ")
        self.say(
            self.keyed(
                "{what}. {why}{undo} takes it back. {about}",
                what=state.capitalize(),
                why=why,
                about=plain(one.about),
            )
        )

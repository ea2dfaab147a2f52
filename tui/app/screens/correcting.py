"""Putting an actor right: what can be done, in a list; the name or the other actor is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, get_args

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.noted import told_correction
from tui.app.rows import Segments
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.status import actor_status, counted
from tui.app.text import cut, fit, plain
from tui.app.widgets.line_list import LineList
from tui.errors import CorpusError
from tui.findings.actors.actor import Actor, ActorType
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.findings.actors.corrections import Correction

NAME = 30
"""Columns of what is chosen; what it means stands after it."""


class Choice(NamedTuple):
    """Something to choose: its name and what it means, both safe to draw, and what it does."""

    name: str
    about: str
    deed: Callable[[], None]


class ChoiceList(LineList):
    """What can be chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="choices")
        self.front = True
        self.heading = ""
        self.choices: Sequence[Choice] = ()

    def show(self, heading: str, choices: Sequence[Choice], sentence: str = "") -> None:
        """Show these; `sentence` where there are none."""
        self.heading, self.choices, self.sentence = heading, choices, sentence
        self.changed()

    def title(self) -> str:
        """What is chosen."""
        return self.heading

    def count(self) -> int:
        """How many there are."""
        return len(self.choices)

    @property
    def choice(self) -> Choice | None:
        """What the cursor is on."""
        return self.choices[self.cursor] if self.choices else None

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """Its name, then what it means."""
        choice, name = self.choices[row], min(NAME, cells - 4)
        return [
            Segment(f"   {fit(choice.name, name)} ", paint.text),
            Segment(cut(choice.about, cells - name - 5), paint.quiet),
        ]


class CorrectingScreen(CorpusScreen):
    """Corrects one of `names`: actors of the corpus as they are called now."""

    def __init__(self, app: CorpusApp, names: Sequence[str]) -> None:
        super().__init__(app)
        self.names = names
        self.actor: Actor | None = None
        self.others: list[Actor] = []
        self.merging = False
        self.list = ChoiceList(self.look)

    @property
    def place(self) -> Place:
        """Correcting."""
        return "correct"

    @property
    def front(self) -> Pane:
        """The list."""
        return self.list

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.list
        yield from super().compose()

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """The list, over all."""
        yield self.list, region

    def where(self) -> str:
        """The actor that is corrected."""
        return actor_status(self.actor) if self.actor else ""

    def on_mount(self) -> None:
        """Ask what to do; of several actors, first which is meant."""
        self.top.tell("")
        if len(self.names) == 1:
            self._take(self.names[0])
        else:
            named = [Choice(plain(name), "", partial(self._take, name)) for name in self.names]
            self.list.show("Correct which actor?", named)
        self.tell()

    def _take(self, name: str) -> None:
        try:
            self.actor = self.corpus_app.noted.actor(name)
            self.others = sorted(self.corpus_app.noted.actors(), key=lambda one: -len(one.mentions))
        except CorpusError as error:
            self.list.show(plain(name), (), f"{plain(error.title)}. {plain(error.advice)} q goes back.")
            return
        if self.actor is None:
            self.list.show(plain(name), (), "This actor is no longer in the corpus. q goes back.")
        else:
            self._ask_what(self.actor)
        self.tell()

    def _ask_what(self, actor: Actor) -> None:
        from tui.findings.actors.corrections import Reject

        self.merging = False
        name = plain(actor.name)
        choices = [
            Choice("Another name …", "type what it is called", self._ask_name),
            Choice("The same as …", "choose the actor that it is; both become one", self._ask_other),
            *(self._retyped(actor, kind) for kind in get_args(ActorType) if kind != actor.type),
            Choice("No actor", "leave it out everywhere", partial(self._correct, Reject(actor.name))),
        ]
        self.list.show(f"Correct {name} {self.look.glyphs.dot} {actor.type}", choices)

    def _retyped(self, actor: Actor, kind: ActorType) -> Choice:
        from tui.findings.actors.corrections import Retype

        article = "an" if kind[0] in "aeiou" else "a"
        deed = partial(self._correct, Retype(actor.name, kind))
        return Choice(
            f"{article.capitalize()} {kind}", f"it is {article} {kind}; what is told of it stays", deed
        )

    def _ask_name(self) -> None:
        if self.actor is not None:
            self.ask("its name", self.actor.name, answered=self._rename)
            self.say(f"What is {plain(self.actor.name)} called? enter keeps it, esc leaves it as it is.")

    def _rename(self, text: str) -> None:
        from tui.findings.actors.corrections import Rename

        new = " ".join(text.split())
        if self.actor is not None and new and new != self.actor.name:
            self._correct(Rename(self.actor.name, new))

    def _ask_other(self) -> None:
        self.merging = True
        self._show_others("")
        self.ask("words of the other actor's name", "", self._show_others)
        self.say("Type words of its name; ↓ and ↑ choose, enter makes both one, esc goes back.")

    def _show_others(self, words: str) -> None:
        if self.actor is None or not self.merging:
            return
        wanted = plain(words).casefold().split()
        kind = self.actor.type
        kept = [
            Choice(plain(other.name), _told(other), partial(self._merge, other))
            for other in sorted(self.others, key=lambda other: other.type != kind)
            if other.name != self.actor.name and all(word in _names(other) for word in wanted)
        ]
        empty = f"No other actor is called “{plain(words)}”. esc goes back."
        self.list.show(f"{plain(self.actor.name)} is the same as", kept, empty)

    def _merge(self, other: Actor) -> None:
        from tui.findings.actors.corrections import Merge

        if self.actor is not None:
            self._correct(Merge(other.name, (self.actor.name,)))

    def _correct(self, correction: Correction) -> None:
        app = self.corpus_app
        try:
            problem = app.noted.correct(correction)
        except CorpusError as error:
            problem = f"{plain(error.title)}. {plain(error.advice)}"
        if problem:
            self.say(problem, warning=True)
            return
        app.pop_screen()
        app.show_corrected()
        if isinstance(app.screen, CorpusScreen):
            app.screen.say(f"Kept: {told_correction(correction)}. z takes it back.")

    # Commands.

    def do_open(self) -> None:
        """Do what is under the cursor; while a name is typed, take it."""
        if self.answering:
            self.end_prompt(kept=True)
            return
        if self.prompting:
            self.end_prompt(kept=True)
        choice = self.list.choice
        if choice is not None:
            choice.deed()
        self.tell()

    def do_escape(self) -> None:
        """One step back."""
        if self.prompting:
            self.end_prompt(kept=False)
        if self.merging and self.actor is not None:
            self._ask_what(self.actor)
        elif not self.prompting:
            self.dismiss()


def _told(actor: Actor) -> str:
    return f"{actor.type}, {counted(len(actor.mentions), 'mention')}"


def _names(actor: Actor) -> str:
    return plain(" ".join([actor.name, *(alias.text for alias in actor.aliases)])).casefold()

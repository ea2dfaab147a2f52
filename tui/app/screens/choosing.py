"""What the screens of correcting share: a list of what can be done, a name that is typed or chosen, one step back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from tui.app.noted import told_correction
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.status import counted
from tui.app.text import plain
from tui.app.widgets.choice_list import Choice, ChoiceList
from tui.errors import CorpusError
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.findings.actors.actor import Actor
    from tui.findings.actors.corrections import Correction
    from tui.notebook.told import InText


class ChoosingScreen(CorpusScreen):
    """A list of choices; what is chosen is done, or asks further. Kinds of it say what is chosen first (`start`)."""

    def __init__(self, app: CorpusApp) -> None:
        super().__init__(app)
        self.list = ChoiceList(self.look)
        self.back: Callable[[], None] | None = None
        self._named: tuple[str, Sequence[Actor], Callable[[str], None], bool] | None = None

    def start(self) -> None:
        """Show the first choices."""
        raise NotImplementedError

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

    def on_mount(self) -> None:
        """Ask what to do."""
        self.top.tell("")
        self.start()
        self.tell()

    # A name.

    def ask_actor(
        self, heading: str, actors: Sequence[Actor], chosen: Callable[[str], None], *, new: bool = False
    ) -> None:
        """Let the reader choose an actor by words of its name; where `new`, any name that is typed."""
        self._named = (heading, actors, chosen, new)
        self._show_actors("")
        self.ask("words of the name", "", self._show_actors)
        self.say(self.keyed("Type words of the name; ↓ and ↑ choose, {open} takes it, {escape} goes back."))

    def _show_actors(self, typed: str) -> None:
        if self._named is None:
            return
        heading, actors, chosen, new = self._named
        wanted, name = plain(typed).casefold().split(), " ".join(typed.split())
        kept = [
            Choice(plain(actor.name), _told(actor), partial(chosen, actor.name))
            for actor in actors
            if all(word in _names(actor) for word in wanted)
        ]
        if new and name and name not in {actor.name for actor in actors}:
            kept.append(Choice(plain(name), "the name as you typed it", partial(chosen, name)))
        self.list.show(
            heading, kept, self.keyed("No actor is called “{text}”. {escape} goes back.", text=plain(typed))
        )

    # What is kept.

    def correct(self, correction: Correction | InText) -> None:
        """Keep a correction, go back and say so; where it does not fit, say why."""
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
            app.screen.say(
                app.screen.keyed("Kept: {what}. {undo} takes it back.", what=told_correction(correction))
            )

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
        typing = self.prompting
        if typing:
            self.end_prompt(kept=False)
        self._named = None
        if self.back is not None:
            back, self.back = self.back, None
            back()
        elif not typing:
            self.dismiss()


def _told(actor: Actor) -> str:
    return f"{actor.type}, {counted(len(actor.mentions), 'mention')}"


def _names(actor: Actor) -> str:
    return plain(" ".join([actor.name, *(alias.text for alias in actor.aliases)])).casefold()

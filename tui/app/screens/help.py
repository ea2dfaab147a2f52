"""All commands with their keys: to read, and to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Region
from textual.widget import Widget

from tui.app import commands
from tui.app.glyphs import MEANINGS
from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.screens.base import CorpusScreen, Pane
from tui.app.text import cut, fit, plain, width
from tui.app.widgets.line_list import LineList
from tui.settings.commands.command import Command
from tui.settings.keymap import key_names
from tui.settings.places import PLACES, Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

KEYS, NAME = 13, 20
"""Columns of a command's keys and of its name."""

AT_THE_PROMPT = (
    ("show", "`corpus-tui show`: an article as plain text"),
    ("quotes", "`corpus-tui quotes`: who said what; `corpus-tui --help` tells of all commands"),
)
"""What reads better aloud than a screen that is drawn."""


class CommandList(LineList):
    """The commands under the headings of their groups, then the signs."""

    def __init__(self, look: Look, known: tuple[Command, ...]) -> None:
        super().__init__(look, id="commands")
        self.front = True
        self.known = known
        self.widest = max(KEYS, *(width(key_names(command.keys)) for command in known))
        self.filter = ""
        self.items: list[str | Command | tuple[str, str]] = []
        self.show("")

    def show(self, wanted: str) -> None:
        """Keep the commands that have all these words in name, keys or description."""
        self.filter = wanted
        words = plain(wanted).casefold().split()
        self.items = []
        group = ""
        for command in self.known:
            told = f"{command.name} {command.tooltip} {key_names(command.keys)}".casefold()
            if all(word in told for word in words):
                if command.group != group:
                    group = command.group
                    self.items.append(group)
                self.items.append(command)
        if not words:
            self.items.append("Signs")
            self.items += [(getattr(self.look.glyphs, name), meaning) for name, meaning in MEANINGS]
            self.items += ["For screen readers, in a shell", *AT_THE_PROMPT]
        self.sentence = self.keyed("No command is called “{text}”. {escape} shows all.", text=plain(wanted))
        self.changed()

    def title(self) -> str:
        """What the list is."""
        return f"Keys “{plain(self.filter)}”" if self.filter else "Keys"

    @property
    def item(self) -> Command | None:
        """The command under the cursor."""
        item = self.items[self.cursor] if self.cursor < len(self.items) else None
        return item if isinstance(item, Command) else None

    def count(self) -> int:
        """Headings, commands and signs."""
        return len(self.items)

    def selectable(self, row: int) -> bool:
        """All but headings hold the cursor."""
        return not isinstance(self.items[row], str)

    def draw_row(self, row: int, line: int, cells: int, paint: Paint) -> Segments:  # noqa: ARG002 - one line
        """Keys, name, what it does."""
        item = self.items[row]
        if isinstance(item, str):
            return [Segment(f" {item}", paint.front)]
        if isinstance(item, tuple):
            return [
                Segment(f"   {fit(item[0], min(self.widest, cells // 4))} ", paint.strong),
                Segment(item[1], paint.quiet),
            ]
        wide = min(self.widest, cells // 4)
        name = fit(item.name, min(NAME, max(cells - wide - 5, 8)))
        room = cells - wide - len(name) - 6
        return [
            Segment(f"   {fit(key_names(item.keys), wide)} ", paint.strong),
            Segment(f"{name} ", paint.text),
            Segment(cut(item.tooltip, room) if room > 12 else "", paint.quiet),
        ]


class HelpScreen(CorpusScreen):
    """All keys. `under` is the screen whose commands are done."""

    def __init__(self, app: CorpusApp, under: CorpusScreen, *, typing: bool) -> None:
        super().__init__(app)
        self.under = under
        self.commands = CommandList(self.look, app.keys.commands)
        self.typing = typing

    def compose(self) -> ComposeResult:
        """The list of commands."""
        yield self.commands
        yield from super().compose()

    def on_mount(self) -> None:
        """As a palette, begin to type at once."""
        self.top.tell(f"keys count in: {PLACES[self.under.place]}")
        if self.typing:
            self.do_filter()
        self.tell()

    def panes(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """The list, over all."""
        yield self.commands, region

    @property
    def place(self) -> Place:
        """The help."""
        return "help"

    @property
    def front(self) -> Pane:
        """The list."""
        return self.commands

    def where(self) -> str:
        """The whole sentence about the command under the cursor, and where its keys count."""
        command = self.commands.item
        if command is None:
            return "the signs, and what they mean"
        places = (
            "everywhere" if len(command.where) > 9 else ", ".join(PLACES[place] for place in command.where)
        )
        return f"{command.tooltip} ({places})"

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Tell about the command under the cursor."""
        event.stop()
        self.tell()

    def do_filter(self) -> None:
        """Type words of the command."""
        self.ask("words of the command", self.commands.filter, self.commands.show)

    def do_open(self) -> None:
        """Do the command under the cursor, on the screen below."""
        command = self.commands.item
        if self.prompting:
            self.end_prompt(kept=True)
        if command is None:
            return
        self.dismiss()
        if self.under.place in command.where:
            commands.perform(self.under, command.id)
            self.under.tell()
        else:
            places = ", ".join(PLACES[place] for place in command.where)
            self.under.say(f"{command.name} counts in: {places}.")

    def do_escape(self) -> None:
        """Take the filter away; without one, go back."""
        if self.prompting:
            self.end_prompt(kept=False)
            if self.typing:
                self.dismiss()
        elif self.commands.filter:
            self.commands.show("")
        else:
            self.dismiss()

    def do_back(self) -> None:
        """Go back."""
        self.dismiss()

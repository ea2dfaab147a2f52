"""What can be chosen: a name, and what it means."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment

from tui.app.inks import Paint
from tui.app.look import Look
from tui.app.rows import Segments
from tui.app.text import cut, fit
from tui.app.widgets.line_list import LineList

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

    def show(self, heading: str, choices: Sequence[Choice], sentence: str = "", cursor: int = 0) -> None:
        """Show these; `sentence` where there are none."""
        self.heading, self.choices, self.sentence = heading, choices, sentence
        self.changed(cursor)

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
        choice = self.choices[row]
        name = min(NAME, cells - 6) if choice.about else cells - 5
        return [
            Segment(f"   {fit(choice.name, name)}  ", paint.text),
            Segment(cut(choice.about, cells - name - 6), paint.quiet),
        ]

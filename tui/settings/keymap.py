"""The commands as data: what each is called, what it does, its keys, and where it applies.

Footer, help, command palette and `corpus-tui keys` are made of this list; what each does is in `app/commands/`.
"""

from collections.abc import Iterable

from tui.settings.commands.command import Command
from tui.settings.commands.compare import COMPARE
from tui.settings.commands.finding import FINDING
from tui.settings.commands.findings import FINDINGS
from tui.settings.commands.keep import KEEP
from tui.settings.commands.moving import MOVING
from tui.settings.commands.panes import PANES
from tui.settings.commands.program import PROGRAM
from tui.settings.commands.reading import READING_TEXTS
from tui.settings.places import Place

COMMANDS: tuple[Command, ...] = (
    *MOVING,
    *READING_TEXTS,
    *PANES,
    *FINDING,
    *FINDINGS,
    *COMPARE,
    *KEEP,
    *PROGRAM,
)
"""All commands, in the order of the help."""

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

FOOTERS: dict[Place, tuple[str, ...]] = {
    "list": ("open", "open_beside", "search", "actors", "filter", "help"),
    "text": ("open_beside", "search", "next_counterpart", "actors", "quotes", "help"),
    "actors": ("open", "card", "scope", "filter", "back", "help"),
    "quotes": ("open", "quotes", "scope", "cite", "back", "help"),
    "outline": ("open", "back", "help"),
    "search": ("open", "view_best", "view_article", "view_date", "view_context", "escape"),
    "searches": ("open", "delete_search", "back"),
    "help": ("open", "filter", "back"),
    "ledger": ("open", "open_beside", "cite", "sort", "filter", "back"),
    "card": ("open", "open_beside", "cite", "filter", "back"),
    "compare": ("open", "words", "cite", "sort", "filter", "back"),
    "differences": ("open", "confirm", "dismiss", "note", "sort", "back"),
    "events": ("open", "open_beside", "sort", "filter", "back"),
    "matrix": ("open", "right", "sort", "only_here", "filter", "back"),
    "select": ("copy", "cite", "select", "escape"),
    "notes": ("open", "note", "unmark", "sort", "filter", "back"),
    "correct": ("open", "back"),
}
"""The commands that matter most in a place: what the footer shows, the most wanted first."""

KEY_NAMES = {
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "ctrl+@": "ctrl+space",
    "ctrl+underscore": "ctrl+_",
    "ctrl+backslash": "ctrl+\\",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """How people write a key: `pgdn` for `pagedown`, `gg` for `g g`, `ctrl+x b`; other keys as they are."""
    steps = [KEY_NAMES.get(step, step) for step in key.split()]
    return ("" if all(len(step) == 1 for step in steps) else " ").join(steps)


def key_names(keys: Iterable[str]) -> str:
    """How people write the keys of a command, one after the other."""
    names = [key_name(key) for key in keys]
    return (", " if any(" " in name for name in names) else " ").join(names)

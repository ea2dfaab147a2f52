"""The commands as data: what each is called, what it does, its keys, and where it applies.

Footer, help, command palette and `corpus-tui keys` are made from this list; what a command does is in `app/commands.py`.
"""

from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "list",
    "text",
    "actors",
    "quotes",
    "outline",
    "search",
    "ledger",
    "card",
    "compare",
    "differences",
    "events",
]

PLACES: dict[Place, str] = {
    "list": "article list",
    "text": "text",
    "actors": "actors",
    "quotes": "quotes",
    "outline": "outline",
    "search": "search",
    "ledger": "all quotes",
    "card": "actor",
    "compare": "comparison",
    "differences": "differences",
    "events": "events",
}
"""Where a key can be pressed, and what people call it."""

EVERYWHERE: tuple[Place, ...] = tuple(place for place in PLACES if place != "search")
"""All places but the search box, where letters are typed."""

READING: tuple[Place, ...] = ("list", "text", "actors", "quotes", "outline")
"""The places of the reading screen."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does.

    `id` names it in settings; `name` is what the palette and the help call it; `label` is the word in the footer;
    `tooltip` is one sentence. `keys` are Textual's names of keys, or single characters; the first is the one that is
    shown. `where` tells the places in which the keys count. `group` is the heading in the help.
    """

    id: str
    name: str
    label: str
    tooltip: str
    keys: tuple[str, ...]
    where: tuple[Place, ...]
    group: str


COMMANDS: tuple[Command, ...] = (
    Command("down", "Down", "move", "Go to the next row or passage.", ("j", "down"), EVERYWHERE, "Move"),
    Command("up", "Up", "move", "Go to the previous row or passage.", ("k", "up"), EVERYWHERE, "Move"),
    Command("top", "Top", "top", "Go to the first row or passage.", ("g", "home"), EVERYWHERE, "Move"),
    Command("bottom", "Bottom", "bottom", "Go to the last row or passage.", ("G", "end"), EVERYWHERE, "Move"),
    Command(
        "page_down",
        "Page down",
        "page",
        "Go one screenful down.",
        ("space", "pagedown", "ctrl+f"),
        EVERYWHERE,
        "Move",
    ),
    Command("page_up", "Page up", "page", "Go one screenful up.", ("pageup", "ctrl+b"), EVERYWHERE, "Move"),
    Command(
        "open",
        "Open",
        "open",
        "Open what is under the cursor, where it says so.",
        ("enter",),
        (*EVERYWHERE, "search"),
        "Read",
    ),
    Command(
        "open_beside",
        "Open beside",
        "beside",
        "Open it in a pane of its own, beside what is open.",
        ("v",),
        EVERYWHERE,
        "Read",
    ),
    Command("close_pane", "Close pane", "close", "Close the text in front.", ("x",), READING, "Read"),
    Command(
        "next_article", "Next article", "next", "Read the next article in this pane.", ("J",), READING, "Read"
    ),
    Command(
        "previous_article",
        "Previous article",
        "previous",
        "Read the previous article in this pane.",
        ("K",),
        READING,
        "Read",
    ),
    Command("next_pane", "Next pane", "pane", "Go to the next pane.", ("tab",), EVERYWHERE, "Panes"),
    Command(
        "previous_pane",
        "Previous pane",
        "pane",
        "Go to the previous pane.",
        ("shift+tab",),
        EVERYWHERE,
        "Panes",
    ),
    Command("pane_1", "First pane", "pane 1", "Go to the first pane.", ("1",), READING, "Panes"),
    Command("pane_2", "Second pane", "pane 2", "Go to the second pane.", ("2",), READING, "Panes"),
    Command("pane_3", "Third pane", "pane 3", "Go to the third pane.", ("3",), READING, "Panes"),
    Command("pane_4", "Fourth pane", "pane 4", "Go to the fourth pane.", ("4",), READING, "Panes"),
    Command(
        "filter",
        "Filter",
        "filter",
        "Keep only the rows with the words that you type.",
        ("f",),
        EVERYWHERE,
        "Lists",
    ),
    Command("sort", "Sort", "sort", "Sort the list by its next column.", ("s",), EVERYWHERE, "Lists"),
    Command("actors", "Actors", "actors", "Show who is named; again: close it.", ("a",), READING, "Findings"),
    Command(
        "quotes",
        "Quotes",
        "quotes",
        "Show who is quoted; again: on the whole screen.",
        ("u",),
        READING,
        "Findings",
    ),
    Command(
        "scope",
        "All or this article",
        "all/this",
        "Show findings of all articles, or of this one.",
        ("A",),
        READING,
        "Findings",
    ),
    Command(
        "pause",
        "Pause reading in",
        "pause",
        "Pause or resume reading what is new in the corpus.",
        ("P",),
        EVERYWHERE,
        "Program",
    ),
    Command("theme", "Theme", "theme", "Paint with the next theme.", ("t",), EVERYWHERE, "Program"),
    Command(
        "back",
        "Back",
        "back",
        "Close what is in front; with nothing left to close, quit.",
        ("q",),
        EVERYWHERE,
        "Program",
    ),
    Command(
        "escape",
        "Close",
        "close",
        "Close what is open; never quits.",
        ("escape",),
        (*EVERYWHERE, "search"),
        "Program",
    ),
    Command(
        "quit",
        "Quit",
        "quit",
        "Quit at once; everything is kept.",
        ("ctrl+q",),
        (*EVERYWHERE, "search"),
        "Program",
    ),
)
"""All commands, in the order of the help."""

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

FOOTERS: dict[Place, tuple[str, ...]] = {
    "list": ("open", "open_beside", "filter", "sort", "actors", "back"),
    "text": ("open_beside", "next_pane", "actors", "quotes", "next_article", "back"),
    "actors": ("open", "scope", "quotes", "next_pane", "filter", "back"),
    "quotes": ("open", "scope", "actors", "next_pane", "filter", "back"),
}
"""The commands that matter most in a place: what the footer shows, the most wanted first."""

KEY_NAMES = {
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """How people write a key: `pgdn` for `pagedown`, `↓` for `down`; other keys as they are."""
    return KEY_NAMES.get(key, key)

"""The commands as data: what each is called, what it does, its keys, and where it applies.

Footer, help, command palette and `corpus-tui keys` are made of this list; what each does is in `app/commands/`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "list",
    "text",
    "actors",
    "quotes",
    "outline",
    "search",
    "searches",
    "help",
    "ledger",
    "card",
    "compare",
    "differences",
    "events",
    "matrix",
    "select",
    "notes",
    "correct",
]

PLACES: dict[Place, str] = {
    "list": "article list",
    "text": "text",
    "actors": "actors",
    "quotes": "quotes",
    "outline": "outline",
    "search": "search",
    "searches": "saved searches",
    "help": "help",
    "ledger": "all quotes",
    "card": "actor",
    "compare": "comparison",
    "differences": "differences",
    "events": "events",
    "select": "selection",
    "matrix": "matrix of articles",
    "notes": "bookmarks and notes",
    "correct": "correction",
}
"""Where a key can be pressed, and what people call it."""

EVERYWHERE: tuple[Place, ...] = tuple(place for place in PLACES if place != "search")
"""All places but the search box, where letters are typed."""

ALL: tuple[Place, ...] = tuple(PLACES)
"""All places, the search box too."""

READING: tuple[Place, ...] = ("list", "text", "actors", "quotes", "outline")
"""The places of the reading screen."""


SIDEWAYS: tuple[Place, ...] = ("matrix", "select")
"""The places in which there is something at the left and the right."""

COPYING: tuple[Place, ...] = (
    *READING,
    "select",
    "ledger",
    "card",
    "compare",
    "differences",
    "events",
    "matrix",
    "notes",
)
"""The places from which words can be taken away."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does.

    `id` names it in settings; `name` is what the palette and the help call it; `label` is the word in the footer;
    `tooltip` is one sentence. `keys` are Textual's names of keys, or single characters; keys pressed one after the
    other stand with a blank between (`g g`); the first is the one that is shown. `where` tells the places in which the
    keys count. `group` is the heading in the help.
    """

    id: str
    name: str
    label: str
    tooltip: str
    keys: tuple[str, ...]
    where: tuple[Place, ...]
    group: str


COMMANDS: tuple[Command, ...] = (
    Command("down", "Down", "move", "Go to the next row or passage.", ("j", "down"), ALL, "Move"),
    Command("up", "Up", "move", "Go to the previous row or passage.", ("k", "up"), ALL, "Move"),
    Command("top", "Top", "top", "Go to the first row or passage.", ("g", "home"), EVERYWHERE, "Move"),
    Command("bottom", "Bottom", "bottom", "Go to the last row or passage.", ("G", "end"), EVERYWHERE, "Move"),
    Command(
        "page_down",
        "Page down",
        "page",
        "Go one screenful down.",
        ("space", "pagedown", "ctrl+f"),
        ALL,
        "Move",
    ),
    Command("page_up", "Page up", "page", "Go one screenful up.", ("pageup", "ctrl+b"), ALL, "Move"),
    Command(
        "center",
        "Center",
        "center",
        "Show the passage in the middle of the pane.",
        ("ctrl+l",),
        ("text",),
        "Move",
    ),
    Command(
        "open", "Open", "open", "Open what is under the cursor, where it says so.", ("enter",), ALL, "Read"
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
        "search",
        "Search",
        "search",
        "Search passages, quotes, titles and actors, as you type.",
        ("/",),
        EVERYWHERE,
        "Find",
    ),
    Command(
        "next_lit",
        "Next lit",
        "next",
        "Go to the next match or mention of what was lit last.",
        ("n",),
        EVERYWHERE,
        "Find",
    ),
    Command(
        "previous_lit",
        "Previous lit",
        "previous",
        "Go to the previous match or mention of what was lit last.",
        ("N",),
        EVERYWHERE,
        "Find",
    ),
    Command("again", "Again", "again", "Do the last jump once more.", (".",), READING, "Find"),
    Command(
        "filter",
        "Filter",
        "filter",
        "Keep only the rows with the words that you type.",
        ("f",),
        EVERYWHERE,
        "Find",
    ),
    Command("sort", "Sort", "sort", "Sort the list by its next column.", ("s",), EVERYWHERE, "Find"),
    Command(
        "keep_open",
        "Keep open",
        "keep open",
        "Open the article of this match, and go on searching.",
        ("tab",),
        ("search",),
        "Find",
    ),
    Command("typos", "Typos", "typos", "Forgive typos, or not.", ("ctrl+t",), ("search",), "Find"),
    Command(
        "syntax", "Syntax", "syntax", "Show what can be typed besides words.", ("f1",), ("search",), "Find"
    ),
    Command(
        "history",
        "Searches before",
        "before",
        "Put the search before in the box.",
        ("ctrl+r",),
        ("search",),
        "Find",
    ),
    Command("view_best", "Best first", "best", "Show the best matches first.", ("f2",), ("search",), "Find"),
    Command(
        "view_article",
        "By article",
        "article",
        "Show the matches under their articles, with a bar of where they stand.",
        ("f3",),
        ("search",),
        "Find",
    ),
    Command(
        "view_date",
        "By date",
        "date",
        "Show the matches by the dates of their articles.",
        ("f4",),
        ("search",),
        "Find",
    ),
    Command(
        "view_context",
        "In context",
        "in context",
        "Show the words between those around them; again: sorted by the other side, by place.",
        ("f5",),
        ("search",),
        "Find",
    ),
    Command(
        "save_search",
        "Save search",
        "save",
        "Give this search a name and keep it.",
        ("f6",),
        ("search",),
        "Find",
    ),
    Command(
        "saved_searches",
        "Saved searches",
        "saved",
        "Choose from the saved searches and those before.",
        ("f7",),
        ("search",),
        "Find",
    ),
    Command(
        "delete_search",
        "Delete search",
        "delete",
        "Delete the search under the cursor.",
        ("x", "delete"),
        ("searches",),
        "Find",
    ),
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
        "ledger",
        "Ledger of quotes",
        "ledger",
        "Show all quotes, by speaker, article or kind.",
        ("U",),
        EVERYWHERE,
        "Findings",
    ),
    Command(
        "card",
        "Actor",
        "actor",
        "Show all that is told of the actor under the cursor.",
        ("W",),
        READING,
        "Findings",
    ),
    Command("events", "Events", "events", "Show what happened, and when.", ("e",), EVERYWHERE, "Findings"),
    Command(
        "matrix",
        "Matrix",
        "matrix",
        "Show which article has which actors, events and quotes.",
        ("M",),
        EVERYWHERE,
        "Findings",
    ),
    Command("left", "Left", "article", "Go to the column or word before.", ("left", "h"), SIDEWAYS, "Move"),
    Command("right", "Right", "article", "Go to the next column or word.", ("right", "l"), SIDEWAYS, "Move"),
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
        "outline",
        "Outline",
        "outline",
        "Show the headings of this text; again: close it.",
        ("o",),
        READING,
        "Findings",
    ),
    Command(
        "next_quote",
        "Next quote",
        "quote",
        "Go to the next passage that quotes somebody.",
        (")",),
        ("text",),
        "Findings",
    ),
    Command(
        "previous_quote",
        "Previous quote",
        "quote",
        "Go to the previous passage that quotes somebody.",
        ("(",),
        ("text",),
        "Findings",
    ),
    Command(
        "differences",
        "Differences",
        "differs",
        "Show where the accounts differ.",
        ("d",),
        EVERYWHERE,
        "Compare",
    ),
    Command(
        "compare",
        "Compare",
        "compare",
        "Compare the two open articles, passage by passage.",
        ("c",),
        READING,
        "Compare",
    ),
    Command(
        "next_counterpart",
        "Next counterpart",
        "counterpart",
        "Show where another article tells this passage.",
        ("]",),
        READING,
        "Compare",
    ),
    Command(
        "previous_counterpart",
        "Previous counterpart",
        "counterpart",
        "Show the counterpart before.",
        ("[",),
        READING,
        "Compare",
    ),
    Command(
        "together",
        "Scroll together",
        "together",
        "Let the texts follow each other by counterparts, or not.",
        ("=",),
        READING,
        "Compare",
    ),
    Command(
        "only_here",
        "Only here",
        "only here",
        "Mark the passages that no other open article tells; in lists, keep what one article alone has.",
        ("O",),
        (*READING, "events", "matrix"),
        "Compare",
    ),
    Command(
        "words",
        "Words",
        "words",
        "Mark the words that both passages have, those that one alone has, or none.",
        ("w",),
        ("compare",),
        "Compare",
    ),
    Command(
        "select",
        "Select",
        "begin here",
        "Select words by the arrows, from the passage's first on; again: from where you are.",
        ("V",),
        ("text", "select"),
        "Keep",
    ),
    Command(
        "confirm",
        "Confirm",
        "confirm",
        "Say that the accounts do differ here.",
        ("c",),
        ("differences",),
        "Compare",
    ),
    Command(
        "dismiss",
        "Dismiss",
        "dismiss",
        "Say that this is no difference.",
        ("x",),
        ("differences",),
        "Compare",
    ),
    Command(
        "reopen",
        "Reopen",
        "reopen",
        "Take back what you said of this difference.",
        ("o",),
        ("differences",),
        "Compare",
    ),
    Command("copy", "Copy", "copy", "Copy the passage or the quotation.", ("y",), COPYING, "Keep"),
    Command("cite", "Cite", "cite", "Copy it with its citation.", ("Y",), COPYING, "Keep"),
    Command(
        "bookmark",
        "Bookmark",
        "bookmark",
        "Bookmark the passage or row under the cursor; again: take it away.",
        ("m",),
        (*READING, "notes"),
        "Keep",
    ),
    Command(
        "note",
        "Note",
        "note",
        "Write a note on the passage or row under the cursor, or change it.",
        ("i",),
        (*READING, "notes", "differences"),
        "Keep",
    ),
    Command(
        "editor",
        "Note in the editor",
        "editor",
        "Write the note in your own editor ($VISUAL or $EDITOR).",
        ("ctrl+e",),
        ("search",),
        "Keep",
    ),
    Command(
        "marks",
        "Bookmarks and notes",
        "notes",
        "Show all bookmarks and notes; enter goes there.",
        ("'",),
        EVERYWHERE,
        "Keep",
    ),
    Command(
        "correct",
        "Correct",
        "correct",
        "Correct the actor under the cursor: its name or type, merge it with another, or leave it out.",
        ("r",),
        (*READING, "card"),
        "Keep",
    ),
    Command(
        "undo",
        "Undo",
        "undo",
        "Take back the last bookmark, note or correction.",
        ("z",),
        EVERYWHERE,
        "Keep",
    ),
    Command(
        "browse",
        "Browser",
        "browser",
        "Open the article's address in the browser, after asking.",
        ("B",),
        READING,
        "Keep",
    ),
    Command("theme", "Theme", "theme", "Paint with the next theme.", ("t",), EVERYWHERE, "Program"),
    Command(
        "pause",
        "Pause reading in",
        "pause",
        "Pause or resume reading what is new in the corpus.",
        ("P",),
        EVERYWHERE,
        "Program",
    ),
    Command(
        "help",
        "Help",
        "keys",
        "Show all keys; enter does what is under the cursor.",
        ("?",),
        EVERYWHERE,
        "Program",
    ),
    Command(
        "palette",
        "Commands",
        "commands",
        "Find a command by its name, and do it.",
        ("ctrl+p",),
        EVERYWHERE,
        "Program",
    ),
    Command(
        "back",
        "Back",
        "back",
        "Close what is in front; with nothing left to close, quit.",
        ("q",),
        EVERYWHERE,
        "Program",
    ),
    Command("escape", "Close", "back", "Close what is open; never quits.", ("escape",), ALL, "Program"),
    Command("quit", "Quit", "quit", "Quit at once; everything is kept.", ("ctrl+q",), ALL, "Program"),
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
    "notes": ("open", "note", "bookmark", "filter", "undo", "back"),
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

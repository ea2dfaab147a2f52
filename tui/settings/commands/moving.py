"""The commands of going from place to place."""

from tui.settings.commands.command import Command
from tui.settings.places import ALL, EVERYWHERE, SIDEWAYS

MOVING: tuple[Command, ...] = (
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
    Command("left", "Left", "article", "Go to the column or word before.", ("left", "h"), SIDEWAYS, "Move"),
    Command("right", "Right", "article", "Go to the next column or word.", ("right", "l"), SIDEWAYS, "Move"),
)

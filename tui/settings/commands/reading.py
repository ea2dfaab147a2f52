"""The commands of reading."""

from tui.settings.commands.command import Command
from tui.settings.places import ALL, EVERYWHERE, READING

READING_TEXTS: tuple[Command, ...] = (
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
)

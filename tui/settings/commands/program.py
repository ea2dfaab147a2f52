"""The commands of the program itself."""

from tui.settings.commands.command import Command
from tui.settings.places import ALL, EVERYWHERE

PROGRAM: tuple[Command, ...] = (
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

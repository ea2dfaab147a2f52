"""The commands of panes."""

from tui.settings.commands.command import Command
from tui.settings.places import EVERYWHERE, READING

PANES: tuple[Command, ...] = (
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
)

"""With `--mouse`, what a terminal tells of the mouse points, scrolls and selects words that are copied."""

import base64
import re

import pytest

from tests.terminal.conftest import Open
from tests.terminal.screen import Terminal

PRESS, DRAG, SCROLL_DOWN = 0, 32, 65


def mouse(terminal: Terminal, what: int, x: int, y: int, *, released: bool = False) -> None:
    """As a terminal tells it: columns and rows count from 1."""
    terminal.type(f"\x1b[<{what};{x + 1};{y + 1}{'m' if released else 'M'}")


def place(terminal: Terminal, words: str) -> tuple[int, int]:
    """Column and row of words on the screen."""
    row = next(y for y, line in enumerate(terminal.screen.display) if words in line)
    return terminal.screen.display[row].index(words), row


def copied(terminal: Terminal) -> str:
    """What the terminal was last told to copy."""
    told = re.findall(rb"\x1b]52;c;([^\x07]*)\x07", bytes(terminal.raw))
    return base64.b64decode(told[-1]).decode() if told else ""


@pytest.mark.parametrize("size", [(80, 24), (160, 40)], ids=["one pane", "beside the list"])
def test_words_are_selected_with_the_mouse_and_copied(opened: Open, size: tuple[int, int]) -> None:
    with opened("--mouse", "--fresh", size=size) as terminal:
        terminal.until("? keys")
        terminal.press("down", "enter")
        terminal.until("block 1 of 4")
        x, y = place(terminal, "Brady called the purchase")
        mouse(terminal, PRESS, x + 2, y)
        mouse(terminal, DRAG, x + 9, y)
        terminal.until("2 words selected")
        x, y = place(terminal, "the bill")
        mouse(terminal, DRAG, x + 1, y)
        mouse(terminal, PRESS, x + 1, y, released=True)
        terminal.until("11 words selected")
        terminal.press("y")
        terminal.until("copied ")
        assert copied(terminal) == 'Brady called the purchase hasty on Monday.\n\n"Nobody has seen the'
        mouse(terminal, PRESS, x, y)
        mouse(terminal, PRESS, x, y, released=True)
        terminal.until("block 3 of 4")
        mouse(terminal, SCROLL_DOWN, x, y)
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored


def test_a_text_scrolls_while_the_mouse_is_held_past_its_edge(opened: Open) -> None:
    with opened("--mouse", "--fresh", size=(120, 24)) as terminal:
        terminal.until("? keys")
        terminal.press("down", "down", "enter")
        terminal.until("block 1 of 60")
        x, y = place(terminal, "Entry 1 tells")
        mouse(terminal, PRESS, x, y)
        mouse(terminal, DRAG, x + 12, y)
        terminal.until("3 words selected")
        mouse(terminal, DRAG, x + 4, 23)
        terminal.until("Entry 30 tells")
        mouse(terminal, DRAG, 2, 0)
        terminal.until("Entry 1 tells")
        x, y = place(terminal, "Entry 4 tells")
        mouse(terminal, DRAG, x, y)
        mouse(terminal, PRESS, x, y, released=True)
        terminal.until("words selected")
        terminal.press("y")
        terminal.until("copied ")
        assert copied(terminal).startswith("Entry 1 tells")
        assert copied(terminal).endswith("\n\nEntry")
        assert terminal.leave("ctrl+q") == 0

"""A fault of the program itself ends it with a sentence: no traceback, and nothing of what it was working on."""

import sys

import pytest

from tests.terminal.conftest import Indexed
from tests.terminal.screen import Terminal

BREAKS = """
from tui.app.widgets.line_list import LineList
def move(self, rows):
    held = "words of the corpus"
    raise RuntimeError("broken on purpose")
LineList.move = move
from tui.cli.main import main
main()
"""


@pytest.mark.parametrize("wanted", ["", "1"], ids=["told", "traced"])
def test_a_fault_of_the_program_is_told_in_a_sentence(indexed: Indexed, wanted: str) -> None:
    command = [sys.executable, "-c", BREAKS, *indexed.options]
    with Terminal(command, size=(120, 40), environment={"CORPUS_TUI_TRACEBACK": wanted}) as terminal:
        terminal.until("? keys")
        terminal.press("down")
        assert terminal.wait() == 1
        assert terminal.restored
        assert "RuntimeError: broken on purpose" in terminal.text
        assert b"words of the corpus" not in terminal.raw
        assert (b"Traceback" in terminal.raw) is bool(wanted)

"""A fault of the program itself ends it with a sentence: no traceback, and nothing of what it was working on."""

import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Indexed, Open
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


def test_what_is_wrong_in_the_keys_stands_in_the_shell_afterwards(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "corpus-tui").mkdir()
    (tmp_path / "corpus-tui" / "keys.yaml").write_text("serach: f9\n", encoding="utf-8")
    told = "`serach` is no command"
    with opened(size=(120, 24), environment={"XDG_CONFIG_HOME": str(tmp_path)}) as terminal:
        terminal.until(told)
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored
        assert told in terminal.text

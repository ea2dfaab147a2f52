"""The reader writes a note in an editor of their own, which has the terminal meanwhile."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Open
from tui.notebook.book import Book

EDITOR = """#!/bin/sh
printf 'the editor draws here'
{ends}
printf 'written in the editor\\nin two lines\\n' > "$1"
"""


def script(folder: Path, ends: str) -> str:
    path = folder / "editor"
    path.write_text(EDITOR.format(ends=ends))
    path.chmod(0o700)
    return str(path)


def test_a_note_is_written_in_an_editor_and_the_screen_is_whole_again(opened: Open, tmp_path: Path) -> None:
    with opened(environment={"EDITOR": script(tmp_path, ":"), "VISUAL": None}) as terminal:
        terminal.until("3 articles")
        terminal.press("enter")
        terminal.until(" block 1 of")
        terminal.press("i")
        terminal.until("New note on")
        before = terminal.text.split("\n")[:-3]
        terminal.press("ctrl+e")
        terminal.until("Kept: note on")
        terminal.press("j", "k")
        terminal.until("written in the editor in two lines")
        after = terminal.text.split("\n")[:-3]
        assert [line.replace("✎", " ") for line in after] == before
        assert "the editor draws" not in terminal.text
    assert [mark.text for mark in Book().marks] == ["written in the editor in two lines"]


@pytest.mark.parametrize(
    ("editor", "told"),
    [("exit 3", "ended with status 3"), (None, "cannot be started"), ("", "No editor is set")],
)
def test_an_editor_that_fails_leaves_the_note_as_it_was(
    opened: Open, tmp_path: Path, editor: str | None, told: str
) -> None:
    command = script(tmp_path, editor) if editor else "" if editor == "" else "/nowhere/editor"
    with opened(environment={"EDITOR": command, "VISUAL": None}) as terminal:
        terminal.until("3 articles")
        terminal.press("enter", "i", *"mine", "ctrl+e")
        terminal.until(told)
        terminal.press("enter")
        terminal.until("Kept: note on")
    assert [mark.text for mark in Book().marks] == ["mine"]

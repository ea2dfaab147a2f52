"""Sessions written down and played in a real terminal."""

from pathlib import Path

from tests.terminal.conftest import Open


def test_a_session_is_written_down_and_played_by_the_program(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "session.txt"
    with opened("--record", str(path), size=(200, 30)) as terminal:
        terminal.until("Second ferry")
        terminal.press("down", "enter")
        terminal.until(lambda: "▸002" in terminal.text)
        assert terminal.leave("ctrl+q") == 0
    assert "key down enter" in path.read_text(encoding="utf-8")
    with opened("--replay", str(path), size=(200, 30)) as terminal:
        assert terminal.wait() == 0
    with opened("--record", str(path), size=(200, 30)) as terminal:
        assert terminal.wait() == 2
        assert "is there already" in terminal.text


def test_a_wrong_session_is_told_before_the_screen_is_taken(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "session.txt"
    path.write_text("key j\nkye enter\n", encoding="utf-8")
    with opened("--replay", str(path), size=(200, 30)) as terminal:
        assert terminal.wait() == 2
        assert "session.txt:2: `kye` is no step: did you mean key?" in terminal.text

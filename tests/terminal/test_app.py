"""The whole program in a real terminal: windows that change, keys that come fast, endings of any sort."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.terminal.conftest import PROGRAM, Indexed, Open
from tests.terminal.screen import PASTE, Terminal
from tui.notebook.book import Book


def test_too_small_a_window_says_so_and_goes_on_when_it_grows(opened: Open) -> None:
    with opened(size=(60, 20)) as terminal:
        terminal.until("? keys")
        terminal.resize(24, 6)
        terminal.until(lambda: "? keys" not in terminal.text and "mall" in terminal.text)
        terminal.press("down")
        terminal.resize(100, 30)
        terminal.until("article 2 of 3")
        assert "mall" not in terminal.text
        terminal.resize(24, 6)
        terminal.until("mall")
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored


def test_a_corpus_that_takes_several_processes_is_read_while_the_app_is_open(
    opened: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(1, 41):
        told = "\n\n".join(
            f"Nothing happened on day {day} of story {number}, it seems." for day in range(150)
        )
        (folder / f"{number:03}_story.txt").write_text(f"Story {number}\n\n{told}\n", encoding="utf-8")
    with opened(path=folder, size=(120, 40)) as terminal:
        terminal.until("40 articles", 60)
        terminal.until("Story 7")
        assert terminal.leave("ctrl+q") == 0


def test_keys_typed_faster_than_a_text_opens_go_to_the_text(opened: Open) -> None:
    with opened("--fresh", size=(120, 40)) as terminal:
        terminal.until("? keys")
        terminal.type("\rjjj")
        terminal.until(" block 4 of 64")
        terminal.type("xj\rjj")  # closed, down in the list, opened, down twice
        terminal.until(" block 3 of 4")
        terminal.type("vjj")  # beside
        terminal.until(" block 3 of 4")
        terminal.type("xx\r/brady")
        terminal.until("/ brady")
        assert terminal.leave("ctrl+q") == 0


def test_keys_before_the_one_that_quits_are_done_and_those_after_it_are_not(opened: Open) -> None:
    with opened("--fresh", size=(120, 40)) as terminal:
        terminal.until("? keys")
        terminal.press("ctrl+c")
        terminal.until("ctrl+q quits")
        terminal.type("j\rijust in time\r\x11\rjv/")
        assert terminal.wait() == 0
        assert terminal.restored
    assert [mark.text for mark in Book().marks] == ["just in time"]


@pytest.mark.parametrize(
    "text", [None, "", "One line, and no more"], ids=["no file", "an empty file", "one line"]
)
def test_where_there_is_next_to_nothing_every_key_is_harmless(
    opened: Open, tmp_path: Path, text: str | None
) -> None:
    folder = tmp_path / "little"
    folder.mkdir()
    if text is not None:
        (folder / "a.txt").write_text(text)
    with opened(path=folder, size=(100, 30)) as terminal:
        terminal.until("There is no article here" if not text else "1 article ")
        for keys in ("aueo", "jkGg", "dcMUW", "vJK][=O", "mHi", "nN.", "t"):
            terminal.press(*keys)
            terminal.still(0.05)
            terminal.press("escape")
            terminal.still(0.15)
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored


def test_a_folder_without_rights_is_told_and_the_rest_is_read(news: Path) -> None:
    (news / "closed").mkdir()
    (news / "closed" / "a.txt").write_text("Nobody may read this\n")
    (news / "closed").chmod(0)
    command = [*PROGRAM, str(news)]
    if os.getuid() == 0:  # who may read everything is asked to do without
        if not shutil.which("setpriv"):
            pytest.skip("who runs the tests may read everything, and setpriv is not installed")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    with Terminal(command, size=(140, 30)) as terminal:
        terminal.until("3 articles")
        terminal.until(lambda: "closed" in terminal.text and "permission" in terminal.text.lower())
        assert terminal.leave("ctrl+q") == 0
        assert terminal.restored
    (news / "closed").chmod(0o700)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_while_it_reads_a_corpus(opened: Open, news: Path, number: signal.Signals) -> None:
    with opened(path=news, size=(100, 30)) as terminal:
        terminal.until("corpus-tui")
        terminal.signal(number)
        assert terminal.wait() == 128 + number
        assert terminal.restored


def inside(multiplexer: list[str], indexed: Indexed, environment: dict[str, str]) -> Terminal:
    """The program in a terminal of tmux's or GNU screen's, in ours."""
    return Terminal(
        [*multiplexer, *PROGRAM, *indexed.options, "--fresh"], size=(100, 30), environment=environment
    )


def test_in_tmux(indexed: Indexed, tmp_path: Path) -> None:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    socket = str(tmp_path / "tmux")
    try:
        with inside(["tmux", "-S", socket, "-f", "/dev/null", "new-session"], indexed, {}) as terminal:
            terminal.until("? keys")
            terminal.press("down", "enter")
            terminal.until("block 1 of 4")
            terminal.resize(70, 20)
            terminal.until(lambda: "block 1 of 4" in terminal.text and "Brady" in terminal.text)
            terminal.press("ctrl+q")
            assert terminal.wait() == 0
            assert PASTE not in terminal.modes
    finally:
        subprocess.run(["tmux", "-S", socket, "kill-server"], check=False, capture_output=True)


def test_in_screen(indexed: Indexed, tmp_path: Path) -> None:
    if not shutil.which("screen"):
        pytest.skip("GNU screen is not installed")
    folder = tmp_path / "screens"
    folder.mkdir(mode=0o700)
    environment = {"SCREENDIR": str(folder), "SHELL": os.environ.get("SHELL", "/bin/sh")}
    name = f"corpus-tui-{os.getpid()}"
    try:
        with inside(["screen", "-c", "/dev/null", "-U", "-S", name], indexed, environment) as terminal:
            terminal.until("? keys")
            terminal.press("down", "enter")
            terminal.until("block 1 of 4")
            terminal.press("ctrl+q")
            assert terminal.wait() == 0
    finally:
        # Its server outlives the terminal where the test has failed.
        subprocess.run(
            ["screen", "-S", name, "-X", "quit"],
            env=os.environ | environment,
            check=False,
            capture_output=True,
        )
    assert list(folder.iterdir()) == []

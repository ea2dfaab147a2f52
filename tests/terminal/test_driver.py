"""Whatever ends or stops the program, the terminal is given back; whatever is typed, the program lives."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.screen import CURSOR, MOUSE, Terminal

ROOT = Path(__file__).parents[2]
SAMPLE = [sys.executable, "-m", "tests.terminal.sample"]


def sample(*what: str, **how: object) -> Terminal:
    return Terminal([*SAMPLE, *what], folder=ROOT, **how)  # type: ignore[arg-type]


def cpu_seconds(pid: int) -> float:
    told = Path(f"/proc/{pid}/stat")
    if not told.exists():
        pytest.skip("what a process has computed is not told here")
    fields = told.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_reader_comes_and_goes_and_the_shell_is_as_before() -> None:
    with sample() as terminal:
        terminal.until("ready 80x24")
        assert CURSOR not in terminal.modes
        assert not terminal.modes & MOUSE
        assert terminal.leave("q") == 0
        assert terminal.restored
        assert terminal.text.strip() == ""


def test_an_answer_that_comes_late_is_not_left_to_the_shell() -> None:
    with sample(answers=False) as terminal:
        terminal.until(lambda: b"\x1b[?2026$p" in terminal.raw)
        terminal.press("q", "\x1b[?2026;2$y")
        assert terminal.wait() == 0
        assert terminal.restored
        assert terminal.text.strip() == ""


def test_the_mouse_is_only_used_where_it_was_asked_for_and_given_back() -> None:
    with sample("mouse") as terminal:
        terminal.until("ready")
        assert terminal.modes & MOUSE
        assert terminal.leave("q") == 0
        assert terminal.restored


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it(number: signal.Signals) -> None:
    with sample() as terminal:
        terminal.until("ready")
        terminal.signal(number)
        assert terminal.wait() == 128 + number
        assert terminal.restored


def test_a_signal_ends_even_a_program_that_hears_nothing() -> None:
    with sample() as terminal:
        terminal.until("ready")
        terminal.press("s")
        terminal.still()
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert terminal.restored


def test_a_dropped_connection_ends_it_and_burns_no_time() -> None:
    with sample() as terminal:
        terminal.until("ready")
        terminal.hang_up()
        assert terminal.wait() == 128 + signal.SIGHUP


def test_a_vanished_terminal_without_a_signal_ends_it_too() -> None:
    """As under `nohup`: the hang-up is only seen when reading fails."""
    with Terminal(["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *SAMPLE], folder=ROOT) as terminal:
        terminal.until("ready")
        terminal.hang_up()
        assert terminal.wait() == 128 + signal.SIGHUP


def test_stopped_by_the_reader_it_gives_the_terminal_to_the_shell_and_comes_back() -> None:
    job = " ".join(SAMPLE)
    shell = ["bash", "--norc", "-c", f"set -m; {job}; echo in the shell; read line; fg >/dev/null; echo bye"]
    with Terminal(shell, folder=ROOT) as terminal:
        terminal.until("ready")
        terminal.press("ctrl+z")
        terminal.until("in the shell")
        assert terminal.restored
        terminal.press("enter")
        terminal.until("ready")
        terminal.press("x")
        terminal.until(" x")
        assert terminal.leave("q") == 0
        assert "bye" in terminal.text
        assert terminal.restored


def test_stopped_from_outside_it_draws_all_anew_when_continued() -> None:
    with sample() as terminal:
        terminal.until("ready")
        terminal.signal(signal.SIGSTOP)
        terminal.screen.reset()
        terminal.screen.draw("another program was here")
        terminal.signal(signal.SIGCONT)
        terminal.until("ready")
        assert "another program" not in terminal.text


def test_bytes_that_are_no_text_are_ignored() -> None:
    with sample() as terminal:
        terminal.until("ready")
        terminal.type(b"a\xffb\xc3\x28c\x80")
        terminal.until("a b left_parenthesis c")
        terminal.type(b"\x1b[200~p\xfeq\x1b[201~")
        terminal.until("pasted:2:pq")
        assert terminal.leave("q") == 0


def test_an_arrow_whose_bytes_come_apart_is_an_arrow() -> None:
    with sample() as terminal:
        terminal.until("ready")
        for byte in (b"\x1b", b"[", b"A"):
            terminal.type(byte)
        terminal.until(" up")
        terminal.press("escape")
        terminal.until("up escape")


def test_a_key_soon_after_escape_and_a_letter_is_not_held_back() -> None:
    with sample() as terminal:
        terminal.until("ready")
        for keys in (b"\x1bU", b"x", b"y"):
            terminal.type(keys)
            terminal.still(0.02)
        terminal.until(lambda: " x" in terminal.text and " y" in terminal.text, 5)
        assert terminal.leave("q") == 0


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_megabyte_pasted_does_not_hang_it(wrapped: bool) -> None:
    with sample() as terminal:
        terminal.until("ready")
        megabyte = "news " * 200_000
        if wrapped:
            terminal.paste(megabyte)
        else:
            terminal.type(megabyte)
        terminal.until("pasted:", 10)
        terminal.still()
        terminal.press("z")
        terminal.until(lambda: terminal.text.rstrip().endswith(" z"), 10)
        assert terminal.leave("q") == 0
        assert terminal.restored


def test_an_answer_amid_a_paste_makes_no_keys_of_it() -> None:
    with sample(answers=False) as terminal:
        terminal.until("ready")
        terminal.type(b"some news" * 40 + b"\x1b[?2026;2$y" + b"some news" * 40)
        terminal.until(lambda: terminal.text.count("pasted:360") == 2)
        terminal.still()
        assert terminal.leave("q") == 0


def test_nothing_is_written_and_nothing_computed_while_nobody_types() -> None:
    with sample() as terminal:
        terminal.until("ready")
        terminal.still(0.5)
        before = cpu_seconds(terminal.process.pid)
        assert terminal.still(1.0) == 0
        assert cpu_seconds(terminal.process.pid) - before <= 0.02


def test_typed_input_from_a_pipe_leaves_the_keyboard_to_the_terminal() -> None:
    command = " ".join(SAMPLE)
    with Terminal(["sh", "-c", f"echo some text | {command}"], folder=ROOT) as terminal:
        terminal.until("ready")
        assert terminal.leave("q") == 0
        assert terminal.restored

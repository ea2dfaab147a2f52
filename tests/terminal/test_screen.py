"""The terminal of the tests itself: what it says of a program must be so."""

import signal

import pytest

from tests.terminal.screen import Terminal


def test_a_program_is_typed_to_and_read() -> None:
    with Terminal(
        ["sh", "-c", "printf 'name? '; read name; printf 'hello %s\\n' \"$name\"; read end; exit 3"]
    ) as terminal:
        terminal.until("name?")
        terminal.type("Ada\r")
        terminal.until("hello Ada")
        assert terminal.leave("enter") == 3
        assert terminal.restored


def test_the_size_reaches_the_program() -> None:
    with Terminal(
        ["sh", "-c", "trap 'stty size' WINCH; stty size; while :; do read line; done"], size=(100, 30)
    ) as terminal:
        terminal.until("30 100")
        terminal.resize(61, 17)
        terminal.type("\r")
        terminal.until("17 61")


def test_a_screen_that_was_not_put_back_is_noticed() -> None:
    with Terminal(["printf", r"before\033[?1049h\033[?1003h\033[?25linside"]) as terminal:
        assert terminal.wait() == 0
        assert "before" not in terminal.text
        assert "inside" in terminal.text
        assert not terminal.restored
        assert {1049, 1003} <= terminal.modes


def test_the_alternate_screen_hides_and_gives_back_the_main_one() -> None:
    with Terminal(["printf", r"before\033[?1049hinside\033[?1049l"]) as terminal:
        assert terminal.wait() == 0
        assert terminal.line(0) == "before"
        assert terminal.restored


def test_a_signal_ends_the_program_and_is_told() -> None:
    with Terminal(["cat"]) as terminal:
        terminal.type("seen\r")
        terminal.until("seen")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == -signal.SIGTERM


def test_waiting_in_vain_shows_the_screen() -> None:
    with Terminal(["sh", "-c", "echo this is all; read line"]) as terminal:
        terminal.until("this is all")
        with pytest.raises(AssertionError, match="this is all"):
            terminal.until("more", seconds=0.2)


def test_waiting_for_what_a_dead_program_cannot_say_fails_at_once() -> None:
    with Terminal(["sh", "-c", "echo last words; exit 4"]) as terminal:
        terminal.until("last words")
        with pytest.raises(AssertionError, match="ended with 4"):
            terminal.until("more")

"""What is sent reaches the terminal whole and in order, at once where it has room, and never holds up who sends it."""

import os
import pty
import termios
import tty
from collections.abc import Iterator
from threading import Event

import pytest

from tui.app.terminal.writer import Writer


@pytest.fixture
def line() -> Iterator[tuple[int, int, int]]:
    """The far end of a terminal, the near one, and the near one opened anew so that writing to it never waits."""
    far, near = pty.openpty()
    tty.setraw(near, termios.TCSANOW)
    at_once = os.open(os.ttyname(near), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    yield far, near, at_once
    for one in (far, near, at_once):
        os.close(one)


def read(far: int, count: int) -> bytes:
    data = b""
    while len(data) < count:
        data += os.read(far, count - len(data))
    return data


def test_what_the_terminal_has_room_for_is_there_before_the_thread_has_begun(
    line: tuple[int, int, int],
) -> None:
    far, near, at_once = line
    writer = Writer(near, lambda: None, at_once)
    writer.write(b"a row")
    assert not writer.busy
    assert read(far, 5) == b"a row"


def test_where_there_is_no_room_the_thread_goes_on_with_what_is_left(line: tuple[int, int, int]) -> None:
    far, near, at_once = line
    writer = Writer(near, lambda: None, at_once)
    sent = [b"%07d" % number * 1000 for number in range(30)]
    for piece in sent:
        writer.write(piece)
    assert writer.busy
    writer.start()
    assert read(far, 210_000) == b"".join(sent)
    writer.stop(5)


@pytest.mark.parametrize("ways", ["both", "thread"])
def test_a_terminal_that_is_gone_is_told_once(line: tuple[int, int, int], ways: str) -> None:
    _, _, at_once = line
    far, near = pty.openpty()
    lost = Event()
    writer = Writer(near, lost.set, at_once if ways == "both" else None)
    os.close(far)
    if ways == "both":
        os.close(at_once)
        os.dup2(near, at_once)
    writer.start()
    writer.write(b"a row")
    assert lost.wait(5)
    os.close(near)

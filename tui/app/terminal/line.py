"""The terminal as a line: its descriptors, its modes, and how it is given back. Knows no app, so it can come first."""

from __future__ import annotations

import os
import sys
import termios
import tty
from contextlib import suppress
from typing import Any, Final

from tui.app.terminal.capabilities import Capabilities

MOUSE_ON: Final = "\x1b[?1000h\x1b[?1002h\x1b[?1006h"
MOUSE_OFF: Final = "\x1b[?1006l\x1b[?1002l\x1b[?1000l"
DEFAULT_SIZE: Final = (80, 24)


class TerminalLine:
    """The terminal that the program was started on; `mouse` is whether it shall report the mouse.

    Where a standard stream is a pipe or a file, the terminal itself is opened in its place. OSError where there is no
    terminal.
    """

    def __init__(self, capabilities: Capabilities, *, mouse: bool = False) -> None:
        self.capabilities = capabilities
        self.mouse = mouse
        self._own: list[int] = []
        self.input = self._terminal(sys.__stdin__, os.O_RDONLY)
        self.output = self._terminal(sys.__stdout__, os.O_WRONLY)
        self.at_once = self._opened_anew()
        """Where to write without ever waiting; None where that is not to be had."""
        self._before: list[Any] | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows; 80 and 24 where the terminal does not know."""
        try:
            size = os.get_terminal_size(self.output)
        except OSError:
            return DEFAULT_SIZE
        return (size.columns, size.lines) if size.columns and size.lines else DEFAULT_SIZE

    @property
    def entering(self) -> str:
        """What takes the screen over: the alternate screen, no cursor, no line wrap, pastes told apart."""
        alternate = "\x1b[?1049h" if self.capabilities.alternate_screen else ""
        return f"{alternate}\x1b[?25l\x1b[?7l\x1b[?2004h{MOUSE_ON if self.mouse else ''}"

    @property
    def leaving(self) -> str:
        """What gives it back."""
        last = "\x1b[?1049l" if self.capabilities.alternate_screen else "\x1b[2J\x1b[H"
        return f"{MOUSE_OFF if self.mouse else ''}\x1b[?2004l\x1b[?7h\x1b[m\x1b[?25h{last}"

    def take(self) -> None:
        """Have keys come at once and unseen, and none of them be a signal."""
        try:
            modes = termios.tcgetattr(self.input)
        except termios.error:
            return
        if self._before is None:
            self._before = termios.tcgetattr(self.input)
        modes[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        modes[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[tty.CC][termios.VMIN] = 1
        modes[tty.CC][termios.VTIME] = 0
        with suppress(termios.error):
            termios.tcsetattr(self.input, termios.TCSANOW, modes)

    def give_back(self) -> None:
        """Have the keys as they were before; what was typed and not read is lost."""
        if self._before is not None:
            with suppress(termios.error):
                termios.tcflush(self.input, termios.TCIFLUSH)
            with suppress(termios.error):
                termios.tcsetattr(self.input, termios.TCSANOW, self._before)

    def restore_now(self) -> None:
        """Give the terminal back at once, without waiting for it."""
        with suppress(OSError):
            os.set_blocking(self.output, False)
            os.write(self.output, f"\x1b[?2026l{self.leaving}".encode())
            os.set_blocking(self.output, True)
        self.give_back()

    def close(self) -> None:
        """Close what was opened."""
        while self._own:
            os.close(self._own.pop())

    def _opened_anew(self) -> int | None:
        """The terminal opened once more: whether writing waits goes with an opening, and the shell shares the first."""
        with suppress(OSError):
            own = os.open(os.ttyname(self.output), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
            self._own.append(own)
            return own
        return None

    def _terminal(self, stream: Any, how: int) -> int:
        if stream is not None and stream.isatty():
            return int(stream.fileno())
        own = os.open("/dev/tty", how)
        self._own.append(own)
        return own

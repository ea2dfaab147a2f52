"""The way to the terminal: as little as possible on entering, all of it undone on leaving, whatever happens.

Input is read by the event loop itself, so nothing wakes up while nobody types; output that has to wait is written by a
thread. Of Textual's modes only these are used: the alternate screen, no line wrap, a hidden cursor, bracketed paste,
and the mouse where it was asked for. What the terminal can do is known from `Capabilities`; it is asked one thing only,
whether it can hold back a half-drawn screen.
"""

from __future__ import annotations

import os
import signal
from asyncio import TimerHandle
from contextlib import suppress
from select import select
from time import monotonic
from typing import Any

from textual import constants, events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

from tui.app.collecting import collect_if_due
from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.keyboard import Keyboard
from tui.app.terminal.line import TerminalLine
from tui.app.terminal.signals import EndingSignals
from tui.app.terminal.writer import Writer

HUNG_UP = 128 + signal.SIGHUP

ASK_SYNCHRONIZED = "\x1b[?2026$p"
ANSWER_SYNCHRONIZED = b"\x1b[?2026;"

ANSWER_TAKES = 0.5
"""Seconds after the question for which the end waits for its answer: the shell would read it as if it were typed."""

AT_ONCE = 1 << 16
STOP_TAKES = 0.05
LAST_WORDS = 0.4
"""Seconds that the terminal has for taking what restores it."""

REST = 1.0
"""Seconds without a key after which the reader rests."""


class TerminalDriver(Driver):
    """A driver for Unix terminals that has little to say and leaves nothing behind."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._capabilities: Capabilities = getattr(app, "capabilities", None) or Capabilities.of_terminal()
        line: TerminalLine | None = getattr(app, "line", None)
        self._entered = line is not None
        self._line = line or TerminalLine(self._capabilities, mouse=mouse)
        self._keyboard = Keyboard()
        self._writer: Writer | None = None
        self._reading = False
        self._asked_at: float | None = None
        self._awaiting = False
        self._rest: TimerHandle | None = None
        self._signals = EndingSignals(self._leave, self._line.restore_now)

    @property
    def can_suspend(self) -> bool:
        """It can: `ctrl+z` gives the terminal back to the shell."""
        return True

    @property
    def busy(self) -> bool:
        """Whether the line has not yet taken what was last sent."""
        return self._writer is not None and self._writer.busy

    def write(self, data: str) -> None:
        """Send text to the terminal."""
        if self._writer is not None:
            self._writer.write(data.encode("utf-8", "replace"))

    def ask(self) -> None:
        """Ask once, after the first screen, whether updates can be held together, and how long an answer takes."""
        if self._asked_at is not None:
            return
        self._asked_at = monotonic()
        # Older consoles and Apple's terminal would print the end of the question.
        if self._capabilities.alternate_screen and os.environ.get("TERM_PROGRAM") != "Apple_Terminal":
            self.write(ASK_SYNCHRONIZED)
            self._awaiting = True

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._line.take()
        self._writer = Writer(self._line.output, self._lost_from_thread, self._line.at_once)
        self._writer.start()
        if not self._entered:
            self.write(self._line.entering)
        self._entered = False
        self._signals.start()
        self._loop.add_signal_handler(signal.SIGWINCH, self._tell_size)
        self._loop.add_signal_handler(signal.SIGTSTP, self._stopped_by_reader)
        self._loop.add_signal_handler(signal.SIGCONT, self._continued)
        self._start_reading()
        self._tell_size()

    def disable_input(self) -> None:
        """Read no more keys."""
        if self._reading:
            self._reading = False
            with suppress(OSError, ValueError):
                self._loop.remove_reader(self._line.input)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        for number in (signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(number)
        self._signals.stop()
        self._take_answer()
        self.write(self._line.leaving)
        if self._writer is not None:
            self._writer.stop(LAST_WORDS)
            self._writer = None
        self._line.give_back()

    def close(self) -> None:
        """Close what was opened."""
        self._line.close()

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self.stop_application_mode()

    def _tell_size(self) -> None:
        size = Size(*self._line.size)
        self._app.post_message(events.Resize(size, size))

    # Keys.

    def _start_reading(self) -> None:
        self._reading = True
        self._loop.add_reader(self._line.input, self._read)

    def _read(self) -> None:
        try:
            data = os.read(self._line.input, AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self.disable_input()
            self._signals.end(HUNG_UP)
            return
        if self._asked_at and ANSWER_SYNCHRONIZED in data:
            self._awaiting = False
            answered = getattr(self._app, "answered", None)
            if answered is not None:
                answered(monotonic() - self._asked_at)
        for message in self._keyboard.feed(data):
            self.process_message(message)
            if isinstance(message, events.Key):
                self._rest_later()
        self._tick_later()

    def _take_answer(self) -> None:
        """Wait a moment for the answer that is still on its way, and take it."""
        until = (self._asked_at or 0.0) + ANSWER_TAKES
        with suppress(OSError, ValueError):
            while self._awaiting and (left := until - monotonic()) > 0:
                if not select([self._line.input], [], [], left)[0]:
                    break
                data = os.read(self._line.input, AT_ONCE)
                self._awaiting = bool(data) and ANSWER_SYNCHRONIZED not in data
        self._awaiting = False

    def _rest_later(self) -> None:
        """Do what would hold up a key once none has come for a while."""
        if self._rest is not None:
            self._rest.cancel()
        self._rest = self._loop.call_later(REST, collect_if_due)

    def _tick_later(self) -> None:
        if self._keyboard.waiting:
            self._loop.call_later(constants.ESCAPE_DELAY + 0.01, self._tick)

    def _tick(self) -> None:
        for message in self._keyboard.tick():
            self.process_message(message)
        self._tick_later()

    # Endings and stops.

    def _lost_from_thread(self) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._signals.end, HUNG_UP)

    def _leave(self, status: int) -> None:
        self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=status))

    def _stopped_by_reader(self) -> None:
        """Give the terminal to the shell and stop, the whole job with it; go on where it was left when continued."""
        if not self._auto_restart:
            return
        self.suspend_application_mode()
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        # The stop takes effect within this time, which then runs on after it; without job control there is none.
        self._loop.call_later(STOP_TAKES, self._resumed)

    def _resumed(self) -> None:
        self.resume_application_mode()
        self._come_back()

    def _continued(self) -> None:
        """Continued after a stop that nobody could prepare for: the shell had the terminal meanwhile."""
        self._line.take()
        self.write(self._line.entering)
        self._come_back()

    def _come_back(self) -> None:
        self._app.post_message(self.SignalResume())
        forget = getattr(self._app, "forget_screen", None)
        if forget is not None:
            forget()

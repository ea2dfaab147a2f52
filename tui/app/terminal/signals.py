"""Signals: whatever ends or stops the program, the terminal is given back first."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

ENDING: Final = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)

PATIENCE: Final = 0.7
"""Seconds that the app has for leaving by itself, after a signal that ends it."""


class EndingSignals:
    """While in use, SIGHUP, SIGTERM and SIGINT call `leave(status)`, and the process ends in time whatever happens.

    `leave` asks the app to end; it is called in the main thread. Should the process still be there after `PATIENCE`
    seconds, `restore` gives the terminal back and the process ends at once: a reader's state is saved as it changes,
    so nothing is lost. The status is 128 + the signal's number, as shells count it.
    """

    def __init__(self, leave: Callable[[int], None], restore: Callable[[], None]) -> None:
        self._leave = leave
        self._restore = restore
        self._before: dict[int, Any] = {}
        self._status = 0

    def start(self) -> None:
        """Take the signals over."""
        for number in ENDING:
            self._before[number] = signal.signal(number, self._told)
        self._before[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._late)

    def stop(self) -> None:
        """Give the signals back; an ending that has begun is still watched."""
        for number, handler in self._before.items():
            if number != signal.SIGALRM or not self._status:
                signal.signal(number, handler)
        self._before.clear()

    def end(self, status: int) -> None:
        """End the app with `status`, as a signal would (the terminal has hung up)."""
        if not self._status:
            self._status = status
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)
            self._leave(status)

    def _told(self, number: int, _frame: FrameType | None) -> None:
        self.end(128 + number)

    def _late(self, _number: int, _frame: FrameType | None) -> None:
        self._restore()
        os._exit(self._status)

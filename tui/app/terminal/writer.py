"""Bytes on their way to the terminal: what it takes at once, at once; the rest by a thread, which alone may wait."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable

PIECE = 4096
"""Bytes that are written at a time: a line that has stopped is noticed after so many."""


class Writer(threading.Thread):
    """Writes to the file descriptor `fd` what it is given; calls `lost` once, from its thread, when that is gone.

    `at_once` is another descriptor of the same terminal, one that never waits, where there is such.
    """

    def __init__(self, fd: int, lost: Callable[[], None], at_once: int | None = None) -> None:
        super().__init__(daemon=True, name="terminal-writer")
        self._fd = fd
        self._at_once = at_once
        self._lost = lost
        self._waiting = bytearray()
        self._stopping = False
        self._writing = False
        self._news = threading.Condition()

    @property
    def busy(self) -> bool:
        """Whether something that was given is not yet with the terminal."""
        return self._writing or bool(self._waiting)

    def write(self, data: bytes) -> None:
        """Give bytes to be written, after all that was given before."""
        with self._news:
            if not self.busy:
                data = self._taken_at_once(data)
            if data:
                self._waiting += data
                self._news.notify()

    def _taken_at_once(self, data: bytes) -> bytes:
        """What is left of `data` after the terminal took what it has room for: the thread is spared mostly."""
        if self._at_once is None:
            return data
        try:
            return data[os.write(self._at_once, data) :]
        except (
            OSError
        ):  # there is no room, or no terminal: the thread waits for the one, and tells of the other
            return data

    def stop(self, seconds: float) -> None:
        """Write what is left, for at most so many seconds, and end."""
        with self._news:
            self._stopping = True
            self._news.notify()
        self.join(seconds)

    def run(self) -> None:
        """Write until `stop`, or until the terminal is gone."""
        while True:
            with self._news:
                self._writing = False
                while not self._waiting and not self._stopping:
                    self._news.wait()
                if not self._waiting:
                    return
                data = bytes(self._waiting)
                self._waiting.clear()
                self._writing = True
            try:
                self._write_all(data)
            except OSError:
                self._writing = False
                self._lost()
                return

    def _write_all(self, data: bytes) -> None:
        at = 0
        while at < len(data):
            try:
                at += os.write(self._fd, data[at : at + PIECE])
            except BlockingIOError:
                select.select([], [self._fd], [])

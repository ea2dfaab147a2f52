"""The way to the terminal: as little as possible on entering, all of it undone on leaving, whatever happens."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Textual's driver for Unix terminals, with less to say."""

    @property
    def busy(self) -> bool:
        """Whether the line has not yet taken what was last sent."""
        return self._writer_thread is not None and not self._writer_thread._queue.empty()

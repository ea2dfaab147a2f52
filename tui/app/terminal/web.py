"""The way to a page in a browser, through the server that started the app."""

from __future__ import annotations

from contextlib import suppress

from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Textual's driver for pages; the app ends with its server, also where that could not say so."""

    def run_input_thread(self) -> None:
        """Take what is typed; where nothing can come any more, end the app."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._loop.call_soon_threadsafe(self._app.exit)

    def write(self, data: str) -> None:
        """Send to the page; what nobody takes is lost."""
        with suppress(OSError):
            super().write(data)

    def stop_application_mode(self) -> None:
        """Tell the page that the app has ended."""
        with suppress(OSError):
            super().stop_application_mode()

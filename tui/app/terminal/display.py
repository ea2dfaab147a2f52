"""The app as the terminal sees it: only cells that changed are sent.

The app of the program is a subclass:

    class CorpusApp(TerminalApp): ...

What it may use: `use_inks(inks)` whenever the theme changes, so that terminals with few colours or none show what a
colour stands for; `low_bandwidth`, true on a slow line; `forget_screen()` after another program drew on the terminal.

Textual gives no public way to what it sends, so `_display` is overridden; where Textual is another than the one this
was proved with, Textual's own drawing is used (see `can_replace_drawing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import UnsupportedOperation
from time import monotonic
from typing import TYPE_CHECKING, Any

import textual
from rich.segment import Segment
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen

from tui.app.terminal.bandwidth import SLOW_REPAINT, Wanted, is_slow, with_fewer_colours
from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.cells import Cells
from tui.app.terminal.driver import TerminalDriver
from tui.app.terminal.first_screen import Shown
from tui.app.terminal.pens import Pens
from tui.imports import version_of

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.timer import Timer

PROVED_WITH = "8.2."

SYNC_FROM = 1024
"""Bytes from which an update is bracketed, so that a terminal that can shows it at once; shorter ones arrive whole."""

BUSY_RETRY = 0.02
"""Seconds after which a line that had not taken the last update is tried again."""


def can_replace_drawing() -> bool:
    """Whether this Textual is one whose inner workings are known here."""
    return (
        version_of("textual").startswith(PROVED_WITH)
        and callable(getattr(App, "_display", None))
        and {"strips", "region"} <= set(LayoutUpdate.__init__.__code__.co_varnames)
        and {"chops", "spans", "chop_ends"} <= set(ChopsUpdate.__init__.__code__.co_varnames)
    )


class TerminalApp(App[int], inherit_bindings=False):
    """A Textual app that sends only the cells that changed, through a driver that leaves the terminal as it was.

    Textual's own key to quit would overtake the keys that were typed before it.
    """

    ALLOW_SELECT = False
    """Textual's own selection knows only cells, and draws every widget anew that the mouse is dragged over."""

    def __init__(
        self,
        *,
        capabilities: Capabilities | None = None,
        low_bandwidth: Wanted = "auto",
        shown: Shown | None = None,
        **options: Any,
    ) -> None:
        self.line = shown.line if shown is not None else None
        self.capabilities = capabilities or Capabilities.of_terminal()
        self._bandwidth_wanted = low_bandwidth
        self.low_bandwidth = is_slow(low_bandwidth, None)
        if self.low_bandwidth:
            self.capabilities = with_fewer_colours(self.capabilities)
        self._cells: Cells | None = None
        self._pens = Pens(self.capabilities)
        self._sent_at = 0.0
        self._pending: Timer | None = None
        self._replaced = can_replace_drawing()
        if shown is not None:
            self.capabilities, self._pens, self._cells = shown.capabilities, shown.pens, shown.cells
        super().__init__(**options)
        if self._replaced:
            for capture in (self._capture_stdout, self._capture_stderr):
                capture.fileno = _no_descriptor  # type: ignore[method-assign]

    def answered(self, seconds: float) -> None:
        """The terminal has answered after so many seconds: from now on a slow line is sent less."""
        if self.low_bandwidth or not is_slow(self._bandwidth_wanted, seconds):
            return
        self.low_bandwidth = True
        self.capabilities = with_fewer_colours(self.capabilities)
        self._pens = Pens(self.capabilities, self._pens.inks)
        self._cells = None
        self.screen.refresh()

    def get_driver_class(self) -> type[Driver]:
        """The driver that leaves the terminal as it was, whatever happens; or the one that the environment names."""
        named = textual.constants.DRIVER is not None
        return TerminalDriver if self._replaced and not named else super().get_driver_class()

    def use_inks(self, inks: Mapping[str, str]) -> None:
        """Tell what the theme's colours stand for.

        `inks` names each `#rrggbb`: `text`, `quiet`, `accent`, `mark`, `warn`, `page`, `selection`.
        """
        if inks != self._pens.inks:
            self._pens = Pens(self.capabilities, inks)
            self._cells = None

    def forget_screen(self) -> None:
        """Draw everything anew: another program had the terminal, or it was cleared."""
        if self._cells is not None:
            self._cells.forget()
        if self._running and self.screen_stack:
            self.screen.refresh()

    @property
    def fault(self) -> Exception | None:
        """What ended the app, where that was a fault of its own: who runs it tells."""
        return self._exception

    def _fatal_error(self) -> None:
        """End. Textual would print the traceback with all variables, which hold what stands in the corpus."""
        self._close_messages_no_wait()

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the pointer as it is."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self._takes(renderable):
            if renderable is not None and not self._batch_count and self._cells is not None:
                self._cells.forget()
            super()._display(screen, renderable)
            return
        try:
            self._draw(renderable)
        finally:
            self.post_display_hook()

    def _takes(self, renderable: RenderableType | None) -> bool:
        return isinstance(renderable, (LayoutUpdate, ChopsUpdate)) and self._has_terminal

    @property
    def _has_terminal(self) -> bool:
        return (
            self._replaced
            and not self._batch_count
            and self._running
            and not self._closed
            and not self.is_headless
            and self._driver is not None
            and not self._driver.is_inline
        )

    @property
    def takes_rows(self) -> bool:
        """Whether the screen is as it was drawn last, and rows of it can be drawn with `draw_rows`."""
        cells = self._cells
        return (
            self._has_terminal
            and cells is not None
            and cells.known
            and (cells.width, cells.height) == self.size
        )

    def draw_rows(self, rows: Iterable[tuple[int, int, Iterable[Segment]]]) -> None:
        """Draw rows of widgets past Textual, which would cut each to pieces first: row, column and segments."""
        if self._cells is None:
            return
        for y, x, segments in rows:
            self._cells.draw(y, x, list(segments))
        self._send_soon()
        self.post_display_hook()

    def _draw(self, update: RenderableType | None) -> None:
        size = self.size
        cells = self._cells
        if cells is None or (cells.width, cells.height) != size:
            cells = self._cells = Cells(size.width, size.height, self._pens, self.capabilities)
        if not cells.known and isinstance(update, ChopsUpdate):
            update = self.screen._compositor.render_full_update()
        for y, x, segments in _strips(update):
            cells.draw(y, x, segments)
        self._send_soon()

    def _send_soon(self) -> None:
        """Send now, or together with what comes next where the line is slow."""
        if self._pending is not None:
            return
        interval = SLOW_REPAINT if self.low_bandwidth else 0.0
        wait = self._sent_at + interval - monotonic()
        if wait <= 0 and getattr(self._driver, "busy", False):
            wait = BUSY_RETRY
        if wait > 0:
            self._pending = self.set_timer(wait, self._send_pending)
        else:
            self._send()

    def _send_pending(self) -> None:
        self._pending = None
        self._send_soon()

    def _send(self) -> None:
        if self._cells is None or self._driver is None:
            return
        self._sent_at = monotonic()
        typing = self.focused is not None
        sequence = self._cells.flush((self.cursor_position.x, self.cursor_position.y) if typing else None)
        if not sequence:
            return
        if self._sync_available and len(sequence) >= SYNC_FROM:
            sequence = f"{SYNC_START}{sequence}{SYNC_END}"  # in one piece, so that the writer wakes up once
        self._driver.write(sequence)
        if isinstance(self._driver, TerminalDriver):
            self._driver.ask()


def _no_descriptor() -> int:
    """What Textual captures goes to no file. Its own -1 keeps `multiprocessing` from starting a process."""
    raise UnsupportedOperation("fileno")


def _strips(update: RenderableType | None) -> Iterator[tuple[int, int, list[Segment]]]:
    """What an update draws: row, column and segments; cut as Textual cuts it."""
    if isinstance(update, LayoutUpdate):
        left, top, _, _ = update.region
        for y, row in enumerate(update.strips, top):
            yield y, left, [segment for strip in row for segment in strip]
    elif isinstance(update, ChopsUpdate):
        for y, x1, x2 in update.spans:
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=True):
                if strip is None or x > x2 or end <= x1:
                    continue
                whole = x2 > x >= x1 and end <= x2
                yield y, x, list(strip if whole else strip.crop(0, min(end, x2) - x))

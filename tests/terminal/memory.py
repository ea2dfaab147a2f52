"""An app run in the test's own process on a terminal that is only remembered: two screens, one of them the truth.

`drawn` is what a terminal shows that got only the changed cells; `whole` what one shows that got all that Textual
draws. They must be the same, cell for cell, at every moment.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from textual._compositor import CompositorUpdate
from textual.app import App
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from tests.terminal.screen import Feed, Screen
from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.display import TerminalApp
from tui.app.terminal.pens import SYSTEMS

Seen = tuple[str, str, str, bool, bool, bool, bool, bool, bool]


class MemoryDriver(HeadlessDriver):
    """A driver that sends to a list, and claims to be a real one."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self.sent: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.sent.append(data)


class Remembered(TerminalApp):
    """Mixed into an app: it remembers both screens; `size` is that of its first window."""

    window = (80, 24)

    def __init__(self, *told: Any, **options: Any) -> None:
        super().__init__(*told, **options)
        self.console._color_system = SYSTEMS[self.capabilities.colours]
        self.drawn = Screen(*self.window)
        self.whole = Screen(*self.window)
        self._feed_drawn = Feed(self.drawn)
        self._feed_whole = Feed(self.whole)
        self.updates: list[int] = []
        """Bytes of each update."""

    def get_driver_class(self) -> type[Driver]:
        return MemoryDriver

    def _display(self, screen: Any, renderable: Any) -> None:
        takes = self._takes(renderable)
        if takes and isinstance(renderable, CompositorUpdate):
            # pyte begins a new line only at a carriage return; Textual's "\n" relies on the line's translating it.
            told = renderable.render_segments(self.console).replace("\n", "\r\n")
            self._feed_whole(f"\x1b[?7l{told}".encode())
        super()._display(screen, renderable)
        if takes:
            self.catch_up()

    def catch_up(self) -> None:
        """Put on the `drawn` screen what was sent."""
        driver = self._driver
        assert isinstance(driver, MemoryDriver)
        data = "".join(driver.sent).encode()
        driver.sent.clear()
        self.updates.append(len(data))
        self._feed_drawn(b"\x1b[?7l" + data)

    def new_window(self, columns: int, rows: int) -> None:
        """As when the window changes its size: what stands on it afterwards is anybody's guess."""
        self.drawn.resize(rows, columns)
        self.whole.resize(rows, columns)

    def difference(self) -> str:
        """Where the two screens differ, or nothing."""
        told = []
        for y, (left, right) in enumerate(zip(seen(self.drawn), seen(self.whole), strict=True)):
            for x, (drawn, whole) in enumerate(zip(left, right, strict=True)):
                if drawn != whole:
                    told.append(f"row {y} column {x}: {drawn} for {whole}")
        return "\n".join(told[:20])


def seen(screen: Screen) -> list[list[Seen]]:
    """The cells as an eye sees them: the ink of a blank is not seen, unless it is underlined or in reverse."""
    rows = []
    for row in screen.cells():
        told = []
        for cell in row:
            blank = cell.data == " "
            lines = (cell.underscore, cell.strikethrough, cell.reverse)
            ink = "" if blank and not any(lines) else cell.fg
            weight = (False, False, False) if blank else (cell.bold, cell.italics, cell.blink)
            told.append((cell.data, ink, cell.bg, *lines, *weight))
        rows.append(told)
    return rows


def run(app: TerminalApp, story: Callable[[Pilot[Any]], Awaitable[None]], size: tuple[int, int]) -> None:
    """Run the app in a window of `size` on a remembered terminal and let `story` drive it."""

    async def pilot_it(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        try:
            await story(pilot)
        finally:
            app.exit()

    asyncio.run(app.run_async(headless=False, size=size, auto_pilot=pilot_it, mouse=False))
    if app._exception is not None:
        raise app._exception


FULL = Capabilities()
TMUX = Capabilities(erases_in_colour=False, erases_characters=False)
CONSOLE = Capabilities(colours=16, alternate_screen=False)

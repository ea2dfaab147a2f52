"""The first screen, drawn by plain code while the app is still being imported: the list of articles, from the library.

The rows are drawn by the functions that the app draws them with, so they are the same cells; what the app knows better
(the status line, the keys) is left to it. The app takes the cells over and sends only what is missing.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, NamedTuple

from rich.segment import Segment

from tui.app.terminal.bandwidth import is_slow, with_fewer_colours
from tui.app.terminal.capabilities import Capabilities
from tui.app.terminal.cells import Cells
from tui.app.terminal.line import TerminalLine
from tui.app.terminal.pens import Pens
from tui.app.terminal.signals import EndingSignals

Row = list[Segment]
Drawing = Callable[[int, int], list[Row]]
"""Gives the first rows of the screen for its columns and rows, from the top; none where there is nothing to draw."""

SENT_FIRST = 8
"""Rows that are sent before the others: a slow line shows a packet of SSH only when all of it has come."""


class Shown(NamedTuple):
    """What stands on the terminal before the app is there: the app draws on from `cells`, with `line` and `pens`."""

    line: TerminalLine
    capabilities: Capabilities
    pens: Pens
    cells: Cells
    signals: EndingSignals

    def take_back(self) -> None:
        """Give the terminal back: the app has failed to come."""
        self.signals.stop()
        self.line.restore_now()


def show(draw: Drawing, inks: dict[str, str], *, mouse: bool, low_bandwidth: Any) -> Shown | None:
    """Take the terminal and show what `draw` gives; None where it gives nothing, or the terminal is not to be had."""
    capabilities = Capabilities.of_terminal()
    if is_slow(low_bandwidth, None):
        capabilities = with_fewer_colours(capabilities)
    try:
        line = TerminalLine(capabilities, mouse=mouse)
    except OSError:
        return None
    width, height = line.size
    rows = draw(width, height)
    if not rows:
        line.close()
        return None
    pens = Pens(capabilities, inks)
    cells = Cells(width, height, pens, capabilities)
    for y, row in enumerate(rows):
        cells.draw(y, 0, row if y < SENT_FIRST else [Segment(" " * width, row[-1].style)])
    signals = EndingSignals(lambda status: _leave(line, status), line.restore_now)
    signals.start()
    line.take()
    _write(line, line.entering + cells.flush())
    for y, row in enumerate(rows[SENT_FIRST:], SENT_FIRST):
        cells.draw(y, 0, row)
    _write(line, cells.flush())
    return Shown(line, capabilities, pens, cells, signals)


def _write(line: TerminalLine, text: str) -> None:
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(line.output, data) :]


def _leave(line: TerminalLine, status: int) -> None:
    """End at once: there is no app yet that could, and nothing to keep."""
    line.restore_now()
    os._exit(status)

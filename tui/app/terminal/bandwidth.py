"""Slow lines: told by the reader, or by the line itself when it is slow to answer over SSH."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final, Literal

from tui.app.terminal.capabilities import Capabilities

Wanted = Literal["auto", "always", "never"]

SLOW_ANSWER: Final = 0.15
"""Seconds from the end of the first screen to the terminal's answer, from which a line is slow."""

SLOW_REPAINT: Final = 0.1
"""Seconds between two repaints on a slow line: ten a second."""

FEWER_COLOURS: Final = 256
"""A colour of a palette takes half the bytes of one told by its red, green and blue."""


def is_slow(wanted: Wanted, answered_in: float | None, environment: Mapping[str, str] | None = None) -> bool:
    """Whether to send less. `answered_in` is how long the terminal took to answer, None while it has not."""
    told = os.environ if environment is None else environment
    if wanted != "auto":
        return wanted == "always"
    return bool(told.get("SSH_CONNECTION")) and answered_in is not None and answered_in > SLOW_ANSWER


def with_fewer_colours(capabilities: Capabilities) -> Capabilities:
    """What may be sent over a slow line."""
    return capabilities._replace(colours=min(capabilities.colours, FEWER_COLOURS))

"""Copying: the terminal is asked (OSC 52), which works over SSH, and a tool of the desktop where there is one.

    copied = Clipboard(app.capabilities).copy(text, driver.write)
    screen.say(copied.told)        # "copied by the terminal (OSC 52) and wl-copy"

What is copied is cleaned like what is drawn: pasting it into a shell must not run what a corpus hid in it.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tui.app.terminal.capabilities import Capabilities
from tui.app.text import Shown

LONGEST: Final = 74_994
"""Characters of base64 that terminals take in one OSC 52 (xterm's and hterm's limit)."""

SCREEN_TAKES: Final = 500
"""Characters that GNU screen passes through in one piece; it has room for 768."""

PATIENCE: Final = 2.0
"""Seconds that a tool may take."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of copying: `text` is what was copied, `ways` name what was used, none where nothing could be."""

    text: str
    ways: tuple[str, ...]

    @property
    def told(self) -> str:
        """A sentence for the reader."""
        if not self.ways:
            return "not copied: this terminal has no clipboard, and there is no wl-copy, xclip or pbcopy"
        return f"copied {len(self.text):,} characters by {' and '.join(self.ways)}"


class Clipboard:
    """Ways to the reader's clipboard from where the program runs."""

    def __init__(self, capabilities: Capabilities, environment: Mapping[str, str] | None = None) -> None:
        self._capabilities = capabilities
        self._environment = os.environ if environment is None else environment

    def copy(self, text: str, write: Callable[[str], None]) -> Copied:
        """Copy text (of a corpus: it is made safe) by all ways there are; `write` sends to the terminal."""
        safe = "\n".join(Shown(line).text for line in text.splitlines())
        ways = []
        encoded = base64.b64encode(safe.encode("utf-8", "replace")).decode("ascii")
        if self._capabilities.alternate_screen and len(encoded) <= LONGEST:
            write(self._wrapped(f"\x1b]52;c;{encoded}\x07"))
            ways.append("the terminal (OSC 52)")
        tool = self._tool()
        if tool is not None and _give(tool, safe):
            ways.append(tool[0])
        return Copied(safe, tuple(ways))

    def _wrapped(self, sequence: str) -> str:
        """As tmux and GNU screen pass it on to the terminal that they run in."""
        if self._environment.get("TMUX"):
            # tmux takes it itself (set-clipboard on), or passes it on (allow-passthrough): both are asked.
            return f"{sequence}\x1bPtmux;{sequence.replace(chr(27), chr(27) * 2)}\x1b\\"
        if self._environment.get("STY"):
            pieces = [sequence[at : at + SCREEN_TAKES] for at in range(0, len(sequence), SCREEN_TAKES)]
            return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
        return sequence

    def _tool(self) -> tuple[str, ...] | None:
        told = self._environment
        tools: list[tuple[str, ...]] = []
        if told.get("WAYLAND_DISPLAY"):
            tools.append(("wl-copy",))
        if told.get("DISPLAY"):
            tools += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
        if sys.platform == "darwin" and not told.get("SSH_CONNECTION"):
            tools.append(("pbcopy",))
        if told.get("TMUX"):
            tools.append(("tmux", "load-buffer", "-w", "-"))
        return next((tool for tool in tools if shutil.which(tool[0], path=told.get("PATH"))), None)


def _give(tool: tuple[str, ...], text: str) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and no argument is of the corpus
            tool,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0

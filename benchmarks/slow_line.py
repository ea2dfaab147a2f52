"""Start and page over a slow line: a proxy that delays each byte and lets so many through a second, on one machine.

    benchmarks/slow_line.py [--delay 0.1] [--rate 64000] [--size 120x40] CORPUS [-- corpus-tui]

`--delay` is the round trip in seconds, half of it each way; `--rate` bytes a second towards the reader. The program
runs in a pseudo-terminal as if over SSH (SSH_CONNECTION is set); what it writes and what is typed goes through the
proxy. Prints, for the program and for less on the same text: seconds until text is on the far screen, bytes, and the
median seconds and bytes of a page.
"""

import argparse
import heapq
import itertools
import os
import select
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.terminal.screen import KEYS, Feed, Screen, Terminal  # noqa: E402

QUIET = 0.6
"""Seconds without a byte after which a screen is whole."""


class SlowTerminal(Terminal):
    """A terminal at the far end of a slow line."""

    def __init__(
        self, command: list[str], *, delay: float, rate: float, size: tuple[int, int], **how: object
    ) -> None:
        super().__init__(command, size=size, answers=True, **how)  # type: ignore[arg-type]
        self.far = Screen(*size)
        self._far_feed = Feed(self.far)
        self._delay, self._rate = delay / 2, rate
        self._free_at = 0.0
        self._order = itertools.count()
        self._coming: list[tuple[float, int, bytes]] = []
        self._going: list[tuple[float, bytes]] = []
        self.arrived = 0

    def send(self, key: str) -> None:
        """Type a key at the far end: it arrives after half a round trip."""
        self._going.append((time.monotonic() + self._delay, KEYS.get(key, key).encode()))

    def run(self, until: Callable[[], bool], seconds: float = 30.0) -> float:
        """Let the line work until a condition holds at the far end; the seconds that it took."""
        began = time.monotonic()
        while not until():
            now = time.monotonic()
            if now - began > seconds:
                raise SystemExit(f"slow_line: not met after {seconds:g} s\n" + "\n".join(self.far.display))
            self._turn(now)
        return time.monotonic() - began

    def settle(self) -> tuple[float, int]:
        """Let the line work until nothing has arrived for a while: seconds until the last byte, and bytes."""
        began, before = time.monotonic(), self.arrived
        last, count = began, before
        while time.monotonic() - last < QUIET or self._coming or self._going:
            self._turn(time.monotonic())
            if self.arrived != count:
                last, count = time.monotonic(), self.arrived
        return last - began, count - before

    def _turn(self, now: float) -> None:
        while self._going and self._going[0][0] <= now:
            os.write(self._fd, self._going.pop(0)[1])
        before = len(self.raw)
        if select.select([self._fd], [], [], 0.002)[0]:
            self._read()
        data = bytes(self.raw[before:])
        for at in range(0, len(data), 256):
            piece = data[at : at + 256]
            self._free_at = max(self._free_at, now) + len(piece) / self._rate
            heapq.heappush(self._coming, (self._free_at + self._delay, next(self._order), piece))
        while self._coming and self._coming[0][0] <= now:
            piece = heapq.heappop(self._coming)[2]
            self.arrived += len(piece)
            self._far_feed(piece)

    def shows(self, text: str) -> bool:
        """Whether text is on the far screen."""
        return any(text in row for row in self.far.display)


def measure(name: str, terminal: SlowTerminal, ready: str, keys: list[str], page: str) -> None:
    """Print one program's figures."""
    with terminal:
        start = terminal.run(lambda: terminal.shows(ready))
        terminal.settle()
        first = terminal.arrived
        for key in keys:
            terminal.send(key)
            terminal.settle()
        pages = []
        for _ in range(6):
            terminal.send(page)
            pages.append(terminal.settle())
        seconds = statistics.median(page[0] for page in pages)
        sent = statistics.median(page[1] for page in pages)
        print(f"{name:12} start {start:6.3f} s  {first:6} B   page {seconds:6.3f} s  {sent:6.0f} B")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--delay", type=float, default=0.1)
    parser.add_argument("--rate", type=float, default=64_000)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("corpus", type=Path, help="a folder of .txt articles that was indexed before")
    parser.add_argument("command", nargs="*", default=[])
    options = parser.parse_args()
    columns, _, rows = options.size.partition("x")
    line = {"delay": options.delay, "rate": options.rate, "size": (int(columns), int(rows))}
    environment = {"SSH_CONNECTION": "127.0.0.1 1 127.0.0.1 2", "COLORTERM": "truecolor"}
    longest = max(options.corpus.glob("**/*.txt"), key=lambda path: path.stat().st_size)
    words = longest.read_text(encoding="utf-8").split()[0]
    command = options.command or [str(Path(sys.executable).parent / "corpus-tui")]
    mine = SlowTerminal([*command, "--fresh", str(longest)], environment=environment, **line)
    measure("corpus-tui", mine, words, ["enter"], "pagedown")
    measure("less", SlowTerminal(["less", str(longest)], environment=environment, **line), words, [], "space")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

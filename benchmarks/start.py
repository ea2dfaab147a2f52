#!/usr/bin/env python3
"""Processor time until the first byte of the first screen, beside that of Python alone and of importing Textual.

    start.py [--articles 200] [--runs 9] [--size 120x40] [corpus-tui]

Each start is the first in a corpus that was read before. Prints medians, their ratio, and memory at the first byte and
five seconds later. Linux only: what a process has used is read from /proc.
"""

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.slow_line import make_corpus  # noqa: E402
from tests.terminal.screen import Terminal  # noqa: E402

RESTED = 5.0
"""Seconds without a byte after which the app rests."""


def used(pid: int) -> float:
    """Milliseconds of the processor that all threads of a process have had."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6


def memory(pid: int) -> float:
    """Resident megabytes."""
    told = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(told[1]) / 1024 if told else 0.0


def python(code: str) -> float:
    """Milliseconds of the processor that Python takes for `code`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def start(
    command: list[str], own: Mapping[str, str], size: tuple[int, int], *, rest: bool
) -> tuple[float, float, float]:
    """Milliseconds and megabytes at the first byte, and megabytes at rest, where that is waited for."""
    with Terminal(command, size=size, environment=own) as terminal:
        terminal.until(lambda: bool(terminal.raw), 60)
        pid = terminal.process.pid
        first = used(pid), memory(pid)
        if rest:
            terminal.still(RESTED, 60)
        return *first, memory(pid)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("command", nargs="*", default=[])
    options = parser.parse_args()
    columns, _, rows = options.size.partition("x")
    ours = options.command or [str(Path(sys.executable).parent / "corpus-tui")]
    with tempfile.TemporaryDirectory(prefix="start-") as name:
        folder = Path(name)
        articles, _ = make_corpus(folder, options.articles)
        own = {f"XDG_{part}_HOME": str(folder / part) for part in ("CACHE", "STATE", "DATA", "CONFIG")}
        indexing = [*ours, "index", str(articles)]
        subprocess.run(indexing, env={**os.environ, **own}, check=True, stdout=subprocess.DEVNULL)
        starts, alone, textual = [], [], []
        for run in range(options.runs):
            shutil.rmtree(folder / "STATE", ignore_errors=True)
            command = [*ours, str(articles)]
            starts.append(start(command, own, (int(columns), int(rows)), rest=run == options.runs - 1))
            alone.append(python("pass"))
            textual.append(python("import textual.app"))
    first, held, _ = (statistics.median(one) for one in zip(*starts, strict=True))
    python_alone, with_textual = statistics.median(alone), statistics.median(textual)
    print(f"first byte after {first:.0f} ms of the processor, {held:.1f} MB; {starts[-1][2]:.1f} MB at rest")
    print(f"python -c pass {python_alone:.0f} ms, import textual.app {with_textual:.0f} ms")
    print(f"first byte: {first / python_alone:.1f} x python, {first / with_textual:.2f} x import textual.app")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

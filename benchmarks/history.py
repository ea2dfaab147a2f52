#!/usr/bin/env python3
"""Measure this machine on a corpus that anybody has, and keep what was measured: `make bench`.

    history.py            measure, add a line to history.jsonl, write docs/benchmarks.md anew
    history.py --page     only write the page

The corpus is dealt out of the bundled articles, always the same: their paragraphs in another order, with other numbers.
"""

import argparse
import datetime as dt
import json
import multiprocessing
import os
import platform
import random
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from scale import COLUMNS, measure

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).with_name("history.jsonl")
PAGE = ROOT / "docs" / "benchmarks.md"
ARTICLES = 200
PARAGRAPHS = 12
SHOWN = {
    "articles a CPU s": "read, articles a CPU s",
    "peak MB": "peak MB",
    "store MB": "store MB",
    "search MB": "search MB",
    "open + 50 rows, ms": "open, ms",
    "letter typed p50, ms": "letter p50, ms",
    "p95, ms": "p95, ms",
}
"""What the page shows of `scale.COLUMNS`."""


ABOUT = f"""# Benchmarks

Each row was measured by `make bench`, which adds one: compare rows of one machine with each other. The corpus
has {ARTICLES} articles, dealt out of the bundled ones: paragraphs in another order, with other numbers. Times are CPU
time, so that other work on the machine counts little. *Start* is `corpus-tui keys` from nothing to its end; *open*
is a library with its first 50 rows; a *letter* is one keystroke in the search box. How the cost grows with the
corpus is told in [Scale](scale.md).

"""


def dealt(path: Path) -> None:
    """Write the corpus."""
    deal = random.Random(1)
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    paragraphs = [part for text in texts for part in re.split(r"\n\s*\n", text) if len(part) > 80]
    with path.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            chosen = deal.sample(paragraphs, min(PARAGRAPHS, len(paragraphs)))
            text = re.sub(r"\d+", lambda _: str(deal.randrange(2, 90)), "\n\n".join(chosen))
            file.write(json.dumps({"id": f"{number:03}", "title": f"Article {number}", "text": text}) + "\n")


def start() -> float:
    """CPU milliseconds of a command that reads nothing: the best of five."""
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "tui", "keys"], check=True, capture_output=True, cwd=ROOT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append((after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime))
    return min(times) * 1000


def measured() -> dict[str, Any]:
    """One line of the history."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], check=False, capture_output=True, text=True, cwd=ROOT
    ).stdout.strip()
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        dealt(corpus)
        told = context.Queue()
        process = context.Process(target=measure, args=(corpus, ARTICLES, 2, told))
        process.start()
        values = told.get()
        process.join()
    found = dict(zip((name for name, _ in COLUMNS), values, strict=True))
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "commit": commit,
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "start, ms": round(start(), 1),
        **{name: round(value, 3) for name, value in found.items()},
    }


def page() -> str:
    """The page of all that was measured, the newest first."""
    lines = DATA.read_text(encoding="utf-8").splitlines() if DATA.exists() else []
    runs = [json.loads(line) for line in reversed(lines)]
    forms = dict(COLUMNS)
    head = ["date", "commit", "Python", "machine", "start, ms", *SHOWN.values()]
    rows = [
        [
            *(run["date"], run["commit"], run["python"], run["machine"], f"{run['start, ms']:.0f}"),
            *(forms[name].format(run[name]) for name in SHOWN),
        ]
        for run in runs
    ]
    table = [head, ["---"] * 4 + ["---:"] * (len(head) - 4), *rows]
    return ABOUT + "\n".join(f"| {' | '.join(cells)} |" for cells in table) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--page", action="store_true")
    if not parser.parse_args().page:
        with DATA.open("a", encoding="utf-8") as file:
            file.write(json.dumps(measured()) + "\n")
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

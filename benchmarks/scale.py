#!/usr/bin/env python3
"""What a library costs by the number of its articles: time, memory, bytes, and how soon it opens and answers.

    scale.py CORPUS.jsonl [--sizes 100 1000 10000] [--jobs 2] [--rows ROWS.jsonl] [--plot docs/scale.svg]

For each size the first lines of the file are a corpus of their own, measured in a process of its own, so that memory is
its own too. CPU seconds count the program and all its processes; times of opening and searching are CPU time as well.
`--plot` draws how they grow. With `--rows` each size is added to a file as it is measured, and table and plot are of
all that the file holds: so sizes can be measured one by one.
"""

import argparse
import functools
import itertools
import json
import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from plot import curves

from tui.library.build import refresh
from tui.library.library import Library
from tui.search.query import WORD

COLUMNS = (
    ("articles", "{:,}"),
    ("MB of text", "{:.1f}"),
    ("passages", "{:,}"),
    ("index, CPU s", "{:.1f}"),
    ("articles a CPU s", "{:.0f}"),
    ("of it merging, s", "{:.1f}"),
    ("peak MB", "{:.0f}"),
    ("store MB", "{:.1f}"),
    ("search MB", "{:.1f}"),
    ("open + 50 rows, ms", "{:.1f}"),
    ("index again, s", "{:.2f}"),
    ("letter typed p50, ms", "{:.1f}"),
    ("p95, ms", "{:.1f}"),
)

PLOTTED = ("index, CPU s", "peak MB", "store MB", "search MB", "p95, ms")


def cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(ask: Callable[[], object]) -> float:
    began = time.process_time()
    ask()
    return time.process_time() - began


class Told:
    """Notes when merging began."""

    paused = cancelled = False

    def __init__(self) -> None:
        self.merging = 0.0
        self.since = 0.0

    def report(self, progressed: object) -> None:
        """Be told."""
        phase = getattr(progressed, "phase", "")
        if phase == "merging":
            self.since = time.process_time()
        elif phase == "indexing" and self.since:
            self.merging = time.process_time() - self.since


def typed(library: Library) -> list[float]:
    """CPU seconds of each letter of some queries, as they are typed."""
    times = []
    passages = library.ask(
        "SELECT folded FROM passage WHERE field = 0 AND length(folded) > 60 ORDER BY id LIMIT 12"
    )
    for (passage,) in passages:  # a letter a turn
        query = " ".join(WORD.findall(passage)[2:6])
        for end in range(1, len(query) + 1):
            ask = functools.partial(library.search, query[:end], limit=10, fields=("passage",))
            times.append(timed(ask))
    return sorted(times)


def measure(path: Path, articles: int, jobs: int, told: "multiprocessing.Queue[list[float]]") -> None:
    with tempfile.TemporaryDirectory() as name:
        corpus, folder = Path(name) / "corpus.jsonl", Path(name) / "library"
        with path.open(encoding="utf-8") as lines, corpus.open("w", encoding="utf-8") as file:
            text = 0
            for line in itertools.islice(lines, articles):
                file.write(line)
                text += len(json.loads(line)["text"].encode())
        library, progress, began = Library.open([corpus], folder=folder), Told(), cpu()
        report = refresh(library, jobs=jobs, progress=progress)
        spent = cpu() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        library.close()

        def opened() -> None:
            fresh = Library.open([corpus], folder=folder)
            fresh.rows()[:50]
            fresh.close()

        first = statistics.median(timed(opened) for _ in range(7)) * 1000
        library = Library.open([corpus], folder=folder)
        again = timed(lambda: refresh(library))
        library.search("warm", limit=10)
        letters = typed(library)
        told.put(
            [
                *(
                    report.articles,
                    text / 1e6,
                    report.passages,
                    spent,
                    report.articles / spent,
                    progress.merging,
                    peak,
                ),
                *(report.store_bytes / 1e6, report.search_bytes / 1e6, first, again),
                *(letters[len(letters) // 2] * 1000, letters[int(len(letters) * 0.95)] * 1000),
            ]
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 10_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rows", type=Path, metavar="ROWS.jsonl")
    parser.add_argument("--plot", type=Path, metavar="OUT.svg")
    options = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    print("| " + " | ".join(name for name, _ in COLUMNS) + " |")
    print("|" + "---:|" * len(COLUMNS))
    rows: list[list[float]] = []
    if options.rows and options.rows.exists():
        rows = sorted(map(json.loads, options.rows.read_text("utf-8").splitlines()))
    for row in rows:
        print_row(row)
    for size in options.sizes:
        told = context.Queue()
        process = context.Process(target=measure, args=(options.path, size, options.jobs, told))
        process.start()
        values = told.get()
        process.join()
        rows.append(values)
        print_row(values)
        if options.rows:
            with options.rows.open("a", encoding="utf-8") as file:
                file.write(json.dumps(values) + "\n")
    if options.plot:
        options.plot.write_text(drawn(sorted(rows)), "utf-8")


def print_row(values: Sequence[float]) -> None:
    told = (form.format(value) for (_, form), value in zip(COLUMNS, values, strict=True))
    print("| " + " | ".join(told) + " |", flush=True)


def drawn(rows: Sequence[Sequence[float]]) -> str:
    """An SVG of the columns that grow."""
    names = [name for name, _ in COLUMNS]
    curve = {name: [(row[0], row[names.index(name)]) for row in rows] for name in PLOTTED}
    return curves("What a library costs", "articles", curve)


if __name__ == "__main__":
    main()

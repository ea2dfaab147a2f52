#!/usr/bin/env python3
"""Search in a million different sentences: what its index costs, how soon a letter typed is answered, what is found.

    million.py [--sentences 1000000] [--queries 100] [--seed 1] [--fzf 10]

Makes the sentences of the program's own word lists and of made-up words, drawn as often as words are (Zipf's law as
Mandelbrot has it), 8 to 40 in a sentence, and keeps them with nothing found in them: only searching is measured here.
Queries are those of search_fzf.py, kept where at most five sentences hold all their words. Prints CPU seconds,
bytes and memory of the index, times of whole queries and of letters typed (CPU time), recall in the first ten, and the
same for `fzf --filter` on its first queries of each kind. Takes 5 GB of disk while it runs, and some minutes.
"""

import argparse
import functools
import itertools
import json
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from search_fzf import KINDS, TOP, found_fzf, query_of

from tui.corpus.text import fold
from tui.findings import extraction
from tui.library.build import refresh
from tui.library.library import Library
from tui.search.query import WORD

COMMON = """the of to in a and that for on is said with as it was by at from he has have its be will are an not but this
they who or had were would been more after which about one their his also when up out than there if no over we could
into year last two people other new some years time government president first against can"""
SYLLABLES = """ba bel cor da den el fa gar hol im jo ka kov lan lin ma mer mi nor or pe ra rin sa sho ta tor u va ven
wi za"""
WORDS = 200_000
SENTENCES = 30  # in an article


def vocabulary(rnd: random.Random) -> list[str]:
    """Words, the most frequent first: those of all texts, those of the word lists, made-up ones as names are."""
    lists = sorted(Path(extraction.__file__).parent.glob("language/english/*.txt"))
    listed = {word for path in lists for word in WORD.findall(fold(path.read_text("utf-8"))) if len(word) > 3}
    known = sorted(listed.difference(COMMON.split()))
    rnd.shuffle(known)
    made: dict[str, None] = dict.fromkeys([*COMMON.split(), *known])
    while len(made) < WORDS:
        made["".join(rnd.choices(SYLLABLES.split(), k=rnd.randint(2, 4)))] = None
    return list(made)


def sentences(count: int, rnd: random.Random) -> Iterator[str]:
    """Different sentences."""
    words = vocabulary(rnd)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    seen: set[int] = set()
    while len(seen) < count:
        length = min(40, max(8, round(rnd.gauss(22, 7))))
        sentence = " ".join(rnd.choices(words, cum_weights=weights, k=length))
        if hash(sentence) not in seen:
            seen.add(hash(sentence))
            yield f"{sentence[0].upper()}{sentence[1:]}."


def write(path: Path, count: int, rnd: random.Random) -> list[str]:
    """A corpus of so many sentences; some of them, folded, to make queries of."""
    some = []
    every = max(1, count // 20_000)
    with path.open("w", encoding="utf-8") as file:
        coming = enumerate(sentences(count, rnd))
        while article := list(itertools.islice(coming, SENTENCES)):
            some += [fold(sentence) for at, sentence in article if at % every == 0]
            text = "\n\n".join(sentence for _, sentence in article)
            file.write(json.dumps({"title": f"Article {article[0][0]}", "text": text}) + "\n")
    return some


def nothing(_: object) -> extraction.Findings:
    """What is found where only searching is measured."""
    return extraction.Findings((), (), (), ())


def holding(library: Library, words: list[str]) -> int:
    """How many sentences hold all words."""
    import tantivy

    index = library.searching().index()
    asked = [(tantivy.Occur.Must, tantivy.Query.term_query(index.schema, "passage", word)) for word in words]
    return int(index.searcher().search(tantivy.Query.boolean_query(asked), 1).count or 0)


def queries_of(
    library: Library, some: list[str], each: int, rnd: random.Random
) -> list[tuple[str, str, str]]:
    """(kind, query, sentence): as many of each kind, none that many sentences would answer."""
    made = []
    for kind in KINDS:
        count = 0
        while count < each:
            sentence = rnd.choice(some)
            state = rnd.getstate()
            clean = query_of(sentence, "exact" if kind in KINDS[:3] else "reordered", rnd)
            rnd.setstate(state)
            query = query_of(sentence, kind, rnd)
            if clean and query and holding(library, clean.split()) <= 5:
                made.append((kind, query, sentence))
                count += 1
    return made


def timed(ask: Callable[[], list[str]]) -> tuple[float, list[str]]:
    """CPU milliseconds, and the answers."""
    began = time.process_time()
    answers = ask()
    return (time.process_time() - began) * 1000, answers


def told(name: str, times: list[float]) -> str:
    times = sorted(times)
    return f"{name} p50 {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms"


def report(name: str, found: dict[str, list[bool]], *times: str) -> None:
    recall = "  ".join(f"{kind} {statistics.fmean(hits):.2f}" for kind, hits in found.items())
    print(f"{name:10} {recall}   {'; '.join(times)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sentences", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=100, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fzf", type=int, default=10, help="queries of each kind that fzf is asked, too")
    options = parser.parse_args()
    rnd = random.Random(options.seed)
    extraction.extract_from = nothing
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "corpus.jsonl"
        some = write(corpus, options.sentences, rnd)
        library = Library.open([corpus], folder=Path(name) / "library")
        began = time.process_time()
        made = refresh(library, jobs=1)
        spent = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        segments = library.searching().index().searcher().num_segments
        print(
            f"{library.ask('SELECT count(*) FROM passage WHERE field = 0')[0][0]:,} sentences, {spent:.0f} CPU s,"
            f" {made.search_bytes / 1e6:.1f} MB of index in {segments} segments,"
            f" {made.store_bytes / 1e6:.0f} MB of database,"
            f" peak {peak:.0f} MB",
            flush=True,
        )
        queries = queries_of(library, some, options.queries, rnd)

        def ask(query: str) -> list[str]:
            return [fold(match.text) for match in library.search(query, limit=TOP, fields=("passage",))]

        ask("warm")
        found: dict[str, list[bool]] = {kind: [] for kind in KINDS}
        whole, letters = [], []
        for kind, query, sentence in queries:
            spent, answers = timed(functools.partial(ask, query))
            whole.append(spent)
            found[kind].append(sentence in answers)
        for _, query, _ in queries[:: max(1, len(queries) // 30)]:
            letters += [timed(functools.partial(ask, query[:end]))[0] for end in range(1, len(query) + 1)]
        report("corpus-tui", found, told("query", whole), told("letter", letters))
        if options.fzf and (program := shutil.which(found_fzf())):
            beside(program, library, queries, options.fzf)


def beside(program: str, library: Library, queries: list[tuple[str, str, str]], each: int) -> None:
    """The same of fzf, by the clock: it is a process of its own, which uses all cores."""
    lines = "\n".join(row[0] for row in library.ask("SELECT folded FROM passage WHERE field = 0")).encode()
    found: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    times = []
    for kind in KINDS:
        for _, query, sentence in [one for one in queries if one[0] == kind][:each]:
            began = time.perf_counter()
            run = subprocess.run(
                [program, "--filter", query], input=lines, stdout=subprocess.PIPE, check=False
            )
            times.append((time.perf_counter() - began) * 1000)
            found[kind].append(sentence in run.stdout.decode().split("\n")[:TOP])
    report("fzf", found, told("query (wall)", times))


if __name__ == "__main__":
    main()

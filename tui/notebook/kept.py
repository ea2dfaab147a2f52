"""What comparing a corpus takes time to find, kept with the library until anything that it depends on changes."""

import base64
import hashlib
import json
import sqlite3
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

from tui.compare.difference import Difference, Side
from tui.compare.weights import GramWeights, Weights
from tui.library.library import Library

_DIFFERENCES, _WEIGHTS = "differences", "weights"


def kept_differences(library: Library, digest: str) -> list[Difference] | None:
    """The differences that were kept under this digest; None where there are none, or other ones."""
    try:
        return [
            Difference(kind, about, tuple(Side(*side) for side in sides), rule, confidence)
            for kind, about, sides, rule, confidence in json.loads(_kept(library, _DIFFERENCES, digest))
        ]
    except (TypeError, ValueError):
        return None


def keep_differences(library: Library, digest: str, found: list[Difference]) -> None:
    """Keep differences under the digest of what they were found in; where nothing can be written, they are not kept."""
    listed = [(one.kind, one.about, one.sides, one.rule, one.confidence) for one in found]
    _keep(library, _DIFFERENCES, digest, json.dumps(listed))


def kept_weights(library: Library, digest: str) -> Weights | None:
    """The weights that were kept under this digest; None where there are none, or other ones."""
    try:
        told = zlib.decompress(base64.b64decode(_kept(library, _WEIGHTS, digest)))
        passages, *counted = json.loads(told)
        pieces, words, terms, actors = (Counter[str](told) for told in counted)
    except (TypeError, ValueError, zlib.error):
        return None
    return Weights(passages, GramWeights(pieces, passages), words, terms, actors)


def keep_weights(library: Library, digest: str, weights: Weights) -> None:
    """Keep weights under the digest of what they were counted in; where nothing can be written, they are not kept."""
    told = (weights.passages, weights.grams.counts, weights.words, weights.terms, weights.actors)
    _keep(library, _WEIGHTS, digest, base64.b64encode(zlib.compress(json.dumps(told).encode())).decode())


def _kept(library: Library, key: str, digest: str) -> str:
    """What was kept under the digest; empty where there is nothing, or something else."""
    known, _, told = (library.meta(key) or "").partition("\n")
    return told if known == _of_comparing(digest) else ""


def _keep(library: Library, key: str, digest: str, told: str) -> None:
    try:
        with library.store.writing() as connection:
            kept = f"{_of_comparing(digest)}\n{told}"
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, kept))
    except sqlite3.Error:
        return


def _of_comparing(digest: str) -> str:
    return f"{digest} {_comparing()}"


@cache
def _comparing() -> str:
    """A digest of the code that compares: what another version found is found again."""
    code = hashlib.sha256()
    for path in sorted((Path(__file__).parents[1] / "compare").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py"):
            code.update(path.read_bytes())
    return code.hexdigest()[:16]

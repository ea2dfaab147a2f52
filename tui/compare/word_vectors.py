"""Words as points: near each other where texts use them alike (barrister, lawyer), so that no list has to have both.

Made of GloVe (Pennington, Socher, Manning 2014) by `scripts/build_word_vectors.py`.
"""

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from tui.compare.words import stem

DIMENSIONS = 16
ZERO = 79
"""The character that stands for 0; those before and after it for the numbers down to -31 and up to 31."""


def sense(weighed: Mapping[str, float]) -> list[float]:
    """The point of a text whose folded words are weighed as told, at a distance of 1; empty where none is known."""
    summed = [0.0] * DIMENSIONS
    for word, weight in weighed.items():
        point = _point(stem(word))
        if point:
            summed = [total + weight * number for total, number in zip(summed, point, strict=True)]
    distance = math.hypot(*summed)
    return [number / distance for number in summed] if distance else []


@lru_cache(maxsize=1 << 14)
def _point(stemmed: str) -> tuple[float, ...]:
    """The point of a word, at a distance of 1; empty where it is not known."""
    numbers = [ord(told) - ZERO for told in _told().get(stemmed, "")]
    distance = math.hypot(*numbers)
    return tuple(number / distance for number in numbers)


@cache
def _told() -> dict[str, str]:
    """The points as they are told, by stem; read here, since a set of all lines would hold them twice."""
    listed = files("tui.findings.language").joinpath("english", "word_vectors.txt").read_text("ascii")
    return dict(line.split() for line in listed.splitlines() if not line.startswith("#"))

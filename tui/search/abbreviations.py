"""Abbreviations typed together: `trpmet` finds “Trump … meeting”. A scan, for titles and names."""

import re
from collections.abc import Iterable, Iterator

LEAST = 4
"""Letters under which too much would be found."""


def abbreviated(letters: str, texts: Iterable[tuple[int, str]], limit: int) -> list[tuple[float, int]]:
    """(score, number) of the folded `texts` that hold `letters` in order, beginnings of words first, best first.

    The score is between 0 and 1: 1 where each run of letters begins a word. Linear in the length of the texts.
    """
    holds = re.compile("".join(f"[^{letter}]*+{letter}" for letter in letters)).match
    found: list[tuple[float, int]] = []
    for number, text in [one for one in texts if holds(one[1])]:
        if _most(letters, text) < _LEAST_SCORE:
            continue
        score = _score(letters, text)
        if score >= _LEAST_SCORE:
            found.append((score, number))
    found.sort(key=lambda one: (-one[0], one[1]))
    return found[:limit]


_LEAST_SCORE = 0.6
_INITIAL = re.compile(r"(?<![^\W_]).")


def _score(letters: str, text: str) -> float:
    """The share of letters that begin a word or follow the letter before, in the best of the ways to read them.

    Dynamic programming over the places of each letter: `before` holds, in order, each place of the letter before with
    the best that was reached there.
    """
    before: list[tuple[int, float]] = [(at, float(_begins(text, at))) for at in _places(letters[0], text)]
    for letter in letters[1:]:
        now: list[tuple[int, float]] = []
        best, passed = -1.0, 0
        for at in _places(letter, text):
            while passed < len(before) and before[passed][0] < at:
                best = max(best, before[passed][1])
                passed += 1
            if not passed:
                continue
            reached = best + _begins(text, at)
            last, told = before[passed - 1]
            now.append((at, max(reached, told + 1.0) if last == at - 1 else reached))
        before = now
    return max((told for _, told in before), default=0.0) / len(letters)


def _most(letters: str, text: str) -> float:
    """What `_score` cannot exceed, sooner known: the share of letters that begin a word or follow anywhere."""
    begin = set(_INITIAL.findall(text))
    pairs = [letters[at : at + 2] in text for at in range(len(letters) - 1)]
    good = sum(letter in begin or follows for letter, follows in zip(letters, [False, *pairs], strict=True))
    return good / len(letters)


def _places(letter: str, text: str) -> Iterator[int]:
    at = text.find(letter)
    while at >= 0:
        yield at
        at = text.find(letter, at + 1)


def _begins(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()

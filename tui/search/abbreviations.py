"""Abbreviations typed together: `trpmet` finds “Trump … meeting”. A scan, for titles and names."""

from collections.abc import Iterable

LEAST = 4
"""Letters under which too much would be found."""


def abbreviated(letters: str, texts: Iterable[tuple[int, str]], limit: int) -> list[tuple[float, int]]:
    """(score, number) of the folded `texts` that hold `letters` in order, beginnings of words first, best first.

    The score is between 0 and 1: 1 where each run of letters begins a word. Linear in the length of the texts.
    """
    found: list[tuple[float, int]] = []
    for number, text in texts:
        at = -1
        for letter in letters:
            at = text.find(letter, at + 1)
            if at < 0:
                break
        else:
            score = _score(letters, text)
            if score >= _LEAST_SCORE:
                found.append((score, number))
    found.sort(key=lambda one: (-one[0], one[1]))
    return found[:limit]


_LEAST_SCORE = 0.6


def _score(letters: str, text: str) -> float:
    """The share of letters that begin a word or follow the letter before, in the best of the ways to read them.

    Dynamic programming over (letters, positions): `follow[i]` is the best for letters so far with the last at `i`.
    """
    size = len(text)
    starts = [at == 0 or not text[at - 1].isalnum() for at in range(size)]
    never = -1.0
    before = [never] * size
    for turn, letter in enumerate(letters):
        now = [never] * size
        best = never
        for at in range(size):
            if turn and at:
                best = max(best, before[at - 1])
            if text[at] != letter:
                continue
            reached = 0.0 if not turn else best
            if reached < 0:
                continue
            good = starts[at]
            if turn and at and before[at - 1] >= 0:
                now[at] = max(reached + good, before[at - 1] + 1.0)
            else:
                now[at] = reached + good
        before = now
    return max(before, default=0.0) / len(letters)

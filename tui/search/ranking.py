"""Rank candidates by how their texts resemble the query as it was typed."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz, process

from tui.search.candidates import Candidate
from tui.search.query import WORD, Query, Term

_INDEX_SHARE = (
    166 / 266
)  # against 100 / 266 for the likeness of the letters: best of a search over the shares
_NOT_WHOLE = 0.8  # the most that a text can score that does not hold all words exactly
_FIRST = 40  # candidates that are looked at first; each further turn doubles them


class Ranked(NamedTuple):
    """A text with its score, 0 to 1."""

    score: float
    length: int
    number: int


def ranked(
    query: Query,
    candidates: Iterable[Candidate],
    texts: Callable[[Sequence[int]], dict[int, str]],
    limit: int,
) -> list[Ranked]:
    """The candidates whose texts hold what the query insists on, best first; equal ones the shorter, then by number.

    The candidates come in the order of their scores; those that `texts` leaves out are passed over. The first `limit`
    are the best there are; of the others those are left out that could be no better, however alike, so that their
    texts need not be read.
    """
    joined = " ".join(query.words)
    holds = _Insistence(query)
    found: list[Ranked] = []
    coming, turn = iter(candidates), _FIRST
    while some := list(islice(coming, turn)):
        turn *= 2
        worst = nlargest(limit, [one.score for one in found])[-1] if len(found) >= limit else -1.0
        hopeful = some[: bisect_left(some, 1, key=lambda one: _score(one, 1.0) <= worst)]
        if not hopeful:
            break
        folded = texts([one.number for one in hopeful])
        hopeful = [one for one in hopeful if one.number in folded and holds(folded[one.number])]
        alike = process.extract(
            joined,
            [folded[one.number] for one in hopeful],
            scorer=fuzz.partial_ratio,
            limit=None,
            score_cutoff=0,
        )
        found += [
            Ranked(_score(hopeful[at], likeness / 100), len(text), hopeful[at].number)
            for text, likeness, at in alike
        ]
    found.sort(key=lambda one: (-one.score, one.length, one.number))
    return found


def _score(candidate: Candidate, alike: float) -> float:
    if candidate.whole:
        return _NOT_WHOLE + (1 - _NOT_WHOLE) * alike
    return _NOT_WHOLE * (candidate.score * _INDEX_SHARE + alike * (1 - _INDEX_SHARE))


class _Insistence:
    """Whether a text holds all phrases that a query asks for, and none that it forbids."""

    def __init__(self, query: Query) -> None:
        self._wanted = [_phrases(clause.terms) for clause in query.clauses if not clause.negated]
        self._wanted = [phrases for phrases in self._wanted if phrases]
        self._unwanted = [
            phrase for clause in query.clauses if clause.negated for phrase in _phrases(clause.terms)
        ]

    def __call__(self, folded: str) -> bool:
        if not self._wanted and not self._unwanted:
            return True
        words = f" {' '.join(WORD.findall(folded))} "
        return all(any(phrase in words for phrase in phrases) for phrases in self._wanted) and not any(
            phrase in words for phrase in self._unwanted
        )


def _phrases(terms: Sequence[Term]) -> list[str]:
    """The phrases of a clause that is made of nothing else, each with blanks around it; else none."""
    if any(term.manner != "phrase" for term in terms):
        return []
    return [f" {' '.join(term.words)} " for term in terms]

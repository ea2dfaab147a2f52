"""Rank candidates by how their texts resemble the query as it was typed."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz, process

from tui.search.candidates import Candidate
from tui.search.query import WORD, Query, Term

_INDEX_SHARE = (
    166 / 266
)  # against 100 / 266 for the likeness of the letters: best of a search over the shares
_NOT_WHOLE = 0.8  # the most that a text can score that does not hold all words exactly
_ROUNDING = 1e-6
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
    known: Sequence[float] = (),
) -> list[Ranked]:
    """The candidates whose texts hold what the query insists on, best first; equal ones the shorter, then by number.

    The candidates come in the order of their scores; those that `texts` leaves out are passed over. At most `limit`
    are given; texts that could be no better than these, however alike, are not read. `known` are the scores of what
    was found already, best first: those that would come after `limit` of them may be left out.
    """
    joined = " ".join(query.words)
    holds = _Insistence(query)
    found: list[tuple[float, int, int]] = []  # as they are sorted: what a score lacks, length, number
    coming, turn = iter(candidates), _FIRST
    before = known[limit - 1] if len(known) >= limit else -1.0
    while some := list(islice(coming, turn)):
        turn *= 2
        worst = max(before, -nsmallest(limit, found)[-1][0]) if len(found) >= limit else before
        hopeful = some[: bisect_left(some, 1, key=lambda one: _score(one, 1.0) <= worst)]
        if not hopeful:
            break
        folded = texts([one.number for one in hopeful])
        hopeful = [one for one in hopeful if one.number in folded]
        if holds.insists:
            hopeful = [one for one in hopeful if holds(folded[one.number])]
        alike = process.extract(
            joined,
            [folded[one.number] for one in hopeful],
            scorer=fuzz.partial_ratio,
            limit=None,
            score_cutoff=_least(hopeful[0], worst) if hopeful else 0,
        )
        found += [
            (-_score(hopeful[at], likeness / 100), len(text), hopeful[at].number)
            for text, likeness, at in alike
        ]
    found.sort()
    return [Ranked(-lack, length, number) for lack, length, number in found[:limit]]


def _score(candidate: Candidate, alike: float) -> float:
    _, score, whole = candidate
    if whole:
        return _NOT_WHOLE + (1 - _NOT_WHOLE) * alike
    return _NOT_WHOLE * (score * _INDEX_SHARE + alike * (1 - _INDEX_SHARE))


def _least(best: Candidate, worst: float) -> float:
    """How alike, of 100, a text must be for a candidate no better than `best` to score `worst` and more."""
    most, least = _score(best, 1.0), _score(best, 0.0)
    return max(0.0, 100 * (worst - least) / (most - least) - _ROUNDING)


class _Insistence:
    """Whether a text holds all phrases that a query asks for, and none that it forbids."""

    def __init__(self, query: Query) -> None:
        self._wanted = [_phrases(clause.terms) for clause in query.clauses if not clause.negated]
        self._wanted = [phrases for phrases in self._wanted if phrases]
        self._unwanted = [
            phrase for clause in query.clauses if clause.negated for phrase in _phrases(clause.terms)
        ]
        self.insists = bool(self._wanted or self._unwanted)

    def __call__(self, folded: str) -> bool:
        words = f" {' '.join(WORD.findall(folded))} "
        return all(any(phrase in words for phrase in phrases) for phrases in self._wanted) and not any(
            phrase in words for phrase in self._unwanted
        )


def _phrases(terms: Sequence[Term]) -> list[str]:
    """The phrases of a clause that is made of nothing else, each with blanks around it; else none."""
    if any(term.manner != "phrase" for term in terms):
        return []
    return [f" {' '.join(term.words)} " for term in terms]

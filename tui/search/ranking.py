"""Rank candidates by how their texts resemble the query as it was typed."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from tui.search.candidates import Candidate
from tui.search.query import WORD, Query, Term

_INDEX_SHARE = (
    166 / 266
)  # against 100 / 266 for the likeness of the letters: best of a search over the shares
_NOT_WHOLE = 0.8  # the most that a text can score that does not hold all words exactly


class Ranked(NamedTuple):
    """A text with its score, 0 to 1; `group` as its candidate's."""

    score: float
    number: int
    group: int
    folded: str


def ranked(query: Query, candidates: Sequence[Candidate], texts: dict[int, str]) -> list[Ranked]:
    """The candidates whose texts hold what the query insists on, best first; equal ones the shorter, then by number."""
    joined = " ".join(query.words)
    phrases = [
        term
        for clause in query.clauses
        if not clause.negated and len(clause.terms) == 1
        for term in clause.terms
    ]
    phrases = [term for term in phrases if term.manner == "phrase"]
    unwanted = [
        term for clause in query.clauses if clause.negated for term in clause.terms if term.manner == "phrase"
    ]
    found: list[Ranked] = []
    for candidate in candidates:
        folded = texts.get(candidate.number)
        if folded is None or not _holds(folded, phrases, unwanted):
            continue
        alike = fuzz.partial_ratio(joined, folded) / 100
        score = candidate.score * _INDEX_SHARE + alike * (1 - _INDEX_SHARE)
        score = _NOT_WHOLE + (1 - _NOT_WHOLE) * alike if candidate.whole else _NOT_WHOLE * score
        found.append(Ranked(score, candidate.number, candidate.group, folded))
    found.sort(key=lambda one: (-one.score, len(one.folded), one.number))
    return found


def _holds(folded: str, phrases: list[Term], unwanted: list[Term]) -> bool:
    """Whether a text holds all of `phrases` and none of `unwanted`."""
    if not phrases and not unwanted:
        return True
    words = f" {' '.join(WORD.findall(folded))} "
    return all(f" {' '.join(term.words)} " in words for term in phrases) and not any(
        f" {' '.join(term.words)} " in words for term in unwanted
    )

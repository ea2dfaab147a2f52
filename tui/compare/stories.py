"""Which articles of a corpus tell the same story: only they are compared for differences."""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import chain, combinations

from tui.compare.account import Account
from tui.compare.passages import passages
from tui.compare.terms import terms_by_passage
from tui.compare.weights import Weights

FEW = 12
"""Articles up to which every two are compared."""

NEIGHBOURS = 6
"""Articles of the same story that one is compared with, at most."""

_LIKE = 0.09  # cosine from which on two articles can tell one story
_LIKE_BY_ANOTHER = 0.05  # the same, where a third article is like both
_NAMED = 2  # actors among the weightiest terms of two articles from which on they tell one story
_TOLD_BY = 80  # weightiest terms by which an article is found
_EVERYWHERE = 200  # articles in which a term stands before it finds none


def related(accounts: list[Account], weights: Weights) -> list[tuple[int, int]]:
    """Pairs (indexes, the lower first) of articles that can tell one story, each with its likest; near-linear.

    Articles with the same text count once: their first stands for them.
    """
    first_of: dict[str, int] = {}
    for index, account in enumerate(accounts):
        first_of.setdefault(account.article.sha256, index)
    distinct = sorted(first_of.values())
    if len(distinct) <= FEW:
        return [(one, other) for place, one in enumerate(distinct) for other in distinct[place + 1 :]]
    vectors = {index: _vector(accounts[index], weights) for index in distinct}
    postings: dict[str, list[int]] = {}
    for index, vector in vectors.items():
        for term in vector:
            postings.setdefault(term, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for index, vector in vectors.items():
        shared: Counter[int] = Counter()
        for term, weight in vector.items():
            if len(postings[term]) <= _EVERYWHERE:
                for other in postings[term]:
                    shared[other] += weight * vectors[other][term]  # type: ignore[assignment]
        likest = [(cosine, other) for other, cosine in shared.items() if other != index and cosine >= _LIKE]
        near = [other for _, other in sorted(likest, reverse=True)[:NEIGHBOURS]]
        pairs.update((min(index, other), max(index, other)) for other in near)
        pairs.update(
            pair for pair in combinations(sorted(near), 2) if _cosine(vectors, *pair) >= _LIKE_BY_ANOTHER
        )
    return sorted(pairs)


def _cosine(vectors: dict[int, dict[str, float]], one: int, other: int) -> float:
    there = vectors[other]
    return sum(weight * there.get(term, 0.0) for term, weight in vectors[one].items())


def _vector(account: Account, weights: Weights) -> dict[str, float]:
    return story_vector(terms_by_passage(account, passages(account.article)), weights)


def story_vector(meant: Iterable[frozenset[str]], weights: Weights) -> dict[str, float]:
    """What an article is about, of the terms of its passages: the weightiest, as a vector of length 1."""
    counted = Counter(chain.from_iterable(meant))
    weighed = {term: (1 + math.log(count)) * weights.term(term) for term, count in counted.items()}
    told_by = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:_TOLD_BY]
    length = math.sqrt(sum(weight * weight for _, weight in told_by)) or 1.0
    return {term: weight / length for term, weight in told_by}


def one_story(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether the vectors of two articles are like enough for one story: less will do where both name the same two."""
    shared = one.keys() & other.keys()
    least = _LIKE_BY_ANOTHER if sum(term.startswith("@") for term in shared) >= _NAMED else _LIKE
    return sum(one[term] * other[term] for term in shared) >= least

"""Which articles of a corpus tell the same story: only they are compared for differences."""

import math
from collections import Counter

from tui.compare.account import Account
from tui.compare.grams import plain_words
from tui.compare.weights import Weights
from tui.corpus.text import fold
from tui.findings.language.wordlists import words

FEW = 12
"""Articles up to which every two are compared."""

NEIGHBOURS = 6
"""Articles of the same story that one is compared with, at most."""

_LIKE = 0.15  # cosine from which on two articles can tell one story
_TOLD_BY = 40  # weightiest words by which an article is found
_EVERYWHERE = 200  # articles in which a word stands before it finds none


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
        for word in vector:
            postings.setdefault(word, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for index, vector in vectors.items():
        shared: Counter[int] = Counter()
        for word, weight in vector.items():
            if len(postings[word]) <= _EVERYWHERE:
                for other in postings[word]:
                    shared[other] += weight * vectors[other][word]  # type: ignore[assignment]
        likest = [(cosine, other) for other, cosine in shared.items() if other != index and cosine >= _LIKE]
        pairs.update(
            (min(index, other), max(index, other)) for _, other in sorted(likest, reverse=True)[:NEIGHBOURS]
        )
    return sorted(pairs)


def _vector(account: Account, weights: Weights) -> dict[str, float]:
    """The article's weightiest words, as a vector of length 1."""
    small = words("function_words")
    counted = Counter(word for word in plain_words(fold(account.article.text)) if word not in small)
    weighed = {word: (1 + math.log(count)) * weights.word(word) for word, count in counted.items()}
    told_by = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:_TOLD_BY]
    length = math.sqrt(sum(weight * weight for _, weight in told_by)) or 1.0
    return {word: weight / length for word, weight in told_by}

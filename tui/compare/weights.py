"""How rare things are in a corpus: pieces of words, words and actors, counted by passage."""

import math
from collections import Counter, OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from tui.compare.account import Account
from tui.compare.grams import grams, plain_words
from tui.compare.naming import actors_by_passage
from tui.compare.passages import passages
from tui.compare.terms import terms_by_passage
from tui.corpus.text import fold

ENOUGH = 200
"""Accounts after which more add little: of a large corpus an even sample of so many will do."""

_COMMON = 0.3  # share of passages beyond which a piece tells nothing apart
_FEW = 40  # passages below which nothing counts as common
_KEPT = 128  # profiles and vectors of articles that are kept


class GramWeights(dict[str, float]):
    """The idf of each gram, computed when it is first asked for; 0 where it stands in too many passages to tell.

    `counts` says in how many of `total` passages each stands.
    """

    def __init__(self, counts: Counter[str], total: int) -> None:
        super().__init__()
        self.counts, self._total = counts, total
        self._most = _COMMON * total if total >= _FEW else total

    def __missing__(self, gram: str) -> float:
        count = self.counts.get(gram, 0)
        weight = self[gram] = _idf(count, self._total) if count <= self._most else 0.0
        return weight


@dataclass(slots=True)
class Weights:
    """How rare grams are, and in how many of `passages` distinct passages each word, term and actor stands.

    Actors go by their names in the corpus. Keeps what was computed of the articles compared last; under `lock`, so
    that what two threads want is computed once.
    """

    passages: int
    grams: "GramWeights"
    words: Counter[str]
    terms: Counter[str]
    actors: Counter[str]
    profiles: OrderedDict[tuple[str, ...], Any] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock, repr=False)

    def word(self, word: str) -> float:
        """The idf of a word."""
        return _idf(self.words.get(word, 0), self.passages)

    def term(self, term: str) -> float:
        """The idf of a term; see `terms`."""
        return _idf(self.terms.get(term, 0), self.passages)

    def actor(self, name: str) -> float:
        """The idf of an actor."""
        return _idf(self.actors.get(name, 0), self.passages)

    def share(self, name: str) -> float:
        """In what part of the passages an actor is named."""
        return self.actors.get(name, 0) / max(1, self.passages)

    def keep(self, key: tuple[str, ...], profile: object) -> None:
        """Keep what was computed of an article; the one used longest ago goes."""
        self.profiles[key] = profile
        self.profiles.move_to_end(key)
        while len(self.profiles) > _KEPT:
            self.profiles.popitem(last=False)


def _idf(count: int, total: int) -> float:
    return math.log((total + 1) / (min(count, total) + 0.5))


def weigh(accounts: Iterable[Account]) -> Weights:
    """Count grams, words, terms and actors over the distinct passages; linear. The caller keeps the result."""
    weights = Weights(0, GramWeights(Counter(), 0), Counter(), Counter(), Counter())
    counted: Counter[str] = Counter()
    told: set[str] = set()
    seen: set[int] = set()
    for account in accounts:
        if account.article.sha256 in told:  # the same text in many articles counts once
            continue
        told.add(account.article.sha256)
        text = fold(account.article.text)
        found = passages(account.article)
        named, meant = actors_by_passage(account, found), terms_by_passage(account, found)
        for passage, actors, listed in zip(found, named, meant, strict=True):
            words = text[passage.start : passage.end]
            if hash(words) in seen:
                continue
            seen.add(hash(words))
            weights.passages += 1
            counted.update(set(grams(words)))
            weights.words.update(set(plain_words(words)))
            weights.terms.update(listed)
            weights.actors.update(actors.keys())
    weights.grams = GramWeights(counted, weights.passages)
    return weights

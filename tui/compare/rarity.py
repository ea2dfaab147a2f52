"""How much a term that two articles share says: much, where each has it in one passage alone."""

import math
from collections import Counter
from collections.abc import Iterable

from tui.compare.profiles import Profiles
from tui.compare.weights import Weights


class Rarity:
    """Weights of terms for two articles.

    A word of which a whole story is told is rare in the corpus, and tells nothing apart within the story.
    """

    def __init__(self, one: Profiles, other: Profiles, weights: Weights) -> None:
        self._idf = weights.term
        self._sides = [
            (len(side.passages), Counter(term for passage in side.passages for term in passage.terms))
            for side in (one, other)
        ]
        self._known: dict[str, float] = {}

    def of(self, term: str) -> float:
        """The weight of a term: its idf times how rare it is among the passages of both."""
        if term not in self._known:
            rare = sum(math.log((total + 1) / max(1, counted[term])) for total, counted in self._sides)
            self._known[term] = self._idf(term) * rare
        return self._known[term]

    def everywhere(self, term: str) -> bool:
        """Whether a third of the passages of either article have a term."""
        return any(counted[term] * 3 > total + 2 for total, counted in self._sides)

    def once(self, term: str) -> bool:
        """Whether each article has a term in one passage."""
        return all(counted[term] == 1 for _, counted in self._sides)

    def like(self, first: Iterable[str], second: Iterable[str]) -> float:
        """The share that two sets of terms have in common, by weight; from 0 to 1."""
        one, other = set(first), set(second)
        all_of = math.sqrt(sum(map(self.of, one)) * sum(map(self.of, other)))
        return sum(map(self.of, one & other)) / all_of if all_of else 0.0

    def within(self, first: Iterable[str], second: Iterable[str]) -> float:
        """The part of what the shorter of two tellings tells that both tell, by weight; from 0 to 1."""
        one, other = set(first), set(second)
        least = min(sum(map(self.of, one)), sum(map(self.of, other)))
        return sum(map(self.of, one & other)) / least if least else 0.0

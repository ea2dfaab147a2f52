"""Comparisons of the library's articles, worked out once until something new is read. Can be asked from any thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from tui.library.library import Library

if TYPE_CHECKING:
    from tui.compare.account import Account
    from tui.compare.counterpart import Counterpart, PassageMatch
    from tui.compare.difference import Difference
    from tui.compare.weights import Weights
    from tui.findings.actors.actor import Actor

FEW = 12
"""Articles that are all looked through for a counterpart; of more, those that a search finds likeliest."""

LIKELY = 6


class Comparing:
    """Counterparts and differences of one library; `actors` tells its actors, where they are not as it found them."""

    def __init__(self, library: Library, actors: Callable[[], list[Actor]] | None = None) -> None:
        self._library = library
        self._actors = actors or library.actors
        self._lock = RLock()
        self._names: dict[str, dict[str, str]] | None = None
        self._weights: Weights | None = None
        self._counterparts: dict[tuple[str, str], list[Counterpart]] = {}
        self._differences: list[Difference] | None = None

    def forget(self) -> None:
        """The library holds something else now."""
        with self._lock:
            self._names = self._weights = self._differences = None
            self._counterparts.clear()

    def counterparts(self, one: str, other: str) -> list[Counterpart]:
        """The passages of `one`, each with its counterparts in `other`. CorpusError where an article is gone."""
        from tui.compare.alignment import counterparts

        with self._lock:
            if (one, other) not in self._counterparts:
                self._counterparts[one, other] = counterparts(
                    self.account(one), self.account(other), self.weights()
                )
            return self._counterparts[one, other]

    def of_passage(self, article: str, start: int, end: int, others: list[str]) -> list[PassageMatch]:
        """The counterparts of the passage that touches the code points `start` to `end`, best first.

        They are looked for in `others`; where none are named, in the articles that are likeliest to have one.
        """
        found: list[PassageMatch] = []
        for other in others or self._likely(article, start, end):
            for passage in self.counterparts(article, other):
                if passage.start < end and passage.end > start:
                    found += passage.matches
        return sorted(found, key=lambda match: -match.score)

    def only_here(self, article: str, others: list[str]) -> list[tuple[int, int]]:
        """The passages of `article` that none of `others` tells, as spans of code points."""
        told = [self.counterparts(article, other) for other in others]
        if not told:
            return []
        return [
            (passages[0].start, passages[0].end)
            for passages in zip(*told, strict=True)
            if all(passage.only_here for passage in passages)
        ]

    def differences(self) -> list[Difference]:
        """What the accounts tell differently, the surest first."""
        from tui.compare.differences import differences
        from tui.compare.weights import weigh

        with self._lock:
            if self._differences is None:
                everyone = [self.account(row.id) for row in self._library.rows()]
                self._differences = differences(everyone, weigh(everyone))
            return self._differences

    def account(self, article: str) -> Account:
        """An article with its findings and what its actors are called in the corpus."""
        from tui.compare.account import Account

        if self._names is None:
            self._names = {}
            for actor in self._actors():
                for member, name in actor.members:
                    self._names.setdefault(member, {})[name] = actor.name
        return Account(
            self._library.article(article), self._library.findings(article), self._names.get(article, {})
        )

    def weights(self) -> Weights:
        """How rare words and actors are in the corpus; told by an even sample of a large one."""
        from tui.compare.weights import ENOUGH, weigh

        if self._weights is None:
            rows = self._library.rows()
            step = max(1, len(rows) // ENOUGH)
            self._weights = weigh([self.account(rows[at].id) for at in range(0, len(rows), step)])
        return self._weights

    def _likely(self, article: str, start: int, end: int) -> list[str]:
        rows = self._library.rows()
        if len(rows) <= FEW:
            return [row.id for row in rows if row.id != article]
        text = self._library.article(article).text[start:end]
        words = sorted(set(text.split()), key=len)[-12:]
        found = self._library.search(" | ".join(word.strip("“”\"'.,;:!?()") for word in words), limit=60)
        return list(dict.fromkeys(match.article for match in found if match.article != article))[:LIKELY]

"""The articles of a library as comparing needs them: with their findings, as the reader corrected them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from threading import RLock
from typing import TYPE_CHECKING

from tui.compare.account import Account
from tui.compare.weights import Weights
from tui.library.library import Library
from tui.notebook.corrections import Corrected

if TYPE_CHECKING:
    from tui.compare.sourcing import Sourcing
    from tui.findings.findings import Findings


class Accounts:
    """Makes accounts of one `library` as it is `corrected`: asked once, when an account is first needed.

    Everything that compares gets its accounts and weights here, so that all show the same differences. Can be asked
    from any thread; CorpusError where an article is gone.
    """

    def __init__(self, library: Library, corrected: Callable[[], Corrected]) -> None:
        self.library = library
        self._ask = corrected
        self._lock = RLock()
        self._corrected: Corrected | None = None
        self._names: dict[str, dict[str, str]] | None = None
        self._weights: Weights | None = None

    def one(self, article: str) -> Account:
        """The account of an article, by its id."""
        told, names = self._told(), self._told_names().get(article, {})
        found = told.findings(article)
        return Account(told.article(article), _without(found, names.keys()), names)

    def some(self, articles: Iterable[str]) -> list[Account]:
        """The accounts of some articles, by their ids."""
        return [self.one(article) for article in articles]

    def all(self) -> list[Account]:
        """The accounts of all articles, in the order of the library."""
        return self.some(row.id for row in self.library.rows())

    def digest(self) -> str:
        """Names what the accounts are made of: the library as it is now, and the corrections in force."""
        library = self.library
        return f"{library.meta('generation')} {library.meta('merged')} {self._told().digest}"

    def weights(self) -> Weights:
        """How rare words and actors are in the corpus; told by an even sample of a large one.

        Counted once, and kept with the library until it changes.
        """
        from tui.compare.weights import ENOUGH, weigh
        from tui.notebook.kept import keep_weights, kept_weights

        with self._lock:
            if self._weights is None:
                digest = self.digest()
                self._weights = kept_weights(self.library, digest)
            if self._weights is None:
                rows = self.library.rows()
                step = max(1, len(rows) // ENOUGH)
                self._weights = weigh(self.some(rows[at].id for at in range(0, len(rows), step)))
                keep_weights(self.library, digest, self._weights)
            return self._weights

    def _told(self) -> Corrected:
        with self._lock:
            if self._corrected is None:
                self._corrected = self._ask()
            return self._corrected

    def _told_names(self) -> dict[str, dict[str, str]]:
        with self._lock:
            if self._names is None:
                names: dict[str, dict[str, str]] = {}
                for actor in self._told().actors():
                    for article, name in actor.members:
                        names.setdefault(article, {})[name] = actor.name
                self._names = names
            return self._names


def _without(found: "Findings", names: Collection[str]) -> "Findings":
    """Findings without the actors that have no name in the corpus: those that the reader rejected."""
    rejected = {actor.name for actor in found.actors if actor.name not in names}
    if not rejected:
        return found
    events = tuple(
        replace(event, participants=tuple(name for name in event.participants if name not in rejected))
        for event in found.events
    )
    actors = tuple(actor for actor in found.actors if actor.name in names)
    return replace(found, actors=actors, events=events)


def sourcing_of(corrected: Corrected, article: str) -> "Sourcing":
    """On whose word an article leans, as corrected. CorpusError where it is gone."""
    from tui.compare.sourcing import sourcing

    return sourcing(Account(corrected.article(article), corrected.findings(article)))

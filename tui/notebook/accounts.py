"""The articles of a library as comparing needs them: with their findings, and each actor by its name in the corpus."""

from collections.abc import Callable, Iterable

from tui.compare.account import Account
from tui.compare.weights import Weights
from tui.findings.actors.actor import Actor
from tui.library.library import Library


class Accounts:
    """Makes accounts of one library, its actors as `actors` tells them: asked once, when a name is first needed.

    Everything that compares gets its accounts and weights here, so that all show the same differences. Can be asked
    from any thread; CorpusError where an article is gone.
    """

    def __init__(self, library: Library, actors: Callable[[], list[Actor]]) -> None:
        self._library = library
        self._actors = actors
        self._names: dict[str, dict[str, str]] | None = None
        self._weights: Weights | None = None

    def one(self, article: str) -> Account:
        """The account of an article, by its id."""
        names = self._told_names().get(article, {})
        return Account(self._library.article(article), self._library.findings(article), names)

    def some(self, articles: Iterable[str]) -> list[Account]:
        """The accounts of some articles, by their ids."""
        return [self.one(article) for article in articles]

    def all(self) -> list[Account]:
        """The accounts of all articles, in the order of the library."""
        return self.some(row.id for row in self._library.rows())

    def weights(self) -> Weights:
        """How rare words and actors are in the corpus; told by an even sample of a large one."""
        from tui.compare.weights import ENOUGH, weigh

        if self._weights is None:
            rows = self._library.rows()
            step = max(1, len(rows) // ENOUGH)
            self._weights = weigh(self.some(rows[at].id for at in range(0, len(rows), step)))
        return self._weights

    def _told_names(self) -> dict[str, dict[str, str]]:
        if self._names is None:
            names: dict[str, dict[str, str]] = {}
            for actor in self._actors():
                for article, name in actor.members:
                    names.setdefault(article, {})[name] = actor.name
            self._names = names
        return self._names

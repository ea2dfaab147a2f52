"""A reader's corrections of actors: kept in the book, and applied to what a library found, again after each rebuild."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from tui.findings.actors.actor import Actor
from tui.findings.actors.corrections import (
    Correction,
    Merge,
    Reject,
    Rename,
    Retype,
    Split,
    Unfit,
    apply,
)
from tui.findings.events.event import Event
from tui.library.library import Library
from tui.library.rows import PlacedQuote
from tui.notebook.book import Book

_KINDS: dict[str, type[Correction]] = {
    kind.__name__.lower(): kind for kind in (Merge, Split, Rename, Retype, Reject)
}
_MOST_TEXTS = 200  # articles by which a correction knows its corpus


def to_data(correction: Correction, texts: Iterable[str]) -> dict[str, Any]:
    """A correction as plain data, with the sha256 of texts that it was made on: it counts where one of them is."""
    told = {name: _plain(value) for name, value in asdict(correction).items()}
    return {"correct": type(correction).__name__.lower(), **told, "texts": list(texts)}


def from_data(data: dict[str, Any]) -> Correction:
    """The correction that `to_data` made. Raises ValueError where it is none."""
    told = {name: value for name, value in data.items() if name not in {"correct", "texts"}}
    try:
        kind = _KINDS[data["correct"]]
        if kind is Merge:
            told["others"] = tuple(told["others"])
        elif kind is Split:
            told["members"] = tuple((str(article), str(name)) for article, name in told["members"])
        return kind(**told)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"no correction: {error}") from error


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def keep(book: Book, library: Library, *corrections: Correction) -> None:
    """Write corrections of `library` into the book. One step for undo; CorpusError where it cannot be saved."""
    actors = {actor.name: actor for actor in Corrected(library, book).actors()}
    book.correct({uuid.uuid4().urn: to_data(one, _texts(library, actors, one)) for one in corrections})


def _texts(library: Library, actors: Mapping[str, Actor], correction: Correction) -> list[str]:
    """The texts of the articles that name the actors of a correction: as they are called now, or as they were found."""
    names = (correction.into, *correction.others) if isinstance(correction, Merge) else (correction.name,)
    found = (actor for name in names if (actor := actors.get(name) or library.actor(name)))
    articles = dict.fromkeys(article for actor in found for article in actor.articles)
    return [library.article(article).sha256 for article in list(articles)[:_MOST_TEXTS]]


class Corrected:
    """What a library found, as the reader corrected it. `unfit` are corrections that no longer fit, and why."""

    def __init__(self, library: Library, book: Book) -> None:
        self._library = library
        self._corrections = [one for data in book.corrections.values() if (one := self._fitting(data))]
        self.unfit: list[Unfit] = []
        self._actors: list[Actor] | None = None

    def _fitting(self, data: dict[str, Any]) -> Correction | None:
        try:
            correction = from_data(data)
        except ValueError:
            return None  # of a later version of this program: kept, not applied
        texts = data.get("texts") or []
        marks = ",".join("?" * len(texts))
        there = self._library.ask(f"SELECT 1 FROM article WHERE sha256 IN ({marks}) LIMIT 1", texts)  # noqa: S608
        return correction if there else None

    def actors(self, article: str | None = None) -> list[Actor]:
        """As `Library.actors`."""
        if not self._corrections:
            return self._library.actors(article)
        if article is None:
            return self._all()
        key = self._library.resolve(article)
        return sorted(
            (actor for actor in self._all() if key in actor.articles),
            key=lambda actor: next(mention.start for mention in actor.mentions if mention.article == key),
        )

    def quotes(self, article: str | None = None) -> list[PlacedQuote]:
        """As `Library.quotes`."""
        found = self._library.quotes(article)
        if not self._corrections:
            return found
        names = {member: actor.name for actor in self._all() for member in actor.members}
        return [
            replace(placed, actor=names.get((placed.article, placed.quote.actor)))
            if placed.quote.actor is not None
            else placed
            for placed in found
        ]

    def events(self) -> list[Event]:
        """As `Library.events`."""
        found = self._library.events()
        if not self._corrections:
            return found
        names = self._renamed()
        return [
            replace(
                event, participants=tuple(dict.fromkeys(names.get(name, name) for name in event.participants))
            )
            for event in found
        ]

    def _renamed(self) -> dict[str, str]:
        """The names that changed, for actors that all went to one."""
        now = {member: actor.name for actor in self._all() for member in actor.members}
        renamed = {}
        for actor in self._library.actors():
            names = {now.get(member) for member in actor.members}
            name = names.pop() if len(names) == 1 else None
            if name is not None and name != actor.name:
                renamed[actor.name] = name
        return renamed

    def _all(self) -> list[Actor]:
        if self._actors is None:
            order = [row.id for row in self._library.rows()]
            self._actors, self.unfit = apply(self._library.actors(), self._corrections, order)
        return self._actors

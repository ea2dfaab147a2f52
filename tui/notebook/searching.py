"""A search that knows who is who as the reader corrected it: in its filters, and in what it shows."""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.corpus.article import Span
from tui.corpus.text import fold
from tui.findings.actors.actor import Actor
from tui.library.library import Library
from tui.notebook.told import NotSaid
from tui.search.found import Found, Hit
from tui.search.match import FIELDS, Match, MatchKind
from tui.search.query import WORD, Filter, Meant, parse
from tui.search.texts import Place

if TYPE_CHECKING:
    from tui.notebook.corrections import Corrected
    from tui.search.search import Cancelled

_BY_NAME = -2  # and under: numbers of actors that were found by what the reader calls them
_WHOLE, _BEGUN = (
    0.95,
    0.7,
)  # scores of an actor by its new name, where it holds all words, or beginnings of them


class CorrectedSearch:
    """Searches a library whose reader corrected actors and speakers."""

    def __init__(self, library: Library, corrected: "Corrected") -> None:
        self._library = library
        self._corrected = corrected

    def found(
        self,
        query: str,
        *,
        limit: int,
        fields: Sequence[MatchKind] = FIELDS,
        typos: bool = True,
        cancelled: "Cancelled | None" = None,
    ) -> Found:
        """As `Search.found`: actors and speakers are called, and found, as the reader calls them."""
        found = self._library.found(
            query, limit=limit, fields=fields, typos=typos, cancelled=cancelled, meaning=self.meant
        )
        asked = parse(query)
        named: dict[int, Match] = {}
        if "actor" in fields and (asked.fields is None or "actor" in asked.fields) and not asked.filters:
            named = {_BY_NAME - at: match for at, match in enumerate(self._by_new_name(asked.words))}
        speakers = {match.speaker for match in named.values()}
        hits = [_hit(match, number) for number, match in named.items()]
        hits += [hit for hit in found.hits if self._is_still(hit, speakers)]
        hits.sort(key=lambda hit: -hit.score)
        return Found(hits[:limit], lambda hit: named.get(hit.number) or self._now(found.make(hit)))

    def meant(self, one: Filter) -> Meant | None:
        """Whom a filter by name means, or one by date, as the library numbers them."""
        if one.name == "date":
            return self._of_days(*one.value.split(".."))
        if one.name not in ("speaker", "actor"):
            return None
        meant = [actor for actor in self._actors if one.value in _folded(actor)]
        names = {actor.name for actor in meant}
        members = {member for actor in meant for member in actor.members}
        numbers = [number for number, *member in self._members if tuple(member) in members]
        told = self._told
        said = [
            number for number, name in told.items() if name in names or (name and one.value in fold(name))
        ]
        return Meant(json.dumps(numbers), json.dumps(said), json.dumps(list(told)))

    def _of_days(self, low: str, high: str) -> Meant | None:
        """The articles of which the reader told a date, and those of these days."""
        dates = self._corrected.dates
        if not dates:
            return None
        keys = json.dumps(list(dates))
        numbers = self._library.ask(
            "SELECT id, key FROM article WHERE key IN (SELECT value FROM json_each(?))", (keys,)
        )
        within = [
            number
            for number, key in numbers
            if dates[key] >= low and dates[key][: len(high)] <= (high or "~")
        ]
        return Meant("[]", json.dumps(within), json.dumps([number for number, _ in numbers]))

    @property
    def _actors(self) -> list[Actor]:
        return self._corrected.actors()

    @cached_property
    def _members(self) -> list[tuple[int, str, str]]:
        """(number, article, name there) of the actors of all articles."""
        return self._library.ask(
            "SELECT m.id, a.key, m.name FROM member m JOIN article a ON a.id = m.article"
        )

    @cached_property
    def _names(self) -> dict[tuple[str, str], str]:
        """What the actors of articles are called now."""
        return {member: actor.name for actor in self._actors for member in actor.members}

    @cached_property
    def _told(self) -> dict[int, str | None]:
        """The quotations of which the reader told something, and their speakers; None where there is none."""
        told: dict[int, str | None] = {}
        for article, quotes in self._corrected.told_quotes.items():
            for (start, end), name in quotes.items():
                for (number,) in self._library.ask(
                    "SELECT q.id FROM article a JOIN quote q ON q.article = a.id"
                    " WHERE a.key = ? AND q.start = ? AND q.end = ?",
                    (article, start, end),
                ):
                    told[number] = name if isinstance(name, str) else None
        return told

    @cached_property
    def _changed(self) -> list[Actor]:
        """The actors that are not as the library has them."""
        before = {actor.name: set(actor.members) for actor in self._library.actors()}
        return [actor for actor in self._actors if before.get(actor.name) != set(actor.members)]

    def _by_new_name(self, words: Sequence[str]) -> Iterator[Match]:
        """The changed actors whose names hold all `words`, or words that begin so."""
        for actor in self._changed if words else ():
            known = WORD.findall(_folded(actor))
            if all(any(one.startswith(word) for one in known) for word in words):
                first = actor.mentions[0]
                score = _WHOLE if set(words) <= set(known) else _BEGUN
                yield Match(
                    first.article,
                    "actor",
                    first.start,
                    first.end,
                    first.text,
                    score,
                    (Span(first.start, first.end),),
                    actor.name,
                    len(actor.mentions) - 1,
                )

    def _is_still(self, hit: Hit, named: set[str | None]) -> bool:
        """Whether a hit is what it was found as; `named` are the actors that were found already, and grow."""
        if hit.kind == "quote":
            told = self._corrected.told_quotes.get(hit.article, {})
            return not isinstance(told.get((hit.start or 0, hit.end or 0)), NotSaid)
        if hit.kind != "actor":
            return True
        name = self._called(hit.place.speaker)
        if name is None or name in named:
            return False
        named.add(name)
        return True

    def _now(self, match: Match) -> Match:
        """A match, with the name that the reader gave who speaks in it."""
        if match.kind == "actor":
            return match._replace(speaker=self._called(match.speaker))
        if match.kind != "quote" or match.start is None or match.end is None:
            return match
        told = self._corrected.told_quotes.get(match.article, {})
        if (match.start, match.end) in told:
            name = told[match.start, match.end]
            return match._replace(speaker=name if isinstance(name, str) else None)
        found = self._library.ask(
            "SELECT q.actor, q.speaker FROM article a JOIN quote q ON q.article = a.id"
            " WHERE a.key = ? AND q.start = ? AND q.end = ?",
            (match.article, match.start, match.end),
        )
        if not found or found[0][0] is None:
            return match
        return match._replace(speaker=self._names.get((match.article, found[0][0]), found[0][1]))

    def _called(self, name: str | None) -> str | None:
        """What an actor of the library is called now; None where it is none any more."""
        before = self._library.actor(name or "")
        members = before.members if before else ()
        return next((self._names[member] for member in members if member in self._names), None)


def _hit(match: Match, number: int) -> Hit:
    """The hit of a match that is made already."""
    place = Place(match.article, match.start or 0, match.end or 0, match.speaker, match.copies)
    return Hit.at(place, match.kind, match.score, number)


def _folded(actor: Actor) -> str:
    """All names of an actor, as the search folds them."""
    return fold(" · ".join([actor.name, *(alias.text for alias in actor.aliases)]))

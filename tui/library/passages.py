"""What the search asks of a library: the searchable texts, and where they stand."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.findings.actors.actor import ArticleActor
from tui.library import encoding
from tui.library.damage import Damaged, damage
from tui.search.match import FIELDS, MatchKind
from tui.search.query import Filter, Meant
from tui.search.texts import Place

if TYPE_CHECKING:
    from tui.library.library import Library

_AT_ONCE = 500
_INDEX_FORMAT = 2  # rises when the index holds something else of the same library
_KEPT = 10_000  # short texts and places: from letter to letter most of them are the same
_CHARACTERS_KEPT = 4_000_000  # of articles
_COPIES_COUNTED = 1000
_COPIES_FILTERED = 100
_MENTIONS = f"$[{encoding.names(ArticleActor).index('mentions')}]"

_PLACES = "FROM article a CROSS JOIN place p ON p.article = a.id"
_SPOKEN = (
    " JOIN quote q ON q.article = p.article AND q.start = p.start AND q.end = p.end"
    " LEFT JOIN member s ON s.article = q.article AND s.name = q.actor"
    " LEFT JOIN actor c ON c.id = s.actor"
    " LEFT JOIN passage n ON n.id = c.passage"
)
_FIRST_PLACES = (
    "SELECT w.value, a.key, p.start, p.end,"
    " (SELECT count(*) FROM (SELECT 1 FROM place WHERE passage = w.value LIMIT ?)) - 1"
    " FROM json_each(?) w CROSS JOIN place p ON (p.article, p.field, p.start, p.end) ="
    " (SELECT article, field, start, end FROM place WHERE passage = w.value ORDER BY article, field, start LIMIT 1)"
    " CROSS JOIN article a ON a.id = p.article"
)
_FIRST_MENTIONS = (
    f"SELECT w.value, a.key, json_extract(m.data, '{_MENTIONS}[0][1]'), json_extract(m.data, '{_MENTIONS}[0][2]'),"
    " c.name, c.mentions - 1 FROM json_each(?) w"
    " CROSS JOIN actor c ON c.id = (SELECT min(id) FROM actor WHERE passage = w.value)"
    " CROSS JOIN member m ON m.id = (SELECT id FROM member WHERE actor = c.id ORDER BY article, id LIMIT 1)"
    " CROSS JOIN article a ON a.id = m.article"
)
_SPEAKER = (
    "SELECT coalesce(c.name, q.actor, q.speaker) FROM article a JOIN quote q ON q.article = a.id"
    " LEFT JOIN member s ON s.article = q.article AND s.name = q.actor LEFT JOIN actor c ON c.id = s.actor"
    " WHERE a.key = ? AND q.start = ? AND q.end = ? LIMIT 1"
)
_NAMED = (  # asked once, where `_MENTIONED` is asked of each place: from the actors to the articles that name them
    "SELECT json_group_array(DISTINCT m.article) FROM actor k CROSS JOIN passage w ON w.id = k.passage"
    " CROSS JOIN member m ON m.actor = k.id"
    " WHERE instr(w.folded, ?)"
)
_MENTIONED = (
    "EXISTS (SELECT 1 FROM member m JOIN actor k ON k.id = m.actor JOIN passage w ON w.id = k.passage,"
    f" json_each(m.data, '{_MENTIONS}') j WHERE m.article = p.article AND instr(w.folded, ?)"
    " AND json_extract(j.value, '$[1]') >= p.start AND json_extract(j.value, '$[1]') < p.end)"
)
_EACH = "SELECT value FROM json_each(?)"
_MEANT = f"FROM member WHERE id IN ({_EACH})"
_MENTIONED_BY_MEANT = (
    f"EXISTS (SELECT 1 FROM member m, json_each(m.data, '{_MENTIONS}') j"
    f" WHERE m.article = p.article AND m.id IN ({_EACH})"
    " AND json_extract(j.value, '$[1]') >= p.start AND json_extract(j.value, '$[1]') < p.end)"
)


@dataclass(slots=True)
class _Known:
    """What was read of one generation of the library, to be asked again with the next letter."""

    generation: int
    folded: dict[int, str] = field(default_factory=dict)
    places: dict[tuple[MatchKind, int], Place | None] = field(default_factory=dict)
    speakers: dict[Place, Place] = field(default_factory=dict)
    every: dict[tuple[MatchKind, int], list[tuple[int, str]]] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    raw: dict[str, tuple[str, str]] = field(default_factory=dict)
    characters: int = 0


class StoredPassages:
    """The texts of one library, for its search index. See `search.texts.Texts` for what each method gives."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._known = _Known(-1)

    def generation(self) -> int:
        """The last change of the library. What was read before it is forgotten."""
        generation = int(self._library.meta("generation") or 0)
        if generation != self._known.generation:
            self._known = _Known(generation)
        return generation

    def folder(self) -> Path | None:
        """Where the index of this very database lies; None in memory. A database made anew has another."""
        store = self._library.store
        if store.folder is None:
            return None
        name = self._library.meta("index")
        if name is None and not store.read_only:
            with store.writing() as connection:
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('index', ?)", (os.urandom(6).hex(),))
            name = self._library.meta("index")
        return store.folder / f"search-{_INDEX_FORMAT}-{name}"

    def writable(self) -> bool:
        """Whether the index may be written."""
        return not self._library.store.read_only

    def newer(self, generation: int) -> Iterator[tuple[int, int, str]]:
        """(number, field, folded text) of each text that came after `generation`."""
        connection = self._library.store.connection()
        yield from connection.execute(
            "SELECT id, field, folded FROM passage WHERE generation > ?", (generation,)
        )

    def gone(self, generation: int) -> list[int]:
        """Numbers of texts that went after `generation`."""
        return [row[0] for row in self._ask("SELECT passage FROM gone WHERE generation > ?", (generation,))]

    def indexed(self) -> int:
        """Up to which generation the index was told to have caught up; -1 where it is not kept, or no longer there."""
        folder = self.folder()
        there = folder is not None and (folder / "meta.json").is_file()
        return int(self._library.meta("indexed") or -1) if there else -1

    def caught_up(self, generation: int) -> None:
        """Remember how far the index is, and forget what went until then."""
        if self.indexed() == generation and not self._ask("SELECT 1 FROM gone LIMIT 1", ()):
            return
        with self._library.store.writing() as connection:
            connection.execute("DELETE FROM gone WHERE generation <= ?", (generation,))
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('indexed', ?)", (str(generation),))
        folder = self.folder()
        for other in folder.parent.glob("search-*") if folder else ():
            if other != folder:  # of another format of the index
                shutil.rmtree(other, ignore_errors=True)

    def texts(self, numbers: Sequence[int], field: MatchKind, filters: Sequence[Filter]) -> dict[int, str]:
        """The folded texts with these numbers that stand in a place that the filters let through."""
        where, values = self._standing(field, filters)
        known = self._known
        if len(known.folded) > _KEPT:
            known.folded = {}
        folded = {} if where else known.folded
        new = [number for number in numbers if number not in folded]
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            folded.update(
                self._ask(f"SELECT id, folded FROM passage WHERE id IN ({marks}) {where}", (*some, *values))
            )
        return folded if where else {number: folded[number] for number in numbers if number in folded}

    def all(self, field: MatchKind, limit: int) -> list[tuple[int, str]]:
        """(number, folded text) of all texts of `field`, or none where they are more than `limit`."""
        every = self._known.every
        if (field, limit) not in every:
            told = "article a CROSS JOIN place p ON p.article = a.id AND p.field = ?"
            sql = (
                f"SELECT DISTINCT g.id, g.folded FROM {told} CROSS JOIN passage g ON g.id = p.passage LIMIT ?"
            )
            values: tuple[int, ...] = (FIELDS.index(field), limit + 1)
            if field == "actor":
                sql = "SELECT DISTINCT g.id, g.folded FROM actor c JOIN passage g ON g.id = c.passage LIMIT ?"
                values = values[1:]
            found = self._ask(sql, values)
            every[field, limit] = found if len(found) <= limit else []
        return every[field, limit]

    def places(self, numbers: Sequence[int], field: MatchKind, filters: Sequence[Filter]) -> dict[int, Place]:
        """The first places of these texts that the filters let through, by number."""
        if filters:
            return self._placed(numbers, field, filters)
        known = self._known
        if len(known.places) > _KEPT:
            known.places = {}
        places = known.places
        new = [number for number in numbers if (field, number) not in places]
        if new:
            told = self._placed(new, field, ())
            places.update({(field, number): told.get(number) for number in new})
        return {number: place for number in numbers if (place := places[field, number]) is not None}

    def _placed(
        self, numbers: Sequence[int], field: MatchKind, filters: Sequence[Filter]
    ) -> dict[int, Place]:
        if not filters and field == "actor":
            named = self._ask(_FIRST_MENTIONS, (json.dumps(numbers),))
            if any(start is None or end is None for _, _, start, end, *_ in named):
                raise Damaged
            return {number: Place(*place) for number, *place in named}
        if field == "actor":
            found = [(number, self._actors("c.passage = ?", [number], filters, 1)) for number in numbers]
            return {number: placed[0] for number, placed in found if placed}
        if not filters:
            told = self._ask(_FIRST_PLACES, (_COPIES_COUNTED, json.dumps(numbers)))
            return {number: Place(key, start, end, None, copies) for number, key, start, end, copies in told}
        joined, condition, values = _condition(filters, self._articles)
        sql = (
            "SELECT key, start, end, count(*) - 1 FROM (SELECT a.key, p.start, p.end FROM place p"
            f" JOIN article a ON a.id = p.article {joined} WHERE p.passage = ? {condition}"
            " ORDER BY p.article, p.start LIMIT ?) HAVING count(*) > 0"
        )
        places: dict[int, Place] = {}
        for number in numbers:
            for key, start, end, copies in self._ask(sql, (number, *values, _COPIES_FILTERED)):
                places[number] = Place(key, start, end, None, copies)
        return places

    def spoken(self, place: Place) -> Place:
        """The place of a quotation, with its speaker."""
        known = self._known
        if len(known.speakers) > _KEPT:
            known.speakers = {}
        speakers = known.speakers
        if place not in speakers:
            told = self._ask(_SPEAKER, (place.article, place.start, place.end))
            speakers[place] = place._replace(speaker=told[0][0]) if told else place
        return speakers[place]

    def listed(self, field: MatchKind, filters: Sequence[Filter], limit: int) -> list[Place]:
        """The first places that the filters let through, in the order of the corpus."""
        if field == "actor":
            return self._actors("1", [], filters, limit)
        joined, condition, values = _condition(filters, self._articles)
        found = self._ask(
            f"SELECT a.key, p.start, p.end, NULL, 0 {_PLACES} {joined} WHERE p.field = ? {condition}"
            " ORDER BY a.position, p.start LIMIT ?",
            (FIELDS.index(field), *values, limit),
        )
        return [Place(*row) for row in found]

    def raw(self, article: str) -> tuple[str, str]:
        """The raw text of an article, and its title."""
        known = self._known
        told = known.raw.get(article)
        if told is None:
            found = self._ask(
                "SELECT b.text, a.title FROM article a JOIN body b ON b.article = a.id WHERE a.key = ?",
                (article,),
            )
            told = (encoding.unpack_text(found[0][0]), found[0][1]) if found else ("", "")
            known.characters += len(told[0])
            if known.characters > _CHARACTERS_KEPT:
                known.raw, known.characters = {}, len(told[0])
            known.raw[article] = told
        return told

    def _actors(self, where: str, values: list[object], filters: Sequence[Filter], limit: int) -> list[Place]:
        """The first mentions of actors. Of the filters only that by name says anything of an actor."""
        if any(one.name != "actor" for one in filters):
            return []
        for one in filters:
            named = "instr(n.folded, ?)" if one.meant is None else f"c.id IN (SELECT actor {_MEANT})"
            where += f" AND {'NOT' if one.negated else ''} {named}"
            values.append(one.value if one.meant is None else one.meant.members)
        found = self._ask(
            "SELECT c.id, c.name, c.mentions FROM actor c JOIN passage n ON n.id = c.passage"
            f" WHERE {where} ORDER BY c.id LIMIT ?",
            (*values, limit),
        )
        placed: list[Place] = []
        for number, name, mentions in found:
            first = self._ask(
                "SELECT a.key, m.data FROM member m JOIN article a ON a.id = m.article WHERE m.actor = ?"
                " ORDER BY m.article, m.id LIMIT 1",
                (number,),
            )
            if first:
                with damage():
                    mention = encoding.unpack(ArticleActor, encoding.read(first[0][1])).mentions[0]
                placed.append(Place(first[0][0], mention.start, mention.end, name, mentions - 1))
        return placed

    def _standing(self, field: MatchKind, filters: Sequence[Filter]) -> tuple[str, list[object]]:
        """That a passage stands where the filters let it through, as SQL with its AND, and its values."""
        if not filters or field == "actor":  # those of actors are few, and looked at when they are placed
            return "", []
        joined, condition, values = _condition(filters, self._articles)
        places = f"FROM place p JOIN article a ON a.id = p.article {joined}"
        return f"AND EXISTS (SELECT 1 {places} WHERE p.passage = passage.id {condition})", values

    def _articles(self, name: str) -> str:
        """The numbers of the articles that name an actor of whose names one holds `name`, as JSON."""
        named = self._known.named
        if name not in named:
            named[name] = self._ask(_NAMED, (name,))[0][0]
        return named[name]

    def _ask(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._library.ask(sql, values)


def _condition(filters: Sequence[Filter], named: Callable[[str], str]) -> tuple[str, str, list[object]]:
    """The filters as SQL: what to join, conditions each with its AND, and their values.

    `named` gives the articles that name an actor, as JSON.
    """
    joined = _SPOKEN if any(one.name in ("speaker", "kind") for one in filters) else ""
    condition, values = "", list[object]()
    for one in filters:
        sql, told = _one(one, named)
        condition += f" AND NOT coalesce({sql}, 0)" if one.negated else f" AND {sql}"
        values += told
    return joined, condition, values


def _one(one: Filter, named: Callable[[str], str]) -> tuple[str, list[object]]:
    twice: list[object] = [one.value, one.value]
    if one.name == "source":  # `folded` holds it too, and is looked at without a call of `fold`
        return "(instr(a.folded, ?) AND coalesce(instr(fold(a.publisher), ?), 0))", twice
    if one.name == "title":
        return "(instr(a.folded, ?) AND instr(fold(a.title), ?))", twice
    if one.name == "kind":
        return "(q.kind = ?)", [one.value]
    if one.meant is not None:
        return _meant(one.name, one.value, one.meant)
    if one.name == "actor":
        return f"(+p.article IN (SELECT value FROM json_each(?)) AND {_MENTIONED})", [
            named(one.value),
            one.value,
        ]
    if one.name == "speaker":
        return "(coalesce(instr(fold(q.speaker), ?), 0) OR coalesce(instr(n.folded, ?), 0))", twice
    return _dated(one.value)


def _dated(value: str) -> tuple[str, list[object]]:
    """Articles of the days `from..to`, by their own dates."""
    low, _, high = value.partition("..")
    parts, values = ["a.date IS NOT NULL"], list[object]()
    if low:
        parts.append("a.date >= ?")
        values.append(low)
    if high:
        parts.append("substr(a.date, 1, ?) <= ?")
        values += [len(high), high]
    return f"({' AND '.join(parts)})", values


def _meant(name: str, value: str, meant: Meant) -> tuple[str, list[object]]:
    """A filter by a name, or a date, that the reader gave."""
    if name == "actor":
        named = f"(+p.article IN (SELECT article {_MEANT}) AND {_MENTIONED_BY_MEANT})"
        return named, [meant.members, meant.members]
    if name == "date":
        own, days = _dated(value)
        sql = f"(p.article IN ({_EACH}) OR (p.article NOT IN ({_EACH}) AND {own}))"
        return sql, [meant.said, meant.told, *days]
    found = f"coalesce(instr(fold(q.speaker), ?), 0) OR coalesce(s.id IN ({_EACH}), 0)"
    sql = f"(q.id IN ({_EACH}) OR (q.id NOT IN ({_EACH}) AND ({found})))"
    return sql, [meant.said, meant.told, value, meant.members]

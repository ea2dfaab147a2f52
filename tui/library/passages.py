"""What the search asks of a library: the searchable texts, and where they stand."""

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.findings.actors.actor import ArticleActor
from tui.library import encoding
from tui.search.match import FIELDS, MatchKind
from tui.search.query import Filter
from tui.search.texts import Place

if TYPE_CHECKING:
    from tui.library.library import Library

_AT_ONCE = 500
_INDEX_FORMAT = 1  # rises when the index holds something else of the same library
_TEXTS_KEPT = 32
_COPIES_COUNTED = 1000
_MENTIONS = f"$[{encoding.names(ArticleActor).index('mentions')}]"

_JOINED = (
    "FROM place p JOIN article a ON a.id = p.article"
    " LEFT JOIN quote q ON p.field = 1 AND q.article = p.article AND q.start = p.start AND q.end = p.end"
    " LEFT JOIN member s ON s.article = q.article AND s.name = q.actor"
    " LEFT JOIN actor c ON c.id = s.actor"
    " LEFT JOIN passage n ON n.id = c.passage"
)
_FIRST_PLACE = (
    "SELECT a.key, p.start, p.end, NULL, (SELECT count(*) FROM (SELECT 1 FROM place WHERE passage = ? LIMIT ?)) - 1"
    " FROM place p JOIN article a ON a.id = p.article WHERE p.passage = ? ORDER BY p.article, p.field, p.start LIMIT 1"
)
_SPEAKER = "coalesce(c.name, q.actor, q.speaker)"
_NAMED = (
    "SELECT m.article FROM passage w JOIN actor k ON k.passage = w.id JOIN member m ON m.actor = k.id"
    " WHERE w.field = 3 AND instr(w.folded, ?)"
)
_MENTIONED = (
    "EXISTS (SELECT 1 FROM member m JOIN actor k ON k.id = m.actor JOIN passage w ON w.id = k.passage,"
    f" json_each(m.data, '{_MENTIONS}') j WHERE m.article = p.article AND instr(w.folded, ?)"
    " AND json_extract(j.value, '$[1]') >= p.start AND json_extract(j.value, '$[1]') < p.end)"
)


class StoredPassages:
    """The texts of one library, for its search index. See `search.texts.Texts` for what each method gives."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._raw: dict[str, tuple[str, str]] = {}
        self._read_at = -1

    def generation(self) -> int:
        """The last change of the library. Raw texts that were read before it are forgotten."""
        generation = int(self._library.meta("generation") or 0)
        if generation != self._read_at:
            self._raw, self._read_at = {}, generation
        return generation

    def folder(self) -> Path | None:
        """Where the index of this very database lies; None in memory. A database made anew has another."""
        store = self._library.store
        if store.folder is None:
            return None
        name = self._library.meta("index")
        if name is None and not store.read_only:
            with store.writing() as connection:
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('index', ?)", (secrets.token_hex(6),))
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

    def forget_gone(self, generation: int) -> None:
        """The index no longer holds what went up to `generation`."""
        if self._ask("SELECT 1 FROM gone LIMIT 1", ()):
            with self._library.store.writing() as connection:
                connection.execute("DELETE FROM gone WHERE generation <= ?", (generation,))

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """The folded texts with these numbers; what is no longer there is left out."""
        found: dict[int, str] = {}
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(self._ask(f"SELECT id, folded FROM passage WHERE id IN ({marks})", some))
        return found

    def all(self, field: MatchKind, limit: int) -> list[tuple[int, str]]:
        """(number, folded text) of all texts of `field`, or none where they are more than `limit`."""
        found = self._ask(
            "SELECT id, folded FROM passage WHERE field = ? LIMIT ?", (FIELDS.index(field), limit + 1)
        )
        return found if len(found) <= limit else []

    def place(self, number: int, field: MatchKind, filters: Sequence[Filter]) -> Place | None:
        """The first place of a text that the filters let through, or None."""
        if field == "actor":
            return next(iter(self._actors("c.passage = ?", [number], filters, 1)), None)
        if not filters and field != "quote":
            found = self._ask(_FIRST_PLACE, (number, _COPIES_COUNTED, number))
            return Place(*found[0]) if found else None
        condition, values = _condition(filters)
        found = self._ask(
            f"SELECT a.key, p.start, p.end, {_SPEAKER} {_JOINED} WHERE p.passage = ? {condition}"
            " ORDER BY p.article, p.start LIMIT 1",
            (number, *values),
        )
        if not found:
            return None
        counted = self._ask(
            f"SELECT count(*) FROM (SELECT 1 {_JOINED} WHERE p.passage = ? {condition} LIMIT ?)",
            (number, *values, _COPIES_COUNTED),
        )
        return Place._make((*found[0], counted[0][0] - 1))

    def listed(self, field: MatchKind, filters: Sequence[Filter], limit: int) -> list[Place]:
        """The first places that the filters let through, in the order of the corpus."""
        if field == "actor":
            return self._actors("1", [], filters, limit)
        condition, values = _condition(filters)
        for one in filters:
            if one.name == "actor" and not one.negated:
                condition += f" AND p.article IN ({_NAMED})"
                values.append(one.value)
        found = self._ask(
            f"SELECT a.key, p.start, p.end, {_SPEAKER} {_JOINED} WHERE p.field = ? {condition}"
            " ORDER BY a.position, p.start LIMIT ?",
            (FIELDS.index(field), *values, limit),
        )
        return [Place._make((*row, 0)) for row in found]

    def raw(self, article: str) -> tuple[str, str]:
        """The raw text of an article, and its title."""
        known = self._raw.get(article)
        if known is None:
            found = self._ask(
                "SELECT b.text, a.title FROM article a JOIN body b ON b.article = a.id WHERE a.key = ?",
                (article,),
            )
            if not found:
                return "", ""
            while len(self._raw) >= _TEXTS_KEPT:
                self._raw.pop(next(iter(self._raw)), None)
            known = self._raw[article] = encoding.unpack_text(found[0][0]), found[0][1]
        return known

    def _actors(self, where: str, values: list[object], filters: Sequence[Filter], limit: int) -> list[Place]:
        """The first mentions of actors. Of the filters only that by name says anything of an actor."""
        if any(one.name != "actor" for one in filters):
            return []
        for one in filters:
            where += f" AND {'NOT' if one.negated else ''} instr(n.folded, ?)"
            values.append(one.value)
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
                mention = encoding.unpack(ArticleActor, encoding.read(first[0][1])).mentions[0]
                placed.append(Place(first[0][0], mention.start, mention.end, name, mentions - 1))
        return placed

    def _ask(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._library.ask(sql, values)


def _condition(filters: Sequence[Filter]) -> tuple[str, list[object]]:
    """The filters as SQL over the joined tables, each part with its AND, and its values."""
    condition, values = "", list[object]()
    for one in filters:
        sql, told = _one(one)
        condition += f" AND NOT coalesce({sql}, 0)" if one.negated else f" AND {sql}"
        values += told
    return condition, values


def _one(one: Filter) -> tuple[str, list[object]]:
    if one.name == "source":
        return "instr(fold(a.publisher), ?)", [one.value]
    if one.name == "title":
        return "instr(fold(a.title), ?)", [one.value]
    if one.name == "kind":
        return "(q.kind = ?)", [one.value]
    if one.name == "actor":
        return _MENTIONED, [one.value]
    if one.name == "speaker":
        return "(coalesce(instr(fold(q.speaker), ?), 0) OR coalesce(instr(n.folded, ?), 0))", [
            one.value,
            one.value,
        ]
    low, _, high = one.value.partition("..")
    parts, values = ["a.date IS NOT NULL"], list[object]()
    if low:
        parts.append("a.date >= ?")
        values.append(low)
    if high:
        parts.append("substr(a.date, 1, ?) <= ?")
        values += [len(high), high]
    return f"({' AND '.join(parts)})", values

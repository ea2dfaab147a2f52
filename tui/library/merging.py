"""Make what depends on the whole corpus from what depends on an article alone: actors, events, short names."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from tui.corpus.problem import Problem
from tui.corpus.text import fold
from tui.findings.actors.actor import Actor, ActorMention, ArticleActor
from tui.findings.events.event import ArticleEvent
from tui.library import encoding
from tui.library.gathering import ACTOR, passage_id
from tui.library.writing import Writer

T = TypeVar("T")

WHOLE = "the whole corpus"
"""Where a problem lies that is none of a file's."""


def merge(connection: sqlite3.Connection, writer: Writer, generation: int) -> None:
    """Write the merged actors and events of the corpus, and which leading numbers are unique. In one transaction."""
    from tui.findings.actors.merging import merge_actors
    from tui.findings.events.merging import merge_events

    connection.execute("DELETE FROM problem WHERE path = ? AND source IS NULL", (WHOLE,))
    actors = _made(writer, "actors", lambda: merge_actors(_article_actors(connection)))
    _write_actors(connection, writer, actors, generation)
    del actors
    names = _Names(connection)
    events = _made(writer, "events", lambda: merge_events(_article_events(connection), names))
    connection.execute("DELETE FROM event")
    connection.executemany(
        "INSERT INTO event (data) VALUES (?)", ((encoding.write(encoding.pack(event)),) for event in events)
    )
    connection.execute(
        "UPDATE article SET short = number WHERE number IS NOT NULL AND short IS NOT number"
        " AND number IN (SELECT number FROM article GROUP BY number HAVING count(*) = 1)"
    )
    connection.execute(
        "UPDATE article SET short = NULL WHERE short IS NOT NULL AND (short IS NOT number"
        " OR number IN (SELECT number FROM article GROUP BY number HAVING count(*) > 1))"
    )


def _made(writer: Writer, what: str, make: Callable[[], list[T]]) -> list[T]:
    """What `make` gives; where it fails nothing, and a problem: the articles can be read all the same."""
    try:
        return make()
    except (sqlite3.Error, encoding.Damaged):
        raise
    except Exception as error:  # noqa: BLE001 - a fault in merging must not keep a reader from the articles
        reason = f"the {what} of the articles could not be merged ({type(error).__name__}: {error})"
        writer.problem(Problem(WHOLE, None, reason, "please report this", skipped=False))
        return []


def _article_actors(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[ArticleActor, ...]]]:
    """Each article's id and actors, in article order, their mentions without offsets."""
    light = _Light()
    current: str | None = None
    gathered: list[ArticleActor] = []
    found = connection.execute(
        "SELECT a.key, m.data FROM article a CROSS JOIN member m ON m.article = a.id ORDER BY a.position, m.id"
    )
    for key, data in found:
        if key != current:
            if current is not None:
                yield current, tuple(gathered)
            current, gathered = key, []
        gathered.append(light.read(data))
    if current is not None:
        yield current, tuple(gathered)


class _Light:
    """Reads article actors for merging: of a mention only its words matter, so that equal ones are one object.

    That is a tenth of the memory of all mentions of a large corpus.
    """

    def __init__(self) -> None:
        self._mentions: dict[tuple[str, str], ActorMention] = {}
        self._words: dict[str | None, str | None] = {}

    def read(self, data: str) -> ArticleActor:
        """The article actor that `data` holds."""
        actor = encoding.unpack(ArticleActor, encoding.read(data))
        same = self._words.setdefault
        return replace(
            actor,
            name=same(actor.name, actor.name) or "",
            parent=same(actor.parent, actor.parent),
            rule=same(actor.rule, actor.rule) or "",
            mentions=tuple([self._mention(mention) for mention in actor.mentions]),
            roles=tuple([role._replace(start=0, end=0) for role in actor.roles]),
        )

    def _mention(self, mention: ActorMention) -> ActorMention:
        known = self._mentions.get((mention.text, mention.relation))
        if known is None:
            known = mention._replace(start=0, end=0)
            self._mentions[mention.text, mention.relation] = known
        return known


class _Names(Mapping[tuple[str, str], str]):
    """The name in the corpus of (article id, name there), looked up when it is asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def __getitem__(self, member: tuple[str, str]) -> str:
        found = self._db.execute(
            "SELECT c.name FROM article a JOIN member m ON m.article = a.id JOIN actor c ON c.id = m.actor"
            " WHERE a.key = ? AND m.name = ?",
            member,
        ).fetchone()
        if found is None:
            raise KeyError(member)
        return str(found[0])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(
            self._db.execute(
                "SELECT a.key, m.name FROM member m JOIN article a ON a.id = m.article ORDER BY m.id"
            )
        )

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM member").fetchone()[0])


def _article_events(connection: sqlite3.Connection) -> Iterator[tuple[str, str, tuple[ArticleEvent, ...]]]:
    """Each article's id, text and events, in article order; articles without events left out."""
    for key, text, data in connection.execute(
        "SELECT a.key, b.text, b.data FROM article a CROSS JOIN body b ON b.article = a.id ORDER BY a.position"
    ):
        if events := encoding.read(data)[3]:
            yield (
                key,
                encoding.unpack_text(text),
                tuple([encoding.unpack(ArticleEvent, event) for event in events]),
            )


def _write_actors(
    connection: sqlite3.Connection, writer: Writer, actors: list[Actor], generation: int
) -> None:
    """Replace the actors of the corpus; those that can be found by the same names keep their passage."""
    old = {row[0] for row in connection.execute("SELECT passage FROM actor")}
    connection.execute("DELETE FROM actor")
    for rank, actor in enumerate(actors, 1):
        folded = fold(" · ".join(dict.fromkeys([actor.name, *[alias.text for alias in actor.aliases]])))
        passage = passage_id(ACTOR, folded)
        data = encoding.write((actor.parent, actor.aliases, actor.rule, actor.confidence))
        connection.execute(
            "INSERT INTO actor (id, name, type, mentions, passage, data) VALUES (?, ?, ?, ?, ?, ?)",
            (rank, actor.name, actor.type, len(actor.mentions), passage, data),
        )
        if passage not in old:
            connection.execute(
                "INSERT OR IGNORE INTO passage (id, field, generation, folded) VALUES (?, ?, ?, ?)",
                (passage, ACTOR, generation, folded),
            )
        connection.executemany(
            "UPDATE member SET actor = ? WHERE article = (SELECT id FROM article WHERE key = ?) AND name = ?",
            [(rank, article, name) for article, name in actor.members],
        )
    writer.abandon(old)

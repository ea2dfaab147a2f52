"""Make what depends on the whole corpus from what depends on an article alone: actors, events, short names."""

import sqlite3
from collections.abc import Iterator

from tui.corpus.text import fold
from tui.findings.actors.actor import Actor, ArticleActor
from tui.findings.actors.merging import merge_actors
from tui.findings.events.event import ArticleEvent
from tui.findings.events.merging import merge_events
from tui.library import encoding
from tui.library.gathering import ACTOR, passage_id
from tui.library.writing import Writer


def merge(connection: sqlite3.Connection, writer: Writer, generation: int) -> None:
    """Write the merged actors and events of the corpus, and which leading numbers are unique. In one transaction."""
    actors = merge_actors(_article_actors(connection))
    names = {member: actor.name for actor in actors for member in actor.members}
    events = merge_events(_article_events(connection), names)
    _write_actors(connection, writer, actors, generation)
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


def _article_actors(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[ArticleActor, ...]]]:
    """Each article's id and actors, in article order."""
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
        gathered.append(encoding.unpack(ArticleActor, encoding.read(data)))
    if current is not None:
        yield current, tuple(gathered)


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

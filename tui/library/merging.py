"""Make what depends on the whole corpus from what depends on an article alone: actors, events, short names."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from tui.corpus.problem import Problem
from tui.corpus.text import fold
from tui.findings.actors.actor import ArticleActor
from tui.findings.events.event import ArticleEvent, Event
from tui.library import encoding
from tui.library.changes import WHOLE
from tui.library.damage import Damaged
from tui.library.gathering import ACTOR, passage_id
from tui.library.writing import Writer

if TYPE_CHECKING:
    from tui.findings.actors.merging import Joined

T = TypeVar("T")

Change = Callable[[str, tuple[ArticleEvent, ...]], tuple[ArticleEvent, ...]]
"""What an article, by id, tells in place of these events of it."""


def merge(connection: sqlite3.Connection, writer: Writer, generation: int) -> None:
    """Write the merged actors and events of the corpus, and which leading numbers are unique. In one transaction."""
    from tui.findings.actors.merging import join_names
    from tui.findings.events.merging import merge_events

    connection.execute("DELETE FROM problem WHERE path = ? AND source IS NULL", (WHOLE,))
    actors = _made(writer, "actors", lambda: join_names(_article_actors(connection)))
    _write_actors(connection, writer, actors, generation)
    del actors
    names = _Names(connection)
    events = _made(writer, "events", lambda: merge_events(_article_events(connection, _as_kept), names))
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


def _as_kept(_: str, events: tuple[ArticleEvent, ...]) -> tuple[ArticleEvent, ...]:
    return events


def _made(writer: Writer, what: str, make: Callable[[], list[T]]) -> list[T]:
    """What `make` gives; where it fails nothing, and a problem: the articles can be read all the same."""
    try:
        return make()
    except (sqlite3.Error, Damaged):
        raise
    except Exception as error:  # noqa: BLE001 - a fault in merging must not keep a reader from the articles
        reason = f"the {what} of the articles could not be merged ({type(error).__name__}: {error})"
        writer.problem(Problem(WHOLE, None, reason, "please report this", skipped=False))
        return []


def _article_actors(connection: sqlite3.Connection) -> Iterator[tuple[str, list[ArticleActor]]]:
    """Each article's id and actors, in article order."""
    found = connection.execute(
        "SELECT a.key, m.data FROM article a CROSS JOIN member m ON m.article = a.id ORDER BY a.position, m.id"
    )
    for key, rows in groupby(found, itemgetter(0)):
        yield key, [encoding.unpack(ArticleActor, encoding.read(data)) for _, data in rows]


class _Names(Mapping[tuple[str, str], str]):
    """The name in the corpus of (article id, name there); those of an article are looked up when one is asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._article: str | None = None
        self._names: dict[str, str] = {}

    def __getitem__(self, member: tuple[str, str]) -> str:
        article, name = member
        if article != self._article:
            self._article = article
            self._names = dict(
                self._db.execute(
                    "SELECT m.name, c.name FROM article a JOIN member m ON m.article = a.id"
                    " JOIN actor c ON c.id = m.actor WHERE a.key = ?",
                    (article,),
                )
            )
        return self._names[name]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(
            self._db.execute(
                "SELECT a.key, m.name FROM member m JOIN article a ON a.id = m.article ORDER BY m.id"
            )
        )

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM member").fetchone()[0])


def events_with(connection: sqlite3.Connection, change: Change) -> list[Event]:
    """The events of the corpus, where articles tell other ones than are kept. Writes nothing."""
    from tui.findings.events.merging import merge_events

    return merge_events(_article_events(connection, change), _Names(connection))


def _article_events(
    connection: sqlite3.Connection, change: Change
) -> Iterator[tuple[str, str, tuple[ArticleEvent, ...]]]:
    """Each article's id, text and events, in article order; articles without events left out."""
    for key, text, data in connection.execute(
        "SELECT a.key, b.text, b.data FROM article a CROSS JOIN body b ON b.article = a.id ORDER BY a.position"
    ):
        events = change(
            key, tuple([encoding.unpack(ArticleEvent, event) for event in encoding.read(data)[3]])
        )
        if events:
            yield key, encoding.unpack_text(text), events


def _write_actors(
    connection: sqlite3.Connection, writer: Writer, actors: "list[Joined]", generation: int
) -> None:
    """Replace the actors of the corpus; those that can be found by the same names keep their passage."""
    old = {row[0] for row in connection.execute("SELECT passage FROM actor")}
    rows: list[tuple[object, ...]] = []
    passages: dict[int, str] = {}
    for rank, actor in enumerate(actors, 1):
        folded = fold(" · ".join(dict.fromkeys([actor.name, *[alias.text for alias in actor.aliases]])))
        passage = passage_id(ACTOR, folded)
        passages[passage] = folded
        data = encoding.write((actor.parent, actor.aliases, actor.rule, actor.confidence))
        rows.append((rank, actor.name, actor.type, actor.mentions, passage, data))
    connection.execute("DELETE FROM actor")
    connection.executemany(
        "INSERT INTO actor (id, name, type, mentions, passage, data) VALUES (?, ?, ?, ?, ?, ?)", rows
    )
    connection.executemany(
        "INSERT OR IGNORE INTO passage (id, field, generation, folded) VALUES (?, ?, ?, ?)",
        [(passage, ACTOR, generation, folded) for passage, folded in passages.items() if passage not in old],
    )
    connection.execute("CREATE TEMP TABLE joined (name, type, actor, PRIMARY KEY (name, type)) WITHOUT ROWID")
    connection.executemany(
        "INSERT INTO joined VALUES (?, ?, ?)",
        [(*name, rank) for rank, actor in enumerate(actors, 1) for name in actor.names],
    )
    connection.execute(
        "UPDATE member SET actor = j.actor FROM joined j"
        " WHERE j.name = member.name AND j.type = member.type AND member.actor IS NOT j.actor"
    )
    connection.execute("DROP TABLE joined")
    writer.abandon(old.difference(passages))

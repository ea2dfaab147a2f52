"""The schema of a library's database: laid where there is none, and brought from an older version to this one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

VERSION = 4
"""`PRAGMA user_version` of this program's schema."""

SHAPE = (
    "Block(number,kind,start,end,rule,confidence);"
    "Quote(kind,spans,frame,speaker,cue,actor,resolved,via,attribution,rule,confidence);"
    "ArticleActor(name,type,parent,mentions,roles,gender,rule,confidence);"
    "TimeExpression(text,start,end,value,anchored,rule);"
    "ArticleEvent(title,kind,start,end,date,date_text,place,level,participants,status,rule,confidence);"
    "Event(title,kind,date,date_text,place,level,participants,status,mentions,rule,confidence);"
    "Actor(name,type,parent,aliases,members,mentions,roles,rule,confidence)"
)
"""The kinds of finding and their fields, as they are written: a library of another shape is not read.

It is told here so that a list can be shown before any of them is imported; a test holds it to `encoding.shape`."""

_FOLDER = Path(__file__).parent


class AnotherVersion(sqlite3.DatabaseError):
    """The database has the schema of a later version of this program, or of one that nothing leads from."""

    def __init__(self) -> None:
        super().__init__("it was made by another version of this program")


def lay(connection: sqlite3.Connection) -> None:
    """Make an empty library of an empty database, or bring an older one up to this version; in one transaction.

    Raises AnotherVersion. `migrations/N.sql` leads from version N to the next.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[
            0
        ]  # another process may have been first
        for statement in _statements(version):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException as error:
        connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError) and "no such" in str(error):
            raise AnotherVersion from error  # it only calls itself so
        raise
    connection.execute("COMMIT")


def _statements(version: int) -> Iterator[str]:
    """What leads from a version to this one; 0 is an empty database."""
    if version == 0:
        yield from _read(_FOLDER / "schema.sql")
        return
    for step in range(version, VERSION):
        path = _FOLDER / "migrations" / f"{step}.sql"
        if not path.is_file():
            raise AnotherVersion
        yield from _read(path)
    if version > VERSION:
        raise AnotherVersion


def _read(path: Path) -> Iterator[str]:
    """The statements of a file, one by one: `executescript` would commit the transaction around them."""
    statement = ""
    for line in path.read_text("utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

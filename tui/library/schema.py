"""The schema of a library's database: laid where there is none, and brought from an older version to this one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

VERSION = 4
"""`PRAGMA user_version` of this program's schema."""

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

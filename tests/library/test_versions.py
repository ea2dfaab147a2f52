"""A library that another version of the program made: brought up, made anew, or read again while it is shown."""

import contextlib
import shutil
import sqlite3
import subprocess
from pathlib import Path

from tests.library.conftest import everything
from tui.library import encoding, schema
from tui.library.build import refresh
from tui.library.library import Library
from tui.library.progress import Progressed, Quiet


def test_the_shape_of_a_library_is_that_of_the_findings() -> None:
    assert encoding.shape() == schema.SHAPE


def test_a_library_of_another_version_is_made_anew_and_says_so(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    library.store.connection().execute("PRAGMA user_version = 999")
    library.close()
    library = Library.open([corpus])
    assert len(library.rows()) == 0
    assert refresh(library).read == 3
    assert "another version" in library.problems()[0].reason


def as_of_version_1(database: Path) -> None:
    """Bring a database back to the schema that it had in version 1."""
    with sqlite3.connect(database) as connection:
        connection.executescript(
            """
            DROP INDEX member_article; DROP INDEX member_actor;
            DROP INDEX article_copy; ALTER TABLE article DROP COLUMN copy_of;
            ALTER TABLE member RENAME TO later;
            CREATE TABLE member (
                id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
                name TEXT NOT NULL, actor INTEGER REFERENCES actor ON DELETE SET NULL, data TEXT NOT NULL
            );
            INSERT INTO member SELECT id, article, name, actor, data FROM later;
            DROP TABLE later;
            CREATE INDEX member_article ON member (article); CREATE INDEX member_actor ON member (actor);
            PRAGMA user_version = 1;
            """
        )
    connection.close()


def test_a_library_of_the_version_before_is_brought_up_and_nothing_is_read_again(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    shutil.copytree(whole[0], folder)
    as_of_version_1(folder / "library.sqlite")
    library = Library.open([large], folder=folder)
    assert everything(library) == whole[1]
    assert refresh(library, jobs=1).read == 0
    assert library.problems() == []
    assert schema_of(folder) == schema_of(whole[0])


def schema_of(folder: Path) -> list[object]:
    """The columns of all tables and the names of all indexes."""
    with contextlib.closing(sqlite3.connect(folder / "library.sqlite")) as database:
        told = database.execute("SELECT type, name FROM sqlite_master ORDER BY type, name").fetchall()
        return [(*one, database.execute(f"PRAGMA table_info({one[1]})").fetchall()) for one in told]


def test_a_library_of_the_version_before_that_takes_no_writing_is_read_anew_in_memory(
    corpus: Path, small_disk: Path
) -> None:
    folder = small_disk / "library"
    kept = Library.open([corpus], folder=folder)
    refresh(kept)
    kept.close()
    as_of_version_1(folder / "library.sqlite")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    library = Library.open([corpus], folder=folder)
    assert refresh(library).read == 3
    assert "another version" in library.problems()[0].reason


def test_findings_that_are_written_otherwise_are_not_read(corpus: Path) -> None:
    library = Library.open([corpus])
    refresh(library)
    with library.store.writing() as connection:
        connection.execute("UPDATE meta SET value = 'Quote(words)' WHERE key = 'shape'")
    library.close()
    library = Library.open([corpus])
    assert len(library.rows()) == 0
    assert refresh(library).read == 3
    assert "another version" in library.problems()[0].reason
    library.close()
    assert refresh(Library.open([corpus])).read == 0


def test_newer_finders_read_all_anew_while_what_the_older_found_is_shown(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    shutil.copytree(whole[0], folder)
    library = Library.open([large], folder=folder)
    with library.store.writing() as connection:
        connection.execute("UPDATE source SET version = 'older'")
    seen: list[list[str]] = []
    generations: list[str | None] = []

    class Looking(Quiet):
        def report(self, progressed: Progressed) -> None:
            seen.append([row.id for row in library.rows()])
            assert library.search("plan number", limit=1)
            if progressed.phase == "reading":
                generations.append(library.meta("generation"))

    assert refresh(library, jobs=1, progress=Looking()).read == 200
    assert len(seen) > 3
    assert len(generations) == len(set(generations)) > 1  # each batch is told to who reads
    assert all(sorted(ids) == sorted(seen[0]) for ids in seen)
    assert everything(library) == whole[1]

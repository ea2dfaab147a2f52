"""Whatever happens to a library, the next start opens it, says what it mended, and finds the same."""

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.library.conftest import everything
from tui.errors import CorpusError
from tui.library.build import refresh
from tui.library.library import Library
from tui.library.progress import Progressed, Quiet

INDEXING = """
import sys
from pathlib import Path
from tui.errors import CorpusError
from tui.library.build import refresh
from tui.library.library import Library
from tui.library.progress import Quiet
class Telling(Quiet):
    def report(self, progressed):
        if progressed.phase in ("merging", "indexing") and sys.argv[4:]:
            print(progressed.phase, flush=True)
if __name__ == "__main__":
    print("begun", flush=True)
    library = Library.open([sys.argv[1]], folder=Path(sys.argv[2]))
    report = refresh(library, jobs=int(sys.argv[3]), progress=Telling())
    print(report.articles, report.read, flush=True)
"""


def start(corpus: Path, folder: Path, jobs: int = 1, *told: str) -> "subprocess.Popen[str]":
    """Index in a process of its own; with anything `told` it says when it merges and indexes."""
    return subprocess.Popen(
        [sys.executable, "-c", INDEXING, str(corpus), str(folder), str(jobs), *told],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_killed_at_any_moment_it_goes_on_where_it_was(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    chance = random.Random(5)  # noqa: S311
    folder = tmp_path / "library"
    for turn in range(20):
        process = start(large, folder, 1, "tell")
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        if turn < 16:
            with pytest.raises(subprocess.TimeoutExpired):  # it is killed at work, not when it is done
                process.communicate(timeout=chance.uniform(0.02, 0.25))
        else:  # near the end
            assert process.stdout.readline() == "merging\n"
            if turn == 19:
                assert process.stdout.readline() == "indexing\n"
        process.send_signal(signal.SIGKILL)
        process.communicate()
        library = Library.open([large], folder=folder)
        assert len(library.rows()) <= 200
        library.close()
    library = Library.open([large], folder=folder)
    assert refresh(library, jobs=1).articles == 200
    assert everything(library) == whole[1]


@pytest.mark.parametrize("part", ["head", "half"])
def test_a_truncated_database_is_made_anew(
    part: str, large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    shutil.copytree(whole[0], folder)
    path = folder / "library.sqlite"
    os.truncate(path, {"head": 50, "half": path.stat().st_size // 2}[part])
    library = Library.open([large], folder=folder)
    refresh(library, jobs=1)
    assert everything(library) == whole[1]


def test_flipped_bits_are_told_and_never_end_the_program(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    chance = random.Random(11)  # noqa: S311
    mended = 0
    for turn in range(4):
        folder = tmp_path / f"library{turn}"
        shutil.copytree(whole[0], folder)
        path = folder / "library.sqlite"
        data = bytearray(path.read_bytes())
        for _ in range(200):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(data))
        library = Library.open([large], folder=folder)
        with contextlib.suppress(CorpusError):  # which says that it is damaged, and to try again
            library.search("plan number")
            library.quotes()
            library.actors()
        refresh(library, jobs=1)
        if any("damaged" in problem.reason for problem in library.problems()):
            mended += 1
            assert everything(library) == whole[1]
        library.close()
    assert mended >= 2


@pytest.mark.parametrize(
    ("table", "ask"),
    [
        ("body", lambda library: library.article("002_frost")),
        ("body", lambda library: library.findings("002_frost")),
        ("actor", lambda library: library.actors()),
        ("quote", lambda library: library.quotes()),
        ("member", lambda library: library.search("lindqvist", fields=("actor",))),
    ],
)
def test_values_of_another_shape_are_told_and_the_library_is_made_anew(
    corpus: Path, table: str, ask: Callable[[Library], object]
) -> None:
    library = Library.open([corpus])
    refresh(library)
    with library.store.writing() as connection:
        connection.execute(f"UPDATE {table} SET data = '[[1,2,3,4],5]'")  # noqa: S608
    with pytest.raises(CorpusError, match="damaged"):
        ask(library)
    assert refresh(library).read == 3
    ask(library)


def test_a_damaged_search_index_is_made_anew(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    for harm in (lambda path: path.write_bytes(b"\0" * 100), lambda path: path.unlink()):
        for kind in ("meta.json", ".term", ".idx", ".fast", ".store"):
            folder = tmp_path / "library"
            shutil.copytree(whole[0], folder)
            [index] = folder.glob("search-*")
            for path in index.iterdir():
                if path.name.endswith(kind):
                    harm(path)
            library = Library.open([large], folder=folder)
            refresh(library)
            assert everything(library)[-1] == whole[1][-1], kind
            library.close()
            shutil.rmtree(folder)


def test_two_processes_index_one_library_and_read_nothing_twice(large: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    running = [start(large, folder, jobs=1) for _ in range(2)]
    told = [process.communicate(timeout=120) for process in running]
    assert all(not error for _, error in told), told
    counts = sorted(output.split()[1:] for output, _ in told)
    assert counts == [["200", "0"], ["200", "200"]]


def test_one_reads_while_another_process_indexes(large: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    process = start(large, folder)
    library = Library.open([large], folder=folder)
    seen = [0]
    while process.poll() is None:
        rows = library.rows()
        seen.append(len(rows))
        if rows:
            assert library.article(rows[-1].id).text
            library.search("district")
        time.sleep(0.01)
    process.communicate()
    assert seen == sorted(seen)
    assert len(library.rows()) == 200


def test_processes_that_read_for_it_find_the_same(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    folder = tmp_path / "library"
    process = start(large, folder, jobs=2)
    output, error = process.communicate(timeout=120)
    assert (output.split()[1:], error) == (["200", "200"], "")
    assert everything(Library.open([large], folder=folder)) == whole[1]


def test_a_stopped_refresh_keeps_what_it_read_and_the_next_one_goes_on(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    class Stopping(Quiet):
        def report(self, progressed: Progressed) -> None:
            self.cancelled = progressed.articles > 0

    library = Library.open([large], folder=tmp_path / "library")
    stopped = refresh(library, jobs=1, progress=Stopping())
    assert not stopped.complete
    assert 0 < stopped.articles < 200
    before = dict(library.ask("SELECT key, id FROM article"))
    assert refresh(library, jobs=1).complete
    assert before.items() <= dict(library.ask("SELECT key, id FROM article")).items()
    assert everything(library) == whole[1]


def test_a_full_disk_is_told_and_the_library_goes_on_in_memory(
    large: Path, whole: tuple[Path, list[object]], small_disk: Path
) -> None:
    library = Library.open([large], folder=small_disk / "library")
    report = refresh(library, jobs=1)
    assert report.articles == 200
    assert any("memory" in problem.reason for problem in report.problems)
    assert everything(library) == whole[1]


def test_a_folder_that_cannot_be_written_is_told_and_the_library_is_in_memory(
    corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    library = Library.open([corpus], folder=tmp_path / "file" / "library")
    refresh(library)
    assert len(library.rows()) == 3
    assert any("memory" in problem.reason for problem in library.problems())


def test_a_shared_library_that_is_read_only_can_be_read(
    corpus: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_disk / "library"
    kept = Library.open([corpus], folder=folder)
    refresh(kept)
    kept.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    library = Library.open([corpus], folder=folder)
    assert refresh(library).read == 0
    assert [row.id for row in library.rows()] == ["001_bridge", "002_frost", "library"]
    assert library.search("ferries")[0].article == "001_bridge"
    readers = [
        subprocess.Popen(
            [sys.executable, "-m", "tui", "search", str(corpus), "ferries", "--library", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for output, error in [reader.communicate() for reader in readers]:
        assert json.loads(output.splitlines()[0])["article"] == "001_bridge", error
    (corpus / "new.txt").write_text("New\n\nSomething new.\n", "utf-8")
    refresh(library)
    assert len(library.rows()) == 4
    assert any("memory" in problem.reason for problem in library.problems())
    monkeypatch.setattr("tui.library.build._MOST_IN_MEMORY", 0)
    library = Library.open([corpus], folder=folder)
    report = refresh(library)
    assert (report.articles, report.read) == (3, 0)
    assert "it is shown as it was" in report.problems[0].reason


def test_another_programs_file_is_no_library_and_is_made_one(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    with sqlite3.connect(folder / "library.sqlite") as other:
        other.execute("CREATE TABLE something (x)")
        other.execute("PRAGMA user_version = 99")
    other.close()
    library = Library.open([corpus], folder=folder)
    refresh(library)
    assert len(library.rows()) == 3


def test_a_process_that_dies_while_reading_is_replaced_and_nothing_is_missing(
    large: Path, whole: tuple[Path, list[object]], tmp_path: Path
) -> None:
    died = tmp_path / "died"
    program = f"""
import os, sys
from pathlib import Path
from concurrent.futures import ProcessPoolExecutor
from tui.library import tasks
first = Path({str(died)!r})
plain = tasks.gather
def dying(article, print_):
    if not first.exists() and article.id == "n100":
        first.touch()
        os._exit(9)
    return plain(article, print_)
tasks.gather = dying
{INDEXING}
"""
    script = tmp_path / "program.py"
    script.write_text(program, "utf-8")
    folder = tmp_path / "library"
    run = subprocess.run(
        [sys.executable, str(script), str(large), str(folder), "2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout.split()[1:2], run.stderr) == (["200"], "")
    assert died.exists()
    assert everything(Library.open([large], folder=folder)) == whole[1]


def test_a_first_search_is_answered_while_articles_are_waited_for(corpus: Path, tmp_path: Path) -> None:
    library = Library.open([corpus], folder=tmp_path / "kept")
    go_on = Event()
    with ThreadPoolExecutor(1) as slow, ThreadPoolExecutor(2) as people:
        slow.submit(go_on.wait, 60)
        reading = people.submit(refresh, library, executor=slow)
        try:
            assert people.submit(library.search, "harbour").result(timeout=30) == []
        finally:
            go_on.set()
        reading.result(timeout=60)
    assert library.search("harbour")


def test_a_program_that_ends_in_the_midst_of_reading_leaves_no_word_behind() -> None:
    program = "import os; from tui.library.processes import executor; kept = executor(2, 10**9); os._exit(3)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (3, "", "")

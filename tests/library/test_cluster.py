"""A newsroom with several machines has a Dask cluster read its corpus: it finds the same as one machine does."""

import contextlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.errors import CorpusError
from tui.library.cluster import cluster
from tui.library.library import Library

distributed = pytest.importorskip("distributed", reason="the extra cluster is not installed")

SCHEDULER = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
WORKER = ("--no-nanny", "--no-dashboard", "--nthreads", "1", "--host", "127.0.0.1", "--death-timeout", "60")


def dask(*words: str, folder: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "DASK_TEMPORARY_DIRECTORY": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,  # so that a relative path of the reader's leads nowhere there
        env=environment,
    )


def told(process: "subprocess.Popen[str]", pattern: str) -> str:
    """What a process tells first that looks so."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(pattern, line):
            return found[0]
    raise AssertionError(f"it ended and never told {pattern}")


Workers = tuple[str, dict[str, "subprocess.Popen[str]"]]


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    """The address of a scheduler on this machine, and its two workers by their addresses."""
    with contextlib.ExitStack() as ending:

        def begun(*words: str) -> "subprocess.Popen[str]":
            process = dask(*words, folder=tmp_path_factory.mktemp("dask"))
            ending.callback(process.communicate)
            ending.callback(process.kill)
            return process

        address = told(begun(*SCHEDULER), r"tcp://127\.0\.0\.1:\d+")
        two = [begun("worker", address, *WORKER) for _ in range(2)]
        named = {told(worker, r"(?<=Start worker at: ) *tcp://[\d.:]+").strip(): worker for worker in two}
        for worker in two:
            told(worker, "Registered to")
        yield address, named


def article(number: int) -> dict[str, str]:
    name = ("Ana Lindqvist", "Tomas Brandt", "Ida Moreau", "Jonas Weber")[number % 4]
    text = "\n\n".join(
        f"“The plan number {number} of part {part} is {'sound' if part % 2 else 'bold'},” said {name}, who met the"
        f" council of district {number % 17} on Monday. {name} promised {part * number} trees."
        for part in range(5)
    )
    return {"id": f"n{number}", "title": f"Plan {number}", "text": text}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with a large file that is read in slices, and small ones."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    lines = [json.dumps(article(number)) + "\n" for number in range(150)]
    (folder / "many.jsonl").write_text("".join(lines), "utf-8")
    for number in range(150, 170):
        (folder / f"{number}.txt").write_text(article(number)["text"], "utf-8")
    (folder / "broken.jsonl").write_text('{"text":\n', "utf-8")
    return folder


def everything(library: Library) -> list[object]:
    return [
        [library.article(row.id) for row in library.rows()],
        library.quotes(),
        library.actors(),
        library.events(),
        [(problem.path, problem.line, problem.reason) for problem in library.problems()],
        library.ask("SELECT id, field, folded FROM passage ORDER BY id"),
        library.ask("SELECT sha256, path FROM source ORDER BY path"),
    ]


def index(corpus: str, folder: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tui", "index", corpus, "--library", str(folder), "--format", "jsonl", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder.parent,
    )


def test_a_cluster_finds_the_same_though_a_worker_is_killed_midway(
    mixed: Path, workers: Workers, tmp_path: Path
) -> None:
    address, two = workers
    _, error = index("corpus", tmp_path / "here", "--jobs", "1").communicate()
    assert "broken.jsonl:1" in error
    there = index("corpus", tmp_path / "there", "--scheduler", address)
    library = Library.open([mixed], folder=tmp_path / "there")
    with distributed.Client(address, set_as_default=False) as client:
        while not (busy := [at for at, tasks in client.processing().items() if tasks]):
            assert there.poll() is None
            time.sleep(0.02)
    two[busy[0]].kill()
    assert len(library.rows()) < 170  # it was at work
    output, error = there.communicate()
    assert there.returncode == 0, error
    done = json.loads(output)
    assert (done["articles"], done["read"], done["skipped"]) == (170, 170, 1)
    wanted = Library.open([mixed], folder=tmp_path / "here")
    assert everything(library) == everything(wanted)
    assert library.ask("SELECT count(*), count(DISTINCT fingerprint) FROM article") == [(170, 170)]


def test_files_at_an_address_are_read_by_the_workers(mixed: Path, workers: Workers, tmp_path: Path) -> None:
    address, _ = workers
    process = index(mixed.as_uri(), tmp_path / "there", "--scheduler", address)
    output, error = process.communicate()
    assert process.returncode == 0, error
    assert json.loads(output)["read"] == 170
    library = Library.open([mixed.as_uri()], folder=tmp_path / "there")
    assert library.article("160").path == f"{mixed.as_uri()}/160.txt"
    again = index(mixed.as_uri(), tmp_path / "there", "--scheduler", address)
    output, _ = again.communicate()
    assert json.loads(output)["read"] == 0


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.library.cluster._SECONDS", 1)
    with pytest.raises(CorpusError, match="no Dask scheduler answers"):  # noqa: SIM117
        with cluster("tcp://127.0.0.1:9"):
            pass


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CorpusError) as told_:  # noqa: SIM117
        with cluster("tcp://127.0.0.1:9"):
            pass
    assert "corpus-tui[cluster]" in told_.value.advice

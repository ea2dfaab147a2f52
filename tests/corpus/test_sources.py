"""Someone names files and folders; what can be read is found, and the rest is said."""

import os
import socket
from pathlib import Path

import pytest

from tui.corpus.kinds import is_installed
from tui.corpus.loading import Problem, read
from tui.corpus.sources import discover


def test_folders_are_walked_to_the_bottom_in_order_of_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.jsonl", "d.csv", "e.tsv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = discover([tmp_path])
    assert [source.inside for source in found.sources] == ["a/b/c.jsonl", "a/z.md", "b.txt", "d.csv", "e.tsv"]
    assert found.problems == ()


def test_a_source_tells_what_a_change_would_change(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words", encoding="utf-8")
    (source,) = discover([path]).sources
    assert (source.path, source.root, source.size) == (path, tmp_path, 5)
    assert source.modified == path.stat().st_mtime_ns


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert len(discover([tmp_path, tmp_path / "a.txt", str(tmp_path)]).sources) == 1


def test_a_missing_path_is_said_and_the_rest_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    found = discover([tmp_path / "gone", tmp_path / "a.txt"])
    assert len(found.sources) == 1
    (problem,) = found.problems
    assert problem.path == str(tmp_path / "gone")
    assert problem.reason == "there is no such file or folder"


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (problem,) = discover([tmp_path]).problems
    assert problem.reason == "the folder has no article in it"
    assert ".txt" in problem.advice


def test_one_file_of_another_kind_is_named_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/x.txt").write_text("x", encoding="utf-8")
    found = discover([tmp_path])
    assert found.sources == ()
    notice, problem = found.problems
    assert notice.path == str(tmp_path / "picture.png")
    assert (notice.reason, notice.skipped) == ("this file is of a kind that is not read (.png)", False)
    assert (problem.reason, problem.skipped) == ("the folder has no article in it", True)


def test_many_files_of_other_kinds_are_one_quiet_notice(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.png").touch()
    (tmp_path / "in").mkdir()
    for name in ("a.yaml", "b.yaml", "Makefile", "good.txt"):
        (tmp_path / "in" / name).touch()
    found = discover([tmp_path])
    assert [source.inside for source in found.sources] == ["in/good.txt"]
    (notice,) = found.problems
    assert notice.path == str(tmp_path)
    assert notice.reason == "203 files are of kinds that are not read (.png, .yaml, no suffix)"
    assert not notice.skipped


def test_files_whose_extra_is_not_installed_are_one_problem_that_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.corpus.kinds.find_spec", lambda _: None)
    is_installed.cache_clear()
    for name in ("a.html", "b.HTM", "c.rss", "d.txt"):
        (tmp_path / name).write_text("<html><body>x</body></html>", encoding="utf-8")
    found = discover([tmp_path])
    (inside,) = read(found.sources[0])
    is_installed.cache_clear()
    assert [source.inside for source in found.sources] == ["d.txt"]
    assert [(problem.reason, problem.advice, problem.skipped) for problem in found.problems] == [
        (
            "2 files are not read (.html, .htm): the extra html is not installed",
            'pip install "corpus-tui[html]"',
            True,
        ),
        (
            "this file is not read (.rss): the extra feeds is not installed",
            'pip install "corpus-tui[feeds]"',
            True,
        ),
    ]
    assert isinstance(inside, Problem)
    assert (inside.reason, inside.advice) == (
        "this is HTML: the extra html is not installed",
        'pip install "corpus-tui[html]"',
    )


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "in/back").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = discover([tmp_path])
    assert [source.path.name for source in found.sources] == ["a.txt"]
    assert [Path(problem.path).name for problem in found.problems] == ["self"]


def test_a_dangling_link_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (problem,) = discover([tmp_path]).problems
    assert problem.reason == "there is no such file or folder"


def test_pipes_and_sockets_are_said_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket.txt")
        found = discover([tmp_path, tmp_path / "pipe.txt"])
    assert found.sources == ()
    assert {problem.reason for problem in found.problems} == {"this is no file but a pipe, socket or device"}


def test_a_folder_that_is_called_like_a_text_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt/a.txt").write_text("x", encoding="utf-8")
    assert [source.inside for source in discover([tmp_path]).sources] == ["x.txt/a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_said(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (problem,) = discover([tmp_path]).problems
    assert problem.reason == "no permission to read it"


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.doc"
    try:
        Path(os.fsdecode(path)).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes no such name")
    problem, _ = discover([tmp_path]).problems
    assert problem.path.encode("utf-8").endswith("caf\ufffd.doc".encode())


def test_five_thousand_files_are_found(tmp_path: Path) -> None:
    for number in range(5000):
        (tmp_path / f"{number:04}.txt").touch()
    assert [source.path.name for source in discover([tmp_path]).sources[:2]] == ["0000.txt", "0001.txt"]
    assert len(discover([tmp_path]).sources) == 5000

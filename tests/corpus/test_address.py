"""A corpus lies behind a URL: in an object store, on a shared disk."""

import sys
from pathlib import Path

import pytest

from tui.corpus.address import Address
from tui.corpus.article import Article
from tui.corpus.loading import read
from tui.corpus.sources import discover

pytest.importorskip("fsspec", reason="the extra cluster is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025" / "a.txt").write_text("One\n\nA text.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Two\n\nAnother text.\n", "utf-8")
    (tmp_path / ".hidden.txt").write_text("No", "utf-8")
    (tmp_path / "c.zzz").write_text("No", "utf-8")
    return tmp_path


def test_a_folder_at_an_address_is_read_as_one_here(folder: Path) -> None:
    there, here = discover([folder.as_uri()]), discover([folder])
    assert [source.inside for source in there.sources] == [source.inside for source in here.sources]
    for one, other in zip(there.sources, here.sources, strict=True):
        [far], [near] = list(read(one)), list(read(other))
        assert isinstance(far, Article)
        assert isinstance(near, Article)
        assert (far.id, far.text, far.blocks) == (near.id, near.text, near.blocks)
        assert far.path == str(one.path)
    assert [problem.reason for problem in there.problems] == [problem.reason for problem in here.problems]


def test_a_pattern_and_a_file_are_addresses_too(folder: Path) -> None:
    assert [source.inside for source in discover([f"{folder.as_uri()}/*/*.txt"]).sources] == ["2025/a.txt"]
    [source] = discover([f"{folder.as_uri()}/b.txt"]).sources
    assert (source.inside, source.size) == ("b.txt", (folder / "b.txt").stat().st_size)


def test_a_changed_file_has_another_mark(folder: Path) -> None:
    [before] = discover([f"{folder.as_uri()}/b.txt"]).sources
    assert discover([f"{folder.as_uri()}/b.txt"]).sources == (before,)
    (folder / "b.txt").write_text("Two\n\nAnother text?\n", "utf-8")
    [after] = discover([f"{folder.as_uri()}/b.txt"]).sources
    assert after.modified != before.modified


@pytest.mark.parametrize("url", ["nothing://a/b.txt", "file:///no/such/folder/anywhere"])
def test_an_address_that_leads_nowhere_is_told(url: str) -> None:
    found = discover([url])
    assert found.sources == ()
    [problem] = found.problems
    assert problem.path == url
    assert problem.reason


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    [problem] = discover(["s3://bucket/news"]).problems
    assert "corpus-tui[cluster]" in f"{problem.reason} {problem.advice}"
    with pytest.raises(OSError, match="package is missing"):
        Address("s3://bucket/news/a.txt").open()

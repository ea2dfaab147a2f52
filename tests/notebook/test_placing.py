"""Marks stay with their articles: when a folder is moved, a text is edited, or an article is not there."""

from pathlib import Path

import pytest

from tui.library.build import refresh
from tui.library.library import Library
from tui.notebook.anchors import anchor
from tui.notebook.marks import Mark, Target
from tui.notebook.placing import Placing

FIRST = "The harbour\n\nThe harbour will open in May, the minister said.\n"
SECOND = "The strike\n\nDockers stopped work on Tuesday morning.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "news"
    path.mkdir()
    (path / "001.txt").write_text(FIRST, encoding="utf-8")
    (path / "002.txt").write_text(SECOND, encoding="utf-8")
    return path


def library(folder: Path) -> Library:
    opened = Library.open([folder])
    refresh(opened)
    return opened


def marked(folder: Path, words: str, article: str = "001") -> Mark:
    found = library(folder).article(article)
    start = found.text.index(words)
    return Mark("note", Target("passage", words, "", (anchor(found, start, start + len(words)),)))


def words(folder: Path, mark: Mark) -> list[str]:
    opened = library(folder)
    placed = Placing(opened).one(mark)
    return [opened.article(spot.article).text[spot.span.start : spot.span.end] for spot in placed.spots]


def test_a_moved_and_renamed_article_keeps_its_marks(folder: Path, tmp_path: Path) -> None:
    mark = marked(folder, "will open in May")
    (folder / "001.txt").rename(folder / "renamed.txt")
    moved = folder.rename(tmp_path / "elsewhere")
    assert words(moved, mark) == ["will open in May"]


def test_an_edited_article_keeps_its_marks(folder: Path) -> None:
    mark = marked(folder, "will open in May, the minister said")
    (folder / "001.txt").write_text("Corrected today\n\n" + FIRST, encoding="utf-8")
    assert words(folder, mark) == ["will open in May, the minister said"]


def test_words_that_are_gone_make_an_orphan(folder: Path) -> None:
    mark = marked(folder, "will open in May")
    (folder / "001.txt").write_text("Nothing of it is true.\n", encoding="utf-8")
    placed = Placing(library(folder)).one(mark)
    assert (placed.orphan, placed.spots) == (True, ())


def test_a_mark_on_an_article_of_another_corpus_is_elsewhere(folder: Path, tmp_path: Path) -> None:
    mark = marked(folder, "will open in May")
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text("Another corpus.\n", encoding="utf-8")
    assert Placing(library(other)).one(mark).elsewhere


def test_a_difference_needs_both_its_sides(folder: Path) -> None:
    one, other = marked(folder, "will open in May"), marked(folder, "on Tuesday morning", "002")
    anchors = one.target.anchors + other.target.anchors
    both = Mark("judgement", Target("difference", "when", "id", anchors), label="confirmed")
    assert words(folder, both) == ["will open in May", "on Tuesday morning"]
    (folder / "002.txt").unlink()
    assert Placing(library(folder)).one(both).elsewhere

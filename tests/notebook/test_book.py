"""A reader's book: nothing that was marked is lost, whoever else writes, and whatever breaks."""

import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notebook.test_anchors import TEXT, article
from tui.errors import CorpusError
from tui.notebook.anchors import anchor
from tui.notebook.book import Book
from tui.notebook.journal import FILE
from tui.notebook.marks import Mark, MarkKind, Target

ARTICLE = article(TEXT)


def mark(kind: MarkKind = "note", text: str = "", label: str = "", tags: tuple[str, ...] = ()) -> Mark:
    return Mark(kind, Target("passage", "Harbour", "", (anchor(ARTICLE, 17, 45),)), text, label, tags)


def test_what_is_marked_is_there_at_the_next_start(tmp_path: Path) -> None:
    note = mark(text="check this", tags=("harbour", "todo"))
    Book(tmp_path).put(note)
    assert Book(tmp_path).marks == [note]


def test_a_note_is_edited_and_removed(tmp_path: Path) -> None:
    book = Book(tmp_path)
    note = mark(text="first")
    book.put(note)
    book.put(note.edited(text="second"))
    assert [one.text for one in Book(tmp_path).marks] == ["second"]
    book.remove(note)
    assert Book(tmp_path).marks == []


def test_undo_and_redo_walk_back_and_forth(tmp_path: Path) -> None:
    book = Book(tmp_path)
    first, second = mark(text="one"), mark(text="two")
    book.put(first)
    book.put(second)
    book.remove(first, second)
    assert book.marks == []
    assert book.undo()
    assert {one.text for one in book.marks} == {"one", "two"}
    assert book.undo()
    assert Book(tmp_path).marks == [first]
    assert book.redo()
    assert book.redo()
    assert not book.redo()
    assert Book(tmp_path).marks == []
    book.put(first)
    assert not book.redo()


def test_marks_are_found_by_words_label_and_tag_across_articles(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.put(
        mark(text="Costs ROSE again"), mark("highlight", label="costs"), mark("bookmark", tags=("later",))
    )
    assert [one.text for one in book.find("rose costs")] == ["Costs ROSE again"]
    assert [one.kind for one in book.find(label="costs")] == ["highlight"]
    assert [one.kind for one in book.find(tag="later")] == ["bookmark"]
    assert len(book.find("harbour will open")) == 3
    assert book.labels() == {"costs": 1}


def test_two_programs_with_one_book_see_each_other(tmp_path: Path) -> None:
    mine, theirs = Book(tmp_path), Book(tmp_path)
    mine.put(mark(text="mine"))
    theirs.put(mark(text="theirs"))
    mine.refresh()
    assert {one.text for one in mine.marks} == {one.text for one in theirs.marks} == {"mine", "theirs"}


def write_many(folder: str, name: str) -> None:
    book = Book(Path(folder))
    for number in range(20):
        book.put(mark(text=f"{name} {number}"))


def test_many_programs_writing_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=write_many, args=(str(tmp_path), name)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)
        assert writer.exitcode == 0
    assert len(Book(tmp_path).marks) == 60


def test_a_line_that_a_crash_cut_off_costs_only_itself(tmp_path: Path) -> None:
    Book(tmp_path).put(mark(text="whole"))
    path = tmp_path / FILE
    for cut in (1, 40, 100):
        whole = path.read_bytes()
        path.write_bytes(whole + whole[:cut])
        book = Book(tmp_path)
        assert [one.text for one in book.marks] == ["whole"]
        book.put(mark(text="after"))
        assert [one.text for one in Book(tmp_path).marks] == ["whole", "after"]
        path.write_bytes(whole)


@given(st.binary(max_size=200))
def test_whatever_stands_in_the_file_the_book_opens_and_goes_on(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("book")
    (folder / FILE).write_bytes(junk)
    Book(folder).put(mark(text="after"))
    assert [one.text for one in Book(folder).marks] == ["after"]
    assert junk in (folder / FILE).read_bytes()


def test_what_cannot_be_saved_is_told_and_is_not_shown_as_saved(tmp_path: Path) -> None:
    book = Book(tmp_path / "not a folder")
    (tmp_path / "not a folder").write_text("a file", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be saved"):
        book.put(mark(text="lost"))
    assert book.marks == []
    assert not book.undo()


def test_a_full_disk_leaves_the_book_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book(tmp_path)
    book.put(mark(text="before"))
    whole = (tmp_path / FILE).read_bytes()

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CorpusError, match="No space left on device"):
        book.put(mark(text="too much"))
    assert (tmp_path / FILE).read_bytes() == whole
    assert [one.text for one in book.marks] == ["before"]


def test_a_long_history_is_written_anew_and_others_follow(tmp_path: Path) -> None:
    book, other = Book(tmp_path), Book(tmp_path)
    note = mark()
    for number in range(210):
        book.put(note.edited(text=str(number)))
    long = (tmp_path / FILE).stat().st_size
    assert [one.text for one in Book(tmp_path).marks] == ["209"]
    assert (tmp_path / FILE).stat().st_size < long / 50
    other.refresh()
    assert [one.text for one in other.marks] == ["209"]
    other.put(mark(text="more"))
    assert len(Book(tmp_path).marks) == 2


def test_corrections_are_kept_in_the_same_book_with_undo(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.correct({"c1": {"op": "merge", "names": ["Lee", "Ann Lee"]}})
    book.correct({"c2": {"op": "reject", "names": ["Related Posts"]}})
    book.correct({"c1": None})
    assert list(Book(tmp_path).corrections) == ["c2"]
    book.undo()
    assert set(Book(tmp_path).corrections) == {"c1", "c2"}


def test_the_books_of_two_people_are_merged_and_neither_loses(tmp_path: Path) -> None:
    mine, theirs = Book(tmp_path / "mine"), Book(tmp_path / "theirs")
    shared = mark(text="as it was")
    mine.put(shared, mark(text="only mine"))
    theirs.put(mark(text="only theirs"))
    theirs.merge(mine.entries())
    mine.put(shared.edited(text="my words"))
    theirs.put(shared.edited(text="their words"))
    assert mine.merge(theirs.entries()) > 0
    assert theirs.merge(mine.entries()) > 0
    said = {"only mine", "only theirs", "my words", "their words"}
    assert {one.text for one in mine.marks} == {one.text for one in theirs.marks} == said
    assert mine.merge(theirs.entries()) == theirs.merge(mine.entries()) == 0
    while mine.undo():
        pass
    assert mine.marks == []


def test_undo_does_not_take_back_what_another_program_wrote_since(tmp_path: Path) -> None:
    mine, theirs = Book(tmp_path), Book(tmp_path)
    note = mark(text="mine")
    mine.put(note)
    theirs.refresh()
    theirs.put(note.edited(text="theirs"))
    with pytest.raises(CorpusError, match="changed elsewhere"):
        mine.undo()
    assert [one.text for one in Book(tmp_path).marks] == ["theirs"]
    assert not mine.undo()

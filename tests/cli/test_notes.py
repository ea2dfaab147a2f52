"""Taking a reader's book out and in by the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import HARBOUR, Run
from tui.library.library import Library
from tui.notebook.anchors import anchor
from tui.notebook.book import Book
from tui.notebook.judging import judged_differences
from tui.notebook.marks import Mark, Target


@pytest.fixture
def note(corpus_tui: Run, news: Path) -> Mark:
    """A note on the costs, in the reader's book."""
    corpus_tui("index", news)
    article = Library.open([news]).article("001_harbour")
    start = HARBOUR.index("215 million euros")
    words = anchor(article, start, start + 17)
    mark = Mark("note", Target("passage", article.title, "", (words,)), text="check *this*", tags=("costs",))
    Book().put(mark)
    return mark


def test_notes_are_listed_with_their_words(corpus_tui: Run, note: Mark, news: Path) -> None:
    listed = corpus_tui("notes", "list", news)
    assert listed.out == "note · Harbour to Open in May · check *this* · #costs · “215 million euros”\n"
    assert corpus_tui("notes", "list", "--find", "euros check").out == listed.out
    assert corpus_tui("notes", "list", "--tag", "other").out == ""


def test_notes_whose_words_are_gone_are_listed_as_orphans(corpus_tui: Run, note: Mark, news: Path) -> None:
    (news / "001_harbour.txt").write_text("All is new.\n", encoding="utf-8")
    assert "orphan" in corpus_tui("notes", "list", news).out


def test_notes_go_to_a_colleague_and_come_back(corpus_tui: Run, note: Mark, tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonld"
    assert corpus_tui("notes", "export", "-o", file).status == 0
    assert json.loads(file.read_text(encoding="utf-8"))["items"][0]["id"] == note.id
    again = corpus_tui("notes", "import", file)
    assert again.err == "1 annotation read, 0 new or changed\n"
    Book().remove(note)
    assert corpus_tui("notes", "import", file).err == "1 annotation read, 1 new or changed\n"
    assert Book().marks == [note]


def test_notes_as_markdown_for_people(corpus_tui: Run, note: Mark) -> None:
    text = corpus_tui("notes", "export", "--markdown").out
    assert "## 001\\_harbour" in text
    assert "> 215 million euros" in text
    assert "check \\*this\\*" in text


def test_a_file_that_is_no_annotation_is_told(corpus_tui: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{\n", encoding="utf-8")
    asked = corpus_tui("notes", "import", tmp_path / "bad.json")
    assert asked.status == 1
    assert "bad.json:2: is no JSON" in asked.err
    assert corpus_tui("notes", "import", tmp_path / "none.json").status == 1


def test_a_judgement_of_the_reader_is_part_of_a_difference(corpus_tui: Run) -> None:
    from tui.paths import bundled

    seeds = str(bundled("seeds"))
    first = corpus_tui("differences", seeds).findings[0]
    assert first["state"] == "open"
    difference = judged_differences(Library.open([seeds]), Book())[0]
    Book().put(Mark("judgement", Target("difference", difference.about, difference.id), label="dismissed"))
    assert corpus_tui("differences", seeds).findings[0]["state"] == "dismissed"

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


def test_a_note_on_words_is_made_and_found_again(corpus_tui: Run, news: Path) -> None:
    words = ("--article", "001", "--words", "215 million euros")
    made = corpus_tui("notes", "add", news, *words, "--text", "since when?", "--tag", "costs")
    assert made.status == 0
    (mark,) = Book().marks
    assert (mark.text, mark.tags, mark.target.anchors[0].exact) == (
        "since when?",
        ("costs",),
        "215 million euros",
    )
    assert corpus_tui("notes", "list", news, "--tag", "costs").out.count("215 million euros") == 1
    assert corpus_tui("notes", "remove", mark.id).status == 0
    assert Book().marks == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--article", "001", "--words", "216 million"], "does not say"),
        (["--article", "001", "--words", "Lee"], "more than once"),
        (["--article", "001", "--block", "99"], "has no block 99"),
        (["--actor", "Omar Hadad"], "Did you mean Omar Haddad?"),
        ([], "--article"),
    ],
)
def test_a_note_that_has_no_place_is_refused(
    corpus_tui: Run, news: Path, options: list[str], told: str
) -> None:
    refused = corpus_tui("notes", "add", news, *options, "--text", "x")
    assert refused.status == 2
    assert told in refused.err
    assert Book().marks == []


def test_stars_highlights_and_notes_on_actors(corpus_tui: Run, news: Path) -> None:
    corpus_tui("notes", "add", news, "--article", "002", "--kind", "star")
    corpus_tui(
        "notes", "add", news, "--article", "001", "--block", "2", "--kind", "highlight", "--label", "lead"
    )
    corpus_tui("notes", "add", news, "--actor", "Omar Haddad", "--text", "met in May")
    assert [(mark.kind, mark.target.about) for mark in Book().marks] == [
        ("star", "article"),
        ("highlight", "passage"),
        ("note", "actor"),
    ]


def test_actors_are_corrected_by_command(corpus_tui: Run, news: Path) -> None:
    assert corpus_tui("notes", "correct", news, "--rename", "Omar Haddad", "O. Haddad").status == 0
    names = [actor["actor"] for actor in corpus_tui("actors", news).findings]
    assert "O. Haddad" in names
    assert "Omar Haddad" not in names
    assert corpus_tui("notes", "correct", news, "--reject", "Nobody").status == 2
    assert corpus_tui("notes", "correct", news, "--retype", "O. Haddad", "ship").status == 2


def test_a_difference_is_judged_by_command(corpus_tui: Run) -> None:
    from tui.paths import bundled

    seeds = str(bundled("seeds"))
    first = corpus_tui("differences", seeds).findings[0]
    assert corpus_tui("notes", "judge", seeds, first["id"], "confirmed", "--text", "checked").status == 0
    assert corpus_tui("differences", seeds).findings[0]["state"] == "confirmed"
    assert corpus_tui("notes", "judge", seeds, first["id"], "open").status == 0
    assert corpus_tui("differences", seeds).findings[0]["state"] == "open"
    assert corpus_tui("notes", "judge", seeds, "0", "open").status == 2

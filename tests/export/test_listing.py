"""A list becomes a file, whole or not at all, and never in place of another unless that is wanted."""

import csv
import json
from pathlib import Path

import pytest

from tests.export.test_table import PLACED
from tests.notebook.test_annotations import MARKS
from tui.corpus.article import Span
from tui.errors import CorpusError
from tui.export.listing import SHOWN, Listing, lines, save
from tui.export.objects import line_object, mark_object, quote_object
from tui.export.table import COLUMNS, Object
from tui.notebook.placing import Placed, Spot
from tui.search.concordance import Line

QUOTES = Listing("Quotes | “so”", "quote", [quote_object(PLACED)])


def test_a_table_for_people_has_what_matters_most_and_no_apostrophe() -> None:
    title, _, head, rule, row = "".join(lines(QUOTES, ".md")).rstrip("\n").split("\n")
    assert title == "# Quotes \\| “so”"
    assert head == "| actor | speaker.text | cue.text | text | kind | place |"
    assert set(rule) <= set("| -")
    assert row == "| Ann Lee | Ann Lee | said | =1+1, “so” … far | direct | a 1-24 |"


def test_every_column_for_people_is_one_of_all() -> None:
    for kind, columns in SHOWN.items():
        assert set(columns) <= {*COLUMNS[kind], "place"}, kind


def test_people_are_told_places_as_they_write_them_and_programs_to_the_code_point() -> None:
    found = [
        {"article": "a_long_id", "kind": "title", "text": "So", "start": None, "end": None},
        {"article": "a_long_id", "kind": "passage", "text": "so far", "start": 3, "end": 9},
    ]
    listing = Listing("“so”", "match", found, place=lambda article, start, _: f"{article[:1]}:{start}")
    *_, title, passage = "".join(lines(listing, ".md")).splitlines()
    assert title.endswith("| So |  | a\\_long\\_id |")
    assert passage.endswith("| so far |  | a:3 |")
    assert "passage,3,9,so far" in "".join(lines(listing, ".csv"))


@pytest.mark.parametrize("suffix", [".md", ".csv", ".jsonl", ".CSV"])
def test_a_file_is_written_once_and_over_only_when_that_is_wanted(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"quotes{suffix}"
    assert save(QUOTES, path) == 1
    written = path.read_text(encoding="utf-8")
    assert "so” … far" in written
    with pytest.raises(CorpusError, match="is there already"):
        save(Listing("Other", "quote", []), path)
    assert path.read_text(encoding="utf-8") == written
    assert save(Listing("Other", "quote", []), path, over=True) == 0
    assert path.read_text(encoding="utf-8") != written
    assert list(tmp_path.iterdir()) == [path]


def test_what_breaks_on_the_way_leaves_no_file(tmp_path: Path) -> None:
    def items() -> object:
        yield quote_object(PLACED)
        raise CorpusError("the library went away")

    with pytest.raises(CorpusError, match="went away"):
        save(Listing("Quotes", "quote", items()), tmp_path / "quotes.csv")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
    for name, reason in (("quotes.txt", "no kind of file"), ("none/quotes.csv", "cannot be written")):
        with pytest.raises(CorpusError, match=reason):
            save(QUOTES, tmp_path / name)


def test_marks_and_lines_of_a_concordance_have_their_words_and_places() -> None:
    note = mark_object(Placed(MARKS[1], (Spot("a", Span(17, 45)),)))
    assert note["spots"] == [
        {"article": "a", "start": 17, "end": 45, "text": MARKS[1].target.anchors[0].exact}
    ]
    line: Object = line_object(Line("a", 3, 7, "the ", "port", " opens"))
    (row,) = csv.DictReader("".join(lines(Listing("In context", "line", [line]), ".csv")).splitlines())
    assert (row["left"], row["text"], row["right"]) == ("the ", "port", " opens")
    assert json.loads("".join(lines(Listing("Notes", "mark", [note]), ".jsonl"))) == note

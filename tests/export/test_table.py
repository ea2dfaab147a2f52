"""Findings as CSV and JSON Lines: exact for programs, harmless for spreadsheets and terminals."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.article import Span
from tui.export.objects import quote_object
from tui.export.table import COLUMNS, cell, csv_lines, flat, json_line
from tui.findings.quotes.quote import Mention, Quote
from tui.library.rows import PlacedQuote

QUOTE = Quote(
    kind="direct",
    spans=(Span(1, 9), Span(20, 24)),
    frame=None,
    speaker=Mention("Ann Lee", 11, 18),
    cue=Mention("said", 19, 23),
    actor="Ann Lee",
    resolved="name",
    via=None,
    attribution="named",
    rule="cue after",
    confidence=0.9,
)
PLACED = PlacedQuote("a", "a", QUOTE, "=1+1, “so” … far", "Ann Lee")


def read(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines))))


def test_a_quote_is_one_row_of_cells() -> None:
    (row,) = read(list(csv_lines([quote_object(PLACED)], COLUMNS["quote"])))
    assert row["spans"] == "1-9; 20-24"
    assert row["speaker.text"] == "Ann Lee"
    assert row["speaker.start"] == "11"
    assert row["frame"] == ""


def test_words_that_a_spreadsheet_would_run_are_kept_words() -> None:
    (row,) = read(list(csv_lines([quote_object(PLACED)], COLUMNS["quote"])))
    assert row["text"] == "'=1+1, “so” … far"
    assert cell("@cmd") == "'@cmd"
    assert cell(-1) == "-1"


def test_a_list_without_findings_still_has_its_header() -> None:
    for columns in COLUMNS.values():
        assert list(csv_lines([], columns)) == [",".join(columns) + "\n"]


def test_every_field_of_a_quote_has_its_column() -> None:
    assert set(flat(quote_object(PLACED))) | {"frame"} == set(COLUMNS["quote"])


def test_a_line_feed_stays_inside_its_cell() -> None:
    (row,) = read(list(csv_lines([{"article": "a", "text": 'two\nlines, "quoted"'}], ("article", "text"))))
    assert row["text"] == 'two\nlines, "quoted"'


@given(st.text() | st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs"])))
def test_json_says_any_text_exactly_and_no_terminal_obeys_it(text: str) -> None:
    line = json_line({"text": text})
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(line) == {"text": joined}
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in line)
    assert not set(line) & set("\u202e\u2066\u200b\ufeff\u2028")
    line.encode("utf-8")

"""A reader's book leaves as W3C Web Annotations and comes back whole, from this program or another."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notebook.test_anchors import TEXT, article
from tests.notebook.test_book import mark
from tui.errors import CorpusError
from tui.notebook.anchors import anchor
from tui.notebook.annotations import export, read
from tui.notebook.book import Book
from tui.notebook.marks import Mark, Target

ARTICLE = article(TEXT)
PASSAGE = Target("passage", "Harbour to open", "", (anchor(ARTICLE, 17, 45),))
MARKS = (
    Mark("bookmark", PASSAGE),
    Mark("note", PASSAGE, text="is that so?\n\nask", tags=("harbour", "ask")),
    Mark("highlight", Target("quote", "the minister", "", (anchor(ARTICLE, 47, 64),)), label="sourcing"),
    Mark("star", Target("article", "Harbour to open", "", (anchor(ARTICLE),))),
    Mark("read", Target("article", "Harbour to open", "", (anchor(ARTICLE),))),
    Mark("note", Target("actor", "Ann Lee", "Ann Lee"), text="was minister until 2023"),
    Mark("judgement", Target("difference", "role", "abc", PASSAGE.anchors * 2), label="dismissed"),
)


def test_all_that_a_reader_made_comes_back_from_its_annotations(tmp_path: Path) -> None:
    book = Book(tmp_path / "one")
    book.put(*MARKS)
    book.correct({"urn:x": {"op": "merge", "names": ["Lee", "Ann Lee"]}})
    text = json.dumps(export(book.entries()))
    other = Book(tmp_path / "two")
    assert other.merge(read(text, "notes.jsonld")) == len(MARKS) + 1
    assert other.marks == book.marks
    assert other.corrections == book.corrections
    assert other.merge(read(text, "notes.jsonld")) == 0


def test_an_annotation_has_what_the_w3c_asks_for() -> None:
    page = export(Book().entries())
    assert (page["type"], page["items"]) == ("AnnotationPage", [])
    book = Book()
    book.put(MARKS[1])
    (item,) = export(book.entries())["items"]
    assert item["type"] == "Annotation"
    assert item["motivation"] == "commenting"
    assert item["id"].startswith("urn:uuid:")
    (target,) = item["target"]
    assert target["source"] == f"urn:sha256:{ARTICLE.sha256}"
    quote, position = target["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", TEXT[17:45])
    assert (quote["prefix"], quote["suffix"]) == (TEXT[:17], TEXT[45:77])
    assert (position["type"], position["start"], position["end"]) == ("TextPositionSelector", 17, 45)
    assert {body["purpose"] for body in item["body"]} == {"commenting", "tagging"}


def test_annotations_of_another_program_are_taken_over() -> None:
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "first": {
            "type": "AnnotationPage",
            "items": [
                {
                    "id": "https://other.example/1",
                    "type": "Annotation",
                    "motivation": "commenting",
                    "bodyValue": "see also",
                    "target": {
                        "source": "https://mail.example/strike",
                        "selector": {"type": "TextQuoteSelector", "exact": "the minister said"},
                    },
                }
            ],
        },
    }
    (entry,) = read(json.dumps(foreign), "foreign.json")
    book = Book()
    book.merge([entry])
    (taken,) = book.marks
    assert (taken.kind, taken.text, taken.target.about) == ("note", "see also", "passage")
    assert taken.target.anchors[0].url == "https://mail.example/strike"
    assert taken.target.anchors[0].exact == "the minister said"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"items": [\n}', "notes.json:2: is no JSON"),
        ('{"items": [{}]}', "annotation 1 cannot be understood"),
        ('[{"id": "a", "target": "urn:sha256:0"}, 7]', "annotation 2 cannot be understood"),
        (
            '{"items": [{"id": "a", "target": {"source": "urn:sha256:0", "selector": {"type": "Fragment"}}}]}',
            "TextQuote",
        ),
    ],
)
def test_what_is_no_annotation_is_told_and_nothing_is_imported(text: str, told: str) -> None:
    with pytest.raises(CorpusError, match=told):
        read(text, "notes.json")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "type", "target", "body", "items", "source", "selector", "x"]), inner
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_no_json_is_so_odd_that_reading_it_fails_otherwise(value: object) -> None:
    entries = []
    with contextlib.suppress(CorpusError):
        entries = read(json.dumps(value), "any.json")
    book = Book()
    book.merge(entries)
    assert {entry.id for entry in entries} <= {one.id for one in book.marks} | set(book.corrections)
    assert book.merge(entries) == 0


def test_a_note_of_any_text_comes_back(tmp_path: Path) -> None:
    odd = mark(text="“odd” \x00 \u202e </script> \n\n# heading")
    book = Book(tmp_path)
    book.put(odd)
    (entry,) = read(json.dumps(export(book.entries())), "x")
    assert entry.data == book.entries()[0].data

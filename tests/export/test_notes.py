"""A reader's book leaves as Markdown or JSON-LD and comes back whole; the books of two people become one."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.notebook.test_annotations import MARKS
from tui.errors import CorpusError
from tui.export.notes import notes_markdown, read
from tui.notebook import annotations
from tui.notebook.anchors import Anchor
from tui.notebook.book import CORRECTION, MARK, Book
from tui.notebook.journal import Entry
from tui.notebook.marks import Mark, Target, to_data

words = st.text(max_size=30)
some = st.text(min_size=1, max_size=30)
moments = st.sampled_from(["", "2024-03-01T08:00:00.000Z", "2024-03-02T08:00:00.000Z"])


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    exact = draw(words)
    around = (draw(words), draw(words)) if exact else ("", "")
    start = draw(st.integers(0, 99)) if exact else 0
    url = draw(st.none() | st.just("https://news.example/a--b>c"))
    return Anchor(draw(words), draw(some), url, start, start + len(exact), exact, *around)


targets = st.builds(
    Target,
    st.sampled_from(["passage", "quote", "article"]),
    words,
    words,
    st.lists(anchors(), min_size=1, max_size=2).map(tuple),
) | st.builds(Target, st.sampled_from(["actor", "difference"]), words, words)
marks = st.builds(
    Mark,
    st.sampled_from(["bookmark", "note", "highlight", "star", "read", "judgement"]),
    targets,
    words,
    words,
    st.lists(words, max_size=2).map(tuple),
    st.sampled_from(["urn:a", "urn:b", "urn:c", "urn:d"]),
    moments,
    moments,
)
told = st.dictionaries(words, words | st.integers() | st.lists(words, max_size=2), max_size=3)
mark_entries = st.builds(lambda mark: Entry(MARK, mark.id, mark.modified, to_data(mark)), marks)
later = st.builds(Entry, st.just(MARK), st.just("urn:later"), moments, told)
corrections = st.builds(
    lambda data: Entry(CORRECTION, f"urn:{json.dumps(data, sort_keys=True)}", "2024-01-01", data), told
)
books = st.lists(mark_entries | corrections | later, max_size=5, unique_by=lambda entry: entry[:2])


def as_json(entries: list[Entry]) -> list[Entry]:
    return annotations.read(json.dumps(annotations.export(entries)), "notes.jsonld")


def as_markdown(entries: list[Entry]) -> list[Entry]:
    return read(notes_markdown(entries), "notes.md") if entries else []


def content(entries: list[Entry]) -> list[str]:
    """What is in a book, whatever the ids."""
    return sorted(
        json.dumps(
            {name: value for name, value in (entry.data or {}).items() if name != "id"}, sort_keys=True
        )
        for entry in entries
    )


@pytest.mark.parametrize("way", [as_json, as_markdown])
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(entries=books)
def test_nothing_of_any_book_is_lost_on_the_way_out_and_back(
    way: Callable[[list[Entry]], list[Entry]], entries: list[Entry]
) -> None:
    key = lambda entry: entry[:2]  # noqa: E731
    assert sorted(((*one[:2], one.data) for one in way(entries)), key=key) == sorted(
        ((*one[:2], one.data) for one in entries), key=key
    )


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mine=books, theirs=books)
def test_the_books_of_two_people_become_one_that_has_all_of_both(
    mine: list[Entry], theirs: list[Entry]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Book(Path(folder) / "one"), Book(Path(folder) / "other")
        one.merge(mine)
        other.merge(theirs)
        before = one.entries(), other.entries()
        one.merge(as_markdown(before[1]))
        other.merge(as_json(before[0]))
        both = content(one.entries())
        assert content(other.entries()) == both
        wanted = [entry for entry in (*before[0], *before[1]) if entry.id != "urn:later"]
        assert set(content(wanted)) <= set(both)
        assert one.merge(as_markdown(before[1])) == 0
        assert one.merge(as_json(other.entries())) == 0


def test_a_page_of_notes_reads_well() -> None:
    page = notes_markdown([Entry(MARK, mark.id, mark.modified, to_data(mark)) for mark in MARKS])
    lines = [line for line in page.split("\n") if line and not line.startswith("<!--")]
    assert lines[0] == "# Notes"
    assert "## actor: Ann Lee" in lines
    assert [line for line in lines if "was minister" in line] == ["was minister until 2023"]
    assert any(line.startswith("**note** · \\#harbour · \\#ask · 20") for line in lines)


def test_the_words_for_people_can_be_changed_but_that_is_told() -> None:
    page = notes_markdown([Entry(MARK, MARKS[5].id, "", to_data(MARKS[5]))])
    warnings: list[str] = []
    (entry,) = read(page.replace("\n", "\r\n"), "notes.md", warnings.append)
    assert warnings == []
    (same,) = read(page.replace("was minister", "is minister", 1), "notes.md", warnings.append)
    assert same == entry
    assert warnings == [
        "notes.md:11: what stands above was changed by hand; what the comment says is taken over"
    ]


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("# Notes\n\nnone\n", "notes.md: there is no note"),
        ('# Notes\n\n<!-- corpus-tui {"id": } -->\n', "notes.md:3: the comment is broken"),
        ("# Notes\n\n<!-- corpus-tui {} -->\n", "notes.md:3: annotation 1 cannot be understood"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_with_its_line(page: str, fault: str) -> None:
    with pytest.raises(CorpusError, match=fault):
        read(page, "notes.md")

"""Words are found again in an edited text, or not at all: never in a wrong place."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.article import Article, Span
from tui.notebook.anchors import Anchor, anchor, place

TEXT = (
    "Harbour to open\n\nThe harbour will open in May, the minister said. She was asked twice.\n\n"
    "Dockers do not agree. The harbour will open in May, they say, only if there is a contract.\n"
)


def article(text: str) -> Article:
    sha256 = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article("a", text, "Title", "file", None, (), "a.txt", sha256)


def on(words: str, text: str = TEXT, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return anchor(article(text), start, start + len(words))


def test_an_anchor_holds_the_words_and_what_stands_around_them() -> None:
    one = on("the minister said")
    assert one.exact == "the minister said"
    assert (one.prefix, one.suffix) == (TEXT[one.start - 32 : one.start], TEXT[one.end : one.end + 32])


def test_words_stay_where_they_are_in_an_unchanged_text() -> None:
    one = on("The harbour will open in May", nth=1)
    assert place(one, TEXT) == Span(one.start, one.end)


def test_words_are_followed_when_a_paragraph_comes_before_them() -> None:
    one = on("The harbour will open in May", nth=1)
    edited = "A new first paragraph.\n\n" + TEXT
    assert place(one, edited) == Span(one.start + 24, one.end + 24)


def test_of_two_equal_places_the_one_with_the_same_surroundings_is_taken() -> None:
    for nth in (0, 1):
        one = on("The harbour will open in May", nth=nth)
        edited = "Corrected. " + TEXT.replace("They", "they")
        assert place(one, edited) == Span(one.start + 11, one.end + 11)


def test_other_line_ends_change_nothing() -> None:
    one = on("She was asked twice.\n\nDockers do not agree.")
    edited = TEXT.replace("\n", "\r\n")
    found = place(one, edited)
    assert found is not None
    assert edited[found.start : found.end] == "She was asked twice.\r\n\r\nDockers do not agree."


def test_words_that_were_corrected_are_found_between_what_stayed() -> None:
    one = on("only if there is a contract")
    edited = TEXT.replace("only if there is a contract", "only if there is no contract")
    longer = edited.replace("contract.", "contract. Nothing else was said by the dockers.")
    longer_before = TEXT.replace("contract.", "contract. Nothing else was said by the dockers.")
    assert place(one, edited) is None  # nothing stands after the words: too little to be sure
    two = on("only if there is a contract", longer_before)
    found = place(two, longer)
    assert found is not None
    assert longer[found.start : found.end] == "only if there is no contract"


@pytest.mark.parametrize(
    "edited",
    [
        "Something else altogether.",
        "",
        TEXT.replace("the minister said", "nobody said"),
        "Here, the minister said, is another sentence. There, the minister said, is one more.",
    ],
)
def test_words_that_are_gone_or_cannot_be_told_apart_have_no_place(edited: str) -> None:
    assert place(on("the minister said"), edited) is None


def test_short_words_need_the_same_surroundings() -> None:
    assert place(on("May"), "It may rain in May or in June, who knows.") is None


def test_a_whole_article_is_there_whatever_its_text() -> None:
    assert place(anchor(article(TEXT)), "Any text.") == Span(0, 0)


@given(st.data())
def test_in_any_edited_text_words_are_found_as_they_are_or_not_at_all(data: st.DataObject) -> None:
    letters = st.text(alphabet="ab .\n“é", max_size=60)
    text = data.draw(letters)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    one = anchor(article(text), start, end)
    assert one.whole or place(one, text) == Span(start, end) or not one.exact.split()
    edited = data.draw(letters) + text + data.draw(letters)
    found = place(one, edited)
    if found is not None and not one.whole:
        assert "".join(edited[found.start : found.end].split()) == "".join(one.exact.split())

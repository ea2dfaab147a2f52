"""The words that made a match are lit, exactly where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from tui.search.highlight import highlights
from tui.search.query import parse


def lit(query: str, text: str, *, typos: bool = True) -> list[str]:
    return [text[start:end] for start, end in highlights(parse(query), text, typos=typos)]


def test_exact_words_are_lit_whatever_their_case_and_accents() -> None:
    assert lit("cafe harbour", "The Café at the HARBOUR, the café.") == ["Café", "HARBOUR", "café"]


def test_where_a_word_does_not_stand_its_beginnings_are_lit() -> None:
    assert lit("brid", "Bridges and a footbridge.") == ["Brid"]


def test_where_nothing_begins_so_the_nearest_words_are_lit() -> None:
    assert lit("visble shfits", "Some visible shifts, and shirts.") == ["visible", "shifts"]
    assert lit("visble", "Some visible shifts.", typos=False) == []


def test_a_phrase_is_lit_as_one() -> None:
    assert lit('"visible shifts"', "Visible — shifts. Shifts visible.") == ["Visible — shifts"]


def test_what_is_not_wanted_is_not_lit() -> None:
    assert lit("!bridge harbour", "The bridge, the harbour.") == ["harbour"]


@given(st.text(max_size=80), st.text(max_size=20), st.integers(0, 80), st.integers(0, 80))
def test_spans_stand_in_order_inside_what_was_asked(text: str, query: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    spans = highlights(parse(query), text, start, end)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start <= span.start < span.end <= end for span in spans)
    assert all(text[span.start : span.end].strip() for span in spans)


@given(st.lists(st.sampled_from(["bridge", "Harbour", "naïve", "of", "2025"]), min_size=1, max_size=8))
def test_each_word_of_a_text_is_found_in_it(words: list[str]) -> None:
    text = " ".join(words)
    for word in words:
        assert word in lit(f"'{word}", text)

"""Prose is broken where people break it, and nothing of it is lost."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tui.app.text import Shown, width
from tui.app.wrapping import wrap


def lines(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, cells)]


def test_lines_break_at_blanks() -> None:
    assert lines("The talks were held in Vienna.", 11) == ["The talks", "were held", "in Vienna."]


def test_a_word_that_is_longer_than_the_line_is_cut() -> None:
    assert lines("an incomprehensibility here", 8) == ["an", "incompre", "hensibil", "ity here"]


def test_dashes_and_hyphens_inside_words_may_end_a_line() -> None:
    assert lines("everything—it’s about", 14) == ["everything—", "it’s about"]
    assert lines("a long-standing feud", 8) == ["a long-", "standing", "feud"]
    assert lines("minus -5 degrees", 7) == ["minus", "-5", "degrees"]


def test_no_line_is_broken_at_a_no_break_blank() -> None:
    assert lines("by\u00a0the\u00a0way now", 10) == ["by\u00a0the\u00a0way", "now"]


def test_wide_characters_break_anywhere_but_before_a_full_stop() -> None:
    assert lines("東京都知事。", 4) == ["東京", "都知", "事。"]
    assert lines("知事が。", 6) == ["知事", "が。"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [(0, 0)]
    assert wrap("   ", 10) == [(0, 0)]


@given(st.text(st.sampled_from("ab —-/. éシ東\u00a0\u0301"), max_size=80), st.integers(1, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(raw: str, cells: int) -> None:
    text = Shown(raw).text
    found = wrap(text, cells)
    assert "".join(text[start:end] for start, end in found).replace(" ", "") == text.replace(" ", "")
    for start, end in found:
        line = text[start:end]
        assert width(line) <= cells or (cells == 1 and len(line.strip("\u0301")) <= 1)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))


def test_a_million_characters_are_wrapped_in_linear_time() -> None:
    text = "A word, and another; " * 50_000
    assert 12_000 < len(wrap(text, 80)) < 15_000
    assert len(wrap("x" * 1_000_000, 80)) == 12_500

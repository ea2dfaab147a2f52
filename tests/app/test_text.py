"""Whatever a file holds, what reaches the screen takes the cells it seems to take and commands nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app import text
from tui.app.text import TOWER, Shown, cut, fit, plain, right, take, width

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)
HOSTILE = st.text(
    st.sampled_from(
        "ab \x1b[2J\x00\x07\r\n\t\x9b\u202e\u200b\u200d\ufe0f\u00ad\u0301\U000e0041\ud800\u3000東é👍\U0001f3fd"
    )
)


def harmless(text: str) -> bool:
    return not any(
        unicodedata.category(c) in ("Cc", "Cs") or c in "\u202a\u202b\u202d\u202e\u2066\u200b\u2028"
        for c in text
    )


@given(ANY_TEXT | HOSTILE)
def test_nothing_that_a_terminal_obeys_comes_through(raw: str) -> None:
    assert harmless(Shown(raw).text)
    assert harmless(plain(raw))


@given(ANY_TEXT | HOSTILE)
def test_each_shown_character_knows_where_it_stood(raw: str) -> None:
    shown = Shown(raw)
    offsets = [shown.offset(index) for index in range(len(shown.text))]
    assert offsets == sorted(set(offsets))
    assert [shown.index(offset) for offset in offsets] == list(range(len(shown.text)))
    for character, offset in zip(shown.text, offsets, strict=True):
        if character.isalnum():
            assert raw[offset] == character


@given(ANY_TEXT | HOSTILE)
def test_cells_add_up_so_that_columns_line_up(raw: str) -> None:
    shown = Shown(raw).text
    assert cell_len(shown) == sum(cell_len(character) for character in shown)


@given(ANY_TEXT | HOSTILE, st.integers(0, 30))
def test_fitting_gives_exactly_the_cells_asked_for(raw: str, cells: int) -> None:
    assert width(fit(plain(raw), cells)) == cells
    assert width(right(plain(raw), cells)) == cells
    assert width(take(plain(raw), cells)) <= cells


def test_an_escape_sequence_is_shown_and_not_sent() -> None:
    assert plain("a\x1b[2Jb") == "a␛[2Jb"
    assert plain("a\x9b2Jb\x07") == "a\ufffd2Jb␇"


def test_markup_is_only_text() -> None:
    assert plain("[/b] [@click=app.quit]here[/]") == "[/b] [@click=app.quit]here[/]"


def test_text_cannot_be_turned_around() -> None:
    assert plain("abc\u202egnp.exe") == "abc\ufffdgnp.exe"


def test_a_tower_of_marks_is_cut_down_to_a_letter_that_can_be_read() -> None:
    assert plain("Z" + "\u0301" * 40 + "algo") == "Z" + "\u0301" * TOWER + "algo"
    assert plain("Z" + "\u0301\u200b" * 40 + "algo").count("\u0301") <= TOWER
    assert plain("\u200b\u0301algo") == "algo"


def test_line_ends_inside_a_paragraph_are_blanks() -> None:
    assert Shown("one\r\ntwo\nthree\u2028four").text == "one two three four"


def test_a_highlight_after_dropped_characters_falls_on_the_right_cells() -> None:
    raw = "vis\u00adible\u200b shifts"
    shown = Shown(raw)
    start, end = shown.index(raw.index("shifts")), shown.index(len(raw))
    assert shown.text[start:end] == "shifts"


def test_a_stretch_of_a_text_counts_in_the_text() -> None:
    raw = "First.\r\n\r\nSecond\u200b one."
    shown = Shown(raw, 10, len(raw))
    assert shown.text == "Second one."
    assert shown.offset(0) == 10
    assert shown.text[shown.index(raw.index("one")) :] == "one."


@pytest.mark.parametrize(("cells", "seen"), [(0, ""), (1, "…"), (4, "東…"), (5, "東京…"), (6, "東京都")])
def test_wide_characters_are_never_cut_in_half(cells: int, seen: str) -> None:
    assert cut("東京都", cells) == seen


def test_what_is_known_to_take_one_cell_each_needs_no_other_door() -> None:
    plainest = [chr(code) for code in range(0x2600) if text._ONE_CELL_EACH.fullmatch(chr(code))]
    assert len(plainest) > 800
    assert text._unsafe().search("".join(plainest)) is None

"""No byte of a corpus reaches a terminal as a command."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.safe import line, safe

HOSTILE = st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Mn"])) | st.text()


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb\u2066c\u200bd", "abcd"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("zalgo" + "\u0301" * 40, "zalgo" + "\u0301" * 3),
        ("caf\u00e9 “so” 北京", "caf\u00e9 “so” 北京"),
        ("\x00\x7f\ud800", "␀␡\ufffd"),
    ],
)
def test_hostile_text_is_seen_and_not_obeyed(hostile: str, shown: str) -> None:
    assert safe(hostile) == shown


@given(HOSTILE)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = safe(text)
    left = {unicodedata.category(letter) for letter in shown if letter not in "\n\t"}
    assert not left & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert safe(shown) == shown
    shown.encode("utf-8")


@given(HOSTILE)
def test_one_line_stays_one_line(text: str) -> None:
    assert not set(line(text)) & set("\n\t\r")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"])))
def test_words_are_never_changed(text: str) -> None:
    assert safe(text) == text

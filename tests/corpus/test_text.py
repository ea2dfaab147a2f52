"""Folding makes texts comparable and leaves every offset where it is."""

from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.text import fold


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_differs_only_in_writing_becomes_the_same() -> None:
    assert fold("“Zürich’s\xa0CAFÉ—open”") == '"zurich\'s cafe-open"'


def test_letters_that_fold_to_two_keep_their_place() -> None:
    assert len(fold("Straße İstanbul ﬁn")) == len("Straße İstanbul ﬁn")


def test_line_ends_stay() -> None:
    assert fold("Ä\r\nB\nC") == "a\r\nb\nc"


def test_what_is_no_accent_stays_told_apart() -> None:
    assert fold("각") != fold("간")
    assert fold("½é") != fold("1é")


def test_ascii_folds_alike_beside_other_letters() -> None:
    plain = "".join(map(chr, range(128)))
    assert fold(plain + "é") == fold(plain) + "e"

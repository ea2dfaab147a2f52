"""A reader has the shared and the differing words of two passages lit."""

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.words import compare_words


def test_words_are_shared_whatever_their_endings_and_small_words_are_left_out() -> None:
    left, right = "The envoys were negotiating in Oslo.", "An envoy negotiates with farmers in OSLO"
    found = compare_words(left, right)
    assert [left[start:end] for start, end in found.shared_left] == ["envoys", "negotiating", "Oslo"]
    assert [right[start:end] for start, end in found.shared_right] == ["envoy", "negotiates", "OSLO"]
    assert found.only_left == ()
    assert [right[start:end] for start, end in found.only_right] == ["farmers"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_word_is_both_shared_and_alone(left: str, right: str) -> None:
    found = compare_words(left, right)
    assert not set(found.shared_left) & set(found.only_left)
    assert bool(found.shared_left) == bool(found.shared_right)
    assert all(left[start:end].strip() for start, end in (*found.shared_left, *found.only_left))

"""Lit words are walked in the order of the articles, and found in any stretch of a text."""

from hypothesis import given
from hypothesis import strategies as st

from tui.app.lighting import DARK, Light, Spot

SPOTS = [Spot("b", 5, 8), Spot("a", 10, 14), Spot("a", 2, 6), Spot("b", 20, 25)]


def light() -> Light:
    return Light.of("someone", "mention", SPOTS, ["a", "b"])


def test_the_first_step_goes_to_the_next_spot_from_where_the_reader_is() -> None:
    lit = light()
    assert lit.step(1, "a", 7) == Spot("a", 10, 14)
    assert lit.step(1, "a", 7) == Spot("b", 5, 8)


def test_backwards_and_around_the_ends() -> None:
    lit = light()
    assert lit.step(-1, "a", 7) == Spot("a", 2, 6)
    assert lit.step(-1, "a", 7) == Spot("b", 20, 25)
    assert lit.step(1, None, 0) == Spot("a", 2, 6)


def test_in_an_article_without_any_the_walk_begins_with_the_first() -> None:
    assert light().step(1, "c", 100) == Spot("a", 2, 6)


def test_nothing_lit_is_nothing_to_walk() -> None:
    assert DARK.step(1, "a", 0) is None
    assert not DARK.within("a", 0, 100)


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 50), st.integers(1, 5))),
    st.integers(0, 50),
    st.integers(1, 20),
)
def test_all_spots_that_touch_a_stretch_are_found(
    spots: list[tuple[str, int, int]], start: int, length: int
) -> None:
    placed = [Spot(article, begin, begin + 1) for article, begin, _ in spots]
    lit = Light.of("any", "match", placed, "ab")
    wanted = sorted(
        {spot for spot in placed if spot.article == "a" and spot.start < start + length and spot.end > start}
    )
    assert list(lit.within("a", start, start + length)) == wanted

"""What is in front is always on the screen, and nothing that is read is too narrow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.layout import ONE_BELOW, TEXT_LEAST, Open, lay_out


@st.composite
def desks(draw: st.DrawFn) -> Open:
    texts = draw(st.integers(0, 4))
    side = draw(st.booleans())
    fronts = ["list", *range(texts), *(["side"] if side else [])]
    front = draw(st.sampled_from(fronts))
    lead = front if isinstance(front, int) else draw(st.integers(0, max(texts - 1, 0)))
    return Open(texts, side, front, lead)


@given(st.integers(30, 320), desks())
def test_the_panes_fill_the_screen_and_the_front_is_among_them(columns: int, desk: Open) -> None:
    plan = lay_out(columns, desk)
    assert plan.listing + plan.side + sum(width for _, width in plan.texts) == columns
    shown = ["list"] * bool(plan.listing) + [number for number, _ in plan.texts] + ["side"] * bool(plan.side)
    assert desk.focus in shown
    if columns >= ONE_BELOW:
        assert all(width >= TEXT_LEAST for _, width in plan.texts)
    else:
        assert len(shown) == 1


@pytest.mark.parametrize(
    ("columns", "texts"),
    [(80, 1), (100, 2), (120, 2), (160, 3), (200, 4)],
)
def test_so_many_texts_stand_beside_each_other(columns: int, texts: int) -> None:
    assert len(lay_out(columns, Open(4, side=False, focus=0)).texts) == texts


def test_at_120_columns_the_list_and_two_texts_are_seen() -> None:
    plan = lay_out(120, Open(2, side=False, focus=1, lead=1))
    assert plan.listing
    assert [number for number, _ in plan.texts] == [0, 1]


def test_at_200_columns_list_two_texts_and_sidebar_are_seen() -> None:
    plan = lay_out(200, Open(2, side=True, focus="side", lead=1))
    assert plan.listing
    assert plan.side
    assert len(plan.texts) == 2


@pytest.mark.parametrize("columns", [100, 120, 200])
def test_quotations_beside_the_list_have_the_room_that_words_need(columns: int) -> None:
    plan = lay_out(columns, Open(0, side=True, focus="side"))
    assert plan.side >= 40
    assert plan.listing >= 60


def test_what_prose_does_not_need_goes_to_the_lists() -> None:
    plan = lay_out(300, Open(1, side=True, focus=0))
    assert plan.listing > 64
    assert plan.side > 64
    assert plan.texts[0][1] > 88

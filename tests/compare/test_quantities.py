"""Numbers are read with what they count and what their qualifiers allow."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit", "low", "high"),
    [
        ("At least 12 people were killed.", 12, "killed", 12, math.inf),
        ("The death toll rose to 31.", 31, "killed", 31, 31),
        ("A blast wounded scores, killing 40.", 40, "killed", 40, 40),
        ("Some 1,200 houses burnt.", 1200, "house", 1020, 1380),
        ("It cost up to $3.5 million.", 3.5e6, "dollars", 0, 3.5e6),
        ("Turnout was nearly 60 percent.", 60, "percent", 51, 60),
        ("Twenty-five rockets fell.", 25, "rocket", 25, 25),
        ("About 3,000 Russian soldiers crossed.", 3000, "soldier", 2550, 3450),
        ("Three cities agreed.", 3, "city", 3, 3),
        ("More than two dozen people were injured.", 24, "injured", 24, math.inf),
        ("More than 60 people were taken to hospital.", 60, "injured", 60, math.inf),
        ("A further 63 were treated for burns.", 63, "injured", 63, 63),
        ("Fifteen Palestinians were killed.", 15, "killed", 15, 15),
        ("The blast claimed 12 lives.", 12, "killed", 12, 12),
        ("One person was killed.", 1, "killed", 1, 1),
        ("Between 100 and 200 people were killed.", 200, "killed", 100, 200),
        ("12 people, including three children, were killed.", 12, "killed", 12, 12),
        ("It paid €5m.", 5e6, "euros", 5e6, 5e6),
    ],
)
def test_a_number_has_its_unit_and_its_bounds(
    text: str, value: float, unit: str, low: float, high: float
) -> None:
    (found,) = find_quantities(text, 0, len(text), [])
    assert (found.value, found.unit) == (value, unit)
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "The 17-year-old left.",
        "He came 3 times.",
        "At 9 am it rained.",
        "Room 12 was shut.",
        "It took 20 years.",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert find_quantities(text, 0, len(text), []) == []


def test_a_number_inside_a_date_is_left_out() -> None:
    text = "On 12 May people marched."
    assert find_quantities(text, 0, len(text), [(3, 9)]) == []


@given(
    st.text(max_size=80),
    st.sampled_from(["12 people", "$3 million", "about 40%", "killing 7"]),
    st.text(max_size=20),
)
def test_quantities_stand_in_the_text_whatever_is_around_them(before: str, middle: str, after: str) -> None:
    text = before + middle + after
    for found in find_quantities(text, 0, len(text), []):
        assert 0 <= found.start < found.end <= len(text)
        assert found.low <= found.value <= found.high
        assert found.agrees(found)

"""Papers use other words for one thing; no list has them all."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.conftest import Tell, telling
from tui.compare.alignment import counterparts
from tui.compare.weights import weigh
from tui.compare.word_vectors import sense


def near(one: str, other: str) -> float:
    here, there = (sense(dict.fromkeys(words.split(), 1.0)) for words in (one, other))
    return sum(map(float.__mul__, here, there))


@pytest.mark.parametrize(
    ("words", "alike", "other"),
    [
        ("violin concert", "orchestra symphony", "harvest tractor"),
        ("penalty goalkeeper", "striker stadium", "verdict jury"),
        ("chemotherapy patients", "tumour surgeon", "coalition cabinet"),
    ],
)
def test_words_of_one_matter_lie_near_each_other(words: str, alike: str, other: str) -> None:
    assert near(words, alike) > near(words, other)


@given(st.dictionaries(st.text(max_size=12), st.floats(0.01, 9)))
def test_any_words_lie_somewhere_or_nowhere(weighed: dict[str, float]) -> None:
    point = sense(weighed)
    assert not point or math.isclose(math.hypot(*point), 1)


def test_a_passage_is_found_that_shares_few_words(tell: Tell) -> None:
    here, there = tell(
        "The pianist broke off his concert after the second sonata and left the stage without a bow.\n\n"
        "The mayor wants to have the square paved before the winter.\n\n"
        "Bakers sold out of bread by nine.",
        "Plumbers are hard to find in the valley.\n\n"
        "The concert was over early: the musician rose from the piano and walked off the stage.\n\n"
        "The bus to the coast runs once an hour.",
    )
    (match,) = telling(counterparts(here, there, weigh([here, there])), "sonata").matches
    assert "piano" in match.text

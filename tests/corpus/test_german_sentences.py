"""A German block is cut where a reader of German would pause."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text), "de")]


@pytest.mark.parametrize(
    "text",
    [
        ["Am 3. Oktober kam Dr. Anna Pohl z. B. nach Köln.", "Sie blieb."],
        ["Das war im 19. Jahrhundert.", "Der 1. FC Nord gewann 2:1.", "Boll traf."],
        ["Sie blieb bis zum 5.", "Die Polizei kam um 9.30 Uhr.", "Es war 2020.", "Danach kam nichts."],
        ["Es kostete 3,5 Mio. Euro bzw. mehr.", "Ludwig XIV. war tot."],
        ["Prof. h. c. Mag. Huber sprach.", "Weil er sie mag.", "Das ist so.", "Punkt."],
        ["Das schrieb sie auf X.", "Boll schwieg."],
    ],
)
def test_ordinals_and_short_forms_do_not_end_a_sentence(text: list[str]) -> None:
    assert cut(" ".join(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        ["„Ich gehe.“", "Er ging."],
        ["»Nein.«", "»Doch.«"],
        ["«Und nun?», fragte sie.", "‚Ja.‘", "So war es."],
        ["Sie rief: „Halt!“", "Niemand hielt."],
    ],
)
def test_closing_marks_stay_with_their_sentence(text: list[str]) -> None:
    assert cut(" ".join(text)) == text


@given(st.text(alphabet="aZ3. !?„“»«–\n", max_size=80))
def test_sentences_stand_in_order_and_hold_all_that_is_no_blank(text: str) -> None:
    spans = sentences(text, 0, len(text), "de")
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join(cut(text)).split() == "".join(text[a:b] for a, b in spans).split()
    assert sum(len("".join(text[a:b].split())) for a, b in spans) == len("".join(text.split()))

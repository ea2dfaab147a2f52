"""A block is cut where a reader would pause, and nowhere else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left!", ["It rained.", "We left!"]),
        ("Is it over? Nobody knows… yet.", ["Is it over?", "Nobody knows… yet."]),
        (
            "Dr. Ana Reyes met Gov. Holt on Feb. 3. They agreed.",
            ["Dr. Ana Reyes met Gov. Holt on Feb. 3.", "They agreed."],
        ),
        (
            "The U.S. Treasury moved first in the U.S. The rest followed.",
            ["The U.S. Treasury moved first in the U.S.", "The rest followed."],
        ),
        (
            "J. R. Okafor of Acme Corp. spoke. It was brief.",
            ["J. R. Okafor of Acme Corp. spoke.", "It was brief."],
        ),
        (
            "Doors open at 9 a.m. Monday. Doors close at 5 p.m. Bring tea.",
            ["Doors open at 9 a.m. Monday.", "Doors close at 5 p.m.", "Bring tea."],
        ),
        ("Prices rose 3.5 percent. No. 10 was silent.", ["Prices rose 3.5 percent.", "No. 10 was silent."]),
        ("He said no. She said yes.", ["He said no.", "She said yes."]),
        ("They cited Marbury v. Madison. It held.", ["They cited Marbury v. Madison.", "It held."]),
        (
            "DURHAM, N.C. — The plant is shut. Work stopped.",
            ["DURHAM, N.C. — The plant is shut.", "Work stopped."],
        ),
        ("Then-Sen. Lopez voted no.", ["Then-Sen. Lopez voted no."]),
        ("1. First, the vote.", ["1. First, the vote."]),
    ],
)
def test_abbreviations_initials_and_numbers_do_not_end_a_sentence(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won.” She smiled.", ["“We won.”", "She smiled."]),
        ("“Did we win?” she asked. He did not know.", ["“Did we win?” she asked.", "He did not know."]),
        (
            "“Did we win?” Mr. Holt asked. “No!” Ana Reyes shouted.",
            ["“Did we win?” Mr. Holt asked.", "“No!” Ana Reyes shouted."],
        ),
        ("“Did we win?” The crowd was still.", ["“Did we win?”", "The crowd was still."]),
        ("He left. “I am done,” he said.", ["He left.", "“I am done,” he said."]),
        ("''We tried.'' They failed.", ["''We tried.''", "They failed."]),
        ("(It was late.) They slept.", ["(It was late.)", "They slept."]),
        ('"It works. " That was all.', ['"It works. "', "That was all."]),
        ('It works. "', ['It works. "']),
    ],
)
def test_closing_marks_stay_with_their_sentence(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_no_break_spaces_and_line_feeds_are_blanks() -> None:
    assert cut("It\xa0ended.\xa0Then\nit began.\nAll cheered.") == [
        "It\xa0ended.",
        "Then\nit began.",
        "All cheered.",
    ]


def test_spaced_pauses_are_one_sentence() -> None:
    assert cut('They said "it . . . was late" to him.') == ['They said "it . . . was late" to him.']


def test_only_the_asked_part_is_cut() -> None:
    text = "Left out. Taken in. Also this. Not this."
    assert [text[start:end] for start, end in sentences(text, 10, 30)] == ["Taken in.", "Also this."]


@given(st.text(alphabet=st.sampled_from("aBc .!?…”“\"'’)(\n\xa0—1IU"), max_size=60) | st.text(max_size=60))
def test_sentences_hold_all_that_is_no_blank_in_order(text: str) -> None:
    spans = sentences(text, 0, len(text))
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", [". ", "a. ", '." ', "...", "“", ". “", "no I... I ", "x...\n"])
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        sentences(text, 0, len(text))
        return time.process_time() - begun

    assert seconds(400_000) < 40 * max(seconds(40_000), 0.005)

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.findings.quotes.marks import pair_marks


def stretches(*paragraphs: str) -> list[list[str]]:
    text = "\n".join(paragraphs)
    edges, start = [], 0
    for paragraph in paragraphs:
        edges.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    return [[text[quoted.start : quoted.end] for quoted in found] for found in pair_marks(text, edges)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will win,” she said.", ["We will win,"]),
        ('"We will win," she said.', ["We will win,"]),
        ("''We will win,'' she said.", ["We will win,"]),
        ("``We will win,'' she said.", ["We will win,"]),
        ("« We will win », she said.", ["We will win"]),
        ("„We will win,“ she said.", ["We will win,"]),
        ("‘We will win,’ she said.", ["We will win,"]),
        ("'We will win,' she said.", ["We will win,"]),
        ("” … they differ so much,” she said.", ["… they differ so much,"]),
        ("“We will win,“ she said.", ["We will win,"]),
    ],
)
def test_every_style_of_marks_is_read(text, quoted):
    assert stretches(text) == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the voters’ choice, and the parties’ duty.",
        "It's the '90s again, and rock 'n' roll is back for the boys' club.",
        "Get ’em while they’re hot.",
        'The boy was 5 feet 2" tall.',
        '<a href="there" class="link">A page</a>',
    ],
)
def test_apostrophes_inches_and_markup_are_no_quotation(text):
    assert stretches(text) == [[]]


def test_single_marks_close_after_the_comma_and_not_at_a_possessive():
    assert stretches("‘The voters’ mood won’t change,’ he said.") == [["The voters’ mood won’t change,"]]


def test_nested_marks_stay_inside():
    assert stretches("“He said ‘no’ to me,” she told them.") == [["He said ‘no’ to me,"]]
    assert stretches("‘He said “no” to me,’ she told them.") == [["He said “no” to me,"]]


def test_a_mark_left_open_reaches_to_the_end_of_its_paragraph():
    assert stretches("She said: “We go on.", "Nothing else.") == [["We go on."], []]


def test_a_quotation_over_paragraphs_goes_on_where_the_next_opens_with_a_mark():
    text = "“One.\n“Two,” she said."
    first, second = pair_marks(text, [(0, 5), (6, len(text))])
    assert not first[0].closed
    assert second[0].continues


@given(st.text(alphabet="ab s.,!‘’'“”\"«»„`()[]\n", max_size=120))
def test_stretches_lie_in_order_inside_the_text_without_their_outer_marks(text):
    last = 0
    for quoted in pair_marks(text, [(0, len(text))])[0]:
        assert last <= quoted.left < quoted.start < quoted.end <= quoted.right <= len(text)
        assert not text[quoted.start].isspace()
        assert not text[quoted.end - 1].isspace()
        last = quoted.right


@pytest.mark.parametrize("piece", ["“", "”", '"', "‘", "’", "'", "«", "„", "“‘", '" ', " 'a", "‘s’ "])
def test_pairing_is_linear_in_the_length(piece):
    def seconds(count):
        text = piece * count
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            pair_marks(text, [(0, len(text))])
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 12 * seconds(4_000) + 0.05


def test_a_paragraph_that_goes_on_with_a_quotation_may_hold_others_after_it():
    first = "“We voted,” she said. “It was close, and"
    second = "“nobody slept,” she said, “not one,” and left."
    assert stretches(first, second) == [["We voted,", "It was close, and"], ["nobody slept,", "not one,"]]

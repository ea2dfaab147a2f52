import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.findings.quotes.reading import document_of
from tui.findings.quotes.finding import find_quotes

MARKS = "“”„«»‘’‚'`\""
WORDS = st.sampled_from(
    ["Mary Holt", "he", "said", "told", "that", "who", ",", ".", "?", ":", "“", "”", '"', "‘", "’s", "''", "(", ")",
     "and", "according to", "the bridge", "saying", "would", "Reuters", "to", "critics", "—", "\n\n", "«", "»", "["]
)  # fmt: skip


def steps(work):
    """How many lines of code `work` runs through."""
    count = 0

    def step(frame, event, argument):
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_spans_lie_inside_any_text_and_never_overlap(text):
    document = document_of(text)
    raw = document.article.text
    last = 0
    spans = sorted(span for quote in find_quotes(document, ()) for span in quote.spans)
    for start, end in spans:
        assert last <= start < end <= len(raw)
        last = end
    for quote in find_quotes(document, ()):
        for told in (quote.speaker, quote.cue):
            assert told is None or raw[told.start : told.end] == told.text
        if quote.kind != "indirect":
            for start, _ in quote.spans:
                assert raw[:start].rstrip()[-1] in MARKS


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        '"',
        "‘’",
        "he said ",
        "he said, ",
        "“He said,” ",
        "([",
        "said that ",
        "Mary, who ",
        "a, ",
        "of the ",
        "is seen as ",
        "which he said ",
    ],
)
def test_work_grows_with_the_length_alone(piece):
    short, long = document_of(piece * (3_000 // len(piece))), document_of(piece * (12_000 // len(piece)))
    find_quotes(short, ())  # word lists are read
    assert steps(lambda: find_quotes(long, ())) < 5 * steps(lambda: find_quotes(short, ()))


@pytest.mark.parametrize("piece", ["“", "he said ", "(["])
def test_a_hundred_thousand_characters_of_one_kind_are_read(piece):
    text = piece * (100_000 // len(piece))
    for quote in find_quotes(document_of(text), ()):
        assert all(0 <= start < end <= len(text) for start, end in quote.spans)

import time

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
    ],
)
def test_time_is_linear_in_the_length(piece):
    def seconds(count):
        document = document_of(piece * (count // len(piece)))
        best = 99.0
        for _ in range(2):
            start = time.process_time()
            find_quotes(document, ())
            best = min(best, time.process_time() - start)
        return best

    assert seconds(40_000) < 12 * seconds(10_000) + 0.1

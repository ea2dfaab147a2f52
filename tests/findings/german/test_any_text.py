"""What holds for any text that is read as German."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.findings.german.evaluating import document_of
from tui.findings.german import find_actors, find_dates, find_quotes
from tui.findings.german.marks import pair_marks

MARKS = "„“”»«›‹‚‘’\"'`"
WORDS = st.sampled_from(
    ["Anna Pohl", "er", "sie", "sagte", "teilte", "mit", "dass", "sei", "habe", "der Minister", ",", ".", "?", ":", "–",
     "„", "“", "»", "«", '"', "‚", "‘", "(", ")", "und", "laut Polizei", "zufolge", "nach Angaben von", "hieß es",
     "so", "wie", "zu gehen", "die Brücke", "am Montag", "\n\n", "Köln", "GmbH", "Dr.", "3.", "März", "nicht"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_findings_lie_inside_any_text_and_quotations_never_overlap(text: str) -> None:
    document = document_of(text)
    raw = document.article.text
    actors = find_actors(document)
    quotes = find_quotes(document, actors)
    last = 0
    for start, end in sorted(span for quote in quotes for span in quote.spans):
        assert last <= start < end <= len(raw)
        last = end
    for quote in quotes:
        for told in (quote.speaker, quote.cue):
            assert told is None or raw[told.start : told.end] == told.text
        if quote.kind != "indirect":
            assert all(raw[:start].rstrip()[-1] in MARKS for start, _ in quote.spans)
    assert all(
        raw[mention.start : mention.end] == mention.text for actor in actors for mention in actor.mentions
    )
    assert all(raw[date.start : date.end] == date.text for date in find_dates(document))


@given(st.text(alphabet="aB .,!\n" + MARKS, max_size=120))
def test_stretches_in_marks_stand_in_order_inside_their_paragraph(text: str) -> None:
    paragraphs = []
    at = 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    for (start, end), stretches in zip(paragraphs, pair_marks(text, paragraphs), strict=True):
        last = start
        for one in stretches:
            assert last <= one.left < one.start < one.end <= one.right <= end
            assert text[one.left] in MARKS
            assert not one.closed or text[one.right - 1] in MARKS
            last = one.right


@pytest.mark.parametrize(
    "piece",
    ["„", '"', "‚‘", "er sagte ", "sagte er, ", "„Er sagt,“ ", "(", "dass ", "der der ", "a, ", "von der "],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(count: int) -> float:
        document = document_of(piece * (count // len(piece)))
        best = 99.0
        for _ in range(2):
            start = time.process_time()
            find_quotes(document, find_actors(document))
            best = min(best, time.process_time() - start)
        return best

    assert seconds(20_000) < 12 * seconds(5_000) + 0.1

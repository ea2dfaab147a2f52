"""Marks of German pair as readers pair them."""

import pytest

from tui.findings.german.marks import pair_marks


def quoted(*paragraphs: str) -> list[str]:
    text = "\n".join(paragraphs)
    edges, at = [], 0
    for paragraph in paragraphs:
        edges.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return [text[one.start : one.end] for found in pair_marks(text, edges) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Ja“, sagte er.", ["Ja"]),
        ("»Ja«, sagte er. »Nein.«", ["Ja", "Nein."]),
        ("«Ja», sagte er. «Nein.»", ["Ja", "Nein."]),
        ('"Ja", sagte er. "Nein."', ["Ja", "Nein."]),
        ("“Ja”, sagte er.", ["Ja"]),
        ('„Ja", sagte er.', ["Ja"]),
        ("‚Ja‘, sagte er. ‹Nein.›", ["Ja", "Nein."]),
        ("„Der Satz ‚Wir schaffen das‘ blieb“, sagte er.", ["Der Satz ‚Wir schaffen das‘ blieb"]),
        ("»Der Satz ›Das geht‹ blieb«, sagte er.", ["Der Satz ›Das geht‹ blieb"]),
        ("«Der Satz ‹Das geht› blieb», sagte er.", ["Der Satz ‹Das geht› blieb"]),
        ('Das ist Hans’ Rad, 26" groß, wie geht’s?', []),
    ],
)
def test_outer_marks_pair_and_inner_ones_stay(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_what_a_paragraph_leaves_open_goes_on_in_the_next() -> None:
    text = "„Das war so.\n„Und so blieb es.“"
    (first,), (second,) = pair_marks(text, [(0, 12), (13, len(text))])
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)

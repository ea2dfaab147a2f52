"""Which words are used as verbs of saying, and how they are written."""

import pytest

from tests.findings.quotes.reading import marked, reported, speaker


@pytest.mark.parametrize("cue", ["Said", "Asked", "Wrote"])
def test_a_verb_with_a_capital_opens_its_sentence_after_a_quotation(cue: str) -> None:
    (quote,) = marked(f"“The bridge is safe,” {cue} Mary Holt on Monday.")
    assert (speaker(quote), quote.cue and quote.cue.text) == ("Mary Holt", cue)


def test_who_is_told_does_not_speak_whatever_stands_before_the_verb() -> None:
    for told in ("was told", "was quickly told", "was not quickly told"):
        assert not [
            quote
            for quote in reported(f"Mary Holt {told} that the bridge is shut.")
            if speaker(quote) == "Mary Holt"
        ]


def test_who_is_saying_something_speaks() -> None:
    (quote,) = reported("Mary Holt is saying that the bridge is safe.")
    assert speaker(quote) == "Mary Holt"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mary Holt pointed out that the bridge is old.", "pointed out"),
        ("Mary Holt stated that the bridge is old.", "stated"),
        ("“The bridge is old,” Mary Holt said.", "said"),
    ],
)
def test_a_particle_that_belongs_to_the_verb_is_part_of_the_cue(text: str, cue: str) -> None:
    (quote,) = (*marked(text), *reported(text))
    assert quote.cue is not None
    assert quote.cue.text == cue

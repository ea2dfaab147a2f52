import pytest

from tests.findings.quotes.reading import marked, speaker


def test_a_fragment_has_the_reporting_clause_as_its_frame():
    text = "Mary Holt emphasized that the old bridge brought “some change for the better” after the repairs."
    (quote,) = marked(text)
    assert quote.kind == "fragment"
    assert quote.frame is not None
    assert text[slice(*quote.frame)] == (
        "emphasized that the old bridge brought “some change for the better” after the repairs"
    )
    assert speaker(quote) == "Mary Holt"
    assert quote.cue is not None
    assert quote.cue.text == "emphasized"


def test_one_word_that_somebody_called_something_is_a_statement():
    (quote,) = marked("Mary Holt referred to the mayor as a “fraud.”")
    assert quote.kind == "fragment"
    assert speaker(quote) == "Mary Holt"
    assert quote.cue is not None
    assert quote.cue.text == "referred to"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart bridge” opened on Monday.",
        "Her film “The Bridge of Stones” opened on Monday.",
        "According to the council, the “smart bridge” opened on Monday.",
        "John “Johnny” Ames came to the opening.",
        "Engineers use “dead load” for the weight of the bridge itself.",
    ],
)
def test_scare_quotes_titles_nicknames_and_terms_are_no_statements(text):
    assert marked(text) == []


def test_a_thing_that_is_hailed_is_no_sentence_of_its_own():
    (quote,) = marked("The council hailed “a new chapter”.")
    assert quote.kind == "fragment"

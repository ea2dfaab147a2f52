"""The same statement as different newsrooms write it: tabloids, wires, transcripts, headlines, live pages."""

import pytest

from tests.findings.quotes.reading import marked, quotes_of, reported, speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Furious mum Mary Holt fumed: ‘They didn’t even say sorry.’", "Furious mum Mary Holt"),
        ("''They say, 'You have to go back,''' said Mary Holt.", "Mary Holt"),
        ("Mary Holt, mayor of Leeds: “It is safe.”", "Mary Holt"),
        ("EXCLUSIVE: ‘I will not resign’: Mary Holt on the bridge", "Mary Holt"),
        ("‘I will not resign’, says Mary Holt", "Mary Holt"),
        ("“We will work together,” read a statement from the council.", "a statement from the council"),
        ("“It shakes” and “it rattles”, Ames said.", "Ames"),
        ('"India will not bow", Rajnath Singh was quoted as saying by PTI.', "Rajnath Singh"),
        ("10.42am: Mary Holt has spoken. “I am staying,” Holt tells MPs.", "Holt"),
        ("The mayor had this to say:\n\n“The bridge is safe, and has been for a year.”", "The mayor"),
    ],
)
def test_marked_words_have_their_speaker_in_every_house_style(text: str, name: str) -> None:
    found = marked(text)
    assert found
    assert {speaker(quote) for quote in found} == {name}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "LEEDS, May 3 (Reuters) - The bridge will close, two officials familiar with the matter told Reuters.",
            "The bridge will close",
            "two officials familiar with the matter",
        ),
        ("Mary Holt who built the bridge said it was safe.", "it was safe", "Mary Holt"),
        ("The agency quoted Mary Holt as saying that it was safe.", "it was safe", "Mary Holt"),
        ("It was safe, the agency quoted Mary Holt as saying.", "It was safe", "Mary Holt"),
        ("He was quoted by state television as saying it was safe.", "it was safe", "He"),
        ("According to Mary Holt, citing a survey, it was safe.", "it was safe", "Mary Holt"),
        ("Ames, a rival, said no.", "no", "Ames"),
        ("MS HOLT: It is safe, and we have checked it.", "It is safe, and we have checked it", "MS HOLT"),
    ],
)
def test_reported_words_have_their_speaker_in_every_house_style(text: str, words: str, name: str) -> None:
    quote = reported(text)[-1]
    assert (quote.words(text), speaker(quote)) == (words, name)


def test_a_name_that_closes_a_headline_speaks_only_if_it_is_a_person() -> None:
    story = "\n\nMary Holt, the mayor, opened the bridge in Leeds on Monday, after years of work.\n"
    (quote,) = reported(f"Bridge will shut in May: Mary Holt{story}")
    assert (quote.rule, quote.actor) == ("closing label", "Mary Holt")
    assert reported(f"Bridges that shake: Leeds{story}") == []


def test_who_is_asked_does_not_say_the_question() -> None:
    asked, answered = quotes_of("Holt, asked whether it was safe, said: “Nobody has asked me that.”")
    assert (speaker(asked), asked.doubtful) == (None, True)
    assert speaker(answered) == "Holt"

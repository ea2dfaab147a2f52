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
        ("The bridge – “a death trap”, according to residents – was closed.", "residents"),
        ("Holt said it was “a death trap”, and that the council “should be ashamed”.", "Holt"),
        ('"India will not bow", Rajnath Singh was quoted as saying by PTI.', "Rajnath Singh"),
        ("10.42am: Mary Holt has spoken. “I am staying,” Holt tells MPs.", "Holt"),
        ("“It shakes,” says lead author Mary Holt, an engineer.", "lead author Mary Holt"),
        ("“It shakes,” said a visibly tired Mary Holt.", "a visibly tired Mary Holt"),
        (
            "“It shakes,” said 34-year-old builder and diver Mary Holt.",
            "34-year-old builder and diver Mary Holt",
        ),
        (
            "“It shakes,” said the council’s newly appointed engineer Mary Holt.",
            "the council’s newly appointed engineer Mary Holt",
        ),
        ("“It shakes,” zinged Mary Holt.", "Mary Holt"),
        ("“It shakes,” tweeted @maryholt.", "@maryholt"),
        ("“It shakes,” came the reply from Holt.", "Holt"),
        ("“It shakes.” Those were the words of Mary Holt, a diver.", "Mary Holt"),
        ("In the words of Mary Holt, “it shakes”.", "Mary Holt"),
        ("To quote Mary Holt, “it shakes.”", "Mary Holt"),
        ("According to Holt, it was “awful”.", "Holt"),
        ("For Holt, the real question is “who pays”.", "Holt"),
        ("“It shakes,” said one of them, who asked not to be named.", "one of them"),
        ("The mayor had this to say:\n\n“The bridge is safe, and has been for a year.”", "The mayor"),
    ],
)
def test_marked_words_have_their_speaker_in_every_house_style(text: str, name: str) -> None:
    found = marked(text)
    assert [speaker(quote) for quote in found] == [name] * (text.count("“") or 1)


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
        ("Mary Holt, quoted by the Herald, said it was safe.", "it was safe", "Mary Holt"),
        ("The council let it be known that it was safe.", "it was safe", "The council"),
        ("13:40 – The bridge is safe, Mary Holt says.", "The bridge is safe", "Mary Holt"),
        ("Mary Holt thinks it safe, but Tom Ames differs, saying that it shakes.", "it shakes", "Tom Ames"),
        ("Ames, a rival, said no.", "no", "Ames"),
        ("MS HOLT: It is safe, and we have checked it.", "It is safe, and we have checked it", "MS HOLT"),
    ],
)
def test_reported_words_have_their_speaker_in_every_house_style(text: str, words: str, name: str) -> None:
    quote = reported(text)[-1]
    assert (quote.words(text), speaker(quote)) == (words, name)


def test_what_its_attribution_breaks_in_two_is_one_statement() -> None:
    text = "The bridge was, the council said, awful."
    (quote,) = reported(text)
    assert [text[slice(*span)] for span in quote.spans] == ["The bridge was", "awful"]


@pytest.mark.parametrize(
    "text",
    [
        "The report, seen by the Herald, ran to ten pages.",
        "One worker, who did not want to give his name, came to the bridge.",
        "“It is safe,” Mary Holt is reported to have said.",
        "The engineer who saw it coming",
        "Asked about it, Mary Holt shook her head.",
        "Mary Holt was told to write about something else.",
    ],
)
def test_what_nobody_says_is_no_report(text: str) -> None:
    assert reported(text) == []


def test_a_name_that_closes_a_headline_speaks_only_if_it_is_a_person() -> None:
    story = "\n\nMary Holt, the mayor, opened the bridge in Leeds on Monday, after years of work.\n"
    (quote,) = reported(f"Bridge will shut in May: Mary Holt{story}")
    assert (quote.rule, quote.actor) == ("closing label", "Mary Holt")
    assert reported(f"Bridges that shake: Leeds{story}") == []


def test_a_dateline_with_a_colon_is_no_speaker() -> None:
    story = (
        "PATNA: Minister Mary Holt on Thursday said the bridge would open in May, that farmers in the whole of the "
        "state would use it, and that the work had cost less than it was feared to cost."
    )
    assert [speaker(quote) for quote in reported(story)] == ["Minister Mary Holt"]


def test_initials_that_label_a_turn_are_the_person_who_has_them() -> None:
    text = "Mary Holt met Tom Brady of the Herald.\n\nTB: Is the bridge old?\n\nMH: It is very old, and it is safe.\n"
    assert [quote.actor for quote in reported(text)] == ["Tom Brady", "Mary Holt"]


def test_what_somebody_will_do_about_quoted_words_is_told_by_who_foretells_it() -> None:
    (quote,) = marked("Holt spoke, adding that Leeds would respond to “any hostile steps” at once.")
    assert speaker(quote) == "Holt"


def test_a_thing_that_goes_on_does_not_speak() -> None:
    (quote,) = marked("Holt told a reporter that the search would go on “as long as it takes”.")
    assert speaker(quote) == "Holt"


def test_who_is_asked_does_not_say_the_question() -> None:
    asked, answered = quotes_of("Holt, asked whether it was safe, said: “Nobody has asked me that.”")
    assert (speaker(asked), asked.doubtful) == (None, True)
    assert speaker(answered) == "Holt"

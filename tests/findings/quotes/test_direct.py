import pytest

from tests.findings.quotes.reading import marked, speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The bridge is safe,” said Mary Holt, the city engineer.", "Mary Holt"),
        ("“The bridge is safe,” Mary Holt told reporters on Monday.", "Mary Holt"),
        ("“The bridge is safe,” the city engineer said.", "the city engineer"),
        ("“The bridge is safe,” she said.", "she"),
        ("“Is the bridge safe?” Mary Holt asked.", "Mary Holt"),
        ("“The bridge is safe,” Holt, who built it, said late on Monday.", "Holt"),
        ("“The bridge is safe,” said city spokeswoman Mary Holt.", "city spokeswoman Mary Holt"),
        ("“The bridge is safe,” according to Mary Holt.", "Mary Holt"),
        ("“The bridge is safe,” a spokesman for the city council said.", "a spokesman for the city council"),
        ("“The bridge is safe” by all accounts, said Mary Holt.", "Mary Holt"),
        ("Mary Holt said, “The bridge is safe.”", "Mary Holt"),
        ("Mary Holt, the city engineer, said: “The bridge is safe.”", "Mary Holt"),
        ("Mary Holt, who built it, told the council that “the bridge is quite safe.”", "Mary Holt"),
        ("Speaking on Monday, Mary Holt said: “The bridge is safe.”", "Mary Holt"),
        ("After the flood, Mary Holt inspected the bridge and said, “It is quite safe.”", "Mary Holt"),
        ("Mary Holt spoke to the council, saying, “The bridge is safe.”", "Mary Holt"),
        ("Mary Holt (Labour) said: “The bridge is safe.”", "Mary Holt"),
        ("As Mary Holt, the city engineer, put it, “The bridge is safe for now.”", "Mary Holt"),
        ("The city engineer, Mary Holt, said: “The bridge is safe.”", "The city engineer, Mary Holt"),
        ("Mary Holt was blunt: “The bridge is not safe.”", "Mary Holt"),
        ("Mary Holt did not mince words. “The bridge is not safe.”", "Mary Holt"),
        ("He’s said the same for years: “The bridge is not safe.”", "He"),
        ("Mary Holt, 45, of Leeds, said: “The bridge is safe.”", "Mary Holt"),
        ("The Chancellor, Mary Holt, said: “The bridge is safe.”", "The Chancellor, Mary Holt"),
        ("LEEDS (Reuters) - “The bridge is safe,” engineer Mary Holt said.", "engineer Mary Holt"),
        ("“The bridge,” said Mary Holt, “is safe for now.”", "Mary Holt"),
        ("“The bridge,” the engineer from Leeds added, “is safe for now.”", "the engineer from Leeds"),
        ("„The bridge is safe“, said Mary Holt.", "Mary Holt"),
        ("“The bridge is safe,” Mary Holt fired back.", "Mary Holt"),
        ("With Mary Holt saying “the bridge is quite safe,” the council went on.", "Mary Holt"),
        ("Mary Holt: “The bridge is safe.”", "Mary Holt"),
        ("*“The bridge is safe,”* said Mary Holt.", "Mary Holt"),
        ("Mary Holt said: _“The bridge is safe.”_", "Mary Holt"),
        ("But, said Holt, “the bridge is not safe at all.”", "Holt"),
    ],
)
def test_the_speaker_is_found_where_the_sentence_names_it(text, name):
    (quote,) = marked(text)
    assert quote.kind == "direct" or quote.frame is not None
    assert speaker(quote) == name
    assert quote.attribution == "named"


def test_a_quotation_that_its_attribution_splits_is_one():
    text = "“The bridge is safe,” said Mary Holt, the engineer. “But we will look at it again in spring.”"
    (quote,) = marked(text)
    assert [text[start:end] for start, end in quote.spans] == [
        "The bridge is safe,",
        "But we will look at it again in spring.",
    ]
    assert quote.words(text) == "The bridge is safe, … But we will look at it again in spring."


def test_a_quotation_over_two_paragraphs_is_one_and_has_its_speaker():
    text = (
        "Mary Holt spoke first.\n\n“The bridge is safe, and we have seen all of it.\n\n"
        "“We will look at it again in spring,” Holt said.\n"
    )
    (quote,) = marked(text)
    assert len(quote.spans) == 2
    assert quote.actor == "Mary Holt"


def test_a_few_words_end_a_quotation_that_was_left_open_in_the_paragraph_before():
    text = (
        "“The bridge is safe,” said Mary Holt. “We have seen all of it.\n\n“That is all.”\n\nThe crowd left."
    )
    (quote,) = marked(text)
    assert quote.words(text).endswith("… That is all.")


def test_the_speaker_goes_on_in_the_next_paragraph_as_a_guess():
    text = "“The bridge is safe,” Mary Holt said.\n\n“It has stood for a hundred years, and it will stand longer.”\n"
    first, second = marked(text)
    assert second.actor == "Mary Holt"
    assert second.resolved == "inherited"
    assert second.confidence < first.confidence


def test_a_quotation_after_an_abbreviation_is_a_sentence_of_its_own():
    text = "“The bridge is safe,” said Mary Holt of Orlando, Fla. “We will look at it again in spring.”"
    (quote,) = marked(text)
    assert quote.kind == "direct"
    assert len(quote.spans) == 2


def test_two_speakers_of_one_paragraph_are_told_apart():
    text = "“The bridge is safe,” said Mary Holt. “It is an old wreck,” said John Ames."
    assert [speaker(quote) for quote in marked(text)] == ["Mary Holt", "John Ames"]


def test_a_verb_before_the_quotation_wins_over_the_next_sentence_part():
    text = "Mary Holt called the bridge “perfectly safe for us all,” and John Ames said it was closed."
    (quote,) = marked(text)
    assert speaker(quote) == "Mary Holt"


def test_an_attribution_that_is_cut_off_names_nobody():
    text = (
        "The council met on Monday. Mary Holt was there.\n\n“We hope that the bridge will open in spring,”\n"
    )
    (quote,) = marked(text)
    assert quote.attribution == "cut_off"
    assert quote.speaker is None
    assert quote.actor is None


def test_a_name_on_a_line_of_its_own_signs_the_quotation():
    text = "The vote was close.\n\n“The bridge will stand for another hundred years.”\n\n- Mary Holt, engineer.\n"
    (quote,) = marked(text)
    assert quote.actor == "Mary Holt"
    assert quote.rule == "signature"


def test_a_quotation_that_nobody_claims_stays_unknown():
    (quote,) = marked("“The bridge will stand for another hundred years.”")
    assert quote.attribution == "unknown"
    assert quote.speaker is None


def test_british_marks_are_read_like_any_other():
    text = "‘The bridge isn’t safe,’ said Mary Holt. ‘It’s the engineers’ view, too.’"
    (quote,) = marked(text)
    assert speaker(quote) == "Mary Holt"
    assert len(quote.spans) == 2


def test_an_agency_that_passed_the_words_on_is_told():
    (quote,) = marked("“The bridge is safe,” Mary Holt told Reuters on Monday.")
    assert quote.via == "Reuters"
    assert speaker(quote) == "Mary Holt"


def test_a_straight_mark_is_closed_by_a_curly_one() -> None:
    text = '"We will go by ferry,” said Ann Lee on Monday.'
    (quote,) = marked(text)
    assert [text[start:end] for start, end in quote.spans] == ["We will go by ferry,"]
    assert speaker(quote) == "Ann Lee"

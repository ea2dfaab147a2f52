import pytest

from tests.findings.quotes.reading import document_of, marked, quotes_of, reported
from tui.findings.actors.actor import ActorMention, ArticleActor
from tui.findings.quotes.finding import find_quotes


def actor(text, name, type_, gender, *forms):
    mentions = tuple(
        ActorMention(
            form, text.index(form), text.index(form) + len(form), "name" if form == name else "surname"
        )
        for form in forms
    )
    return ArticleActor(name, type_, None, mentions, (), gender, "test", 1.0)


def test_a_surname_is_the_person_in_full():
    text = "Mary Holt came to the bridge on Monday.\n\n“It is safe,” Holt said.\n"
    (quote,) = marked(text)
    assert (quote.actor, quote.resolved) == ("Mary Holt", "surname")


def test_an_honorific_is_the_person_in_full():
    text = "Dr. Mary Holt came to the bridge on Monday.\n\n“It is safe,” said Dr. Holt.\n"
    (quote,) = marked(text)
    assert quote.actor == "Mary Holt"
    assert quote.speaker is not None
    assert quote.speaker.text == "Dr. Holt"


def test_a_pronoun_is_a_guess_by_gender_and_recency():
    text = "Mary Holt met John Ames at the bridge on Monday.\n\n“It is safe,” she said.\n\n“It is not,” he said.\n"
    she, he = marked(text)
    assert (she.actor, she.resolved) == ("Mary Holt", "pronoun")
    assert (he.actor, he.resolved) == ("John Ames", "pronoun")
    assert she.confidence < 0.9


def test_he_is_never_a_thing():
    text = "Bridgeworks opened the road on Monday.\n\n“It is safe,” he said.\n"
    found = find_quotes(document_of(text), (actor(text, "Bridgeworks", "organisation", None, "Bridgeworks"),))
    (quote,) = [quote for quote in found if quote.kind == "direct"]
    assert quote.actor is None
    assert quote.resolved is None
    assert quote.speaker is not None
    assert quote.speaker.text == "he"


def test_the_aide_of_a_person_is_not_that_person():
    text = "“It is safe,” said an aide to Mary Holt."
    found = find_quotes(document_of(text), (actor(text, "Mary Holt", "person", "f", "Mary Holt"),))
    assert found[0].actor is None


def test_the_head_of_a_body_named_after_it_is_the_person():
    text = "“It is safe,” said head of the Bridge Council Mary Holt."
    found = find_quotes(document_of(text), (actor(text, "Mary Holt", "person", "f", "Mary Holt"),))
    assert found[0].actor == "Mary Holt"


def test_a_role_is_the_person_the_article_gives_it_to():
    text = "Mary Holt, the city engineer, came on Monday.\n\n“It is safe,” the city engineer said.\n"
    (quote,) = marked(text)
    assert (quote.actor, quote.resolved) == ("Mary Holt", "role")


def test_who_the_article_does_not_know_stays_unknown():
    found = find_quotes(document_of("“It is safe,” the caller said."), ())
    assert found[0].actor is None
    assert found[0].attribution == "named"


def test_the_same_article_gives_the_same_quotations():
    text = "Mary Holt said the bridge was safe. “It is,” she said. Critics argue that it is old."
    assert quotes_of(text) == quotes_of(text)


def test_a_surname_that_two_persons_share_is_less_sure():
    alone = "Mary Holt came to the bridge on Monday.\n\n“It is safe,” Holt said.\n"
    both = "Mary Holt and John Holt came to the bridge on Monday.\n\n“It is safe,” Holt said.\n"
    (one,), (other,) = marked(alone), marked(both)
    assert other.confidence < one.confidence


def test_who_was_he_is_not_she_a_sentence_later():
    text = "President Ames met Chancellor Holt on Monday. He said it was safe. She said it was not."
    he, she = reported(text)
    assert (he.actor, she.actor) == ("Ames", "Holt")


@pytest.mark.parametrize("end", ["“We hope that it will open,” the", "“We hope that it will open in"])
def test_a_text_that_breaks_off_tells_that_the_speaker_is_missing(end):
    (quote,) = marked(f"The council met on Monday.\n\n{end}")
    assert quote.attribution == "cut_off"


def test_a_pronoun_after_somebody_unnamed_is_not_who_was_named_before():
    text = "Mary Holt met John Ames.\n\nOne worker was less sure. “I have heard that before,” he said.\n"
    (quote,) = marked(text)
    assert (quote.actor, quote.attribution) == (None, "anonymous")


def test_who_is_accused_by_an_unknown_name_is_no_guess_for_who_speaks_next():
    (quote,) = marked("Marsh accused Reed of lying. “He lied to all of us,” she said.")
    assert quote.actor is None

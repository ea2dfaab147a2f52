"""On whose word an article leans."""

from tests.compare.conftest import Tell
from tui.compare.sourcing import sourced_sentences, sourcing


def test_sentences_are_counted_by_their_source(tell: Tell) -> None:
    (account,) = tell(
        "“The harvest is lost,” said Carla Bruni. Officials said that grain would be imported. The mills have "
        "reportedly closed. It rained for nine days."
    )
    found = sourcing(account)
    assert (found.named, found.anonymous, found.hedged, found.none) == (1, 1, 1, 1)
    assert found.sentences == 4


def test_the_words_that_tell_the_source_are_in_the_text(tell: Tell) -> None:
    (account,) = tell("The mills have reportedly closed, and Carla Bruni said that she would buy them.")
    (sentence,) = sourced_sentences(account)
    assert sentence.kind == "named"
    assert sentence.words
    assert account.article.text[sentence.words.start : sentence.words.end] == "Carla Bruni"


def test_an_empty_article_has_no_sentences(tell: Tell) -> None:
    (account,) = tell("")
    assert sourcing(account).sentences == 0


def test_a_german_hedge_counts_as_one(tell: Tell) -> None:
    (account,) = tell(
        "Die Mühlen sind dem Vernehmen nach geschlossen, und das Korn ist nicht da. Es regnete neun Tage, und die "
        "Brücke ist nicht zu sehen."
    )
    assert (sourcing(account).hedged, sourcing(account).none) == (1, 1)

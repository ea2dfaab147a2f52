"""Each article is read by the rules of its language; one that has none gives no guesses."""

from tui.corpus.article import Article
from tui.corpus.languages import WITH_FINDINGS
from tui.corpus.making import make_article
from tui.findings import extraction
from tui.findings.extraction import extract


def article(text: str, language: str | None = None) -> Article:
    return make_article("a", text, path="a.txt", name="a", metadata={"title": "T", "language": language})


def test_the_languages_that_are_told_to_have_rules_are_those_that_have_them() -> None:
    assert frozenset(extraction._BY_LANGUAGE) == WITH_FINDINGS


def test_german_is_read_as_german_where_it_is_told_or_seen() -> None:
    text = "„Die Brücke ist nicht sicher“, sagte Landrätin Gesa Pohl am 3. März 2025 in Bremen. Das ist der Stand."
    for found in (extract(article(text)), extract(article(text, "de-CH"))):
        (quote,) = found.quotes
        assert (quote.actor, quote.words(text)) == ("Gesa Pohl", "Die Brücke ist nicht sicher")
        assert [date.value for date in found.dates] == ["2025-03-03"]
        assert found.events == ()


def test_a_language_without_rules_gives_words_in_marks_and_nobody_who_spoke_them() -> None:
    text = (
        "Le maire a dit que le pont est dans un état grave et que la ville n'est pas prête.\n\n"
        "« Nous ne pouvons pas attendre une année de plus », a déclaré le maire. Le « pont » est fermé.\n"
    )
    found = extract(article(text))
    (quote,) = found.quotes
    assert quote.words(text) == "Nous ne pouvons pas attendre une année de plus"
    assert (quote.speaker, quote.actor, quote.attribution, quote.rule) == (
        None,
        None,
        "unknown",
        "marks alone",
    )
    assert found.actors == found.dates == found.events == ()


def test_an_english_text_too_short_to_tell_is_read_as_english() -> None:
    (quote,) = extract(article("“Stay home tonight,” Mary Holt said.")).quotes
    assert quote.actor == "Mary Holt"

"""Who says what in the four articles that come with the program."""

import pytest

from tests.findings.quotes.reading import speaker
from tui.corpus.article import Article
from tui.corpus.loading import read
from tui.corpus.sources import discover
from tui.findings.extraction import extract
from tui.findings.quotes.quote import DOUBTFUL, Quote
from tui.paths import bundled

Read = dict[str, tuple[Article, tuple[Quote, ...]]]


@pytest.fixture(scope="module")
def found() -> Read:
    articles = [one for source in discover([bundled("seeds")]).sources for one in read(source)]
    return {one.id[:3]: (one, extract(one).quotes) for one in articles if isinstance(one, Article)}


def told(found: Read, number: str) -> list[tuple[str, str | None, str | None]]:
    """The quoted words of an article, shortened, with the words for their speaker and who that is."""
    article, quotes = found[number]
    return [
        (quote.words(article.text)[:24], speaker(quote), quote.actor)
        for quote in quotes
        if quote.kind != "indirect"
    ]


def test_the_speaker_of_words_that_break_off_stays_open(found: Read) -> None:
    assert told(found, "000") == [("[Russians'] expectations", None, None)]
    (quote,) = [quote for quote in found["000"][1] if quote.kind == "direct"]
    assert quote.attribution == "cut_off"


def test_a_fragment_inside_a_condition_is_whose_sentence_it_is(found: Read) -> None:
    assert told(found, "001") == [
        ("visible shifts for the b", "He", "Sergei Ryabkov"),
        ("dictator.", "Trump", "Donald Trump"),
    ]
    (shifts, _) = [quote for quote in found["001"][1] if quote.kind == "fragment"]
    assert shifts.resolved == "pronoun"


def test_an_article_of_reports_alone_has_no_quoted_words(found: Read) -> None:
    assert told(found, "002") == []


def test_a_quotation_in_halves_is_one_and_a_surname_is_the_person(found: Read) -> None:
    assert told(found, "003") == [
        ("Diplomacy provides an ou", "political analyst Dr. Emily Hall", "Emily Hall"),
        ("It’s not about agreeing ", "Dr. Michael Green", "Michael Green"),
        ("Each side uses these tal", "geopolitical strategist Dr. Henry Ashford", "Henry Ashford"),
        ("Even in the most tense p", "Dr. Green", "Michael Green"),
    ]
    assert len([quote for quote in found["003"][1] if quote.kind == "direct" and len(quote.spans) == 2]) == 1


def test_only_what_somebody_says_is_not_doubtful(found: Read) -> None:
    sure = {
        number: [
            (quote.cue.text, speaker(quote))
            for quote in quotes
            if quote.kind == "indirect" and quote.confidence >= DOUBTFUL and quote.cue
        ]
        for number, (_, quotes) in found.items()
    }
    assert sure["000"] == [("called on", "Moscow"), ("refused", "Washington")]
    assert sure["002"] == [
        ("said", "Ukrainian President Volodymyr Zelenskyy"),
        ("say", "Officials in Moscow"),
        ("stressed", "Deputy Foreign Minister Sergei Ryabkov"),
        ("confirms", "The Kremlin"),
        ("according to", "Kremlin spokesperson Dmitry Peskov"),
        ("say", "analysts"),
        ("report", "People with knowledge of the matter"),
        ("insist", "Officials of the European Union"),
    ]
    nobody = {"Few", "One", "each", "nobody", "It", "it", "Neither camp", "the steps", "neither"}
    assert nobody.isdisjoint(name for told in sure.values() for _, name in told)

"""A reader asks where the other paper tells the same, in its own words."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.conftest import Account, Tell, telling
from tui.compare.alignment import MOST, counterparts
from tui.compare.weights import Weights, weigh

HARBOUR = """\
Dockers at the port of Gdansk walked out on Monday after talks over night shifts broke down, their union said.

The port's director, Anna Nowak, said that container ships would be sent to Hamburg until the strike is over.

Farmers meanwhile fear for grain that is waiting in 200 wagons outside the city.

The town's theatre opens its season this week with a comedy about a lighthouse keeper."""
QUAY = """\
Ships with containers are being diverted to Hamburg for as long as the stoppage lasts, according to director Anna Nowak.

In Gdansk, port workers laid down tools when negotiations about working at night failed.

Some 200 wagons of grain cannot be unloaded, and farmers worry that the harvest will spoil.

A poll shows that most voters in the region have never seen a whale."""


def test_each_passage_finds_the_one_that_tells_the_same_in_other_words(tell: Tell) -> None:
    here, there = tell(HARBOUR, QUAY)
    found = counterparts(here, there, weigh([here, there]))
    assert "laid down tools" in telling(found, "walked out").matches[0].text
    assert "diverted" in telling(found, "Anna Nowak").matches[0].text
    assert "cannot be unloaded" in telling(found, "Farmers").matches[0].text


def test_what_one_paper_alone_tells_has_no_counterpart(tell: Tell) -> None:
    here, there = tell(HARBOUR, QUAY)
    weights = weigh([here, there])
    assert telling(counterparts(here, there, weights), "lighthouse").only_here
    assert telling(counterparts(there, here, weights), "whale").only_here


def test_a_match_says_in_words_what_both_share(tell: Tell) -> None:
    here, there = tell(HARBOUR, QUAY)
    found = counterparts(here, there, weigh([here, there]))
    best = telling(found, "Anna Nowak").matches[0]
    assert best.mutual
    assert any(reason.startswith("actors:") and "Anna Nowak" in reason for reason in best.reasons)
    assert any("200 wagon" in reason for reason in telling(found, "Farmers").matches[0].reasons)


def test_a_span_from_an_unknown_day_on_is_told_in_the_texts_words(tell: Tell) -> None:
    here, there = tell(
        "Dockers and the port of Gdansk will speak again within two weeks, Anna Nowak said.",
        "Anna Nowak of the port said the dockers would be met again in the next two weeks.",
    )
    (passage,) = counterparts(here, there, weigh([here, there]))
    assert "dates: within two weeks" in passage.matches[0].reasons


def test_matches_are_the_exact_words_of_the_other_article_best_first(tell: Tell) -> None:
    here, there = tell(HARBOUR, QUAY)
    for counterpart in counterparts(here, there, weigh([here, there])):
        assert counterpart.text == here.article.text[counterpart.start : counterpart.end]
        scores = [match.score for match in counterpart.matches]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= MOST
        assert all(0 < score <= 1 for score in scores)
        for match in counterpart.matches:
            assert match.text == there.article.text[match.start : match.end]


def test_another_attack_of_the_same_kind_is_no_counterpart(tell: Tell) -> None:
    kabul = "A suicide attack killed 19 people in Kabul on Monday, police said, when a bomber struck a school there."
    lahore = "A suicide attack killed 31 people in Lahore in May, police said, when a bomber struck a market there."
    fillers = [
        f"The {word} of the valley had a quiet week, and nobody spoke of anything but the {word} and its price.\n\n"
        for word in (
            "wool",
            "barley",
            "bridge",
            "choir",
            "ferry",
            "mill",
            "orchard",
            "quarry",
            "school",
            "tannery",
        )
    ]
    here, there, rest = tell(kabul, lahore, "".join(fillers))
    assert telling(counterparts(here, there, weigh([here, there, rest])), "Kabul").only_here


def test_articles_in_two_languages_say_so_and_share_but_names_and_numbers(tell: Tell) -> None:
    german = (
        "Der Direktor des Hafens, Anna Nowak, sagte, dass die Schiffe nach Hamburg fahren, bis der Streik der Arbeiter "
        "in der Stadt vorbei ist und die Container wieder von den Kranen auf die Wagen gehoben werden."
    )
    here, there = tell(HARBOUR, german)
    found = counterparts(here, there, weigh([here, there]))
    assert "en, de" in found[0].note
    assert telling(found, "lighthouse").only_here


def test_one_article_beside_itself_and_beside_nothing(tell: Tell) -> None:
    here, empty = tell(HARBOUR, "")
    weights = weigh([here])
    assert all(
        counterpart.matches[0].start == counterpart.start for counterpart in counterparts(here, here, weights)
    )
    assert all(counterpart.only_here for counterpart in counterparts(here, empty, weights))
    assert counterparts(empty, here, weights) == []


def test_a_huge_article_beside_one_of_two_sentences(tell: Tell) -> None:
    paragraphs = (
        f"Paragraph {number} tells of ferry {number % 977} and of what its {number % 13} passengers saw that day.\n\n"
        for number in range(1_200)
    )
    huge, short = tell(
        "".join(paragraphs), "Ferry 976 sank. Its 11 passengers saw the shore that day and swam to it."
    )
    started = time.process_time()
    (found,) = counterparts(short, huge, weigh([short, huge]))
    assert found.article == "b"
    assert time.process_time() - started < 20


def test_a_thousand_identical_articles_are_as_quick_as_one(tell: Tell) -> None:
    here, there = tell(HARBOUR, QUAY)
    copies = [Account(here.article, here.findings)] * 999
    weights = weigh([*copies, there])
    assert weights.passages == 8
    assert telling(counterparts(here, there, weights), "walked out").matches


@settings(max_examples=25)
@given(st.lists(st.text(max_size=200), min_size=2, max_size=2))
def test_any_two_texts_can_be_compared(tell: Tell, texts: list[str]) -> None:
    here, there = tell(*texts)
    for counterpart in counterparts(here, there, weigh([here, there])):
        assert counterpart.text == here.article.text[counterpart.start : counterpart.end]


def test_a_pair_of_long_articles_takes_less_time_than_a_glance(seeds: list[Account]) -> None:
    weights = weigh(seeds)
    counterparts(seeds[0], seeds[1], weights)
    spent = min(_spent(seeds, weights) for _ in range(3))
    counted = time.process_time()
    for number in range(1_000_000):
        number * number
    unit = time.process_time() - counted  # about 40 ms where nothing else runs
    assert spent < 2 * unit


def _spent(seeds: list[Account], weights: Weights) -> float:
    weights.profiles.clear()
    started = time.process_time()
    counterparts(seeds[1], seeds[3], weights)
    return time.process_time() - started


def test_the_seeds_meeting_and_their_second_round_find_each_other(seeds: list[Account]) -> None:
    weights = weigh(seeds)
    forth, back = counterparts(seeds[1], seeds[2], weights), counterparts(seeds[2], seeds[1], weights)
    assert "Preparations for a potential meeting" in telling(forth, "face-to-face meeting").matches[0].text
    assert "face-to-face meeting" in telling(back, "Preparations for a potential meeting").matches[0].text
    forth, back = counterparts(seeds[0], seeds[1], weights), counterparts(seeds[1], seeds[0], weights)
    assert (
        "set to meet for a second round" in telling(forth, "Further discussions are planned").matches[0].text
    )
    assert (
        "Further discussions are planned" in telling(back, "set to meet for a second round").matches[0].text
    )


def test_who_names_other_people_can_tell_the_same(tell: Tell) -> None:
    here, there = tell(
        "Dockers at the port walked out over night shifts, Anna Nowak said.\n\nThe theatre opens its season.",
        "Port workers stopped work because of the night shifts, the union Solidarnosc said.\n\nIt rained a lot.",
    )
    (match,) = telling(counterparts(here, there, weigh([here, there])), "Dockers").matches
    assert "Solidarnosc" in match.text


def test_what_another_paper_tells_in_two_passages_is_found_in_both(tell: Tell) -> None:
    here, there = tell(
        "Dockers at the port of Gdansk walked out over night shifts, and ships with grain sail to Hamburg."
        "\n\nThe theatre opens its season with a comedy.",
        "Port workers in Gdansk walked out because of the night shifts.\n\nShips with grain now sail to Hamburg."
        "\n\nA poll shows that most voters have never seen a whale.",
    )
    matches = telling(counterparts(here, there, weigh([here, there])), "Dockers").matches
    assert {match.text.split()[0] for match in matches} == {"Port", "Ships"}


def test_a_number_that_one_paper_rounds_speaks_for_a_counterpart(tell: Tell) -> None:
    here, there = tell(
        "Over 200 people were injured in the crash, the hospital said.\n\nThe theatre opens its season with a comedy.",
        "Doctors counted 215 injured people after the crash.\n\nA poll shows that most voters have never seen a whale.",
    )
    (match,) = telling(counterparts(here, there, weigh([here, there])), "Over 200").matches
    assert "numbers: 200 and 215 injured" in match.reasons


def test_small_words_of_a_german_article_say_nothing(tell: Tell) -> None:
    here, there = tell(
        "Die Hafenarbeiter haben am Montag die Arbeit niedergelegt, weil sie nicht mehr in der Nacht arbeiten wollen."
        "\n\nDas Theater eröffnet die Spielzeit mit einer Komödie.",
        "Im Hafen ruht die Arbeit, seit die Hafenarbeiter sie am Montag niedergelegt haben."
        "\n\nDie Bäcker haben sich über den Preis für das Mehl nicht einigen können.",
    )
    found = counterparts(here, there, weigh([here, there]))
    (match,) = telling(found, "Hafenarbeiter").matches
    assert "words: arbeit, hafenarbeiter, montag, niedergelegt" in match.reasons
    assert telling(found, "Theater").only_here


def test_a_match_tells_which_words_say_the_same(tell: Tell) -> None:
    here, there = tell(
        "The truce in the valley was a relief, residents said.\n\nThe theatre opens its season with a comedy.",
        "Residents of the valley slept well after the ceasefire.\n\nA poll shows that voters like whales.",
    )
    (match,) = telling(counterparts(here, there, weigh([here, there])), "truce").matches
    assert "words: residents, valley" in match.reasons
    assert "in other words: truce/ceasefire" in match.reasons

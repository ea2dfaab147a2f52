"""A reader asks what happened: who met whom, where, when, on what level, and whether it took place at all."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.findings.events.conftest import Write
from tui.corpus.article import Article
from tui.findings.actors.finding import find_actors
from tui.findings.document import Document, analyse
from tui.findings.events.dates import find_dates
from tui.findings.events.event import ArticleEvent
from tui.findings.events.finding import find_events


def events(document: Document) -> tuple[ArticleEvent, ...]:
    return find_events(document, find_actors(document), find_dates(document))


def only(document: Document) -> ArticleEvent:
    (event,) = events(document)
    return event


def test_two_presidents_met_in_a_town_on_a_day(write: Write) -> None:
    event = only(
        write(
            "French President Emmanuel Macron met Chinese President Xi Jinping in Geneva on 3 May 2031, an aide said."
        )
    )
    assert event.kind == "meeting"
    assert set(event.participants) == {"Emmanuel Macron", "Xi Jinping"}
    assert (event.place, event.date, event.level, event.status) == (
        "Geneva",
        "2031-05-03",
        "heads of state",
        "held",
    )


def test_the_states_of_a_compound_take_part_in_its_talks(write: Write) -> None:
    event = only(
        write(
            "The India-Pakistan talks in Oslo ended without a result, diplomats in the town told reporters."
        )
    )
    assert set(event.participants) == {"India", "Pakistan"}
    assert event.place == "Oslo"


def test_a_state_in_a_title_is_no_participant(write: Write) -> None:
    event = only(
        write(
            "German Chancellor Olaf Scholz will hold talks with Turkish President Recep Tayyip Erdogan in Berlin."
        )
    )
    assert set(event.participants) == {"Olaf Scholz", "Recep Tayyip Erdogan"}
    assert event.status == "planned"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Japan and Brazil held talks in Lima last month, their ministers said.", "held"),
        ("Japan and Brazil will hold talks in Lima next month, their ministers said.", "planned"),
        ("Talks between Japan and Brazil in Lima could take place next month.", "possible"),
        ("Japan denied a meeting with Brazil in Lima last month.", "denied"),
        ("The talks, which will take place in Lima, are to bring Japan and Brazil together.", "planned"),
    ],
)
def test_the_words_around_an_event_tell_how_it_stands(write: Write, sentence: str, status: str) -> None:
    assert [event.status for event in events(write(sentence))][:1] == [status]


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Foreign ministers of Japan and Brazil met in Lima.", "ministers"),
        ("Deputy ministers from Japan and Brazil met in Lima.", "deputies"),
        ("Diplomats from Japan and Brazil met in Lima.", "diplomats"),
        ("Leaders of Japan and Brazil met in Lima.", "heads of state"),
        ("Japan and Brazil held a summit in Lima.", "heads of state"),
        ("Japan and Brazil held talks in Lima.", None),
    ],
)
def test_the_level_is_that_of_those_who_meet(write: Write, sentence: str, level: str | None) -> None:
    assert only(write(sentence)).level == level


def test_what_the_text_does_not_date_stays_undated(write: Write) -> None:
    undated, headless = events(
        write("Japan and Brazil held talks in Lima. Peru will host a summit in Cusco next month.")
    )
    assert (undated.date, undated.date_text) == (None, None)
    assert (headless.date, headless.date_text) == (None, "next month")


def test_when_something_was_said_is_not_when_it_happens(write: Write) -> None:
    meeting = next(
        event
        for event in events(
            write("Japan announced on Monday that a meeting with Brazil could take place in June 2031.")
        )
        if event.kind == "meeting"
    )
    assert meeting.date == "2031-06"


def test_the_war_in_a_country_is_not_where_the_talks_are(write: Write) -> None:
    assert only(write("Japan and Brazil held talks over the war in Sudan.")).place is None


def test_further_talks_are_those_of_the_same_states(write: Write) -> None:
    text = "Japan and Brazil held initial talks in Lima. Further talks are planned in a third, undisclosed country."
    first, second = events(write(text))
    assert set(second.participants) == set(first.participants) == {"Japan", "Brazil"}
    assert (second.place, second.status) == ("third, undisclosed country", "planned")


def test_a_statement_of_record_has_who_and_when(write: Write) -> None:
    event = only(write("Canada announced on 4 June 2031 a new policy for its northern waters."))
    assert (event.kind, event.participants, event.date) == ("statement", ("Canada",), "2031-06-04")


def test_attacks_with_words_are_none(write: Write) -> None:
    assert events(write("Critics say his attacks on the press last week went too far.")) == ()
    assert only(write("A suicide attack killed nine people in Kabul on 4 June 2031.")).place == "Kabul"


def test_meetings_as_such_are_no_event(write: Write) -> None:
    assert (
        events(write("Diplomatic meetings between Japan and Brazil are useful, and nobody doubts it.")) == ()
    )


def test_a_sentence_that_never_ends_is_passed_over_in_no_time(write: Write) -> None:
    started = time.process_time()
    assert events(write("met with Japan and " * 3000)) == ()
    assert time.process_time() - started < 5


PIECES = st.sampled_from(
    [
        "Japan",
        "Brazil",
        "met",
        "talks",
        "in",
        "Lima",
        "between",
        "and",
        "on 3 May 2031",
        "the",
        "summit",
        ".",
        "-",
        "not",
        "\n\n",
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_every_event_is_told_by_words_of_the_text(write: Write, pieces: list[str]) -> None:
    document = write(" ".join(pieces))
    for event in events(document):
        assert 0 <= event.start < event.end <= len(document.article.text)
        assert event.date or event.place or event.participants


def test_the_events_of_the_seeds_that_have_a_date_or_a_place_are_found(evaluation: Path) -> None:
    gold = yaml.safe_load((evaluation / "seeds" / "gold.yaml").read_text("utf-8"))["events"]
    told = {}
    for path in sorted((evaluation / "seeds").glob("*.txt")):
        document = _seed(path)
        told[path.name] = [(event.start, event.end) for event in events(document)]
    wanted = [event for event in gold if event["date"] or event["place"]]
    found = [
        event["id"]
        for event in wanted
        if any(
            start < mention["end"] and mention["start"] < end
            for mention in event["mentions"]
            for start, end in told[mention["doc"]]
        )
    ]
    assert len(found) >= 0.8 * len(wanted), sorted({event["id"] for event in wanted} - set(found))


def _seed(path: Path) -> Document:
    from tui.corpus.blocks import find_blocks

    text = path.read_bytes().decode()
    return analyse(
        Article(
            path.stem, text, "", "headline", None, find_blocks(text, marked=False), path.name, "", date=None
        )
    )


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("He stands days before the vote in an election that nobody wants.", None),
        ("She must win voters over before the Ohio primary elections on Monday.", "planned"),
        ("The camps spend millions in Ohio as the 2031 elections approach.", "planned"),
        ("If the November election in Ohio does not go their way, they could lose the judge.", "planned"),
        ("She won the 2028 election in Ohio.", "held"),
        ("It will be the first debate since the bombing in Lima.", "held"),
        ("Police foiled a planned attack in Lima.", "planned"),
        ("Council members would need to approve it at the meeting in Lima on Monday.", "planned"),
        ("The offer was turned down at a meeting in Lima on Monday.", "held"),
        ("The lists came out days before a party meeting in Lima.", "planned"),
        ("He denounced the deal before a council meeting in Lima.", "held"),
    ],
)
def test_votes_attacks_and_what_is_said_at_a_meeting_stand_as_their_own_words_tell(
    write: Write, sentence: str, status: str | None
) -> None:
    found = [event.status for event in events(write(sentence))]
    assert found == ([] if status is None else [status])


def test_what_lies_behind_the_date_of_the_article_was_held_and_what_lies_ahead_is_planned(
    write: Write,
) -> None:
    text = (
        "Talks of Japan and Brazil in Lima on 3 May 2031. Talks of Japan and Brazil in Oslo on 9 June 2031."
    )
    assert [event.status for event in events(write(text, "2031-05-20"))] == ["held", "planned"]


@pytest.mark.parametrize(
    "sentence",
    [
        "He lives with a woman he met on a trip to Lima.",
        "If Ana Ruiz had met Paul Reyes in Lima in 2019, all would be different.",
        "In Ohio, election officials said on Monday that all was well.",
        "Since 1972, three elections have had no winner.",
    ],
)
def test_what_only_looks_like_an_event_is_none(write: Write, sentence: str) -> None:
    assert events(write(sentence)) == ()


def test_the_date_of_an_interview_is_not_that_of_what_is_told_in_it(write: Write) -> None:
    text = "In an interview last week, Ana Ruiz described the leaders' meeting with Paul Reyes in Lima."
    assert [(event.place, event.date_text) for event in events(write(text))] == [("Lima", None)]


def test_a_shooting_is_dated_by_the_words_right_after_it(write: Write) -> None:
    found = events(write("He died in a shooting on Dec. 2 in Lima."))
    assert [(event.place, event.date_text) for event in found] == [("Lima", "Dec. 2")]


def test_who_joined_what_and_when_is_an_event(write: Write) -> None:
    text = "Moscow wants NATO to leave countries that joined the alliance after 1999. He joined the army in 1988."
    assert [(event.title, event.date, event.date_text) for event in events(write(text))] == [
        ("countries joined NATO", "1999", "after 1999")
    ]
    left = events(write("Norway left the European Union in 2031."))
    assert [(event.participants, event.date) for event in left] == [(("Norway", "European Union"), "2031")]


def test_a_name_that_somebody_is_given_on_a_day_is_a_statement(write: Write) -> None:
    text = "On Tuesday, Ana Ruiz called Paul Reyes a “coward.” Ana Ruiz called Paul Reyes a “fool.”"
    found = events(write(text))
    assert [(event.title, event.participants, event.date_text) for event in found] == [
        ("Ana Ruiz on Paul Reyes: “coward”", ("Ana Ruiz", "Paul Reyes"), "Tuesday")
    ]


def test_a_draft_of_somebody_is_theirs(write: Write) -> None:
    found = events(write("It contrasts with a draft resolution from other G7 nations that condemns the war."))
    assert [(event.kind, event.participants) for event in found] == [("statement", ("G7",))]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("He made his pitch to LGBT voters and Ana Ruiz after the bombing in Lima.", ()),
        ("Ana Ruiz and Paul Reyes also have means, and may gain if the Lima attacks move voters.", ()),
        ("It said that Hamas carried out a bombing in Lima.", ("Hamas",)),
        ("A Hamas attack in Lima shook the town.", ("Hamas",)),
    ],
)
def test_of_an_attack_only_those_beside_it_take_part(
    write: Write, sentence: str, who: tuple[str, ...]
) -> None:
    event = only(write(sentence))
    assert (event.participants, event.status) == (who, "held")


def test_an_attack_that_something_came_before_has_been_and_skills_are_no_talks(write: Write) -> None:
    assert only(write("He spoke in an interview hours before the attack in Lima.")).status == "held"
    assert events(write("He boasted of his negotiating skills in Lima on 3 May 2031.")) == ()


def test_what_a_person_only_says_is_no_statement_of_record(write: Write) -> None:
    assert events(write("The strike is over, union boss Paul Reid confirmed last night.", "2031-05-06")) == ()
    assert (
        events(write("The plan is dead, Interior Minister Ana Ruiz confirmed on Monday.", "2031-05-06")) == ()
    )
    assert events(write("Farmer Ana Ruiz warned on Monday that seed was short.", "2031-05-06")) == ()
    assert (
        only(write("Prime Minister Ana Ruiz announced on Monday a truce.", "2031-05-06")).kind == "statement"
    )


def test_a_date_goes_with_what_an_attack_did_and_with_a_vote_on_something(write: Write) -> None:
    tuesday = "2031-05-06"
    attack = only(write("An attack on a depot near Kabul killed two early on Sunday, police said.", tuesday))
    assert (attack.place, attack.date) == ("Kabul", "2031-05-04")
    vote = only(write("The Security Council will vote on the draft resolution on Monday.", tuesday))
    assert (vote.kind, vote.date, vote.status) == ("vote", "2031-05-12", "planned")

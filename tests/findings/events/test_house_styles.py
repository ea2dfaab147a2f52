"""Events told without their usual words: a day to come without "will", by phone, with weapons, on a journey."""

import pytest

from tests.findings.events.conftest import Write
from tui.findings.actors.finding import find_actors
from tui.findings.document import Document
from tui.findings.events.dates import find_dates
from tui.findings.events.event import ArticleEvent
from tui.findings.events.finding import find_events

TUESDAY = "2031-05-06"


def only(document: Document) -> ArticleEvent:
    (event,) = find_events(document, find_actors(document), find_dates(document))
    return event


@pytest.mark.parametrize(
    ("text", "kind", "date", "status"),
    [
        ("Lawmakers vote on the budget on Thursday.", "vote", "2031-05-08", "planned"),
        ("Parliament votes on the bill on June 12.", "vote", "2031-06-12", "planned"),
        ("The Storting is set to vote on the package on 18 May 2031.", "vote", "2031-05-18", "planned"),
        ("Voters in Georgia went to the polls on 4 May 2031.", "vote", "2031-05-04", "held"),
        ("A referendum is set for 8 September 2031 in Moldova.", "vote", "2031-09-08", "planned"),
        ("Ministers from Chad gather in Oslo on Monday.", "meeting", "2031-05-12", "planned"),
        ("Ministers from Chad did not meet in Oslo on Monday.", "meeting", "2031-05-05", "denied"),
        ("Ana Ruiz spoke by phone with Paul Reyes on Friday.", "call", "2031-05-02", "held"),
        (
            "Aides denied that Ana Ruiz and Paul Reyes would meet in Bonn in June.",
            "meeting",
            "2031-06",
            "denied",
        ),
        ("On Sunday, Prime Minister Ana Ruiz hosted Paul Reyes in Lima.", "meeting", "2031-05-04", "held"),
    ],
)
def test_a_present_a_phrase_or_a_verb_tells_an_event(
    write: Write, text: str, kind: str, date: str, status: str
) -> None:
    event = only(write(text, TUESDAY))
    assert (event.kind, event.date, event.status) == (kind, date, status)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Missiles struck Kharkiv on Sunday, killing six.", "Kharkiv"),
        ("A car bomb exploded in Mogadishu on Sunday.", "Mogadishu"),
        ("Odesa was hit by drones on Sunday.", "Odesa"),
        ("Chad carried out airstrikes on Beirut on 4 May 2031.", "Beirut"),
    ],
)
def test_what_weapons_hit_is_where_an_attack_was(write: Write, text: str, place: str) -> None:
    event = only(write(text, TUESDAY))
    assert (event.kind, event.place, event.date) == ("attack", place, "2031-05-04")


def test_who_goes_somewhere_for_talks_takes_part_in_them_there(write: Write) -> None:
    event = only(
        write("Secretary of State Ana Ruiz arrived in Amman on Monday for talks with envoys.", TUESDAY)
    )
    assert (event.participants, event.place, event.level) == (("Ana Ruiz", "envoys"), "Amman", "ministers")


@pytest.mark.parametrize(
    "text",
    [
        "The council struck a deal in Oslo on Sunday.",
        "A hit song was heard in Oslo on Sunday.",
        "His attack on Wall Street pleased many on Sunday.",
        "Trucks headed to Cairo for repairs.",
        "The club hosted Saturday Night Live in Oslo on Sunday.",
        "Clouds gathered in Oslo on Sunday.",
    ],
)
def test_the_same_words_for_other_things_tell_none(write: Write, text: str) -> None:
    document = write(text, TUESDAY)
    assert find_events(document, find_actors(document), find_dates(document)) == ()


def test_who_is_received_by_an_office_meets_its_holder(write: Write) -> None:
    event = only(write("The premier flew out on Friday and was received by the president in Lima.", TUESDAY))
    assert (event.kind, event.place, event.date, event.level) == (
        "meeting",
        "Lima",
        "2031-05-02",
        "heads of state",
    )
    event = only(write("Prime Minister Ana Ruiz was welcomed by King Paul Reyes in Oslo.", TUESDAY))
    assert event.participants == ("Ana Ruiz", "Paul Reyes")


def test_what_is_received_by_an_office_is_no_meeting(write: Write) -> None:
    for text in (
        "The king's speech was welcomed by the president on Friday.",
        "It was received by her on Friday.",
    ):
        document = write(text, TUESDAY)
        assert find_events(document, find_actors(document), find_dates(document)) == ()


def test_a_vote_of_confidence_has_the_date_beside_it_alone(write: Write) -> None:
    event = only(write("The minister resigned after a no-confidence vote on Friday.", TUESDAY))
    assert (event.kind, event.date, event.status) == ("vote", "2031-05-02", "held")
    document = write("The minister resigned on Friday after a no-confidence vote.", TUESDAY)
    assert find_events(document, find_actors(document), find_dates(document)) == ()


def test_what_was_confirmed_on_a_day_was_so_before_the_article(write: Write) -> None:
    (date,) = find_dates(write("The plan is dead, Ana Ruiz confirmed on Monday.", TUESDAY))
    assert date.value == "2031-05-05"

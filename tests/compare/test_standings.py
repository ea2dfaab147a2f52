"""How things stand in two accounts: arrested and at large, closed and open, there and not; done and not done."""

import pytest

from tests.compare.conftest import Tell
from tui.compare.difference import Difference
from tui.compare.differences import differences
from tui.compare.weights import weigh

HEAD = "The news of the day\n\nThe harbour of Varna burnt for two days. Ivo Petrov, the mayor, came.\n\n"
REST = "\n\nOld women mended nets near the wall of the harbour in Varna."


def found(tell: Tell, *texts: str, dates: tuple[str, ...] = ()) -> list[Difference]:
    accounts = tell(*(HEAD + text + REST for text in texts), dates=dates)
    return [difference for difference in differences(accounts, weigh(accounts)) if not difference.doubtful]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (
            "The harbour master, Todor Kolev, was arrested at his home, police said.",
            "Police are still hunting for Todor Kolev, who ran the harbour.",
            ("was arrested", "are still hunting for"),
        ),
        (
            "The refinery has been closed, the owners said, and its gates were locked.",
            "The refinery remains open, said the owners, who have no plan to lock its gates.",
            ("has been closed", "remains open"),
        ),
        (
            "The dockers' union accepted the compensation on the quay.",
            "The dockers' union turned the compensation down on the quay.",
            ("accepted", "turned the compensation down"),
        ),
        (
            "Divers called off the search for the crew of the tanker at noon.",
            "Divers were continuing the search for the crew of the tanker.",
            ("called off", "were continuing"),
        ),
        (
            "The minister, Ana Dimova, has stepped down over the fire.",
            "Ana Dimova rejected calls to resign over the fire. The minister has friends.",
            ("has stepped down", "rejected calls to resign"),
        ),
        (
            "Todor Kolev would appeal against the verdict, his lawyer said.",
            "Todor Kolev will not appeal, his lawyer told the court.",
            ("would appeal", "will not appeal"),
        ),
        (
            "The harbour master, Todor Kolev, keeps his post until May, the owners said.",
            "Todor Kolev is on his way out, dockers said of the harbour master.",
            ("keeps his post", "is on his way out"),
        ),
        (
            "The port board has approved the dredging of the east basin.",
            "The dredging of the east basin must still be approved by the port board.",
            ("has approved", "must still be approved"),
        ),
        (
            "The tender of the builder Ivan Rusev was turned down by the port.",
            "The builder Ivan Rusev pulled out of the tender of the port.",
            ("was turned down", "pulled out"),
        ),
    ],
)
def test_what_stands_one_way_here_and_another_there(
    tell: Tell, one: str, other: str, sides: tuple[str, str]
) -> None:
    told = [tuple(side.text for side in difference.sides) for difference in found(tell, one, other)]
    assert told == [sides]


def test_who_was_there_in_one_account_and_not_in_another(tell: Tell) -> None:
    told = found(
        tell,
        "Ana Dimova took part in the negotiations with the dockers.",
        "Ana Dimova was not invited to the negotiations with the dockers.",
    )
    assert [(difference.kind, [side.value for side in difference.sides]) for difference in told] == [
        ("participants", ["took part", "left out"])
    ]


def test_a_place_of_one_thing(tell: Tell) -> None:
    told = found(
        tell,
        "Ana Dimova will receive an award for courage at a gala in Sofia, her office announced.",
        "Ana Dimova will receive an award for courage at a gala in Vienna, her office announced.",
    )
    assert [(difference.kind, [side.value for side in difference.sides]) for difference in told] == [
        ("place", ["Sofia", "Vienna"])
    ]


def test_seasons_of_one_opening(tell: Tell) -> None:
    told = found(
        tell,
        "The library is to open in spring 2025, the council said.",
        "The library will open in the autumn of 2025, Ana Dimova announced on the stairs.",
    )
    assert [[side.text for side in difference.sides] for difference in told] == [
        ["spring 2025", "autumn of 2025"]
    ]


def test_the_tolls_that_open_two_reports(tell: Tell) -> None:
    told = found(
        tell,
        "Nineteen people died, according to a list at the town hall.",
        "A wall of flame took the sheds. Doctors counted 31 dead.",
    )
    assert [[side.text for side in difference.sides] for difference in told] == [["Nineteen", "31"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The refinery was closed on Monday, the owners said.",
            "The refinery reopened on Tuesday, the owners said.",
            id="days that say that both are right",
        ),
        pytest.param(
            "Todor Kolev was arrested at his home, police said.",
            "Stefan Ganev is still at large, police said.",
            id="two people",
        ),
        pytest.param(
            "The refinery should be closed, residents said.",
            "The refinery remains open, residents said.",
            id="what is asked for",
        ),
        pytest.param(
            "The refinery was closed and then reopened, the owners said.",
            "The refinery reopened, the owners said.",
            id="both in one account",
        ),
        pytest.param(
            "The refinery was closed, the owners said.",
            "The bakery remains open, its owners said.",
            id="two things",
        ),
        pytest.param(
            "Todor Kolev will appeal, his lawyer said.",
            "Todor Kolev may appeal, his lawyer said.",
            id="what is possible",
        ),
        pytest.param(
            "Ana Dimova spoke of courage at a gala in Sofia.",
            "Ana Dimova bought a horse at a fair in Plovdiv.",
            id="two things in two places",
        ),
    ],
)
def test_what_does_not_differ(tell: Tell, one: str, other: str) -> None:
    assert found(tell, one, other) == []


def test_what_became_of_it_in_a_later_paper_is_not_sure_to_differ(tell: Tell) -> None:
    here = "Police are hunting for Todor Kolev, who ran the harbour."
    there = "The harbour master, Todor Kolev, was arrested at his home, police said."
    assert found(tell, here, there, dates=("2024-03-04", "2024-03-06")) == []
    assert len(found(tell, here, there, dates=("2024-03-06", "2024-03-04"))) == 1


def test_what_two_papers_call_it_all_through(tell: Tell) -> None:
    told = found(
        tell,
        "The coup took Ana Dimova by surprise. Soldiers held the harbour in Varna.",
        "The transition took Ana Dimova by surprise. Soldiers held the harbour in Varna.",
    )
    assert [[side.value for side in difference.sides] for difference in told] == [["coup", "transition"]]

"""A reader must not be led from one disaster to another: what is told in like words is not always the same."""

import pytest

from tests.compare.conftest import Account, Tell
from tui.compare.alignment import counterparts
from tui.compare.counterpart import Counterpart
from tui.compare.weights import weigh

BEFORE = "The news of the day\n\n"
AFTER = (
    "\n\nThe harbour of the town was quiet, and fishermen mended nets while children played near the wall."
    "\n\nA museum will open next spring with an exhibition about clocks and their makers."
)
ELSEWHERE = (
    "\n\nThe orchestra has a new conductor, and the season begins with a symphony by a forgotten composer."
)

QUAKE = "A magnitude 6.1 earthquake struck near Elazig in Turkey on Friday, killing 22 people and toppling houses."
BOMB = "A suicide bomber struck a mosque in Peshawar during prayers, killing 59 people, police said."
FERRY = (
    "A ferry carrying 120 passengers sank off Mombasa on Monday; divers searched for survivors until dark."
)
COURT = (
    "The court in Lyon sentenced former minister Paul Mercier to four years in prison for fraud on Thursday."
)
TALKS = "Talks between Ethiopia and the rebels will begin in Pretoria in October, the African Union said."
PLANE = "The plane, a Boeing 737 with 176 people aboard, crashed minutes after take-off from Tehran."


def asked(accounts: list[Account], words: str) -> Counterpart:
    found = counterparts(accounts[0], accounts[1], weigh(accounts))
    return next(one for one in found if one.text == words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QUAKE, QUAKE.replace("Elazig in Turkey", "Padang in Indonesia").replace("22", "190")),
        (BOMB, BOMB.replace("Peshawar", "Kunduz").replace("59", "46")),
        (
            FERRY,
            "A ferry carrying 80 passengers capsized on Lake Victoria in March; divers searched for two days.",
        ),
        (
            COURT,
            "The court in Naples sentenced former mayor Carla Rossi to six years in prison for fraud in May.",
        ),
        (TALKS, "Talks between Sudan and the rebels will begin in Jeddah in May, the African Union said."),
        (
            PLANE,
            "The plane, an Airbus A320 with 150 people aboard, crashed into a mountain in the French Alps.",
        ),
        (
            "Prime Minister Boris Johnson met President Vladimir Zelensky in Kyiv on Saturday to discuss arms.",
            "Prime Minister Mark Rutte met President Maia Sandu in Chisinau on Monday to discuss energy.",
        ),
        (
            "Voters in Peru went to the polls on Sunday to choose a president; Ana Torres led in the surveys.",
            "Voters in Chile went to the polls on Sunday to choose a president; Luis Rojas led in the surveys.",
        ),
    ],
)
def test_another_event_of_the_same_kind_is_told_only_there(tell: Tell, one: str, other: str) -> None:
    assert asked(tell(BEFORE + one + AFTER, BEFORE + other + ELSEWHERE), one).only_here


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BOMB, "At least 59 died when an attacker blew himself up among worshippers at a Peshawar mosque."),
        (
            FERRY,
            "More than a hundred were on the boat that went down near the port of Mombasa; divers look for them.",
        ),
        (COURT, "Paul Mercier, once a minister, must go to jail for four years, judges in Lyon ruled."),
        (
            TALKS,
            "South Africa will host negotiations in Pretoria between Ethiopia and Tigrayan fighters in October.",
        ),
        (
            PLANE,
            "All 176 on board died when the airliner came down shortly after leaving the airport of Tehran.",
        ),
    ],
)
def test_the_same_event_in_other_words_is_found(tell: Tell, one: str, other: str) -> None:
    passage = asked(tell(BEFORE + one + AFTER, BEFORE + other + ELSEWHERE), one)
    assert [match.text for match in passage.matches] == [other]
    assert passage.matches[0].mutual

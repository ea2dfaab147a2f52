"""A reader wants few false alarms: what does not count the same, or is not of one event, does not differ."""

import pytest

from tests.compare.conftest import Tell
from tui.compare.difference import Difference
from tui.compare.differences import differences
from tui.compare.weights import weigh

BEFORE = "The news of the day\n\n"
AFTER = "\n\nA museum will open next spring with an exhibition about clocks and their makers."


def found(tell: Tell, one: str, other: str) -> list[Difference]:
    accounts = tell(BEFORE + one + AFTER, BEFORE + other)
    return differences(accounts, weigh(accounts))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "number",
            "Gunmen stormed a church in Owo, Nigeria, on Sunday and killed 40 people, hospital officials said.",
            "At least 50 worshippers were killed when gunmen attacked a church in Owo, Nigeria, on Sunday.",
        ),
        (
            "number",
            "The Senate voted 52-48 on Thursday to confirm Judge Alice Marsh to the Supreme Court.",
            "The Senate confirmed Judge Alice Marsh to the Supreme Court on Thursday by a vote of 51 to 48.",
        ),
        (
            "number",
            "Parliament approved the $3.5 billion aid package for Kenya on Tuesday after a long debate.",
            "Kenya will get an aid package of $4.2 billion after parliament approved it on Tuesday.",
        ),
        (
            "date",
            "President Emmanuel Macron will meet Chancellor Olaf Scholz in Berlin on 12 March to discuss the budget.",
            "President Emmanuel Macron is due to meet Chancellor Olaf Scholz in Berlin on 14 March for talks.",
        ),
        (
            "date",
            "Kim Jong Un and Moon Jae-in met in Panmunjom on Friday for their first summit.",
            "Kim Jong Un and Moon Jae-in met in Panmunjom on Thursday for their first summit.",
        ),
        (
            "place",
            "Mevlut Cavusoglu and Dmytro Kuleba met in Antalya on Thursday for talks on a ceasefire.",
            "Mevlut Cavusoglu and Dmytro Kuleba met in Istanbul on Thursday to discuss a ceasefire.",
        ),
        (
            "role",
            "Presidential candidate Ana Torres called for calm after the attack in Quito on Wednesday.",
            "President Ana Torres called for calm after the attack in Quito on Wednesday.",
        ),
        (
            "participants",
            "Talks in Doha between the United States and the Taliban excluded the Afghan government.",
            "Talks in Doha between the United States and the Taliban did not include women or the Afghan government.",
        ),
        (
            "label",
            "Many died in the riots in Kazakhstan. The riots in Kazakhstan began over fuel prices in Almaty.",
            "Many died in the protests in Kazakhstan. The protests in Kazakhstan began over fuel prices in Almaty.",
        ),
    ],
)
def test_what_two_papers_tell_differently_is_found(tell: Tell, kind: str, one: str, other: str) -> None:
    sure = [difference for difference in found(tell, one, other) if not difference.doubtful]
    assert [difference.kind for difference in sure] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Gunmen killed 40 people in a church in Owo on Sunday.",
            "Gunmen killed 12 people at a market in Zamfara on Sunday.",
            id="another place",
        ),
        pytest.param(
            "Rescuers pulled 12 survivors from the rubble in Izmir on Saturday.",
            "Rescuers pulled three survivors from the rubble in Izmir on Sunday.",
            id="another day",
        ),
        pytest.param(
            "Two soldiers were killed in an ambush near Gao in Mali on Monday.",
            "Three more soldiers were killed near Gao in Mali, days after an ambush.",
            id="on top of others",
        ),
        pytest.param(
            "The company earned $12 million in the third quarter, chief executive Paul Reed said in Boston.",
            "The company earned $31 million in the year, chief executive Paul Reed said in Boston.",
            id="another period",
        ),
        pytest.param(
            "Turnout was 61 percent in the first round in Peru, the election office said.",
            "Turnout was 74 percent in the second round in Peru, the election office said.",
            id="another round",
        ),
        pytest.param(
            "Inflation in Hungary rose to 25 percent in January, the statistics office said on Friday.",
            "Food prices in Hungary rose by 44 percent in January, the statistics office said on Friday.",
            id="a change and where it led",
        ),
        pytest.param(
            "In New Hampshire, Mr. Cole has 10 percent of the vote, behind Ms. Hart and Mr. Dunn.",
            "In Iowa, Mr. Cole took 7 percent of the vote, behind Ms. Hart and Mr. Dunn.",
            id="another vote",
        ),
        pytest.param(
            "The survey of 418 Democratic voters was taken by the Times; Clinton led by 19 points.",
            "The survey of 1,200 registered voters was taken by the Tribune; Clinton led by 10 points.",
            id="another poll",
        ),
        pytest.param(
            "Prime Minister Boris Johnson met President Vladimir Zelensky in Kyiv on Saturday.",
            "Prime Minister Boris Johnson met President Vladimir Zelensky in London on Monday.",
            id="another day and place",
        ),
        pytest.param(
            "President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on 12 March.",
            "President Emmanuel Macron and Chancellor Olaf Scholz will meet again in Paris on 2 May.",
            id="meeting again",
        ),
        pytest.param(
            "Former President Bill Clinton spoke in Chicago for his wife on Monday.",
            "President Clinton spoke in Chicago for his wife on Monday, calling the vote historic.",
            id="a title by courtesy",
        ),
    ],
)
def test_what_is_not_the_same_thing_does_not_surely_differ(tell: Tell, one: str, other: str) -> None:
    assert [difference for difference in found(tell, one, other) if not difference.doubtful] == []

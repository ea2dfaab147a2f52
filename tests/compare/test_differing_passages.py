"""What counterparts tell differently though no event of a known sort stands in them; numbers in other measures."""

import pytest

from tests.compare.conftest import Tell
from tui.compare.difference import Difference
from tui.compare.differences import differences
from tui.compare.weights import weigh

HEAD = "The news of the day\n\n"
REST = "\n\nThe harbour of the town was quiet, and old women mended nets near the wall."
ELSEWHERE = "\n\nThe orchestra has a new conductor, and the season opens with a forgotten symphony."


def found(tell: Tell, *texts: str, dates: tuple[str, ...] = ()) -> list[Difference]:
    accounts = tell(*texts, dates=dates)
    return differences(accounts, weigh(accounts))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "number",
            "Parliament in Quito voted 118-104 to bring down the government of Ana Torres.",
            "Deputies in Quito withdrew their confidence from Ana Torres: 122 against her, 104 for.",
        ),
        (
            "number",
            "The army evacuated 19,000 people from villages near Varna, the governor, Ivo Petrov, said.",
            "Some 30,000 people were forced to flee from villages near Varna, the governor, Ivo Petrov, said.",
        ),
        (
            "number",
            "One hundred and thirty-five Armenian soldiers were killed at the border, Yerevan said.",
            "At the border 105 Armenian soldiers were killed, Yerevan said.",
        ),
        (
            "number",
            "The government in Prague declared three days of mourning for the dead of the crash.",
            "In Prague the government ordered two days of mourning for the dead of the crash.",
        ),
        (
            "date",
            "The dam above Varna burst on July 17, 2023, and the flood drowned cattle in the fields.",
            "The dam above Varna burst on July 18, 2023, and the flood drowned cattle in the fields.",
        ),
        (
            "sourcing",
            "The mayor of Varna will sell the old port, harbour master Ivo Petrov said.",
            "The mayor of Varna will sell the old port, said an official who asked not to be named.",
        ),
        (
            "status",
            "Japan and India will sign a trade pact in Osaka, an envoy of Japan said.",
            "Japan and India postponed the signature of their trade pact in Osaka.",
        ),
        (
            "status",
            "President Ana Torres is expected to dissolve the assembly in Quito.",
            "President Ana Torres ruled out a dissolution of the assembly in Quito.",
        ),
        (
            "participants",
            "Delegates met in Varna to speak of grain. Moldova was not invited to the table.",
            "Delegates met in Varna to speak of grain. Moldova took part as an observer.",
        ),
    ],
)
def test_counterparts_that_tell_one_thing_differently(tell: Tell, kind: str, one: str, other: str) -> None:
    sure = [one for one in found(tell, HEAD + one + REST, HEAD + other + ELSEWHERE) if not one.doubtful]
    assert [difference.kind for difference in sure] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bus from Varna had been going 80 miles an hour.",
            "The bus from Varna had gone 130 kilometres an hour.",
        ),
        ("It will be 44 degrees Celsius in Varna.", "It will be 111 degrees Fahrenheit in Varna."),
        (
            "Wheat in Varna lost 2.5 percent of its price.",
            "Wheat in Varna lost two and a half per cent of its price.",
        ),
        (
            "The fire in Varna began on Friday and spread.",
            "The fire in Varna began on Friday, and spread quickly.",
        ),
        (
            "Armenia said 135 of its soldiers were killed at the border.",
            "Azerbaijan said 71 of its soldiers were killed at the border.",
        ),
        (
            "Fellow candidate Senator Ana Torres spoke of the harvest to farmers in Quito.",
            "Senator Ana Torres spoke of the harvest to farmers in Quito.",
        ),
        (
            "The flood in Varna was an omen, the mayor said on July 17, 2023.",
            "The flood in Varna was an omen, the mayor said on July 18, 2023.",
        ),
    ],
)
def test_what_can_both_be_so_does_not_differ(tell: Tell, one: str, other: str) -> None:
    told = found(tell, HEAD + one + REST, HEAD + other + ELSEWHERE, dates=("2024-03-01", "2024-03-02"))
    assert [difference for difference in told if not difference.doubtful] == []


def test_plans_that_changed_between_two_papers_are_doubtful(tell: Tell) -> None:
    one = "Japan and India will sign a trade pact in Osaka, an envoy of Japan said."
    other = "Japan and India postponed the signature of their trade pact in Osaka."
    told = found(tell, HEAD + one + REST, HEAD + other + ELSEWHERE, dates=("2024-03-01", "2024-03-05"))
    assert [(difference.kind, difference.doubtful) for difference in told] == [("status", True)]


def test_two_tolls_in_one_article_differ_but_stay_doubtful(tell: Tell) -> None:
    text = (
        "A landslide buried houses in Pirin, and 12 people were killed, the rescuers said."
        "\n\nThe landslide killed 19 people in their houses, the governor said in the evening."
    )
    (number,) = found(tell, text + REST)
    assert number.kind == "number"
    assert {side.value for side in number.sides} == {"12 killed", "19 killed"}
    assert number.doubtful


def test_articles_of_one_story_are_found_among_many_that_tell_others(tell: Tell) -> None:
    others = [
        f"The {thing} of {town} was sold to a {buyer} on Monday.\n\nNobody in {town} had expected that of the {thing}."
        for thing, town, buyer in zip(
            (
                "mill",
                "theatre",
                "brewery",
                "castle",
                "school",
                "bank",
                "farm",
                "zoo",
                "ferry",
                "quarry",
                "inn",
                "forge",
            ),
            (
                "Lom",
                "Ruse",
                "Vidin",
                "Burgas",
                "Pleven",
                "Sliven",
                "Yambol",
                "Dobrich",
                "Shumen",
                "Elena",
                "Bansko",
                "Melnik",
            ),
            (
                "baker",
                "singer",
                "lawyer",
                "duke",
                "nun",
                "miner",
                "jurist",
                "vet",
                "sailor",
                "mason",
                "cook",
                "smith",
            ),
            strict=True,
        )
    ]
    one = "A landslide buried houses in Pirin; 12 people were killed.\n\nHelicopters brought the injured to hospital."
    other = (
        "Pirin: 19 people were killed as a landslide buried houses.\n\nThe injured were flown to a clinic."
    )
    (number,) = [difference for difference in found(tell, one, *others, other) if not difference.doubtful]
    assert {side.article for side in number.sides} == {"a", "n"}

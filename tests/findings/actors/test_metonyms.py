"""When a capital is a city, and when it is its state."""

import pytest

from tests.findings.actors.told import actors


def told(text: str) -> set[tuple[str, str]]:
    return {
        (mention.text, actor.name)
        for actor in actors(text).values()
        for mention in actor.mentions
        if mention.relation == "metonym"
    }


@pytest.mark.parametrize(
    ("text", "city", "state"),
    [
        ("Talks between Washington and Moscow stalled.", "Washington", "United States"),
        ("Talks between Washington and Moscow stalled.", "Moscow", "Russia"),
        ("It fears that U.S. support for Kyiv will wane.", "Kyiv", "Ukraine"),
        ("For Moscow, these talks are a chance.", "Moscow", "Russia"),
        ("Beijing has rejected the claim.", "Beijing", "China"),
        ("He spoke of Tehran's nuclear policy.", "Tehran", "Iran"),
    ],
)
def test_a_capital_that_acts_is_its_state(text: str, city: str, state: str) -> None:
    assert (city, state) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "She flew to Washington on Friday.",
        "The leaders convened in Paris for talks.",
        "He arrived from Moscow with his wife.",
        "A man was born in London.",
        "The Moscow metro is deep.",
        "The road between Berlin and Warsaw was closed by snow.",
    ],
)
def test_a_capital_where_people_go_is_a_city(text: str) -> None:
    assert told(text) == set()


def test_the_city_has_its_state_for_a_parent() -> None:
    paris = actors("They met in Paris.")["Paris"]
    assert (paris.type, paris.parent) == ("place", "France")

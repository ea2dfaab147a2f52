"""Names as different houses write them: the given name last, a nickname between, a suffix behind, a hyphen for two."""

import pytest

from tests.findings.actors.told import actors, mentions


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("President Lai Ching-te spoke. Lai was calm.", "Lai Ching-te", ["Lai Ching-te", "Lai"]),
        (
            "The talks with Lee Jae-myung ended. Lee told reporters so.",
            "Lee Jae-myung",
            ["Lee Jae-myung", "Lee"],
        ),
        ("Old foes met Ban Ki-moon. Ban was tired.", "Ban Ki-moon", ["Ban Ki-moon", "Ban"]),
        (
            "A minister, Choe Son Hui, flew in. Choe left at noon.",
            "Choe Son Hui",
            ["Choe Son Hui", "Choe"],
        ),
        (
            "Nguyen Phu Trong met students. Trong was cheered.",
            "Nguyen Phu Trong",
            ["Nguyen Phu Trong", "Trong"],
        ),
        (
            "Police held Joe “the Hammer” Doyle. Doyle denied it.",
            "Joe Doyle",
            ["Joe “the Hammer” Doyle", "Doyle"],
        ),
        ('Robert "Bob" Marsden won.', "Robert Marsden", ['Robert "Bob" Marsden']),
        ("It was Henry Stone III who won. Stone was brief.", "Henry Stone III", ["Henry Stone III", "Stone"]),
        ("Judges heard Karim Khan. Khan is the prosecutor.", "Karim Khan", ["Karim Khan", "Khan"]),
        (
            "Prime Minister Saskia de Wit came. De Wit and others agreed.",
            "Saskia de Wit",
            ["Saskia de Wit", "De Wit"],
        ),
        (
            "Prince Omar bin Salman spoke. Bin Salman left early.",
            "Omar bin Salman",
            ["Omar bin Salman", "Bin Salman"],
        ),
    ],
)
def test_a_name_is_whole_and_its_short_form_means_it(text: str, name: str, said: list[str]) -> None:
    assert mentions(actors(text)[name]) == said


def test_a_republic_is_whole_with_its_people() -> None:
    assert set(actors("The People's Republic of China signed. The People’s Republic of China did.")) == {
        "China"
    }


def test_a_name_of_two_is_a_persons_where_another_has_the_surname() -> None:
    found = actors("Shinzo Abe died. His widow, Akie Abe, met students. Old foes met Hun Sen on Friday.")
    assert {name: found[name].type for name in ("Shinzo Abe", "Akie Abe", "Hun Sen")} == dict.fromkeys(
        ("Shinzo Abe", "Akie Abe", "Hun Sen"), "person"
    )


def test_a_noun_beside_a_name_tells_that_it_is_a_part_of_a_country() -> None:
    found = actors(
        "Farmers in the Oromia region and the province of Helmand fled. The region of Tigray was cut off."
    )
    assert {name: actor.type for name, actor in found.items()} == dict.fromkeys(
        ("Oromia", "Helmand", "Tigray"), "place"
    )


def test_a_hyphen_joins_two_names_but_makes_none_of_half_an_adjective() -> None:
    assert set(actors("A Trump-Putin call was planned.")) == {"Trump", "Putin"}
    assert set(actors("The Franco-German plan was dropped.")) == set()


def test_a_common_word_with_a_hyphen_is_no_given_name() -> None:
    assert set(actors("Ten-day and Low-cost offers ended. The Man-made lake dried up.")) == set()


def test_a_name_before_a_noun_for_a_place_or_behind_its_mayor_is_a_place() -> None:
    found = actors(
        "Work at the Brandle shipyard stopped. The mayor of Ostwick wept.\nCrowds came from north of Hillam."
    )
    assert {name: actor.type for name, actor in found.items()} == dict.fromkeys(
        ("Brandle", "Ostwick", "Hillam"), "place"
    )


def test_a_saints_school_and_a_journal_are_no_people_and_no_places() -> None:
    found = actors(
        "Pupils left St Mark’s early. The paper, published in Marine Letters, was read at St. Lucy's School."
    )
    assert {name: actor.type for name, actor in found.items()} == dict.fromkeys(
        ("St Mark’s", "Marine Letters", "St. Lucy's School"), "organisation"
    )


def test_a_craft_is_no_actor_but_who_built_it_is() -> None:
    found = actors(
        "The ferry Aurora sank near Lagos. Aboard the Aurora were nine. The yacht Reid built sank, Tom Reid said."
    )
    assert set(found) == {"Lagos", "Tom Reid"}
    assert set(actors("Two of the crew of the Aurora said so. The Aurora sank, Tom Reid said.")) == {
        "Tom Reid"
    }

"""The roles that an article tells of its people."""

from tests.findings.actors.told import actors, roles


def test_a_title_before_the_name_is_a_role_with_what_belongs_to_it() -> None:
    found = actors("Former U.S. President Donald Trump met Russia’s Deputy Foreign Minister Sergei Ryabkov.")
    assert roles(found["Donald Trump"]) == [("Former U.S. President", "former")]
    assert roles(found["Sergei Ryabkov"]) == [("Russia’s Deputy Foreign Minister", "current")]


def test_a_role_has_its_place_in_the_text() -> None:
    text = "Yesterday Kremlin spokesperson Dmitry Peskov was ill."
    (role,) = actors(text)["Dmitry Peskov"].roles
    assert text[role.start : role.end] == role.text == "Kremlin spokesperson"


def test_an_apposition_behind_the_name_is_a_role() -> None:
    text = (
        "“No,” says Dr. Emily Hall, a political analyst. “Yes,” explains Dr. Michael Green, an expert in international "
        "relations. Anna Berg, 45, the mayor of Oslo, laughed."
    )
    found = actors(text)
    assert roles(found["Emily Hall"]) == [("a political analyst", "current")]
    assert roles(found["Michael Green"]) == [("an expert in international relations", "current")]
    assert roles(found["Anna Berg"]) == [("the mayor of Oslo", "current")]


def test_an_office_with_its_object_before_the_name() -> None:
    found = actors("Secretary of State Hillary Clinton thanked Prime Minister of Canada Stephen Harper.")
    assert roles(found["Hillary Clinton"]) == [("Secretary of State", "current")]
    assert roles(found["Stephen Harper"]) == [("Prime Minister of Canada", "current")]


def test_who_runs_for_an_office_is_a_candidate() -> None:
    found = actors("Paul Stern, who is running for re-election, met presidential candidate Vera Lind.")
    assert roles(found["Paul Stern"]) == [("running for re-election", "candidate")]
    assert roles(found["Vera Lind"]) == [("presidential candidate", "candidate")]


def test_a_previous_administration_is_a_former_role_of_its_leader() -> None:
    found = actors("They differ, with the previous Trump administration reportedly favoring talks.")
    assert roles(found["Trump"]) == [("the previous Trump administration", "former")]
    assert roles(actors("The Biden administration waits.")["Biden"]) == []


def test_an_honorific_is_no_role() -> None:
    assert roles(actors("Mr. Paul Stern and Dr. Vera Lind agreed.")["Vera Lind"]) == []


def test_a_comma_in_a_list_makes_no_apposition() -> None:
    found = actors("The hall held Paul Stern, President Vera Lind, and a dog.")
    assert roles(found["Paul Stern"]) == []
    assert roles(found["Vera Lind"]) == [("President", "current")]

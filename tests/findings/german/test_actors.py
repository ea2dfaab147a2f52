"""All German nouns have capitals; names are what lists, first names, titles and forms tell."""

from tests.findings.german.evaluating import document_of
from tui.findings.actors.actor import ArticleActor
from tui.findings.german import find_actors


def actors(text: str) -> dict[str, ArticleActor]:
    return {actor.name: actor for actor in find_actors(document_of(text))}


def test_people_by_first_name_by_title_and_then_by_surname() -> None:
    found = actors(
        "Bundeskanzlerin Gesa von der Aue traf Herrn Dr. Huber und Minister Pohl. Pohls Plan, sagte von der Aue, sei "
        "gut. Huber schwieg."
    )
    assert [mention.text for mention in found["Pohl"].mentions] == ["Pohl", "Pohl"]
    assert [(role.role, role.tense) for role in found["Gesa von der Aue"].roles] == [
        ("Bundeskanzlerin", "current")
    ]
    assert [mention.text for mention in found["Huber"].mentions] == ["Huber", "Huber"]
    assert {actor.gender for actor in found.values()} == {"f", "m"}


def test_initials_names_that_are_nouns_and_foreign_names() -> None:
    found = actors(
        "Stadträtin Ulrike Sommer, Nachbarin Gerda P. (71) und Minister Kaweh Mansouri-Beck kamen zu Fuß."
    )
    assert set(found) == {"Ulrike Sommer", "Gerda P.", "Kaweh Mansouri-Beck"}
    assert [mention.text for mention in found["Gerda P."].mentions] == ["Gerda P."]


def test_former_roles_and_roles_behind_the_name() -> None:
    found = actors(
        "Der frühere Minister Hans Boll und Anna Pohl, Chefin der Nordwerk AG, kamen. Ex-Trainer Udo Rix auch."
    )
    assert [(role.role, role.tense) for role in found["Hans Boll"].roles] == [("Minister", "former")]
    assert [(role.role, role.tense) for role in found["Anna Pohl"].roles] == [
        ("Chefin der Nordwerk AG", "current")
    ]
    assert [role.tense for role in found["Udo Rix"].roles] == ["former"]


def test_states_places_and_bodies_with_their_genitives() -> None:
    found = actors(
        "Deutschlands Wirtschaft wächst. Landgericht Bremen, Nordwerk AG und Bundesinnenministerium schwiegen. "
        "Die Vereinten Nationen tagen in Genf. Die Russen kamen aus Moskau."
    )
    kinds = {name: actor.type for name, actor in found.items()}
    assert kinds == {
        "Deutschland": "state",
        "Landgericht Bremen": "organisation",
        "Nordwerk AG": "organisation",
        "Bundesinnenministerium": "organisation",
        "UN": "organisation",
        "Genf": "place",
        "Russen": "group",
        "Moskau": "place",
    }
    assert found["Moskau"].parent == "Russland"
    assert found["Deutschland"].mentions[0].text == "Deutschland"


def test_common_nouns_are_nobody() -> None:
    assert actors(
        "Der Zug nach Norden hielt. Das Essen war kalt. Im Rat saß die Union der Bauern Haus an Haus."
    ).keys() <= {"Union"}
    assert (
        actors(
            "Minister warnen Bürger. Der Sprecher Reportern gegenüber: nichts. Frau und Herr suchen Hilfe."
        )
        == {}
    )


def test_no_two_actors_have_one_name() -> None:
    found = find_actors(document_of("Frau Pohl und Herr Pohl stritten. Frau Pohl gewann."))
    assert len({actor.name for actor in found}) == len(found) == 2

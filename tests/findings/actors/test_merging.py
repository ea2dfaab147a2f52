"""Which names of many articles are one actor, and which are not."""

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from tests.findings.actors.told import article
from tui.findings.actors.actor import Actor, ActorMention, ArticleActor
from tui.findings.actors.finding import find_actors
from tui.findings.actors.merging import merge_actors
from tui.findings.document import analyse


def merged(*texts: str) -> dict[str, Actor]:
    return {
        a.name: a
        for a in merge_actors((f"{i}", find_actors(analyse(article(t)))) for i, t in enumerate(texts))
    }


def person(name: str, **others: object) -> ArticleActor:
    mention = ActorMention(name, 0, len(name), "name")
    fields = {
        "type": "person",
        "parent": None,
        "roles": (),
        "gender": None,
        "rule": "name",
        "confidence": 0.9,
    }
    return ArticleActor(name=name, mentions=(mention,), **{**fields, **others})  # type: ignore[arg-type]


def names(*groups: list[ArticleActor]) -> set[frozenset[str]]:
    found = merge_actors((f"{i}", tuple(group)) for i, group in enumerate(groups))
    return {frozenset(name for _, name in actor.members) for actor in found}


def test_a_person_is_one_under_full_name_surname_and_nickname() -> None:
    found = merged(
        "President Joseph Stern spoke. Stern was tired.",
        "Joe Stern came home.",
        "Later J. Stern denied it, and Joseph P. Stern did too.",
    )
    assert len(found) == 1
    (actor,) = found.values()
    assert len(actor.mentions) == 5
    assert actor.articles == ("0", "1", "2")
    assert [role.role for role in actor.roles] == ["President"]


def test_transliterations_are_one() -> None:
    spellings = ["Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelenskiy"]
    assert names(*[[person(name)] for name in spellings]) == {frozenset(spellings)}


def test_a_family_name_that_stands_first_goes_with_its_full_name() -> None:
    assert names([person("Xi Jinping")], [person("Xi")]) == {frozenset({"Xi Jinping", "Xi"})}


def test_two_surnames_that_sound_alike_are_two() -> None:
    assert len(names([person("John Smith")], [person("John Smyth")])) == 2


def test_two_people_of_one_surname_stay_two_and_a_lone_surname_goes_to_the_one_who_is_named_more() -> None:
    often = [[person("Bill Weaver")] for _ in range(4)]
    found = names(*often, [person("Hannah Weaver")], [person("Weaver")])
    assert found == {frozenset({"Bill Weaver", "Weaver"}), frozenset({"Hannah Weaver"})}


def test_a_lone_surname_that_could_be_either_stays_alone() -> None:
    found = names([person("Bill Weaver")], [person("Hannah Weaver")], [person("Weaver")])
    assert len(found) == 3


def test_a_lone_surname_goes_to_nobody_of_the_other_gender() -> None:
    found = names([person("Hannah Weaver", gender="f")], [person("Weaver", gender="m")])
    assert len(found) == 2


def test_father_and_son_are_two_where_an_article_names_both() -> None:
    assert len(names([person("Paul Stern"), person("Paul Stern Jr.")], [person("Paul Stern")])) == 2
    assert len(names([person("Paul Stern")], [person("Paul Stern Jr.")])) == 1


def test_a_surname_before_its_first_name_is_the_same_person() -> None:
    assert names([person("Doe, John")], [person("John Doe")]) == {frozenset({"Doe, John", "John Doe"})}


def test_an_acronym_in_one_article_is_the_long_form_of_another() -> None:
    found = merged(
        "The Bureau of Harbour Statistics (BHS) counts ships.",
        "BHS counted nine.",
    )
    (actor,) = found.values()
    assert actor.name == "Bureau of Harbour Statistics"
    assert ("BHS", "acronym") in actor.aliases


def test_a_state_is_one_under_all_its_names_and_its_metonym_says_so() -> None:
    found = merged(
        "The United States wants talks.",
        "The U.S. wants talks. Talks between Washington and Moscow stalled.",
        "America wants talks.",
    )
    state = found["United States"]
    assert {alias.text for alias in state.aliases} == {"U.S.", "Washington", "America"}
    assert ("Washington", "metonym") in state.aliases
    assert state.type == "state"


def test_companies_are_one_with_and_without_their_legal_form_and_in_british_spelling() -> None:
    def company(name: str) -> ArticleActor:
        return person(name, type="organisation")

    assert len(names([company("Brinkmann Shipping Ltd.")], [company("Brinkmann Shipping")])) == 1
    assert len(names([company("Harbour Defence Centre")], [company("Harbour Defense Center")])) == 1
    assert len(names([company("Route 66 Foundation")], [company("Route 67 Foundation")])) == 2


def test_roles_that_differ_between_accounts_are_told() -> None:
    found = merged("President Paul Stern spoke.", "Former President Paul Stern spoke.")
    assert found["Paul Stern"].roles_differ
    assert [(role.article, role.tense) for role in found["Paul Stern"].roles] == [
        ("0", "current"),
        ("1", "former"),
    ]


def test_two_actors_never_share_a_name() -> None:
    group = person("Jordan", type="group", confidence=0.5)
    found = merge_actors(
        [("0", (person("Jordan", type="state", rule="gazetteer"),)), ("1", (group, person("Jordan")))]
    )
    assert len({actor.name for actor in found}) == len(found)


NAMES = [
    "Ann Lee",
    "Anna Lee",
    "A. Lee",
    "Lee",
    "NATO",
    "Paul Stern",
    "P. Stern",
    "Stern",
    "Bureau of Ships",
    "BS",
    "U.S.",
]
articles_of_names = st.lists(st.lists(st.sampled_from(NAMES), unique=True, max_size=5), max_size=8)


@given(articles_of_names)
def test_every_article_actor_is_in_one_actor_and_the_input_alone_decides(told: list[list[str]]) -> None:
    corpus = [
        (
            f"{i}",
            tuple(person(n, type="organisation" if n.isupper() or " of " in n else "person") for n in listed),
        )
        for i, listed in enumerate(told)
    ]
    found = merge_actors(corpus)
    members = [member for actor in found for member in actor.members]
    assert sorted(members) == sorted(
        (article_id, actor.name) for article_id, listed in corpus for actor in listed
    )
    assert found == merge_actors(iter(corpus))
    assert [len(a.mentions) for a in found] == sorted((len(a.mentions) for a in found), reverse=True)


def test_the_cost_grows_with_the_number_of_names() -> None:
    def corpus(size: int) -> list[tuple[str, tuple[ArticleActor, ...]]]:
        chance = random.Random(size)  # noqa: S311
        syllables = ["ba", "ko", "ri", "mu", "sol", "ver", "din", "gar", "pos", "zen"]

        def name() -> str:
            return "".join(chance.choice(syllables) for _ in range(3)).capitalize()

        return [
            (f"{i}", tuple(person(f"{first} {name()}") for first in ("Ann", "Paul", "Igor", "Wei")))
            for i in range(size)
        ]

    def cost(size: int) -> float:
        told = corpus(size)
        start = time.process_time()
        merge_actors(told)
        return time.process_time() - start

    cost(100)
    assert cost(2000) < 8 * cost(500) + 0.2


def test_a_surname_told_by_its_letter_goes_to_the_one_it_can_be_in_other_articles() -> None:
    found = merged("Judith Doe spoke in Paris.", "The court heard Judith D. on Monday.")
    assert [actor.name for actor in found.values() if actor.type == "person"] == ["Judith Doe"]


def test_a_state_a_city_and_a_body_are_one_under_their_german_and_english_names() -> None:
    def known(name: str, type_: str) -> ArticleActor:
        return person(name, type=type_, rule="gazetteer", confidence=0.95)

    german = [known("Deutschland", "state"), known("Moskau", "place"), known("Weißes Haus", "organisation")]
    english = [known("Germany", "state"), known("Moscow", "place"), known("White House", "organisation")]
    assert names(german, english) == {
        frozenset({"Deutschland", "Germany"}),
        frozenset({"Moskau", "Moscow"}),
        frozenset({"Weißes Haus", "White House"}),
    }
    assert names([*german, person("Germany", gender="f")]) >= {
        frozenset({"Deutschland"}),
        frozenset({"Germany"}),
    }


def test_a_company_is_called_by_its_first_word_in_another_article() -> None:
    found = merged("The owner, Norwick Ferries, denied it.", "More than 30 died. Norwick rejected the claim.")
    assert {name: actor.type for name, actor in found.items()} == {"Norwick Ferries": "organisation"}

"""What a reader puts right outlives a rebuild, and what no longer fits is told."""

from hypothesis import given
from hypothesis import strategies as st

from tests.findings.actors.told import article
from tui.findings.actors.actor import Actor
from tui.findings.actors.corrections import Correction, Merge, Reject, Rename, Retype, Split, apply, correct
from tui.findings.actors.finding import find_actors
from tui.findings.actors.merging import merge_actors
from tui.findings.document import analyse

TEXTS = (
    "Senator Paul Stern met Vera Lind in Oslo. Stern laughed.",
    "Vera Lind works for the Harbour Institute. Paul Stern does not.",
    "Dr. Paul Stern teaches at the Harbour Academy. The Kremlin is far away.",
)


def rebuilt() -> list[Actor]:
    return merge_actors((f"{i}", find_actors(analyse(article(text)))) for i, text in enumerate(TEXTS))


def named(actors: list[Actor], name: str) -> Actor:
    (actor,) = [actor for actor in actors if actor.name == name]
    return actor


def test_two_actors_become_one() -> None:
    found = correct(rebuilt(), [Merge("Harbour Institute", ("Harbour Academy",))])
    institute = named(found, "Harbour Institute")
    assert institute.articles == ("1", "2")
    assert "Harbour Academy" in {alias.text for alias in institute.aliases}
    assert not [actor for actor in found if actor.name == "Harbour Academy"]


def test_one_actor_becomes_two_with_their_own_mentions_and_roles() -> None:
    found = correct(rebuilt(), [Split("Paul Stern", (("0", "Paul Stern"),), "Paul Stern, senator")])
    senator, other = named(found, "Paul Stern, senator"), named(found, "Paul Stern")
    assert [(m.article, m.text) for m in senator.mentions] == [("0", "Paul Stern"), ("0", "Stern")]
    assert [role.role for role in senator.roles] == ["Senator"]
    assert {alias.text for alias in senator.aliases} == {"Paul Stern", "Stern"}
    assert other.articles == ("1", "2")
    assert other.roles == ()


def test_renamed_retyped_and_rejected() -> None:
    found = correct(
        rebuilt(), [Rename("Vera Lind", "Vera Lind-Berg"), Retype("Oslo", "state"), Reject("Harbour Academy")]
    )
    assert "Vera Lind" in {alias.text for alias in named(found, "Vera Lind-Berg").aliases}
    assert named(found, "Oslo").type == "state"
    assert not [actor for actor in found if actor.name == "Harbour Academy"]


def test_a_correction_finds_an_actor_that_a_rebuild_calls_otherwise() -> None:
    renamed = correct(rebuilt(), [Rename("Vera Lind", "V. Lind")])
    assert named(correct(renamed, [Retype("Vera Lind", "group")]), "V. Lind").type == "group"


def test_what_no_longer_fits_changes_nothing_and_is_told() -> None:
    wrong: list[Correction] = [
        Reject("Nobody"),
        Rename("Oslo", "Vera Lind"),
        Merge("Oslo", ("Nobody",)),
        Split("Oslo", (("7", "Oslo"),), "Oslo II"),
        Split("Oslo", (("0", "Oslo"),), "Oslo II"),
        Split("Paul Stern", (("0", "Paul Stern"),), "Oslo"),
    ]
    actors = rebuilt()
    found, unfit = apply(actors, wrong)
    assert found == actors
    assert [one.correction for one in unfit] == wrong
    assert all(one.reason for one in unfit)


def test_articles_stand_in_the_given_order() -> None:
    correction = [Merge("Harbour Academy", ("Harbour Institute",))]
    found = correct(rebuilt(), correction, order=["2", "1", "0"])
    assert named(found, "Harbour Academy").articles == ("2", "1")


ACTORS = rebuilt()
some_name = st.sampled_from([actor.name for actor in ACTORS] + ["Nobody", "New"])
some_members = st.lists(st.sampled_from([m for actor in ACTORS for m in actor.members]), max_size=3).map(
    tuple
)
some_correction = st.one_of(
    st.builds(Merge, some_name, st.lists(some_name, max_size=2).map(tuple)),
    st.builds(Split, some_name, some_members, some_name),
    st.builds(Rename, some_name, some_name),
    st.builds(Retype, some_name, st.sampled_from(["person", "place"])),
    st.builds(Reject, some_name),
)


@given(st.lists(some_correction, max_size=5), some_correction)
def test_undoing_a_correction_leaves_what_was_before(earlier: list[Correction], last: Correction) -> None:
    before = correct(ACTORS, earlier)
    correct(before, [last])
    assert correct(ACTORS, earlier) == before
    assert correct(correct(ACTORS, earlier), [last]) == correct(ACTORS, [*earlier, last])


@given(st.lists(some_correction.filter(lambda c: not isinstance(c, Reject)), max_size=5))
def test_no_member_or_mention_is_lost_or_told_twice(corrections: list[Correction]) -> None:
    found = correct(ACTORS, corrections)
    assert sorted(m for actor in found for m in actor.members) == sorted(m for a in ACTORS for m in a.members)
    assert sorted(m for actor in found for m in actor.mentions) == sorted(
        m for a in ACTORS for m in a.mentions
    )
    assert len({actor.name for actor in found}) == len(found)


@given(st.sampled_from(ACTORS))
def test_a_name_given_back_is_as_if_never_taken(actor: Actor) -> None:
    assert correct(ACTORS, [Rename(actor.name, "New"), Rename("New", actor.name)]) == ACTORS


@given(st.sampled_from(ACTORS), st.sampled_from(ACTORS))
def test_what_was_merged_can_be_split_again(one: Actor, other: Actor) -> None:
    if one == other:
        return
    found = correct(
        ACTORS,
        [Merge(one.name, (other.name,)), Split(one.name, other.members, other.name, other.type)],
    )
    assert named(found, one.name) == one
    again = named(found, other.name)
    assert (again.members, again.mentions, again.roles, again.aliases) == (
        other.members,
        other.mentions,
        other.roles,
        other.aliases,
    )

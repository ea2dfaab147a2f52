"""Wire copy in many papers counts once, and a paragraph that says again what was said is known as one."""

from tests.compare.conftest import Account, Tell
from tui.compare.duplicates import duplicates
from tui.corpus.article import Article

WIRE = (
    "The river rose by two metres during the night and cut the road between the two villages, where forty families "
    "waited on roofs for boats of the coast guard to come."
)


def articles(accounts: list[Account]) -> list[Article]:
    return [account.article for account in accounts]


def test_the_same_wire_text_in_two_papers_is_one_group(tell: Tell) -> None:
    edited = WIRE.replace("during the night", "overnight").replace("forty", "40")
    own = "Our reporter found the mayor of the upper village asleep in the only boat that had not been used at all."
    (group,) = duplicates(
        articles(tell(f"{WIRE}\n\n{own}", f"{edited}\n\nNobody was hurt, and the water fell by noon."))
    )
    assert group.kind == "same"
    assert [(member.article, member.text) for member in group.members] == [("a", WIRE), ("b", edited)]


def test_other_news_in_like_words_is_no_copy(tell: Tell) -> None:
    other = WIRE.replace("river", "lake").replace(
        "road between the two villages", "railway north of the harbour"
    )
    other = other.replace("forty families waited on roofs", "two shepherds called from a hill")
    assert duplicates(articles(tell(WIRE, other))) == []


def test_a_paragraph_that_sums_up_its_own_article_repeats_it(tell: Tell) -> None:
    text = (
        "Kenya and India resumed diplomatic relations after talks in Oslo, and further talks are planned in another "
        "country within two weeks to resolve the conflict in Sudan.\n\n"
        "Kenya has drafted a resolution on the anniversary of the fighting, amid differing perspectives on the path to "
        "peace, and India has declined to endorse any text that names who began it.\n\n"
        "Kenya and India are resuming diplomatic relations with talks planned in Oslo and another country, amid "
        "differing perspectives on the path to peace in the Sudan conflict."
    )
    (group,) = duplicates(articles(tell(text)))
    assert group.kind == "repeats"
    assert group.members[0].text.startswith("Kenya and India are resuming")


def test_a_thousand_identical_articles_are_one_group(tell: Tell) -> None:
    (account,) = tell(WIRE)
    (group,) = duplicates([account.article] * 1000)
    assert len(group.members) == 1000


def test_the_paragraph_of_the_seeds_that_says_it_again(seeds: list[Account]) -> None:
    groups = duplicates(articles(seeds))
    assert [group.members[0].text[:34] for group in groups] == ["The US and Russia are reestablishi"]

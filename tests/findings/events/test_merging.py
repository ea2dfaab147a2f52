"""One event told by several papers is one row, and two events of one kind stay two."""

from tests.findings.events.conftest import Write
from tui.findings.actors.finding import find_actors
from tui.findings.events.dates import find_dates
from tui.findings.events.event import Event
from tui.findings.events.finding import find_events
from tui.findings.events.merging import merge_events


def merged(write: Write, *texts: str) -> list[Event]:
    told = []
    for number, text in enumerate(texts):
        document = write(text, name=f"{number}")
        told.append((f"{number}", text, find_events(document, find_actors(document), find_dates(document))))
    return merge_events(told, {})


def test_a_meeting_of_two_people_is_one_row_with_what_each_paper_adds(write: Write) -> None:
    (event,) = merged(
        write,
        "Emmanuel Macron and Xi Jinping could meet as early as this month.",
        "A potential meeting between Emmanuel Macron and Xi Jinping in Geneva is planned for May 2031.",
    )
    assert [mention.article for mention in event.mentions] == ["0", "1"]
    assert (event.place, event.date) == ("Geneva", "2031-05")
    assert all(mention.text for mention in event.mentions)


def test_two_rounds_of_talks_stay_two(write: Write) -> None:
    first = "Japan and Brazil held initial talks in Lima."
    second = "Japan and Brazil will hold a second round of talks in Quito."
    assert [event.place for event in merged(write, first, second)] == ["Lima", "Quito"]


def test_a_place_told_by_two_papers_joins_held_and_planned(write: Write) -> None:
    (event,) = merged(
        write,
        "Japan and Brazil held talks in Lima.",
        "The talks planned in Lima bring Japan and Brazil together.",
    )
    assert {mention.status for mention in event.mentions} == {"held", "planned"}


def test_undated_talks_of_two_states_in_two_papers_are_not_taken_for_one(write: Write) -> None:
    rows = merged(
        write,
        "Japan and Brazil held talks in Lima.",
        "In early May 2031, Japan and Brazil commenced preliminary talks.",
    )
    assert [event.date for event in rows] == [None, "2031-05"]


def test_names_of_the_corpus_join_actors_that_articles_call_otherwise(write: Write) -> None:
    texts = (
        "Macron met Xi Jinping in Geneva on 3 May 2031.",
        "Emmanuel Macron met Xi Jinping in Geneva on 3 May 2031.",
    )
    told = []
    for number, text in enumerate(texts):
        document = write(text, name=f"{number}")
        told.append((f"{number}", text, find_events(document, find_actors(document), find_dates(document))))
    (event,) = merge_events(told, {("0", "Macron"): "Emmanuel Macron"})
    assert set(event.participants) == {"Emmanuel Macron", "Xi Jinping"}


def test_a_thousand_tellings_of_one_summit_are_one_row(write: Write) -> None:
    document = write("Leaders of Japan and Brazil held a summit in Lima on 3 May 2031.")
    events = find_events(document, find_actors(document), find_dates(document))
    rows = merge_events(((f"{number}", document.article.text, events) for number in range(1000)), {})
    assert [len(row.mentions) for row in rows] == [1000]


def test_three_houses_tell_an_attack_and_a_vote_in_their_own_words(write: Write) -> None:
    attack, vote = merged(
        write,
        "A drone attack on Odesa on 5 May 2031 killed four.\n\nThe Senate will vote on arms on 20 May 2031.",
        "On 5 May 2031, drones struck the port city of Odesa.\n\nLawmakers vote on arms for Chad on 20 May 2031.",
        "Four people died in the attack on Odesa on May 5, 2031.",
    )
    assert ([one.article for one in attack.mentions], attack.place) == (["0", "1", "2"], "Odesa")
    assert ([one.article for one in vote.mentions], vote.participants) == (["0", "1"], ("Senate",))

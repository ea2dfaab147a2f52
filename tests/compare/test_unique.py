"""A reader asks what one paper alone has, and how things spread over the papers."""

from tests.compare.conftest import Tell
from tui.compare.passages import passages
from tui.compare.unique import matrix, only_here
from tui.compare.weights import weigh

ONE = (
    "Kenyan President William Ruto met Narendra Modi in Oslo on 3 May 2031 to speak about wheat and ships.\n\n"
    "“We will feed the coast before the rains come,” said William Ruto.\n\n"
    "Carla Bruni sang for the delegates in the old town hall, though nobody had asked her to do so."
)
OTHER = (
    "William Ruto of Kenya and Narendra Modi talked about ships and wheat when they met in Oslo on 3 May 2031.\n\n"
    "“We will feed the coast before the rains come,” William Ruto said, adding: “And the hills after them.”"
)


def test_only_here_are_actors_events_quotes_and_passages_that_no_other_has(tell: Tell) -> None:
    accounts = tell(ONE, OTHER)
    alone = only_here(accounts, weigh(accounts))
    assert "Carla Bruni" in alone["a"].actors
    assert "William Ruto" not in alone["a"].actors
    assert alone["a"].events == ()
    quoted = [quote.words(accounts[1].article.text) for quote in alone["b"].quotes if quote.kind == "direct"]
    assert not any(
        words.startswith("We will feed the coast before the rains come,") and "hills" not in words
        for words in quoted
    )
    sung = [ONE[passage.start : passage.end] for passage in alone["a"].passages]
    assert any(text.startswith("Carla Bruni") for text in sung)
    assert not any("wheat" in text for text in sung)


def test_nothing_of_two_copies_is_told_by_one_alone(tell: Tell) -> None:
    accounts = tell(ONE, ONE)
    alone = only_here(accounts, weigh(accounts))
    assert (alone["a"].actors, alone["a"].events, alone["a"].passages) == ((), (), ())


def test_an_article_by_itself_has_all_alone(tell: Tell) -> None:
    accounts = tell(ONE)
    assert only_here(accounts, weigh(accounts))["a"].passages == passages(accounts[0].article)


def test_the_matrix_counts_by_article_the_most_frequent_first(tell: Tell) -> None:
    accounts = tell(ONE, OTHER)
    actors = matrix(accounts, "actors")
    assert actors.articles == ("a", "b")
    assert actors.rows[0] == "William Ruto"
    assert actors.counts["William Ruto", "a"] == 2
    assert ("Carla Bruni", "b") not in actors.counts
    assert matrix(accounts, "quotes").rows[0] == "William Ruto"
    assert sum(matrix(accounts, "events").counts.values()) >= 2

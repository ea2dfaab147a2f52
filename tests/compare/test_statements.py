"""The same statement in several articles."""

from hypothesis import given
from hypothesis import strategies as st

from tui.compare.statements import Said, differing_words, same_statements
from tui.corpus.article import Span


def test_a_statement_in_other_words_of_two_papers_is_one() -> None:
    said = [
        Said("a", "Lund", "We have paid twice for these cranes already"),
        Said("a", "Lund", "The night shift has to end at four"),
        Said("b", "Lund", "We have paid twice for the cranes already"),
        Said("b", "Haddad", "We have paid twice for these cranes already"),
        Said("c", "Lund", "paid twice for these cranes"),
    ]
    assert same_statements(said) == [[0, 2, 4], [1], [3]]


def test_what_nobody_is_told_to_have_said_is_never_one() -> None:
    assert same_statements([Said("a", "", "It is too late"), Said("b", "", "It is too late")]) == [[0], [1]]


def test_the_words_that_differ_are_told_with_their_places() -> None:
    one, other = "He said: we paid twice already.", "“We paid once already,” he said."
    first, second = differing_words([(one, [Span(9, 30)]), (other, [Span(1, 21)])])
    assert [one[start:end] for start, end in first] == ["twice"]
    assert [other[start:end] for start, end in second] == ["once"]


@given(
    st.lists(st.builds(Said, st.sampled_from("abc"), st.sampled_from(["", "x", "y"]), st.text(max_size=30)))
)
def test_each_statement_is_in_one_group(said: list[Said]) -> None:
    groups = same_statements(said)
    assert sorted(index for group in groups for index in group) == list(range(len(said)))
    for group in groups:
        assert len({said[index].article for index in group}) == len(group)
        assert len({said[index].speaker for index in group}) == 1

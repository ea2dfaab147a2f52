"""What a reader types is understood, as far as it can be, and what cannot is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.query import SYNTAX, Clause, Filter, Term, parse

typed = st.text(alphabet=st.sampled_from("ab é'^\"!|:.-02  inkdateso”“"), max_size=30) | st.text(max_size=30)


@given(typed)
def test_no_query_fails_and_problems_point_into_it(text: str) -> None:
    query = parse(text)
    for problem in query.problems:
        assert 0 <= problem.start < problem.end <= len(text)
        assert problem.reason
        assert problem.advice
    assert all(term.words for clause in query.clauses for term in clause.terms)


@given(st.lists(st.sampled_from(["bridge", "harbour", "café", "2025"]), min_size=1, max_size=5))
def test_plain_words_are_each_looked_for_nearly(words: list[str]) -> None:
    query = parse(" ".join(words))
    assert query.problems == ()
    assert all(term.manner == "near" for clause in query.clauses for term in clause.terms)
    assert set(query.words) == {word.replace("é", "e") for word in words}


@pytest.mark.parametrize("example", [example for example, _ in SYNTAX])
def test_the_syntax_that_is_shown_is_understood(example: str) -> None:
    problems = [problem for problem in parse(example).problems if "what not to find" not in problem.reason]
    assert problems == []


def test_a_mark_says_how_a_word_is_meant() -> None:
    query = parse('near \'exact ^begin "a phrase" !not one|other !"not this" \'it\'s')
    assert query.clauses == (
        Clause((Term("near", ("near",)),)),
        Clause((Term("exact", ("exact",)),)),
        Clause((Term("prefix", ("begin",)),)),
        Clause((Term("phrase", ("a", "phrase")),)),
        Clause((Term("near", ("not",)),), negated=True),
        Clause((Term("near", ("one",)), Term("near", ("other",)))),
        Clause((Term("phrase", ("not", "this")),), negated=True),
        Clause((Term("phrase", ("it", "s")),)),
    )


def test_blanks_around_a_bar_do_no_harm() -> None:
    assert parse('one | other |"a phrase" more').clauses == parse('one|other|"a phrase" more').clauses
    assert parse("one |").words == ("one",)


def test_curly_marks_do_as_well() -> None:
    assert parse("“a phrase” ‘exact").clauses == parse('"a phrase" \'exact').clauses


def test_filters_are_told_from_words() -> None:
    query = parse('speaker:Müller !source:"Morning Post" date:2025-02..2025-03 kind:ind in:quotes bridge')
    assert query.filters == (
        Filter("speaker", "muller"),
        Filter("source", "morning post", negated=True),
        Filter("date", "2025-02..2025-03"),
        Filter("kind", "indirect"),
    )
    assert query.fields == ("quote",)
    assert query.words == ("bridge",)


@pytest.mark.parametrize(
    ("text", "value"),
    [("date:2025", "2025..2025"), ("date:2025-02-03..", "2025-02-03.."), ("date:..2024", "..2024")],
)
def test_dates_can_be_open(text: str, value: str) -> None:
    assert parse(text).filters == (Filter("date", value),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("date:yesterday", "no date"),
        ("date:2025-13", "no date"),
        ("date:2025..2024", "after"),
        ("kind:shouted", "no kind"),
        ("in:footnotes", "nothing can be searched"),
        ("speaker:", "nothing yet"),
        ("colour:red", "there is no field colour:"),
        ('"open phrase', "no end"),
        ("'", "no word"),
        ("!bridge", "what not to find"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(text: str, reason: str) -> None:
    query = parse(f"harbour {text}") if "what not" not in reason else parse(text)
    [problem] = query.problems
    assert reason in problem.reason
    if "what not" not in reason:
        assert problem.start == len("harbour ")
        assert query.words[0] == "harbour"


def test_an_address_is_no_filter() -> None:
    query = parse("https://example.org")
    assert query.problems == ()
    assert query.words == ("https", "example", "org")


def test_a_mistyped_field_is_told_with_the_one_that_is_meant_and_is_no_word() -> None:
    query = parse('spaeker:smith bridge !tilte:"old harbour"')
    assert query.words == ("smith", "bridge")
    assert query.clauses[-1] == Clause((Term("phrase", ("old", "harbour")),), negated=True)
    speaker, title = map(str, query.problems)
    assert speaker == "there is no field spaeker: — did you mean speaker:? smith is searched everywhere"
    assert title == "there is no field tilte: — did you mean title:? old harbour is left out"


def test_an_unknown_field_names_those_there_are() -> None:
    [problem] = parse("colour:red").problems
    assert "speaker: actor: source:" in problem.advice
    assert parse("colour:red").words == ("red",)
    assert parse("colour:").words == ("colour",)

"""A reader sees each place of a word among its neighbours."""

from tui.corpus.article import Span
from tui.search.concordance import as_typed, concordance, dispersion, sorted_lines
from tui.search.match import Match

TEXTS = {
    "a": "The old bridge closed.\n\nA new bridge opens, and the   bridge\u00a0keeper retires.",
    "b": "No bridge at all.",
}


def found(article: str, word: str) -> Match:
    text = TEXTS[article]
    spans, at = [], text.find(word)
    while at >= 0:
        spans.append(Span(at, at + len(word)))
        at = text.find(word, at + 1)
    return Match(article, "passage", 0, len(text), text, 1.0, tuple(spans))


def lines(context: int = 20):
    return concordance([found("a", "bridge"), found("b", "bridge")], TEXTS.__getitem__, context=context)


def test_each_place_is_a_line_with_its_neighbours() -> None:
    assert [(line.article, line.left[-4:], line.match, line.right[:7]) for line in lines()] == [
        ("a", "old ", "bridge", " closed"),
        ("a", "new ", "bridge", " opens,"),
        ("a", "the ", "bridge", " keeper"),
        ("b", " No "[1:], "bridge", " at all"),
    ]
    assert all(TEXTS[line.article][line.start : line.end] == line.match for line in lines())
    assert all(len(line.left) <= 20 >= len(line.right) for line in lines())


def test_a_place_that_two_matches_tell_is_one_line() -> None:
    twice = concordance([found("a", "bridge"), found("a", "bridge")], TEXTS.__getitem__)
    assert len(twice) == 3


def test_neighbouring_words_of_a_match_are_one() -> None:
    text = TEXTS["a"]
    at = text.index("new bridge")
    match = Match("a", "passage", 0, len(text), text, 1.0, (Span(at, at + 3), Span(at + 4, at + 10)))
    assert [line.match for line in concordance([match], TEXTS.__getitem__)] == ["new bridge"]


def test_a_title_that_stands_in_no_text_has_no_line() -> None:
    assert (
        concordance([Match("a", "title", None, None, "The bridge", 1.0, (Span(4, 10),))], TEXTS.__getitem__)
        == []
    )


def test_words_that_are_only_like_those_typed_stand_there_for_want_of_better() -> None:
    told = concordance([found("a", "bridge"), found("b", "bridge"), found("a", "keeper")], TEXTS.__getitem__)
    assert {line.match for line in as_typed(told, ("bridg",))} == {"bridge"}
    assert len(as_typed(told, ("bridg",))) == 4
    assert as_typed(told, ("brigde",)) == told
    assert as_typed(told, ("bridge", "keepre")) == told


def test_lines_are_sorted_by_the_word_after_or_before() -> None:
    assert [line.right.split()[0] for line in sorted_lines(lines(), "right")] == [
        "at",
        "closed.",
        "keeper",
        "opens,",
    ]
    assert [line.left.split()[-1] for line in sorted_lines(lines(), "left")] == ["new", "No", "old", "the"]


def test_dispersion_tells_where_in_an_article_they_fall() -> None:
    told = dispersion(lines(), lambda article: len(TEXTS[article]), parts=4)
    assert [(one.article, sum(one.counts)) for one in told] == [("a", 3), ("b", 1)]
    assert told[0].counts[0] == 1
    assert told[1].counts == (1, 0, 0, 0)

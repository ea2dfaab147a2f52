"""Ranking: by the likeness of letters and the words that are held, and without reading what can be no better."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from tui.search.candidates import Candidate
from tui.search.query import parse
from tui.search.ranking import Ranked, ranked

TEXTS = st.text(alphabet="abc de", min_size=1, max_size=30)


class Store:
    """Texts by number, and which of them were asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = dict(enumerate(texts))
        self.asked: list[int] = []

    def __call__(self, numbers: Sequence[int]) -> dict[int, str]:
        self.asked += numbers
        return {number: self.texts[number] for number in numbers if number in self.texts}


def rank(query: str, candidates: Sequence[Candidate], store: Store, limit: int = 10) -> list[Ranked]:
    return ranked(parse(query), candidates, store, limit)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(TEXTS, st.floats(0, 0.99)), min_size=1, max_size=130),
    st.integers(0, 5),
    st.integers(1, 9),
)
def test_what_is_left_unread_could_not_have_been_among_the_first(
    drawn: list[tuple[str, float]], whole: int, limit: int
) -> None:
    drawn.sort(key=lambda one: -one[1])
    candidates = [
        Candidate(number, 1.0 if number < whole else score, number < whole)
        for number, (_, score) in enumerate(drawn)
    ]
    store = Store([text for text, _ in drawn])
    naive = sorted(
        0.8 + 0.2 * alike if one.whole else 0.8 * (one.score * 166 / 266 + alike * 100 / 266)
        for one in candidates
        for alike in [fuzz.partial_ratio("abc de", store.texts[one.number]) / 100]
    )
    found = rank("abc de", candidates, store, limit)
    assert [round(one.score, 9) for one in found[:limit]] == [round(one, 9) for one in naive[::-1][:limit]]


def test_a_text_that_holds_all_words_goes_before_one_that_is_alike() -> None:
    store = Store(["harbour talks, and a great many other words about something else", "harbor talk"])
    first, second = rank("harbour talks", [Candidate(0, 1.0, True), Candidate(1, 0.9, False)], store)
    assert (first.number, second.number) == (0, 1)
    assert first.score >= 0.8 >= second.score
    assert rank("harbour talks", [Candidate(0, 1.0, True)], Store(["harbour talks"]))[0].score == 1.0


def test_among_equals_the_shorter_goes_first_then_the_one_that_stands_first() -> None:
    store = Store(["the port opens in may", "the port", "the port"])
    candidates = [Candidate(number, 0.5, False) for number in range(3)]
    assert [one.number for one in rank("port", candidates, store)] == [1, 2, 0]


def test_texts_that_can_be_no_better_are_not_read() -> None:
    texts = ["the port opens"] * 10 + ["nothing of it"] * 200
    candidates = [Candidate(n, 1.0, True) if n < 10 else Candidate(n, 0.1, False) for n in range(210)]
    store = Store(texts)
    assert [one.number for one in rank("port", candidates, store)[:10]] == list(range(10))
    assert sorted(store.asked) == list(range(40))
    store = Store(texts)
    assert len(rank("port", candidates, store, limit=11)) == 11
    assert sorted(store.asked) == list(range(210))


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, st.floats(0, 0.99), st.booleans()), max_size=90), st.integers(1, 9))
def test_what_comes_after_enough_that_is_better_is_left_out_and_nothing_else(
    drawn: list[tuple[str, float, bool]], limit: int
) -> None:
    drawn.sort(key=lambda one: -one[1])
    store = Store([text for text, _, _ in drawn])
    both = [Candidate(number, score, False) for number, (_, score, _) in enumerate(drawn)]
    first = [one for one in both if drawn[one.number][2]]
    then = [one for one in both if not drawn[one.number][2]]
    known = [one.score for one in rank("abc de", first, store, limit)]
    after = ranked(parse("abc de"), then, store, limit, known)
    apart = sorted(known + [one.score for one in after])[::-1][:limit]
    assert apart == [one.score for one in rank("abc de", both, store, limit)]


def test_one_of_the_later_that_is_more_alike_goes_before_the_first() -> None:
    store = Store(["a word of it"] * 40 + ["port of call"])
    candidates = [*(Candidate(number, 0.5, False) for number in range(40)), Candidate(40, 0.49, False)]
    (best,) = rank("port of call", candidates, store, limit=1)
    assert best.number == 40


def test_texts_that_are_gone_are_passed_over() -> None:
    store = Store(["the port"])
    assert [
        one.number for one in rank("port", [Candidate(7, 1.0, True), Candidate(0, 0.9, False)], store)
    ] == [0]


def test_a_phrase_that_is_asked_for_is_held_and_one_that_is_forbidden_is_not() -> None:
    texts = ["the old port opens", "the port, old as it is", "an old portal", "the old port may close"]
    candidates = [Candidate(number, 0.9, False) for number in range(4)]

    def found(query: str) -> list[int]:
        return sorted(one.number for one in rank(query, candidates, Store(texts)))

    assert found('"old port"') == [0, 3]
    assert found('"old port" !"may close"') == [0]
    assert found('"old port"|"an old"') == [0, 2, 3]
    assert found('port !"old port"') == [1, 2]
    assert found("old port") == [0, 1, 2, 3]


def test_a_phrase_that_no_candidate_holds_finds_nothing() -> None:
    store = Store(["harbour and talks", "talks at the harbour"])
    assert rank('"harbour talks"', [Candidate(0, 1.0, True), Candidate(1, 1.0, True)], store) == []

"""Counterparts: for each passage of one article, the passages of another that tell the same in other words.

Likeness of spelling (cosine of tf-idf over character 4-grams), of terms (`terms`: meanings, numbers, actors) and of
sense (`word_vectors`), to which shared dates, counted numbers and events add. Likeness of words alone does not tell an
event from another of its kind, so passages that tell events of one sort, or name other places, are none.
"""

from collections import defaultdict
from typing import NamedTuple

from tui.compare.account import Account, published_within
from tui.compare.counterpart import Counterpart, PassageMatch
from tui.compare.evidence import Evidence, weigh_evidence
from tui.compare.profiles import Profile, Profiles, profile
from tui.compare.reasons import reasons
from tui.compare.vectors import vectors
from tui.compare.weights import Weights
from tui.compare.words import small_words


class Aligned(NamedTuple):
    """Two passages that tell the same, how like they are, and whether each is the other's best."""

    first: Profile
    second: Profile
    score: float
    mutual: bool


class _Weighed(NamedTuple):
    """A match before it is judged: its score, which passage of the other article, and what speaks for it."""

    score: float
    second: int
    evidence: Evidence
    cosine: float


MOST = 3
"""Counterparts of a passage that are kept."""

THRESHOLD = 0.2
"""The score from which on a match passes.

By words alone no passage passes that tells an event of the same sort, or that names other places: two bombings are
told in like words.
"""

_MUTUAL = 0.03  # what it takes less where two passages are each other's likest
_SAME_NEWS = 31  # days between two articles from which on that is not believed sooner
_AGAINST = 0.6  # what the score is worth where the passages tell two events of one kind
_ALMOST_THE_SAME = 0.9  # cosine from which on two passages are one text, whatever they tell of
_NOT_MUCH_WORSE = 0.7  # part of the best score from which on a second match is shown beside the best
_FAR_BETTER = 0.45  # part of a passage's best score below which a match with it is left out
_CANDIDATES = 8  # likest passages for which the rest is weighed in


_Sides = tuple[Profiles, Profiles, Weights]

_Passed = dict[int, list[tuple[float, int, Evidence]]]
"""For each passage of one article: score, index and evidence of those of the other that pass, best first."""


def counterparts(a: Account, b: Account, weights: Weights) -> list[Counterpart]:
    """For each passage of `a`, its counterparts in `b`: best first, at most three; none where it is told only here.

    `weights` are the corpus'; see `weigh`. Articles in different languages are compared by names and numbers alone,
    and the counterparts say so in their note.
    """
    one, other = profile(a, weights), profile(b, weights)
    note = _note(one, other)
    scored = _scores(one, other, weights, by_words=not note)
    best_of_other: dict[int, tuple[float, int]] = {}
    for first, row in scored.items():
        for score, second, _ in row:
            best_of_other[second] = max(best_of_other.get(second, (0.0, -1)), (score, -first))
    found = []
    for index, passage in enumerate(one.passages):
        row = scored.get(index, [])
        matches = tuple(
            _match(
                (one, other, weights), index, match, mutual=rank == 0 and best_of_other[match[1]][1] == -index
            )
            for rank, match in enumerate(row[:MOST])
        )
        start, end = passage.passage.start, passage.passage.end
        found.append(Counterpart(a.article.id, start, end, a.article.text[start:end], matches, note))
    return found


def aligned(one: Profiles, other: Profiles, weights: Weights) -> list[Aligned]:
    """Pairs of passages that are the best counterpart of at least one of the two."""
    scored = _scores(one, other, weights, by_words=not _note(one, other))
    best: dict[int, tuple[float, int]] = {}
    for first, row in scored.items():
        for score, second, _ in row:
            best[second] = max(best.get(second, (0.0, -1)), (score, -first))
    return [
        Aligned(
            one.passages[first], other.passages[second], score, mutual=rank == 0 and best[second][1] == -first
        )
        for first, row in scored.items()
        for rank, (score, second, _) in enumerate(row)
        if rank == 0 or best[second][1] == -first
    ]


def _note(one: Profiles, other: Profiles) -> str:
    if one.language and other.language and one.language != other.language:
        return (
            f"in different languages ({one.language}, {other.language}): compared by names and numbers alone"
        )
    return ""


def _scores(one: Profiles, other: Profiles, weights: Weights, *, by_words: bool) -> _Passed:
    """For each passage of one article those of the other that pass, best first."""
    weighed: list[list[_Weighed]] = []
    best: defaultdict[int, float] = defaultdict(float)
    theirs = vectors(other, weights)
    for passage, vector in zip(one.passages, vectors(one, weights).passages, strict=True):
        likest = sorted(theirs.like(vector), key=lambda pair: (-pair[0], pair[1]))[:_CANDIDATES]
        row = []
        for cosine, second in likest:
            evidence = weigh_evidence(one, passage, other, other.passages[second], weights)
            score = _score(cosine, evidence)
            best[second] = max(best[second], score)
            row.append(_Weighed(score, second, evidence, cosine))
        weighed.append(sorted(row, key=lambda match: (-match.score, match.second)))
    one_news = published_within(one.account, other.account, _SAME_NEWS)
    needed = THRESHOLD - (_MUTUAL if one_news else 0), THRESHOLD
    return _without_far_better(
        {index: _passing(row, best, needed, by_words=by_words) for index, row in enumerate(weighed)}
    )


def _passing(
    row: list[_Weighed], best: dict[int, float], needed: tuple[float, float], *, by_words: bool
) -> list[tuple[float, int, Evidence]]:
    """The matches of one passage that pass; where its best does, also those that are not much worse.

    `needed` is the score that two need which are each other's likest, and that of any others.
    """
    passed: list[tuple[float, int, Evidence]] = []
    for rank, (score, second, evidence, cosine) in enumerate(row):
        least = needed[0] if rank == 0 and score >= best[second] else needed[1]
        other_event = evidence.strangers or evidence.same_sort or evidence.against
        if (
            cosine >= _ALMOST_THE_SAME
            or (score >= least and _credible(evidence, by_words=by_words))
            or (passed and score >= _NOT_MUCH_WORSE * passed[0][0] and not other_event)
        ):
            passed.append((round(score, 3), second, evidence))
    return passed


def _score(cosine: float, evidence: Evidence) -> float:
    against = evidence.against and cosine < _ALMOST_THE_SAME
    return min(1.0, cosine + evidence.weight) * (_AGAINST if against else 1.0)


def _without_far_better(passed: _Passed) -> _Passed:
    """Leave out matches with a passage that goes far better with another: some passages are a little like many."""
    best: dict[int, float] = {}
    for row in passed.values():
        for score, second, _ in row:
            best[second] = max(best.get(second, 0.0), score)
    return {
        index: [match for match in row if match[0] >= _FAR_BETTER * best[match[1]]]
        for index, row in passed.items()
    }


def _credible(evidence: Evidence, *, by_words: bool) -> bool:
    """Whether a match can be one: not where places are others, nor by words alone where both tell such an event."""
    return not evidence.strangers and (evidence.telling or (by_words and not evidence.same_sort))


def _match(sides: _Sides, first: int, weighed: tuple[float, int, Evidence], *, mutual: bool) -> PassageMatch:
    one, other, weights = sides
    score, second, evidence = weighed
    here, there = one.passages[first], other.passages[second]
    article, (_, start, end) = other.account.article, there.passage
    why = reasons(evidence, here, there, weights, small_words(one.language))
    rule = "shared and alike" if evidence.telling else "alike"
    return PassageMatch(article.id, start, end, article.text[start:end], score, mutual, why, rule)

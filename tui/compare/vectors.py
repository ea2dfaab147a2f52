"""Passages as vectors: what they are spelled of, what they mean and where their words lie."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from tui.compare.grams import grams
from tui.compare.profiles import Profile, Profiles
from tui.compare.weights import Weights
from tui.compare.word_vectors import sense
from tui.compare.words import small_words
from tui.corpus.text import fold

_SPELLING = 0.35
_TERMS = 0.52
_SENSE = 0.13
"""What likeness of spelling, of terms and of sense are of likeness."""

_WITH_SENSE = frozenset(
    {"en", None}
)  # languages whose words are known as points; None: too short a text to tell


@dataclass(frozen=True)
class Vectors:
    """A vector of length 1 for each passage of an article.

    Each is tf-idf over grams, idf over terms (`terms`; they start with a line's end), and the point of its words
    (`word_vectors`; two line's ends), in fixed parts, so that the product of two is a weighted mean of three cosines.
    """

    passages: tuple[dict[str, float], ...]

    @cached_property
    def postings(self) -> dict[str, list[tuple[int, float]]]:
        """For each piece the passages that it stands in, with its weight there."""
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for index, vector in enumerate(self.passages):
            for piece, weight in vector.items():
                postings[piece].append((index, weight))
        return dict(postings)

    def like(self, vector: dict[str, float]) -> list[tuple[float, int]]:
        """The cosine of a vector with each passage, and which that is."""
        sums: defaultdict[int, float] = defaultdict(float)
        for piece, weight in vector.items():
            for index, other in self.postings.get(piece, ()):
                sums[index] += weight * other
        return [(cosine, index) for index, cosine in sums.items()]


def vectors(profiles: Profiles, weights: Weights) -> Vectors:
    """The vectors of an article's passages; computed once and kept with `weights`."""
    article = profiles.account.article
    key = (article.id, article.sha256, "vectors")
    with weights.lock:
        kept = weights.profiles.get(key)
        if isinstance(kept, tuple) and kept[0] is profiles:
            made: Vectors = kept[1]
        else:
            text, language = fold(article.text), profiles.language
            made = Vectors(tuple(_vector(passage, text, language, weights) for passage in profiles.passages))
        weights.keep(key, (profiles, made))
    return made


def _vector(profile: Profile, text: str, language: str | None, weights: Weights) -> dict[str, float]:
    idf = weights.grams
    pieces = Counter(grams(text[profile.passage.start : profile.passage.end]))
    spelled = {
        piece: weight if count == 1 else (1 + math.log(count)) * weight
        for piece, count in pieces.items()
        if (weight := idf[piece])
    }
    meant = {f"\n{term}": weights.term(term) for term in profile.terms}
    known = sorted(profile.words - small_words(language)) if language in _WITH_SENSE else []
    point = sense({word: weights.word(word) for word in known})
    lies = {f"\n\n{at}": number for at, number in enumerate(point)}
    return {**_of_length(spelled, _SPELLING), **_of_length(meant, _TERMS), **_of_length(lies, _SENSE)}


def _of_length(vector: dict[str, float], square: float) -> dict[str, float]:
    """The vector, made so long that its square is as told."""
    length = math.hypot(*vector.values()) / math.sqrt(square)
    return {key: weight / length for key, weight in vector.items()} if length else {}

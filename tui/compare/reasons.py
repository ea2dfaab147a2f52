"""Why two passages are held for counterparts, in words for a reader."""

from collections import defaultdict

from tui.compare.evidence import Evidence
from tui.compare.profiles import Profile
from tui.compare.terms import meaning
from tui.compare.weights import Weights

_MOST = 4  # words named, and pairs of words
_SHORTEST = 4  # letters of a word that is named
_ALIKE = "words: used alike"


def reasons(
    evidence: Evidence, first: Profile, second: Profile, weights: Weights, small: frozenset[str]
) -> tuple[str, ...]:
    """What both share, weightiest first: "actors: Putin, Trump", "number: 215", "words: grain", "truce for ceasefire".

    `small` are words that say nothing. Where passages share no more than that their words are used alike, it says so.
    """
    told = [f"{label}: {', '.join(shared)}" for label, shared in evidence.shared if shared]
    names = {part.lower() for name in (*first.actors, *second.actors) for part in name.split()}
    here, there = ({*side.words} - small - names for side in (first, second))
    rare = _rarest([word for word in here & there if _named(word)], weights)
    if rare:
        told.append(f"words: {', '.join(rare)}")
    others = _in_other_words(here, there, weights)
    if others:
        told.append(f"in other words: {', '.join(others)}")
    return tuple(told) or (_ALIKE,)


def _in_other_words(here: set[str], there: set[str], weights: Weights) -> list[str]:
    """Words of one that mean what others of the other do: `truce/ceasefire`; other forms of one word are none."""
    theirs = _by_meaning(there)
    pairs = [
        (min(words), min(theirs[meant]))
        for meant, words in _by_meaning(here).items()
        if meant in theirs and {*map(_begins, words)}.isdisjoint(map(_begins, theirs[meant]))
    ]
    listed = sorted(pairs, key=lambda pair: (-max(map(weights.word, pair)), pair))
    return [f"{one}/{other}" for one, other in listed[:_MOST]]


def _by_meaning(words: set[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if _named(word):
            found[meaning(word)].append(word)
    return found


def _begins(word: str) -> str:
    return word[:_SHORTEST]


def _named(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.isdigit()


def _rarest(words: list[str], weights: Weights) -> list[str]:
    return sorted(words, key=lambda word: (-weights.word(word), word))[:_MOST]

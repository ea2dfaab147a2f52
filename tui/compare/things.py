"""Who and what some words are told of, and whether two are the same."""

from functools import cache
from typing import NamedTuple

from tui.compare.terms import meaning
from tui.findings.language.wordlists import words

NAMED, NOUN, PLACE, VAGUE = 2.0, 1.6, 1.0, 0.5
"""How much it says that two tellings are of one thing, that both name an actor, a noun, a place, or people at large."""


class Things(NamedTuple):
    """What words are told of: people and bodies, places and states, by their names in the corpus; meanings of nouns."""

    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(self)


NOTHING = Things()


def shared(one: Things, other: Things) -> set[str]:
    """What both name: actors, else nouns, else places."""
    return set(one.actors & other.actors) or set(one.nouns & other.nouns) or set(one.places & other.places)


def of_one(one: Things, other: Things) -> float:
    """How much says that both are of one thing: `NAMED`, `NOUN`, `PLACE`, `VAGUE`, or 0."""
    if one.actors & other.actors:
        return NAMED
    noun = max((VAGUE if general(noun) else NOUN for noun in one.nouns & other.nouns), default=0.0)
    return max(noun, PLACE if one.places & other.places else 0.0)


def strangers(one: Things, other: Things) -> bool:
    """Whether they name others: other people, or only other places."""
    if one.actors or other.actors:
        return bool(one.actors and other.actors and not one.actors & other.actors)
    return bool(one.places and other.places and not one.places & other.places)


def general(noun: str) -> bool:
    """Whether a noun alone tells nothing apart: people, officials, the government."""
    return noun in _general()


@cache
def _general() -> frozenset[str]:
    listed = ("people_nouns", "speaker_nouns", "anonymous_speakers")
    return frozenset(meaning(word) for name in listed for word in words(name)) | frozenset(
        map(meaning, ("government", "authority", "authorities", "number", "report", "minister", "company"))
    )

"""The words that tell events, and what they tell of them."""

from functools import cache
from typing import NamedTuple, get_args

from tui.findings.events.event import Level, Status
from tui.findings.language.wordlists import words

MEETINGS = frozenset({"meeting", "talks", "summit", "call"})
"""The sorts of events at which people meet."""


class Trigger(NamedTuple):
    """A word that tells an event: the sort of event, the word's index `at`, whether it is a noun.

    `first` is the index of the first word that tells the same event ("met for talks": `met`), else `at`.
    """

    kind: str
    at: int
    first: int
    noun: bool


@cache
def event_nouns() -> dict[str, str]:
    """Nouns that tell an event, with its sort."""
    return _keyed("event_nouns")


@cache
def event_verbs() -> dict[str, str]:
    """Forms of verbs that tell an event, with its sort."""
    return _keyed("event_verbs")


@cache
def levels() -> tuple[tuple[tuple[str, ...], Level], ...]:
    """Words and phrases that tell a level: phrases first, then in the order of the levels."""
    order = {level.replace(" ", "-"): level for level in get_args(Level)}
    listed = (entry.split(maxsplit=1) for entry in words("event_levels"))
    found = [(tuple(phrase.split()), order[level]) for level, phrase in listed]
    ranks = {level: rank for rank, level in enumerate(get_args(Level))}
    return tuple(sorted(found, key=lambda entry: (-len(entry[0]), ranks[entry[1]], entry[0])))


@cache
def status_words() -> dict[str, Status]:
    """Single words that tell a status."""
    return {phrase[0]: status for phrase, status in _status_entries() if len(phrase) == 1}


@cache
def status_pairs() -> dict[tuple[str, str], Status]:
    """Pairs of words that tell a status."""
    return {(phrase[0], phrase[1]): status for phrase, status in _status_entries() if len(phrase) == 2}


@cache
def rounds() -> dict[str, int]:
    """Words that tell which of several events is meant, and its number; 0 is one before, -1 one to come."""
    return {word: int(number) for number, word in (entry.split() for entry in words("round_words"))}


def _status_entries() -> list[tuple[list[str], Status]]:
    return [(entry.split(), status) for status in get_args(Status) for entry in words(f"event_{status}")]


def _keyed(name: str) -> dict[str, str]:
    return {word: kind for kind, word in (entry.split(maxsplit=1) for entry in words(name))}

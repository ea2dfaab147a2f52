"""Numbers of one thing that two accounts tell in passages that are no counterparts: the toll in the first paragraph."""

from collections import Counter
from itertools import chain
from typing import NamedTuple

from tui.compare.circumstances import Circumstances, circumstances, comparable, compatible
from tui.compare.clauses import Sentence, telling_terms
from tui.compare.difference import Difference
from tui.compare.differing_numbers import confidence_of, numbers_of, side_of, unit_of, unmatched
from tui.compare.profiles import Profile, Profiles
from tui.compare.quantity import OF_PEOPLE, Quantity
from tui.compare.rarity import Rarity

_LIKE = 0.35  # part of the shorter sentence, by weight, from which on two sentences can tell of one thing
_DOUBTFUL = 0.45
_PASSAGES = 100  # passages of an article that are read for numbers
_FIRST = 0.62  # confidence that the first toll of two articles is of one thing


class _Count(NamedTuple):
    passage: Profile
    quantity: Quantity
    around: Circumstances
    terms: frozenset[str]


def differing_counts(one: Profiles, other: Profiles, rarity: Rarity) -> list[Difference]:
    """Numbers of one unit that cannot agree, in sentences that are each other's likest; first tolls of two articles.

    Quiet where either article tells the other's number too; doubtful where one counts several things of that unit.
    """
    here, there = _counts(one, other), _counts(other, one)
    told = [Counter(unit_of(quantity) for quantity in _all(side)) for side in (one, other)]
    found = []
    for unit in sorted(here.keys() & there.keys()):
        once = told[0][unit] == told[1][unit] == 1
        for first in here[unit]:
            second = max(there[unit], key=lambda told: rarity.within(first.terms, told.terms))
            back = max(here[unit], key=lambda told: rarity.within(told.terms, second.terms))
            like = rarity.within(first.terms, second.terms)
            if back is not first or like < _LIKE or not comparable(first.around, second.around, unit):
                continue
            confidence = confidence_of(unit) if once else _DOUBTFUL
            found.append(_difference(one, other, first, second, confidence))
    for unit in sorted(OF_PEOPLE & here.keys() & there.keys()) if _named(one) & _named(other) else ():
        toll, others = _first_toll(one, here[unit]), _first_toll(other, there[unit])
        if toll and others and compatible(toll.around, others.around, unit):
            found.append(_difference(one, other, toll, others, _FIRST))
    return found


def _named(profiles: Profiles) -> set[str]:
    """The people, bodies and places that an article names: two tolls are of one thing where two articles share any."""
    mentions = chain.from_iterable(sentence.named for sentence in profiles.sentences)
    return {mention.name for mention in mentions if mention.type in {"person", "organisation", "place"}}


def _all(profiles: Profiles) -> list[Quantity]:
    return [quantity for passage in profiles.passages[:_PASSAGES] for quantity in numbers_of(passage)]


def _counts(profiles: Profiles, others: Profiles) -> dict[str, list[_Count]]:
    """The numbers that the other article does not tell, by their units, each with what its sentence tells."""
    found: dict[str, list[_Count]] = {}
    for passage in profiles.passages[:_PASSAGES]:
        numbers = list(numbers_of(passage))
        for quantity in unmatched(numbers, [], others):
            index = next(
                (at for at, sentence in enumerate(profiles.sentences) if _holds(sentence, quantity)), None
            )
            if index is not None:
                around = circumstances(profiles.account, passage.passage.start, passage.passage.end, quantity)
                terms = telling_terms(profiles.account, profiles.sentences, index)
                found.setdefault(unit_of(quantity), []).append(_Count(passage, quantity, around, terms))
    return found


def _holds(sentence: Sentence, quantity: Quantity) -> bool:
    return sentence.start <= quantity.start < sentence.end


def _first_toll(profiles: Profiles, counts: list[_Count]) -> _Count | None:
    """The first toll of an article, where its passage has no other: one army's dead are not the other's."""
    first = counts[0]
    unit = first.quantity.unit
    tolls = [
        (passage, told)
        for passage in profiles.passages[:_PASSAGES]
        for told in passage.quantities
        if told.unit == unit
    ]
    alone = [quantity for passage, quantity in tolls if passage is tolls[0][0]]
    return first if tolls[0][1] == first.quantity and len(alone) == 1 and not first.around.nations else None


def _difference(
    one: Profiles, other: Profiles, first: _Count, second: _Count, confidence: float
) -> Difference:
    unit = first.quantity.unit
    sides = side_of(one.account, first.quantity), side_of(other.account, second.quantity)
    return Difference("number", f"how many: {unit}", sides, f"numbers of {unit}", confidence)

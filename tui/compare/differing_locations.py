"""Places that two accounts give for one thing, whether or not it is an event of a known sort."""

import re
from typing import NamedTuple

from tui.compare.alignment import Aligned
from tui.compare.clauses import Named, Sentence, dates_of, telling_terms, words_for
from tui.compare.difference import Difference, Side
from tui.compare.moments import Moment, apart, moment
from tui.compare.profiles import Profiles
from tui.compare.rarity import Rarity
from tui.compare.things import general

_SURE, _DOUBTFUL, _TOLD_TOO = 0.62, 0.45, 0.25
_SHARED = 2  # terms of both tellings from which on two places can be of one thing
_LIKE, _MUCH_LIKE = (
    0.25,
    0.35,
)  # part of the shorter telling that is in both, from which on they can be, and are, of one
_IN_COUNTERPARTS = 0.15
_LEAD_REACH = 32  # code points before a name in which the word stands that makes it a place
_LEADING = re.compile(
    r"\b(?:(?P<sure>in|near|outside)|at|to|of)\s+(?:the\s+)?(?:\w+\s+(?:city|town|village|port|capital)\s+of\s+)?\Z"
)


class _Located(NamedTuple):
    sentence: Sentence
    place: Named
    terms: frozenset[str]
    days: tuple[Moment, ...]


def differing_locations(
    one: Profiles, other: Profiles, pairs: list[Aligned], rarity: Rarity
) -> list[Difference]:
    """Two places of one thing: tellings, each the other's likest, that share much of what they tell, but not the place.

    Doubtful where they share little, or one article names the other's place too.
    """
    here, there = _located(one), _located(other)
    if not here or not there:
        return []
    named = [
        {mention.name for sentence in side.sentences for mention in sentence.named} for side in (one, other)
    ]
    paired = {(pair.first.passage.start, pair.second.passage.start) for pair in pairs if pair.mutual}
    found = []
    for first in here:
        likest = max(there, key=lambda second: rarity.like(first.terms, second.terms))
        back = max(here, key=lambda told: rarity.like(told.terms, likest.terms))
        if likest.place.name == first.place.name or back is not first:
            continue
        counterparts = (first.sentence.passage.start, likest.sentence.passage.start) in paired
        confidence = _confidence(first, likest, rarity, counterparts=counterparts)
        if confidence:
            both = first.place.name in named[1] or likest.place.name in named[0]
            shared = ", ".join(sorted(words_for(first.sentence, _telling(first, likest, rarity))))
            sides = _side(one, first), _side(other, likest)
            confidence = round(confidence - (_TOLD_TOO if both else 0), 2)
            found.append(Difference("place", f"place: {shared}", sides, "places of one thing", confidence))
    return found


def _confidence(first: _Located, second: _Located, rarity: Rarity, *, counterparts: bool) -> float:
    like, shared = rarity.within(first.terms, second.terms), _telling(first, second, rarity)
    like += _IN_COUNTERPARTS if counterparts else 0
    if like < _LIKE or len(shared) + counterparts < _SHARED:
        return 0.0
    named = any(term.startswith("@") for term in shared)  # two bombings are told in like words
    sure = named and len(shared) >= _SHARED and like >= _MUCH_LIKE and not _on_other_days(first, second)
    return _SURE if sure else _DOUBTFUL


def _on_other_days(first: _Located, second: _Located) -> bool:
    return bool(first.days and second.days) and all(apart(a, b) for a in first.days for b in second.days)


def _located(profiles: Profiles) -> list[_Located]:
    """The places, states aside, in or near which something is told to be, each with what is told of it beside."""
    found = []
    for index, sentence in enumerate(profiles.sentences):
        for mention in sentence.named:
            offset = mention.start - sentence.start
            lead = _LEADING.search(sentence.folded, max(0, offset - _LEAD_REACH), offset)
            fronted = (
                lead and not sentence.folded[: lead.start()].strip()
            )  # In Iowa, …: one of several places
            if (
                lead
                and not fronted
                and (mention.type == "place" or (lead["sure"] and _can_be_place(mention)))
            ):
                terms = telling_terms(profiles.account, profiles.sentences, index)
                days = tuple(moment(date.value, date.text) for date in dates_of(profiles.account, sentence))
                found.append(_Located(sentence, mention, terms - {f"@{mention.name}"}, days))
    return found


def _can_be_place(mention: Named) -> bool:
    """Whether a name can be a place's that no list knows: one word, after "in" or "near"."""
    return mention.type in {"person", "organisation"} and " " not in mention.name


def _telling(first: _Located, second: _Located, rarity: Rarity) -> set[str]:
    """The terms of both that say what is told: no people in general, and nobody who is everywhere."""
    return {term for term in first.terms & second.terms if not general(term) and not rarity.everywhere(term)}


def _side(profiles: Profiles, told: _Located) -> Side:
    article = profiles.account.article
    start, end = told.place.start, told.place.end
    return Side(told.place.name, article.id, start, end, article.text[start:end])

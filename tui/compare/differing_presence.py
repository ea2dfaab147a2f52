"""Somebody whom one account has left out, and another taking part."""

import re
from functools import cache
from itertools import combinations
from typing import Literal, NamedTuple

from tui.compare.alignment import Aligned
from tui.compare.difference import Difference, Side
from tui.compare.profiles import Profile, Profiles
from tui.corpus.sentences import sentences
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.language.wordlists import words

Presence = Literal["left out", "took part"]

_LEFT_OUT_AND_NOT, _WITHIN = 0.65, 0.45
_FIRST_PASSAGES = 100  # passages of an article that are read against each other
_CAPITALISED = re.compile(r"\b[A-Z]\w+")


class _Told(NamedTuple):
    presence: Presence
    names: frozenset[str]
    start: int
    end: int


def differing_presence(pairs: list[Aligned]) -> list[Difference]:
    """Those whom a passage has left out and its counterpart taking part."""
    return [
        difference for pair in pairs for difference in _differing(pair.first, pair.second, _LEFT_OUT_AND_NOT)
    ]


def presence_within(profiles: Profiles) -> list[Difference]:
    """Those whom one article has left out and taking part; doubtful, since it can be of two occasions."""
    telling = [passage for passage in profiles.passages[:_FIRST_PASSAGES] if _told(passage)]
    return [
        difference
        for first, second in combinations(telling, 2)
        for difference in _differing(first, second, _WITHIN)
    ]


def _differing(one: Profile, other: Profile, confidence: float) -> list[Difference]:
    found = []
    for first in _told(one):
        for second in _told(other):
            shared = sorted(first.names & second.names)
            if shared and first.presence != second.presence:
                sides = (_side(one, first), _side(other, second))
                subject = f"whether {shared[0]} takes part"
                found.append(Difference("participants", subject, sides, "left out and not", confidence))
    return found


def _told(profile: Profile) -> list[_Told]:
    """Who was left out or took part: those whom the sentence names before it says so."""
    text, passage = profile.account.article.text, profile.passage
    if not _phrases().search(text, passage.start, passage.end):
        return []
    found = []
    for start, end in sentences(text, passage.start, passage.end):
        for match in _phrases().finditer(text, start, end):
            names = _named(profile, start, match.start())
            negated = re.match(r"No(?:body|\s+one)?\b", text[start:end])
            presence: Presence = "left out" if negated or match["out"] else "took part"
            if names:
                found.append(_Told(presence, names, start, match.end()))
    return found


def _named(profile: Profile, start: int, end: int) -> frozenset[str]:
    """The actors and states named between two code points; a people stands for its state."""
    account, demonyms = profile.account, gazetteer().demonyms
    named = {
        account.name(actor.name)
        for actor in account.findings.actors
        if any(start <= mention.start < end for mention in actor.mentions)
    }
    for match in _CAPITALISED.finditer(account.article.text, start, end):
        state = demonyms.get(match.group()) or demonyms.get(match.group().removesuffix("s"))
        if state:
            named.add(state)
    return frozenset(named)


def _side(profile: Profile, told: _Told) -> Side:
    article = profile.account.article
    return Side(told.presence, article.id, told.start, told.end, article.text[told.start : told.end])


@cache
def _phrases() -> re.Pattern[str]:
    def either(name: str) -> str:
        ordered = sorted(words(name), key=lambda phrase: (-len(phrase), phrase))
        return "|".join(phrase.replace(" ", r"\s+") for phrase in ordered)

    return re.compile(
        rf"\b(?:(?P<out>{either('left_out_phrases')})|(?P<part>{either('taking_part_phrases')}))\b"
    )

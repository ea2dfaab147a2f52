"""Who took part, and who was left out: accounts that name others."""

import re
from functools import cache
from typing import NamedTuple

from tui.compare.account import Account
from tui.compare.difference import Difference, Side
from tui.compare.sameness import people, same_place
from tui.compare.tellings import Paired, about, twice_told
from tui.compare.words import stem
from tui.corpus.text import fold
from tui.findings.language.wordlists import words

_OVERLAP, _NO_OVERLAP = 0.6, 0.3
_OTHERS = 0.6
_ENDS = re.compile(r"[.;:,()“”\"—–]|\b(?:from|in|at|could|would|will|may|that|which|who|to|have|has)\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 60  # code points of those left out, at most


class _Exclusion(NamedTuple):
    start: int
    end: int
    names: frozenset[str]  # stems of the words that say who


def differing_participants(one: Account, other: Account, pairs: Paired) -> list[Difference]:
    """Accounts of one story that leave others out, and tellings of one event that have other people in it."""
    return _left_out(one, other) + _taking_part(one, other, pairs)


def _left_out(one: Account, other: Account) -> list[Difference]:
    """Those who were excluded; they must overlap to be of one thing."""
    best: Difference | None = None
    for first in _exclusions(one):
        for second in _exclusions(other):
            if first.names == second.names:
                return []
            if one is other:
                continue
            confidence = _OVERLAP if first.names & second.names else _NO_OVERLAP
            sides = (_side(one, first), _side(other, second))
            if best is None or confidence > best.confidence:
                best = Difference("participants", "who was left out", sides, "exclusions", confidence)
    return [best] if best else []


def _side(account: Account, exclusion: _Exclusion) -> Side:
    text = account.article.text[exclusion.start : exclusion.end]
    return Side(" ".join(text.split()), account.article.id, exclusion.start, exclusion.end, text)


def _exclusions(account: Account) -> list[_Exclusion]:
    """Who is left out, with the words that name them; pronouns name nobody."""
    folded = fold(account.article.text)
    found = []
    for match in _pattern().finditer(folded):
        ending = _ENDS.search(folded, match.end(), match.end() + _LONGEST)
        end = ending.start() if ending else min(len(folded), match.end() + _LONGEST)
        while end > match.end() and folded[end - 1].isspace():
            end -= 1
        named = {
            part
            for actor in account.findings.actors
            for mention in actor.mentions
            if match.end() <= mention.start < end
            for part in fold(mention.text).split()
        }
        told = _WORD.findall(folded[match.end() : end])
        if named or not _peoples().isdisjoint(told):
            small = words("function_words") | words("participant_nouns") | words("coordinators")
            kept = frozenset(stem(word) for word in told if word not in small)
            found.append(_Exclusion(match.end(), end, kept))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(words("exclusions"), key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
    return re.compile(rf"\b(?:{either})\s+(?:the\s+)?")


@cache
def _peoples() -> frozenset[str]:
    """Adjectives of peoples and continents, in lower case."""
    peoples = {entry.partition("=")[0].strip().lower() for entry in words("demonyms")}
    return frozenset(peoples | {people.lower() for people in words("peoples")} | words("continents"))


def _taking_part(one: Account, other: Account, pairs: Paired) -> list[Difference]:
    """Tellings of one event, at one place and date, in which other people meet."""
    found = []
    for first, second in twice_told(one, other):
        events = first.event, second.event
        here, there = people(one, events[0]), people(other, events[1])
        differ = len(here) > 1 and len(there) > 1 and here & there and here - there and there - here
        same_day = events[0].date is not None and events[0].date == events[1].date
        if not differ or not same_day or not same_place(*events):
            continue
        if pairs.of(first, second):
            sides = tuple(
                telling.side(", ".join(sorted(names)), *telling.whole)
                for telling, names in ((first, here), (second, there))
            )
            subject = f"who took part in {about(first, second)}"
            found.append(Difference("participants", subject, sides, "people at one event", _OTHERS))
    return found

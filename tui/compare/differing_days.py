"""Days that two accounts give for one thing, whether or not it is an event of a known sort."""

import re
from typing import NamedTuple

from tui.compare.alignment import Aligned
from tui.compare.clauses import Sentence, dates_of, telling_terms, words_for
from tui.compare.difference import Difference, Side
from tui.compare.moments import Moment, alike, apart, moment
from tui.compare.profiles import Profiles
from tui.compare.rarity import Rarity
from tui.compare.things import general
from tui.findings.events.event import TimeExpression
from tui.findings.language.wordlists import words

_SURE, _DOUBTFUL = 0.6, 0.45
_LIKE, _MUCH_LIKE = (
    0.3,
    0.4,
)  # part of the shorter telling in both, from which on they can be, and are, of one
_SHARED, _MANY = 2, 3  # terms of both that say what happened
_IN_COUNTERPARTS = 0.15
_FARTHEST = 31  # days between two dates that can be of one thing
_LONGEST = 100  # days of a season: what is longer is no date of a thing
_SAID_REACH = 24  # code points before a date in which it can be told to be the day somebody spoke
_DATELINE_REACH = 40  # code points at the start of a sentence in which the date of a dateline stands
_DATELINE = re.compile(r"\.?,?\s*(?:\(|\)\s*[-–—]|[-–—]\s)")
_COMING = re.compile(
    r"\b(?:will|would|may|might|could|shall|plans?|planned|expected|due|(?:is|are|was|were)\s+to)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:until|till|since|by|before|after|from|between|as\s+of)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


class _Dated(NamedTuple):
    sentence: Sentence
    date: TimeExpression
    when: Moment
    terms: frozenset[str]
    coming: bool


def differing_days(one: Profiles, other: Profiles, pairs: list[Aligned], rarity: Rarity) -> list[Difference]:
    """Two days of one thing, in sentences that are each other's likest.

    Quiet where either article tells the other's day too. A day on which somebody spoke dates nothing else.
    """
    here, there = _dated(one), _dated(other)
    if not here or not there:
        return []
    told = [[_moment(date) for date in side.account.findings.dates] for side in (one, other)]
    paired = {(pair.first.passage.start, pair.second.passage.start) for pair in pairs if pair.mutual}
    found = []
    for first in here:
        second = max(there, key=lambda dated: rarity.within(first.terms, dated.terms))
        back = max(here, key=lambda dated: rarity.within(dated.terms, second.terms))
        if back is not first or not _differ(first.when, second.when):
            continue
        if _within(first.when, told[1]) or _within(second.when, told[0]):
            continue
        counterparts = (first.sentence.passage.start, second.sentence.passage.start) in paired
        confidence = _confidence(first, second, rarity, counterparts=counterparts)
        if confidence:
            named = ", ".join(sorted(words_for(first.sentence, _telling(first, second, rarity))))
            sides = _side(one, first.date), _side(other, second.date)
            found.append(Difference("date", f"date: {named}", sides, "days of one thing", confidence))
    return found


def _confidence(first: _Dated, second: _Dated, rarity: Rarity, *, counterparts: bool) -> float:
    like, shared = rarity.within(first.terms, second.terms), _telling(first, second, rarity)
    like += _IN_COUNTERPARTS if counterparts else 0
    if like < _LIKE or len(shared) < _SHARED:
        return 0.0
    alike_told = first.coming == second.coming and not _elsewhere(first, second)
    on_weekdays = first.when.on_weekday or second.when.on_weekday  # things happen every day
    much = len(shared) >= _MANY or (not on_weekdays and all(map(rarity.once, shared)))
    return _SURE if like >= _MUCH_LIKE and much and alike_told else _DOUBTFUL


def _telling(first: _Dated, second: _Dated, rarity: Rarity) -> set[str]:
    """The terms of both that say what happened: no people in general, and nobody who is everywhere."""
    return {term for term in first.terms & second.terms if not general(term) and not rarity.everywhere(term)}


def _elsewhere(first: _Dated, second: _Dated) -> bool:
    """Whether both sentences name places, and none in common."""
    places = [
        {mention.name for mention in dated.sentence.named if mention.type == "place"}
        for dated in (first, second)
    ]
    return all(places) and not places[0] & places[1]


def _dated(profiles: Profiles) -> list[_Dated]:
    """The sentences that give one day or season, but for days on which somebody spoke and those of datelines."""
    account = profiles.account
    text = account.article.text
    found = []
    for index, sentence in enumerate(profiles.sentences):
        dates = [
            date
            for date in dates_of(account, sentence)
            if _is_date(_moment(date))
            and not _of_saying(text, date)
            and not _OPEN.search(text, sentence.start, date.start)
            and not (date.start - sentence.start <= _DATELINE_REACH and _DATELINE.match(text, date.end))
        ]
        if len(dates) == 1:
            coming = _COMING.search(text, sentence.start, dates[0].end) is not None
            terms = telling_terms(account, profiles.sentences, index)
            found.append(_Dated(sentence, dates[0], _moment(dates[0]), terms, coming))
    return found


def _is_date(when: Moment) -> bool:
    """Whether it is a day, a day without a year, or a stretch of no more than a season."""
    if when.days:
        return (when.days[1] - when.days[0]).days <= _LONGEST
    return bool(when.day or when.weekday)


def _of_saying(text: str, date: TimeExpression) -> bool:
    before = _WORD.findall(text[max(0, date.start - _SAID_REACH) : date.start].lower())
    return not (words("cues") - words("weak_cues")).isdisjoint(before)


def _differ(one: Moment, other: Moment) -> bool:
    if not apart(one, other):
        return False
    if one.days and other.days:
        lengths = {(days[1] - days[0]).days > 0 for days in (one.days, other.days)}
        farthest = _FARTHEST if lengths == {False} else 366
        return len(lengths) == 1 and abs((one.days[0] - other.days[0]).days) <= farthest
    return True


def _within(day: Moment, told: list[Moment]) -> bool:
    return any(alike(day, other) for other in told)


def _moment(date: TimeExpression) -> Moment:
    return moment(date.value, date.text)


def _side(profiles: Profiles, date: TimeExpression) -> Side:
    article = profiles.account.article
    text = article.text[date.start : date.end]
    return Side(date.value or text, article.id, date.start, date.end, text)

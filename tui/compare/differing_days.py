"""Days that two counterparts give for one thing, whether or not it is an event of a known sort."""

import re

from tui.compare.account import Account
from tui.compare.alignment import Aligned
from tui.compare.circumstances import Circumstances, circumstances
from tui.compare.difference import Difference, Side
from tui.compare.moments import Moment, alike, apart, moment
from tui.compare.profiles import Profile
from tui.compare.quantity import Quantity
from tui.findings.events.event import TimeExpression
from tui.findings.language.wordlists import words

_SURE, _DOUBTFUL = 0.6, 0.45
_SHARED = 3  # meanings around both dates that say that they are of one thing
_FARTHEST = 31  # days between two dates that can be of one thing
_SAID_REACH = 24  # code points before a date in which it can be told to be the day somebody spoke
_DATELINE_REACH = 60  # code points at the start of an article in which a dateline stands
_COMING = re.compile(
    r"\b(?:will|would|may|might|could|shall|plans?|planned|expected|due|(?:is|are|was|were)\s+to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def differing_days(one: Account, other: Account, pairs: list[Aligned]) -> list[Difference]:
    """Two days of one thing in passages that are each other's best counterparts.

    Quiet where either article tells the other's day too. A day on which somebody spoke dates nothing else.
    """
    told = _moments(one), _moments(other)
    found = []
    for pair in pairs:
        first, second = _dated(pair.first), _dated(pair.second)
        if not pair.mutual or first is None or second is None:
            continue
        days = _moment(first), _moment(second)
        if not _differ(*days) or _within(days[0], told[1]) or _within(days[1], told[0]):
            continue
        around = _around(pair.first, first), _around(pair.second, second)
        shared = around[0].about & around[1].about
        if _is_to_come(pair.first, first) != _is_to_come(pair.second, second):
            continue
        if not shared or (around[0].places and around[1].places and not around[0].places & around[1].places):
            continue
        confidence = _SURE if len(shared) >= _SHARED else _DOUBTFUL
        subject = f"date: {', '.join(sorted(shared))}"
        sides = _side(one, first), _side(other, second)
        found.append(Difference("date", subject, sides, "days of one thing", confidence))
    return found


def _dated(profile: Profile) -> TimeExpression | None:
    """The only day that a passage gives, but for those on which somebody spoke and the day of its dateline."""
    text = profile.account.article.text
    dates = [date for date in profile.dates if _moment(date).days and not _of_saying(text, date)]
    first = profile.account.article.blocks[0].start if profile.account.article.blocks else 0
    dates = [
        date
        for date in dates
        if date.start - first > _DATELINE_REACH or "(" not in text[first : date.end + 3]
    ]
    return dates[0] if len(dates) == 1 and _is_day(_moment(dates[0])) else None


def _is_day(when: Moment) -> bool:
    return when.days is not None and when.days[0] == when.days[1]


def _of_saying(text: str, date: TimeExpression) -> bool:
    before = _WORD.findall(text[max(0, date.start - _SAID_REACH) : date.start].lower())
    return not words("cues").isdisjoint(before)


def _is_to_come(profile: Profile, date: TimeExpression) -> bool:
    """Whether the sentence tells of something that is still to come."""
    text, passage = profile.account.article.text, profile.passage
    start = max(passage.start, text.rfind(". ", passage.start, date.start))
    return _COMING.search(text, start, date.end) is not None


def _differ(one: Moment, other: Moment) -> bool:
    if not one.days or not other.days or not apart(one, other):
        return False
    return abs((one.days[0] - other.days[0]).days) <= _FARTHEST


def _within(day: Moment, told: list[Moment]) -> bool:
    return any(alike(day, other) for other in told)


def _moments(account: Account) -> list[Moment]:
    return [_moment(date) for date in account.findings.dates]


def _moment(date: TimeExpression) -> Moment:
    return moment(date.value, date.text)


def _around(profile: Profile, date: TimeExpression) -> Circumstances:
    counted = Quantity(date.start, date.end, 0, 0, 0, "date")
    return circumstances(profile.account, profile.passage.start, profile.passage.end, counted)


def _side(account: Account, date: TimeExpression) -> Side:
    text = account.article.text[date.start : date.end]
    return Side(date.value or text, account.article.id, date.start, date.end, text)

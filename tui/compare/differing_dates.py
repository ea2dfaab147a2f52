"""Events that two accounts date to different days."""

from tui.compare.account import Account
from tui.compare.difference import Difference, Side
from tui.compare.moments import alike, apart
from tui.compare.sameness import same_place, when
from tui.compare.tellings import Paired, Telling, about, date_words, twice_told
from tui.findings.events.event import ArticleEvent

_APART, _OF_OTHER_LENGTH, _HELD_AND_NOT, _WITHIN = 0.75, 0.65, 0.5, 0.5
_MUTUAL = 0.1
_LENGTHS = {"day": 1, "week": 7, "weekend": 2, "month": 31, "year": 366}


def differing_dates(one: Account, other: Account, pairs: Paired) -> list[Difference]:
    """Tellings of one event in counterparts that give different days.

    Where one date hangs on a day that nobody gave ("this month"), they differ if the other cannot fit into it.
    Quiet where the other article gives the same date anywhere.
    """
    found = []
    told = twice_told(one, other)
    agreed = {telling.key for a, b in told if alike(when(a.event), when(b.event)) for telling in (a, b)}
    for first, second in told:
        pair = pairs.of(first, second)
        if pair is None or first.key in agreed or second.key in agreed:
            continue
        confidence = _confidence(first, second)
        sides = [_side(telling) for telling in (first, second)]
        if confidence and all(sides):
            confidence = min(1.0, confidence + (_MUTUAL if pair.mutual else 0))
            subject = f"date of {about(first, second)}"
            kept = tuple(side for side in sides if side)
            found.append(Difference("date", subject, kept, "dates of one event", round(confidence, 2)))
    return found


def dates_within(account: Account) -> list[Difference]:
    """Tellings of one event that one article dates to different days; doubtful, since people meet twice in a place."""
    found = []
    for first, second in twice_told(account, account):
        events = first.event, second.event
        if events[0].status != events[1].status or not same_place(*events) or not apart(*map(when, events)):
            continue
        sides = _side(first), _side(second)
        if sides[0] and sides[1]:
            subject = f"date of {about(first, second)}"
            found.append(Difference("date", subject, (sides[0], sides[1]), "dates in one article", _WITHIN))
    return found


def _confidence(first: Telling, second: Telling) -> float:
    """How sure it is that the dates differ; 0 where they can agree."""
    one, other = first.event, second.event
    if not (one.date_text and other.date_text):
        return 0.0
    times = when(one), when(other)
    if apart(*times):
        return _APART if (one.status == "held") == (other.status == "held") else _HELD_AND_NOT
    if times[0].length and times[1].length:
        return 0.0 if times[0].length == times[1].length else _APART
    days, others = times[0].days, times[1].days
    if bool(days) != bool(others):
        unresolved, resolved = (second, days) if days else (first, others)
        length = _length(unresolved)
        long = bool(resolved) and (resolved[1] - resolved[0]).days + 1 > (length or 0) if resolved else False
        return _OF_OTHER_LENGTH if length and long else 0.0
    return 0.0


def _length(telling: Telling) -> int | None:
    """The days in the unit that an unresolved date names: this month, next week; None where none can be told."""
    dates = date_words(telling)
    if len(dates) != 1 or dates[0].anchored:
        return None
    named = [days for unit, days in _LENGTHS.items() if unit in dates[0].text.lower().split()]
    return named[0] if named else None


def _side(telling: Telling) -> Side | None:
    dates = date_words(telling)
    if not dates:
        return None
    return telling.side(_value(telling.event), dates[0].start, dates[-1].end)


def _value(event: ArticleEvent) -> str:
    """The date as EDTF, else in the text's words."""
    return event.date or " ".join((event.date_text or "").split())

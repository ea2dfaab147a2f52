"""When two things are told to have been, as far as can be compared: days, days without a year, days of the week.

Many articles have no date of their own, so that "12 March" and "on Thursday" name no day of the calendar; yet 12 March
is not 14 March.
"""

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from tui.findings.events import edtf
from tui.findings.language.wordlists import words

_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<![\d:.])(\d{1,2})(?:st|nd|rd|th)?(?![\d:.%])")


class Moment(NamedTuple):
    """What a date tells: `days` of the calendar, or a month, a day of it, a day of the week; None where it does not.

    `length` is a duration as EDTF; `words` are the words of the text, folded.
    """

    days: tuple[dt.date, dt.date] | None
    month: int | None
    day: int | None
    weekday: int | None
    length: str | None
    words: str

    @property
    def on_weekday(self) -> bool:
        """Whether it is told as a day of the week alone, which resolves to one week or the next."""
        listed = _WORD.findall(self.words)
        return _one(listed, "weekdays") is not None and _one(listed, "months") is None


def moment(value: str | None, text: str | None) -> Moment:
    """What a date tells that was read as `value` (EDTF) from `text`."""
    folded = " ".join((text or "").lower().replace(".", " ").split())
    if value and value.startswith("P"):
        return Moment(None, None, None, None, value, folded)
    days = edtf.days(value)
    if days and days[0] == days[1]:
        first = days[0]
        return Moment(days, first.month, first.day, first.isoweekday(), None, folded)
    listed = _WORD.findall(folded)
    months, weekdays = _one(listed, "months"), _one(listed, "weekdays")
    numbers = {int(number) for number in _DAY.findall(folded)} if months else set()
    day = numbers.pop() if len(numbers) == 1 else None
    return Moment(days, months, day if day and day <= 31 else None, weekdays, None, folded)


def apart(one: Moment, other: Moment) -> bool:
    """Whether no day can be both; on Friday and on Friday can, whichever weeks they were resolved to."""
    if one.weekday and one.weekday == other.weekday and one.on_weekday and other.on_weekday:
        return False
    if one.days and other.days:
        return not (one.days[0] <= other.days[1] and other.days[0] <= one.days[1])
    if one.month and other.month and one.month != other.month:
        return True
    if one.day and other.day:
        return one.day != other.day
    if one.weekday and other.weekday:
        return one.weekday != other.weekday
    return False


def alike(one: Moment, other: Moment) -> bool:
    """Whether both name the same days, or tell them in the same words."""
    if not one.words or not other.words or apart(one, other):
        return False
    if one.days and other.days:
        return one.days == other.days
    told = one.month, one.day, one.weekday
    return one.words == other.words or (told == (other.month, other.day, other.weekday) and any(told))


def _one(listed: list[str], name: str) -> int | None:
    """The number of the only month or day of the week among the words."""
    found = {_named(name)[word] for word in listed if word in _named(name)}
    return found.pop() if len(found) == 1 else None


@cache
def _named(name: str) -> dict[str, int]:
    """The names of the months or of the days of the week, with their numbers."""
    entries = (entry.split() for entry in words(name))
    return {word: int(number) for number, *names in entries for word in names}

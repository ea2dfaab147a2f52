"""The days that a time expression names, as EDTF; the text decides, and where it does not tell there is none."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from tui.findings.events import edtf
from tui.findings.events.anchors import Anchor
from tui.findings.events.numbers import number
from tui.findings.events.patterns import holidays, names_of
from tui.findings.events.relative import relative_month, relative_unit, relative_weekday, weekend_near

Parts = dict[str, str | None]

_AGAINST_FUTURE, _AGAINST_PAST = 200, 40
"""How many days nearer a bare date must lie to be taken where the tense speaks against it: a past tense says less,
since what is planned is often told without "will".
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where an expression is read: what is known, and whether its sentence speaks of what is to come."""

    anchor: Anchor
    ahead: bool

    @property
    def today(self) -> dt.date | None:
        """The article's date."""
        return self.anchor.published


@dataclass(frozen=True, slots=True)
class Value:
    """An EDTF value, or None; `hangs_on` says what it was computed from ("" where it is written in full)."""

    edtf: str | None
    hangs_on: str = ""


UNKNOWN = Value(None, "document date")
VAGUE = Value(None)


def value_of(kind: str, parts: Parts, reading: Reading) -> Value:
    """The value of an expression of the form `kind`."""
    return _READERS[kind](parts, reading)


def in_year(text: str, year: int) -> str | None:
    """The value of a month, or of a day and month, in a year."""
    known = names_of("months")
    months = [known[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in known]
    numbers = [int(digits) for digits in re.findall(r"\d+", text)]
    if not months:
        return None
    return edtf.day(year, months[-1], numbers[0]) if numbers else edtf.month(year, months[-1])


def _month_number(parts: Parts) -> int:
    return names_of("months")[_text(parts, "m").rstrip(".")]


def _text(parts: Parts, name: str) -> str:
    return " ".join((parts.get(name) or "").lower().split())


def _number(parts: Parts, name: str) -> int:
    return int(_text(parts, name).rstrip("sthndr") or 0)


def _from_today(found: str | None) -> Value:
    return Value(found, "document date")


def _complete(parts: Parts, _reading: Reading) -> Value:
    if (parts.get("m") or "").isdigit():
        return Value(edtf.day(_number(parts, "y"), _number(parts, "m"), _number(parts, "d")))
    return Value(edtf.day(_number(parts, "y"), _month_number(parts), _number(parts, "d")))


def _slashes(parts: Parts, _reading: Reading) -> Value:
    first, second, year = _number(parts, "a"), _number(parts, "b"), _number(parts, "y")
    if first > 12 or parts["by"] == ".":
        return Value(edtf.day(year, second, first))
    if second > 12 or first == second:
        return Value(edtf.day(year, first, second))
    return VAGUE  # 3/4/2015 is a day in March in one country and one in April in another


def _month_year(parts: Parts, _reading: Reading) -> Value:
    return Value(edtf.month(_number(parts, "y"), _month_number(parts)))


def _month_day(parts: Parts, reading: Reading) -> Value:
    month, number_ = _month_number(parts), _number(parts, "d")
    today = reading.today
    if today:
        return _from_today(_nearest_day(today, month, number_, reading.ahead))
    told = _told_year(month, reading)
    return Value(edtf.day(told, month, number_), "told year") if told else UNKNOWN


def _days_of_month(parts: Parts, reading: Reading) -> Value:
    """July 10–16, with or without a year: all days from the first to the last."""
    whole = bool(parts["y"])
    first = _complete(parts, reading) if whole else _month_day(parts, reading)
    days = edtf.days(first.edtf)
    last = edtf.day(days[0].year, days[0].month, _number(parts, "e")) if days else None
    if not last or not first.edtf or last <= first.edtf:
        return Value(None, first.hangs_on)
    return Value(f"{first.edtf}/{last}", first.hangs_on)


def _nearest_day(today: dt.date, month: int, number_: int, ahead: bool) -> str | None:
    """The day of that name that lies nearest, on the side of today that the tense speaks of if it can."""

    def distance(day: dt.date) -> int:
        against = day != today and (day > today) != ahead
        return abs((day - today).days) + (_against(ahead=ahead) if against else 0)

    named = (edtf.day(today.year + offset, month, number_) for offset in (-1, 0, 1))
    days = [dt.date.fromisoformat(day) for day in named if day]
    return min(days, key=distance).isoformat() if days else None


def _against(*, ahead: bool) -> int:
    """Days that a date counts as farther away for lying on the wrong side of today."""
    return _AGAINST_FUTURE if ahead else _AGAINST_PAST


def _told_year(month: int, reading: Reading) -> int | None:
    """The year of a bare month that hangs on a year told before; None where it could be another year's."""
    told = reading.anchor.year
    if told is None or (reading.ahead and month < told[1]):
        return None
    return told[0]


def _month(parts: Parts, reading: Reading) -> Value:
    month, today = _month_number(parts), reading.today
    if today is None:
        told = _told_year(month, reading)
        return Value(edtf.month(told, month), "told year") if told else UNKNOWN
    now = today.year * 12 + today.month

    def distance(year: int) -> int:
        there = year * 12 + month
        against = there != now and (there > now) != reading.ahead
        return abs(there - now) + (_against(ahead=reading.ahead) // 15 if against else 0)

    return _from_today(edtf.month(min((today.year + offset for offset in (-1, 0, 1)), key=distance), month))


def _season_year(parts: Parts, _reading: Reading) -> Value:
    return Value(edtf.season(_number(parts, "y"), _text(parts, "s")))


def _quarter(parts: Parts, _reading: Reading) -> Value:
    index = ["first", "second", "third", "fourth"].index(_text(parts, "q"))
    return Value(edtf.quarter(_number(parts, "y"), index + 1))


def _year_end(parts: Parts, reading: Reading) -> Value:
    today = reading.today
    if not today:
        return UNKNOWN
    month = today.month if _text(parts, "of") == "month" else 12
    return _from_today(edtf.day(today.year, month, edtf.last_day(today.year, month)))


def _ago(parts: Parts, reading: Reading) -> Value:
    amount, unit = number(_text(parts, "n")), _text(parts, "u")
    if amount is None or parts["h"] or parts["w"] not in {"ago", "earlier"} or unit in {"hour", "minute"}:
        return VAGUE
    if _text(parts, "w") == "earlier":
        return VAGUE  # earlier than something told, which may not be today
    return _at_distance(-int(amount), unit, reading)


def _at_distance(amount: int, unit: str, reading: Reading) -> Value:
    """The day, week, month or year that lies `amount` units from the article's date."""
    if not reading.today:
        return UNKNOWN
    there = edtf.shift(reading.today, amount, unit)
    if there is None:
        return VAGUE
    if unit == "day":
        return _from_today(there.isoformat())
    if unit == "week":
        return _from_today(edtf.week(there))
    return _from_today(edtf.month(there.year, there.month) if unit == "month" else f"{there.year:04}")


def _span(parts: Parts, reading: Reading) -> Value:
    amount, unit, word = number(_text(parts, "n")), _text(parts, "u"), _text(parts, "w")
    if amount is None or word.endswith("following"):
        return UNKNOWN if word and not reading.today else VAGUE
    if not reading.today:
        return Value(edtf.duration(amount, unit), "document date")
    ahead = word.endswith(("next", "coming")) or (word == "within" and reading.ahead)
    there = edtf.shift(reading.today, int(amount) if ahead else -int(amount), unit)
    if there is None or (word == "within" and not ahead):
        return Value(edtf.duration(amount, unit))
    return _from_today(edtf.interval(*sorted((reading.today, there))))


def _coming(_parts: Parts, reading: Reading) -> Value:
    return VAGUE if reading.today else UNKNOWN


def _relative(parts: Parts, reading: Reading) -> Value:
    today, word, unit = reading.today, _text(parts, "w"), _text(parts, "u").rstrip(".")
    if not today:
        return UNKNOWN
    step = {"last": -1, "past": -1, "previous": -1, "this past": -1, "next": 1, "coming": 1}.get(word, 0)
    if word == "past" and unit in {"week", "month", "year", "decade"}:
        start = edtf.shift(today, -1, unit)
        return _from_today(edtf.interval(start, today) if start else None)
    if unit in names_of("weekdays"):
        return _from_today(relative_weekday(today, names_of("weekdays")[unit], step))
    if unit in names_of("months"):
        return _from_today(relative_month(today, names_of("months")[unit], step))
    return _from_today(relative_unit(today, unit, step, ahead=reading.ahead))


def _within(parts: Parts, reading: Reading) -> Value:
    """Later in the week: the unit that goes on."""
    return (
        _from_today(relative_unit(reading.today, _text(parts, "u"), 0, ahead=False))
        if reading.today
        else UNKNOWN
    )


def _weekend(_parts: Parts, reading: Reading) -> Value:
    return _from_today(weekend_near(reading.today, 0, reading.ahead)) if reading.today else UNKNOWN


def _hence(parts: Parts, reading: Reading) -> Value:
    amount = number(_text(parts, "n"))
    return VAGUE if parts["h"] or not amount else _at_distance(int(amount), _text(parts, "u"), reading)


def _day_word(parts: Parts, reading: Reading) -> Value:
    today = reading.today
    if not today:
        return UNKNOWN
    word = _text(parts, "w") or _text(parts, "b")
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
    return _from_today((today + dt.timedelta(step.get(word, 0))).isoformat())


def _same(parts: Parts, reading: Reading) -> Value:
    """The next day, the same year: counted from the last day that the text told."""
    last = reading.anchor.last
    if last is None:
        return UNKNOWN
    unit, word = _text(parts, "u") or _text(parts, "v"), _text(parts, "w")
    step = {"next": 1, "following": 1, "previous": -1}.get(word, 0)
    if unit == "day":
        return Value((last + dt.timedelta(step)).isoformat(), "told day")
    found = f"{last.year + step:04}" if unit == "year" else edtf.month(last.year, last.month + step)
    return Value(found, "told day")


def _decade(parts: Parts, _reading: Reading) -> Value:
    if parts["e"]:
        century = 19 if int(parts["e"]) > 2 else 20
        first = century * 100 + int(parts["e"]) * 10
    else:
        first = int(f"{parts['c']}{parts['d']}0")
    return Value(f"{first:04}/{first + 9:04}")


def _century(parts: Parts, _reading: Reading) -> Value:
    last = int(_text(parts, "n")) * 100
    return Value(f"{last - 99:04}/{last:04}") if 1000 < last <= 2200 else VAGUE


def _weekday(parts: Parts, reading: Reading) -> Value:
    today = reading.today
    if not today:
        return UNKNOWN
    weekday = names_of("weekdays")[_text(parts, "w").rstrip(".")]
    if reading.ahead:
        return _from_today(relative_weekday(today, weekday, 0))
    return _from_today((today - dt.timedelta((today.isoweekday() - weekday) % 7)).isoformat())


def _holiday(parts: Parts, reading: Reading) -> Value:
    month, number_ = holidays()[_text(parts, "w").replace("’", "'")]
    if reading.today:
        return _from_today(_nearest_day(reading.today, month, number_, reading.ahead))
    return UNKNOWN


def _year(parts: Parts, _reading: Reading) -> Value:
    return Value(_text(parts, "y"))


def _duration(parts: Parts, _reading: Reading) -> Value:
    amount = number(_text(parts, "n"))
    return Value(edtf.duration(amount, _text(parts, "u"))) if amount else VAGUE


_READERS: dict[str, Callable[[Parts, Reading], Value]] = {
    "iso": _complete,
    "month_day_year": _complete,
    "day_month_year": _complete,
    "slashes": _slashes,
    "month_year": _month_year,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_days": _days_of_month,
    "days_month": _days_of_month,
    "season_year": _season_year,
    "quarter": _quarter,
    "year_end": _year_end,
    "ago": _ago,
    "span": _span,
    "coming": _coming,
    "relative": _relative,
    "within": _within,
    "weekend": _weekend,
    "hence": _hence,
    "day_word": _day_word,
    "same": _same,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "holiday": _holiday,
    "year": _year,
    "month": _month,
    "duration": _duration,
}

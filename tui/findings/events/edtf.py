"""Days, weeks, months and seasons as EDTF (ISO 8601-2), and the days that an EDTF value names."""

import datetime as dt
import re

UNIT = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M"}
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def day(year: int, month: int, number: int) -> str | None:
    """The day as `2023-07-14`; None where the calendar has no such day."""
    try:
        return dt.date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int) -> str:
    """The month as `2023-07`; a number below 1 or above 12 counts on into other years."""
    year, index = year + (number - 1) // 12, (number - 1) % 12
    return f"{year:04}-{index + 1:02}"


def interval(first: dt.date, last: dt.date) -> str:
    """All days from `first` to `last`."""
    return f"{first.isoformat()}/{last.isoformat()}"


def week(around: dt.date) -> str:
    """The week of a day, Monday to Sunday."""
    monday = around - dt.timedelta(around.weekday())
    return interval(monday, monday + dt.timedelta(6))


def weekend(around: dt.date) -> str:
    """The Saturday and Sunday of the week of a day."""
    saturday = around + dt.timedelta(5 - around.weekday())
    return interval(saturday, saturday + dt.timedelta(1))


def season(year: int, name: str) -> str:
    """The three months of a season of the north; winter begins in December of the year before."""
    start = _SEASON_STARTS[name]
    if name == "winter":
        return f"{month(year - 1, 12)}/{month(year, 2)}"
    return f"{month(year, start)}/{month(year, start + 2)}"


def quarter(year: int, number: int) -> str:
    """The months of a quarter; a number below 1 or above 4 counts on into other years."""
    year, index = year + (number - 1) // 4, (number - 1) % 4
    return f"{month(year, index * 3 + 1)}/{month(year, index * 3 + 3)}"


def duration(amount: float, unit: str) -> str:
    """A length of time: `P2W`, `P10Y` (a decade), `PT24H`."""
    if unit in {"decade", "century", "centurie"}:
        amount, unit = amount * (10 if unit == "decade" else 100), "year"
    time = "T" if unit in {"hour", "minute"} else ""
    return f"P{time}{amount:g}{UNIT[unit]}"


def shift(start: dt.date, amount: int, unit: str) -> dt.date | None:
    """The day that lies `amount` units after `start`; None where the calendar ends, or for hours."""
    try:
        if unit in {"day", "week"}:
            return start + dt.timedelta(amount * (7 if unit == "week" else 1))
        months = {"month": 1, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}.get(unit)
        if months is None:
            return None
        year, index = divmod(start.year * 12 + start.month - 1 + amount * months, 12)
        return dt.date(year, index + 1, min(start.day, last_day(year, index + 1)))
    except (ValueError, OverflowError):
        return None


def last_day(year: int, month_number: int) -> int:
    """The number of days of a month."""
    following = dt.date(year + month_number // 12, month_number % 12 + 1, 1)
    return (following - dt.timedelta(1)).day


def days(value: str | None) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that an EDTF value names; None for durations and what is no value."""
    if not value:
        return None
    first, _, last = value.partition("/")
    start, end = _VALUE.fullmatch(first), _VALUE.fullmatch(last or first)
    if not start or not end:
        return None
    try:
        year, month_number, number = (int(part) if part else 0 for part in end.groups())
        month_number = month_number or 12
        return (
            dt.date(int(start[1]), int(start[2] or 1), int(start[3] or 1)),
            dt.date(year, month_number, number or last_day(year, month_number)),
        )
    except ValueError:
        return None

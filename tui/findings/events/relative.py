"""Days counted from today: last Friday, this weekend, next summer."""

import datetime as dt

from tui.findings.events import edtf


def relative_weekday(today: dt.date, weekday: int, step: int) -> str:
    """Last Friday, this Friday, next Friday."""
    if step < 0:
        return (today - dt.timedelta((today.isoweekday() - weekday) % 7 or 7)).isoformat()
    ahead = (weekday - today.isoweekday()) % 7
    return (today + dt.timedelta(ahead or (7 if step else 0))).isoformat()


def relative_month(today: dt.date, month: int, step: int) -> str:
    """Last July, this July, next July."""
    year = today.year
    if step < 0 and month >= today.month:
        year -= 1
    if step > 0 and month <= today.month:
        year += 1
    return edtf.month(year, month)


def relative_unit(today: dt.date, unit: str, step: int, *, ahead: bool) -> str | None:
    """Last week, this year, next summer."""
    if unit == "week":
        return edtf.week(today + dt.timedelta(7 * step))
    if unit == "month":
        return edtf.month(today.year, today.month + step)
    if unit == "quarter":
        return edtf.quarter(today.year, (today.month - 1) // 3 + 1 + step)
    if unit == "year":
        return f"{today.year + step:04}"
    if unit == "weekend":
        return weekend_near(today, step, ahead)
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        first = today.year // size * size + step * size
        return f"{first:04}/{first + size - 1:04}"
    return _relative_season(today, unit, step)


def weekend_near(today: dt.date, step: int, ahead: bool) -> str:
    """Take this weekend for the one that goes on, else the coming one where the tense says so, else the one before."""
    if step > 0:
        return edtf.weekend(today if today.weekday() < 4 else today + dt.timedelta(7))
    current = today.weekday() >= 5
    if step < 0 or not (current or ahead):
        return edtf.weekend(today - dt.timedelta(7))
    return edtf.weekend(today)


def _relative_season(today: dt.date, name: str, step: int) -> str | None:
    """The last one that is over, the one of this year, the next one that has not begun."""
    years = range(today.year - 1, today.year + 3)
    if step < 0:
        over = [year for year in years if (days := edtf.days(edtf.season(year, name))) and days[1] < today]
        return edtf.season(over[-1], name) if over else None
    if step > 0:
        coming = [year for year in years if (days := edtf.days(edtf.season(year, name))) and days[0] > today]
        return edtf.season(coming[0], name) if coming else None
    year = today.year + (1 if name == "winter" and today.month > 6 else 0)
    return edtf.season(year, name)

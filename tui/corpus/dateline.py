"""Dates of articles: as metadata give them, or as a line near the top of the text does."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>\d{4})[-/.]?(?P<month>\d{2})[-/.]?(?P<day>\d{2})(?!\d)")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b")
_GERMAN_MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
}  # fmt: skip
_GERMAN = re.compile(
    r"(?:(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend),?\s+(?:den\s+)?)?"
    rf"(?P<day>\d{{1,2}})\.\s?(?P<month>{'|'.join(_GERMAN_MONTHS)})\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_FORMS = (_MONTH_FIRST, _DAY_FIRST, _ISO, _DOTTED, _GERMAN)
_LABEL = re.compile(
    r"(?:(?:first\s+|last\s+)?(?:published|posted|updated|modified|date|created)(?:\s+on|\s+at)?\s*:?\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,|·–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?)?\W*\Z",
    re.IGNORECASE,
)
_PLACE_DATE = re.compile(
    r"[A-Z][A-Z.’' -]{2,}(?:,\s[A-Z][\w. ]{1,20})?,\s+(?=[A-Z][a-z]{2,8}\.?\s+\d|\d{1,2}\s)"
)
_WITH_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,\s", re.IGNORECASE)
_TOP_LINES = 5


def iso_date(value: str) -> str | None:
    """The day that `value` names, as ISO 8601 (`2025-02-03`), or None where it names none for certain."""
    value = value.strip()[:60]
    for form in _FORMS:
        match = form.match(value)
        if match:
            return _day(match)
    return None


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a date with a day and a year, and perhaps a time."""
    return len(text) <= 80 and _date_line(text) is not None


def dateline(text: str) -> str | None:
    """The day that a date line or a dateline among the first lines of `text` names, as ISO 8601, or None."""
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_TOP_LINES]
    for line in lines:
        if len(line) <= 80 and (found := _date_line(line)):
            return found
        place = _PLACE_DATE.match(line[:80])
        if place and (found := iso_date(line[place.end() :])):
            return found
    for line in lines[:3]:
        if _WITH_WEEKDAY.match(line) and (found := iso_date(line)):
            return found
    return None


def _date_line(text: str) -> str | None:
    label = _LABEL.match(text)
    at = label.end() if label else 0
    for form in _FORMS:
        match = form.match(text, at)
        if match and _AFTER.match(text, match.end()):
            return _day(match)
    return None


def _day(match: re.Match[str]) -> str | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _GERMAN_MONTHS.get(month) or 1 + _MONTHS.index(month[:3])
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return None

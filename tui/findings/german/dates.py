"""Find the time expressions of a German article and the days they name."""

import datetime as dt
import re
from bisect import bisect_right
from functools import cache

from tui.findings.document import Document
from tui.findings.events import edtf
from tui.findings.events.anchors import published
from tui.findings.events.event import TimeExpression
from tui.findings.german.lexicon import listed

_UNITS = {
    "tag": "day",
    "woche": "week",
    "monat": "month",
    "jahr": "year",
    "stunde": "hour",
    "minute": "minute",
}
_DAYS = {"heute": 0, "gestern": -1, "morgen": 1, "vorgestern": -2, "übermorgen": 2}
_SEASONS = {
    "frühling": "spring",
    "frühjahr": "spring",
    "sommer": "summer",
    "herbst": "autumn",
    "winter": "winter",
}
_AHEAD = re.compile(
    r"\b(?:wird|werden|will|wollen|soll|sollen|geplant|kommende\w*|nächste\w*|plant|planen|beginnt|ab)\b",
    re.IGNORECASE,
)
_AROUND = 80  # code points in which a word tells whether it lies ahead


def _near(of: str) -> str:
    """The adjective that says which: the groups `past`, `next` and `this`, each with `of` behind its name."""
    past, following = f"(?P<past_{of}>vergangene|vorige|letzte)", f"(?P<next_{of}>kommende|nächste)"
    return rf"(?:{past}|{following}|(?P<this_{of}>diese))[nrms]?\s"


@cache
def _numbers() -> dict[str, int]:
    return {name: int(number) for number, name in (line.split() for line in listed("number_words"))}


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, name in (line.split() for line in listed("months"))}


@cache
def _weekdays() -> dict[str, int]:
    return {name: int(number) for number, name in (line.split() for line in listed("weekdays"))}


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    weekday = "|".join(sorted(_weekdays(), key=len, reverse=True))
    number = "|".join((*_numbers(), r"\d{1,3}"))
    unit = "(?:tag|woche|monat|jahr|stunde|minute)(?:en|es|e|n|s)?"
    part_of_day = "(?:abend|morgen|nachmittag|vormittag|mittag|nacht)?s?"
    year = r"(?:1[5-9]|20)\d\d"
    forms = (
        r"\b(?P<iso>\d{4}-\d\d-\d\d)\b",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>{month})\b(?:\s(?P<year>{year})\b)?",
        r"(?<![\d.])(?P<dday>\d{1,2})\.\s?(?P<dmonth>\d{1,2})\.\s?(?P<dyear>\d{4})(?!\d)",
        rf"\b(?P<mmonth>{month})\s(?P<myear>{year})\b",
        rf"\b(?:{_near('day')})?(?P<weekday>{weekday}){part_of_day}\b",
        rf"\b(?P<ago>vor|in)\s(?:rund\s|etwa\s|gut\s|knapp\s)?(?P<count>{number})\s(?P<unit>{unit})\b",
        rf"\b{_near('span')}(?P<span>woche|monats?|jahre?s?|wochenende)\b",
        rf"\b(?P<relative>{'|'.join(_DAYS)})\b",
        (
            rf"\b(?:im|seit|ab|bis|anfang|mitte|ende)\s(?:{_near('month')})?"
            rf"(?P<bare>{month}|{'|'.join(_SEASONS)})\b(?:\s(?P<byear>{year})\b)?"
        ),
        rf"\b(?:im\sjahre?\s|seit\s|von\s|bis\s|ab\s|ende\s|anfang\s|mitte\s)(?P<only>{year})\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def find_dates(document: Document) -> tuple[TimeExpression, ...]:
    """The time expressions of one German article, in order of position; relative ones hang on the article's date."""
    text = document.article.text
    anchor = published(document.article)
    blocks = document.article.blocks
    starts = [sentence.start for sentence in document.sentences]
    found: list[TimeExpression] = []
    for block in blocks:
        if block.kind == "boilerplate":
            continue
        for match in _pattern().finditer(text, block.start, block.end):
            sentence = document.sentences[max(0, bisect_right(starts, match.start()) - 1)]
            expression = _expression(match, text, anchor, sentence.start, sentence.end)
            if expression is not None:
                found.append(expression)
    return tuple(found)


def _expression(
    match: re.Match[str], text: str, anchor: dt.date | None, first: int, last: int
) -> TimeExpression | None:
    parts = match.groupdict()
    start = match.start() + _lead(match[0])
    if parts["relative"] and text[start] != text[start].lower() and parts["relative"].lower() == "morgen":
        return None  # der Morgen
    kind, value, hangs = _value(parts, anchor, _lies_ahead(text, first, last, match.start()))
    if kind is None:
        return None
    rule = f"{kind}, document date" if hangs else kind
    return TimeExpression(
        text[start : match.end()], start, match.end(), value, not hangs or anchor is not None, rule
    )


def _lead(written: str) -> int:
    """The length of a joining word before the expression that is no part of it: im, seit."""
    word, blank, _ = written.partition(" ")
    return len(word) + 1 if blank and word.lower() in ("im", "seit", "ab", "bis", "von") else 0


def _lies_ahead(text: str, first: int, last: int, at: int) -> bool:
    return _AHEAD.search(text, max(first, at - _AROUND), min(last, at + _AROUND)) is not None


def _value(
    parts: dict[str, str | None], anchor: dt.date | None, ahead: bool
) -> tuple[str | None, str | None, bool]:
    """The kind of the expression, its EDTF value, and whether that hangs on the article's date."""
    if parts["iso"]:
        return "iso", parts["iso"], False
    if parts["day"] and parts["month"]:
        return _day(int(parts["day"]), _months()[parts["month"].lower()], parts["year"], anchor, ahead)
    if parts["dday"] and parts["dmonth"] and parts["dyear"]:
        value = edtf.day(int(parts["dyear"]), int(parts["dmonth"]), int(parts["dday"]))
        return ("day_month_year", value, False) if value else (None, None, False)
    if parts["mmonth"] and parts["myear"]:
        return "month_year", edtf.month(int(parts["myear"]), _months()[parts["mmonth"].lower()]), False
    if parts["only"]:
        return "year", parts["only"], False
    if parts["weekday"]:
        return "weekday", _weekday(parts, anchor, ahead), True
    if parts["relative"]:
        day = anchor + dt.timedelta(_DAYS[parts["relative"].lower()]) if anchor else None
        return "relative day", day.isoformat() if day else None, True
    if parts["count"] and parts["unit"]:
        return "ago" if (parts["ago"] or "").lower() == "vor" else "hence", _shifted(parts, anchor), True
    if parts["span"]:
        return "relative period", _period(parts, anchor), True
    return _bare(parts, anchor, ahead)


def _day(
    number: int, month: int, year: str | None, anchor: dt.date | None, ahead: bool
) -> tuple[str | None, str | None, bool]:
    if year:
        value = edtf.day(int(year), month, number)
        return ("day_month_year", value, False) if value else (None, None, False)
    if anchor is None:
        return "day_month", None, True
    return "day_month", edtf.day(_year_of(anchor, month, number, ahead), month, number), True


def _year_of(anchor: dt.date, month: int, number: int, ahead: bool) -> int:
    """The year of a day without one: the article's, or the one before or after it as it lies behind or ahead."""
    months = (month - anchor.month) + (1 if number > anchor.day and month == anchor.month else 0)
    if ahead:
        return anchor.year + (1 if months < -1 else 0)
    return anchor.year - (1 if months > 6 else 0)


def _weekday(parts: dict[str, str | None], anchor: dt.date | None, ahead: bool) -> str | None:
    if anchor is None:
        return None
    wanted = _weekdays()[(parts["weekday"] or "").lower()]
    if parts["next_day"] or (ahead and not parts["past_day"]):
        distance = (wanted - anchor.weekday()) % 7 or (7 if parts["next_day"] else 0)
        return (anchor + dt.timedelta(distance)).isoformat()
    distance = (anchor.weekday() - wanted) % 7 or (7 if parts["past_day"] else 0)
    return (anchor - dt.timedelta(distance)).isoformat()


def _shifted(parts: dict[str, str | None], anchor: dt.date | None) -> str | None:
    if anchor is None:
        return None
    written = (parts["count"] or "").lower()
    amount = int(written) if written.isdigit() else _numbers()[written]
    unit = next(
        english for german, english in _UNITS.items() if (parts["unit"] or "").lower().startswith(german)
    )
    day = edtf.shift(anchor, -amount if (parts["ago"] or "").lower() == "vor" else amount, unit)
    if day is None:
        return None
    if unit == "year":
        return f"{day.year:04}"
    return (
        edtf.month(day.year, day.month)
        if unit == "month"
        else edtf.week(day)
        if unit == "week"
        else day.isoformat()
    )


def _period(parts: dict[str, str | None], anchor: dt.date | None) -> str | None:
    if anchor is None:
        return None
    step = -1 if parts["past_span"] else 1 if parts["next_span"] else 0
    unit = (parts["span"] or "").lower()
    if unit == "wochenende":
        return edtf.weekend(
            anchor + dt.timedelta(7 * step if not (step == -1 and anchor.weekday() > 4) else -7)
        )
    if unit == "woche":
        return edtf.week(anchor + dt.timedelta(7 * step))
    if unit.startswith("monat"):
        return edtf.month(anchor.year, anchor.month + step)
    return f"{anchor.year + step:04}"


def _bare(
    parts: dict[str, str | None], anchor: dt.date | None, ahead: bool
) -> tuple[str | None, str | None, bool]:
    """A month or a season, perhaps with its year."""
    name = (parts["bare"] or "").lower()
    year = int(parts["byear"]) if parts["byear"] else None
    told = year is not None
    if year is None:
        if anchor is None:
            return ("month" if name in _months() else "season"), None, True
        month = _months().get(name) or {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[_SEASONS[name]]
        year = _year_of(anchor, month, 1, ahead) + (
            -1 if parts["past_month"] and month >= anchor.month else 0
        )
    if name in _months():
        return "month_year" if told else "month", edtf.month(year, _months()[name]), not told
    return "season", edtf.season(year + (1 if name == "winter" else 0), _SEASONS[name]), not told

"""What has the form of a time expression and is none: Theresa May, 2000 people, the Sunday Times, USA Today."""

import re
from collections.abc import Callable

from tui.findings.events.patterns import Form, names_of
from tui.findings.language.wordlists import words

_NAMELIKE = frozenset({"may", "march", "april", "june", "august", "jan", "jun", "mar", "sep", "dec"})
_IN_TIME = re.compile(
    r"\b(?:in|since|until|till|by|of|from|through|during|between|and|or|to|for|before|after|early|late|mid|last|"
    r"this|next|every|around|throughout|sometime|on|at|as early as|as late as|as soon as)[-\s]+$",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id)[-\s]+$")
_SURE_YEARS = range(1900, 2100)
_YEAR_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|of|from|to|and|or|year|before|after|about|around|between|through|circa|early|"
    r"late|during|for)\s+$|\($|\d{4}\s?[-–—]\s?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:no|nos|number|room|route|highway|flight|section|page|boeing|rule|channel|than|over|nearly|almost|"
    r"least|exactly|some|approximately|roughly)\.?\s+|(?<!\d\d\d)\d[-.]|/)$",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"[.,:]\d|%|\s?°|-(?:page|mile|foot|acre|member|seat|pound|square|strong|year)\b|\s+[Aa]ve\b|\s+(?=[a-z])(\w+)"
)
_GOES_ON = re.compile(r"\s?[-–—]\s?\d{4}\b")
_RATE = re.compile(
    r"\b(?:per|each|every|twice|once|times|percent|%|dollars|million|billion|[\d)])\s+$", re.IGNORECASE
)
_LASTING = re.compile(
    r"\b(?:for|within|after|over|in|about|nearly|almost|than|least|half|lasted|lasting|took|takes|just|only|of)\s+$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[A-Z][\w’']*\s+$")
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")
_BEFORE = 24  # code points before a form that are looked at


def is_time(form: Form, text: str, sentence_start: int) -> bool:
    """Whether the form is a time expression indeed."""
    if (form.parts.get("m") or "M")[0].islower():  # march and may are words as well
        return False
    judge = _JUDGES.get(form.kind)
    before = text[max(sentence_start, form.start - _BEFORE) : form.start]
    return judge is None or judge(form, text, before)


def _is_month(form: Form, text: str, before: str) -> bool:
    if form.parts["m"] != text[form.start : form.end]:  # early, mid-, late stand before it
        return True
    name = (form.parts["m"] or "").lower().rstrip(".")
    if name not in _NAMELIKE:
        return not (len(name) < 5 and text[form.end : form.end + 1] == "'")
    named = _NAME_AFTER.match(text, form.end) and not _IN_MONTH.search(before)
    return bool(_IN_TIME.search(before)) and not named


def _is_relative(form: Form, _text: str, _before: str) -> bool:
    unit = form.parts["u"]
    named = unit and unit.lower().rstrip(".") in names_of("months")
    return bool(unit) and not (named and unit and unit[0].islower())


def _is_year(form: Form, text: str, before: str) -> bool:
    year = int(form.parts["y"] or 0)
    if _GOES_ON.match(text, form.end):
        return True
    told = _YEAR_LEADS.search(before) and not _NAME_AFTER.match(text, form.end)
    if _NUMBERED.search(before) or (year not in _SURE_YEARS and not told):
        return False
    counts = _COUNTS.match(text, form.end)
    if counts is None:
        return True
    return counts[1] is not None and counts[1].lower() not in words("counted_nouns")


def _is_weekday(form: Form, text: str, before: str) -> bool:
    name = form.parts["w"] or ""
    if name[0].islower():
        return False
    neighbours = (before.split() or [""])[-1], (text[form.end : form.end + 20].split() or [""])[0]
    return not any(word.lower().strip(".,") in words("weekday_compounds") for word in neighbours)


def _is_day_word(form: Form, text: str, before: str) -> bool:
    if not text[form.start].isupper() or not before.strip(" “\"'"):
        return True
    return not (_NAME_BEFORE.search(before) or _NAME_AFTER.match(text, form.end) or before.endswith("The "))


def _is_holiday(form: Form, _text: str, before: str) -> bool:
    name = form.parts["w"] or ""
    return name[0].isupper() and (" " in name or bool(_IN_TIME.search(before)))


def _is_duration(form: Form, _text: str, before: str) -> bool:
    count, plural = (form.parts["n"] or "").lower(), form.parts["p"]
    if _RATE.search(before):
        return False
    if count in {"a", "an"} or (count == "one" and form.parts["u"] == "day"):
        return bool(form.parts["h"]) or bool(_LASTING.search(before))
    return bool(plural) or (form.parts["j"] == "-") or count in {"1", "one"}


def _is_ago(form: Form, _text: str, _before: str) -> bool:
    return form.parts["u"] not in {"hour", "minute"} or form.parts["w"] == "ago"


_JUDGES: dict[str, Callable[[Form, str, str], bool]] = {
    "ago": _is_ago,
    "month": _is_month,
    "relative": _is_relative,
    "year": _is_year,
    "weekday": _is_weekday,
    "day_word": _is_day_word,
    "holiday": _is_holiday,
    "duration": _is_duration,
}

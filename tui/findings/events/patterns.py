"""What a time expression looks like in English.

A word that can belong to one (a month, a weekday, a year in figures, a unit of time) opens a small window, and one
pattern with an alternative for each form runs over the windows alone: most of a text is never looked at.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.findings.document import Document, Sentence
from tui.findings.events.numbers import number_words
from tui.findings.language.wordlists import words

BEFORE, BEFORE_UNIT, AFTER = 4, 7, 5  # words on either side of a trigger that can belong to its expression

_UNITS = "hour|minute|day|week|month|year|decade|century|centurie"
_COUNTED = frozenset(_UNITS.split("|"))
_FIGURES = "0123456789"
_SEASONS = "spring|summer|autumn|fall|winter"
_EARLY = r"(?:(?:early|late|mid|middle\ of|earlier|later|beginning\ of|end\ of)[-\s]\s*(?:in\s+)?)?"
_VAGUE = r"several|(?:a\s+)?few|many|recent|a\s+couple(?:\s+of)?"
_HEDGE = (
    r"(?:about|nearly|almost|more\s+than|less\s+than|over|some|around|roughly|approximately|just\s+over|"
    r"just\s+under|at\s+least|well\s+over)\s+"
)


class Form(NamedTuple):
    """A stretch of the text that has the form of a time expression: which form, and its parts by name."""

    kind: str
    start: int
    end: int
    parts: dict[str, str | None]


@cache
def names_of(calendar: str) -> dict[str, int]:
    """The names of the months or weekdays (a word list), in lower case, with their numbers."""
    found = {}
    for entry in words(calendar):
        number, *names = entry.split()
        found.update(dict.fromkeys(names, int(number)))
    return found


@cache
def holidays() -> dict[str, tuple[int, int]]:
    """Feasts with a fixed date, in lower case, with their month and day."""
    listed = (entry.split(maxsplit=1) for entry in words("holidays"))
    return {name: (int(date[:2]), int(date[3:])) for date, name in listed}


def _any(names: dict[str, int]) -> str:
    """An alternative for each name; those that are shortened may end in a dot."""
    ordered = sorted(names, key=len, reverse=True)
    whole = {"may", "june", "july"}
    return "|".join(name if len(name) > 4 or name in whole else rf"{name}\b\.?" for name in ordered)


@cache
def _forms() -> dict[str, str]:
    """Each form with its pattern, in order of precedence. Parts are named; blanks may break a line."""
    month, weekday = _any(names_of("months")), _any(names_of("weekdays"))
    full_day = "|".join(name for name in names_of("weekdays") if name.endswith("day"))
    number = r"\d{1,3}|" + "|".join(sorted(number_words(), key=len, reverse=True))
    number = rf"(?:{number})(?:-(?:one|two|three|four|five|six|seven|eight|nine)\b)?"
    year = r"(?:1\d|20)\d\d"
    day = r"\d{1,2}(?:st|nd|rd|th)?\b"
    named = rf"(?:(?:{weekday}),?\s+)?"
    feast = "|".join(
        re.escape(name).replace("'", "['’]") for name in sorted(holidays(), key=len, reverse=True)
    )
    return {
        "iso": rf"(?P<y>{year})-(?P<m>\d\d)-(?P<d>\d\d)",
        "month_day_year": rf"{named}(?P<m>{month})\s+(?P<d>{day}),?\s+(?P<y>{year})",
        "day_month_year": rf"{named}(?:the\s+)?(?P<d>{day})\s+(?:of\s+)?(?P<m>{month}),?\s+(?P<y>{year})",
        "slashes": r"(?P<a>\d{1,2})(?P<by>[/.])(?P<b>\d{1,2})(?P=by)(?P<y>\d{4})",
        "month_days": (
            rf"(?P<m>{month})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|to|and)\s?(?P<e>\d{{1,2}})(?:st|nd|rd|th)?\b"
            rf"(?![,.]\d|%)(?:,?\s+(?P<y>{year}))?"
        ),
        "days_month": (
            rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|to|and)\s?(?P<e>\d{{1,2}})(?:st|nd|rd|th)?\s+"
            rf"(?P<m>{month})(?:,?\s+(?P<y>{year}))?"
        ),
        "month_year": rf"{_EARLY}(?P<m>{month}),?\s+(?:of\s+)?(?P<y>{year})",
        "month_day": rf"{named}(?P<m>{month})\s+(?P<d>{day})(?![,.]\d|%|\s*(?:percent|million|billion))",
        "day_month": rf"{named}(?:the\s+)?(?P<d>{day})\s+(?:of\s+)?(?P<m>{month})",
        "season_year": rf"{_EARLY}(?P<s>{_SEASONS})(?:\s+of)?\s+(?P<y>{year})",
        "quarter": rf"(?P<q>first|second|third|fourth)[-\s]quarter\s+(?:of\s+)?(?:in\s+)?(?P<y>{year})",
        "year_end": r"(?:the\s+)?end\s+of\s+(?:the|this)\s+(?P<of>year|month)|year(?:['’]s)?[-\s]end",
        "ago": rf"(?P<h>{_HEDGE})?\[?(?P<n>{number}|{_VAGUE})\]?\s+(?P<u>{_UNITS})s?\s+(?P<w>ago|earlier|later|before)",
        "span": (
            rf"(?:(?P<w>within|(?:in\s+|over\s+|during\s+|for\s+|throughout\s+)?(?:the\s+)?"
            rf"(?:next|coming|past|last|previous|following))\s+|(?:(?:in|over)\s+)(?=recent\b))"
            rf"(?:the\s+(?:next|coming)\s+)?(?P<n>{number}|{_VAGUE})\s+(?P<u>{_UNITS})s"
        ),
        "coming": rf"(?:in|over|during|for)\s+(?:the\s+)?(?:next|coming|past|last)\s+(?P<u>{_UNITS})s",
        "relative": (
            rf"(?:(?:earlier|later|late|early)\s+(?:in\s+)?)?(?:(?P<w>last|past|previous|this\s+past|this\s+coming|"
            rf"this|next|coming|current)\s+(?P<u>week|month|year|decade|century|weekend|quarter|{_SEASONS}|{full_day}|"
            rf"{month}))(?:\s+(?:morning|afternoon|evening|night))?"
        ),
        "within": r"(?:later|earlier|early|late)\s+in\s+the\s+(?P<u>week|month|year)",
        "weekend": r"(?:over|during|at|on|through|throughout|of|for)\s+the\s+weekend",
        "hence": rf"in\s+(?:(?P<h>{_HEDGE}))?(?P<n>{number})\s+(?P<u>day|week|month|year)s?(?=['’]?\s+time\b)",
        "day_word": (
            r"(?:the\s+day\s+(?P<b>before\s+yesterday|after\s+tomorrow))|(?P<w>yesterday|today|tomorrow|tonight|"
            r"last\s+night|this\s+(?:morning|afternoon|evening))"
        ),
        "same": (
            r"(?:the\s+|that\s+)(?P<w>same|next|following|previous)\s+(?P<u>day|month|year)|"
            r"that\s+(?P<v>day|year)"
        ),
        "decade": (
            r"(?:the\s+)?(?:(?:early|late|mid)[-\s]\s*)?"
            r"(?:(?P<c>1\d|20)(?P<d>\d)0s|(?:the\s+['’]?|['’])(?P<e>\d)0s)"
        ),
        "century": r"(?:the\s+)?(?:(?:early|late|mid)[-\s]\s*)?(?P<n>\d\d?)(?:st|nd|rd|th)[-\s]century",
        "weekday": rf"(?:(?:early|late)\s+)?(?P<w>{weekday})(?:\s+(?:morning|afternoon|evening|night))?",
        "holiday": rf"(?P<w>{feast})",
        "year": rf"(?:(?:early|late|mid)[-\s]\s*)?(?P<y>{year})",
        "month": rf"{_EARLY}(?P<m>{month})",
        "duration": (
            rf"(?P<h>{_HEDGE})?(?P<n>{number})(?P<j>\s+|-)(?P<u>{_UNITS})(?P<p>s?)"
            r"(?!['’]s)(?![-\s]olds?\b|\s+of\s+age)"
        ),
    }


@cache
def _scanner() -> re.Pattern[str]:
    """One pattern that finds any form; its last group's name is the form's."""
    unnamed = ((kind, _without_names(pattern)) for kind, pattern in _forms().items())
    either = "|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in unnamed)
    return re.compile(rf"(?<![\w$£€#])(?:{either})(?!\w)", re.IGNORECASE)


def _without_names(pattern: str) -> str:
    """`pattern` with plain groups; the one back-reference becomes what it refers to."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.replace("(?P=by)", "[/.]")).replace(r"\ ", r"\s")


@cache
def _parts(kind: str) -> re.Pattern[str]:
    return re.compile(_forms()[kind], re.IGNORECASE)


@cache
def _triggers() -> frozenset[str]:
    """Words that open a window."""
    units = {unit + ending for unit in _UNITS.split("|") for ending in ("", "s")} - {"centurie"}
    days = {"yesterday", "today", "tomorrow", "tonight", "night", "morning", "afternoon", "evening"}
    feasts = {re.split(r"\W", name)[0] for name in holidays()} - {"new", "st"} | {"eve"}
    more = {"weekend", "quarter", "s", *_SEASONS.split("|")}  # s: the ’90s
    return frozenset(names_of("months").keys() | names_of("weekdays").keys() | units | days | feasts | more)


def forms(document: Document) -> Iterator[Form]:
    """All that has the form of a time expression, in order; no two overlap."""
    text = document.article.text
    scan = _scanner().finditer
    for start, end in _windows(document):
        for match in scan(text, start, end):
            kind = match.lastgroup or ""
            parts = _parts(kind).fullmatch(text, match.start(), match.end())
            if parts:
                yield Form(kind, match.start(), match.end(), parts.groupdict())


def _windows(document: Document) -> Iterator[tuple[int, int]]:
    """Stretches of the text around triggers, within their sentences, none overlapping."""
    triggers, lowers = _triggers(), document.lowers
    for sentence in document.sentences:
        start = end = -1
        for index in range(sentence.first, sentence.last):
            word = lowers[index]
            if word in triggers or (word[0] in _FIGURES and _dated(word)) or ("-" in word and _joined(word)):
                left, right = _around(document, sentence, index)
                if left > end and end >= 0:
                    yield start, end
                    start = left
                elif end < 0:
                    start = left
                end = right
        if end >= 0:
            yield start, end


def _dated(word: str) -> bool:
    """Whether a word that begins with a figure can be a date by itself: a year, or 14.07.2015."""
    return (len(word) == 4 and word.isdigit()) or (len(word) > 7 and word.count(".") == 2)


def _joined(word: str) -> bool:
    """Whether a part of a hyphenated word is a trigger: mid-July, three-year."""
    return any(part in _triggers() or _dated(part) for part in word.split("-"))


def _around(document: Document, sentence: Sentence, index: int) -> tuple[int, int]:
    """Where the window of the word at `index` starts and ends."""
    reach = BEFORE_UNIT if document.lowers[index].rstrip("s") in _COUNTED else BEFORE
    left = document.starts[max(sentence.first, index - reach)]
    right = document.ends[min(sentence.last, index + AFTER) - 1]
    return left, right

"""Numbers with what they count: "over 200 people", "$3.5 million", "12 percent"; qualifiers become intervals."""

import math
import re
from functools import cache

from tui.compare.measures import in_common_measure, is_measure
from tui.compare.quantity import OF_PEOPLE, Quantity
from tui.compare.votes import find_votes
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.events.numbers import number, number_words
from tui.findings.language.wordlists import words

MAGNITUDES = {
    "dozen": 12,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "mn": 1e6,
    "m": 1e6,
    "k": 1e3,
}
"""Words and letters after a number, and what they multiply it by."""

_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
_CURRENCY_WORDS = {"dollar": "dollars", "pound": "pounds", "euro": "euros", "yen": "yen", "ruble": "rubles"}
_AT_LEAST = frozenset(
    {"at least", "more than", "over", "no fewer than", "no less than", "above", "upwards of"}
)
_AT_MOST = frozenset(
    {"up to", "as many as", "as much as", "less than", "fewer than", "under", "at most", "below"}
)
_NEARLY = frozenset({"nearly", "almost", "close to"})
_ABOUT = 0.15  # how far "about 200" reaches to either side
_UNIT_WORDS = 3  # words after a number in which its noun is looked for
_TOLL_REACH = 40  # code points around a number in which "killed" is looked for


@cache
def _pattern() -> re.Pattern[str]:
    qualifiers = "|".join(
        phrase.replace(" ", r"\s+")
        for phrase in sorted(
            {*_AT_LEAST, *_AT_MOST, *_NEARLY, *words("approximations")}, key=len, reverse=True
        )
    )
    plain = sorted((word for word in number_words() if word not in _TOO_COMMON), key=len, reverse=True)
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    figures = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    small = rf"(?:{tens})-(?:{'|'.join(plain)})|{'|'.join(plain)}"
    spelled = rf"(?:a|{'|'.join(plain)})\s+hundred(?:\s+(?:and\s+)?(?:{small}))?|(?:{small})\s+and\s+a\s+half|{small}"
    return re.compile(
        rf"(?<![\w.,-])(?:(?P<how>{qualifiers})\s+)?(?P<money>(?:US|A|C|NZ|HK)?[$£€¥])?\s?(?P<n>{figures}|{spelled})"
        rf"(?:[\s-]?(?P<by>hundred|thousand|million|billion|trillion|dozen|bn|mn)\b)?(?(money)(?P<short>[mk])?)(?P<percent>\s?%|\s+per\s?cent\b)?(?![\w])",
        re.IGNORECASE,
    )


_DEATH_TOLL = re.compile(
    r"\b(?:death\s+toll|number\s+of\s+(?:the\s+)?dead|number\s+of\s+(?:deaths|victims))\b[^.;\d]*"
    r"\b(?:to|at|of|reached|hit)\s+$|\b(?:toll|losses)\b[^.;\d]*\b(?:to|at)\s+$"
)
_PART = re.compile(r"\bincluding\s+\Z", re.IGNORECASE)  # three of the twelve: not how many there were
_RANGE = re.compile(
    r"(?:\bbetween\s+(?P<between>\d[\d,]*)\s+and|(?P<from>\d[\d,]*)\s*(?:to|-|–))\s*\Z", re.IGNORECASE
)
_PART_REACH, _RANGE_REACH = 16, 30  # code points
_INCLUDING = re.compile(r"^([^,.;]{0,24}),\s+including\s+[^,.;]+,")
_OF_THE = re.compile(r"^\s+of\s+(?:the|its|their|his|her)\s+(?:\w+['’]s\s+)?")
_WORD = re.compile(r"[^\W\d_]+")
_ON_TOP = re.compile(r"\s+([^\W\d_]+)")
_TOO_COMMON = frozenset({"a", "an", "couple", "pair"})
_NEXT_WORDS = re.compile(r"(?:[\s-]+([^\W\d_][\w’'-]*))?" * _UNIT_WORDS)


def find_quantities(text: str, start: int, end: int, skip: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities in `text[start:end]`, outside the spans in `skip` (dates)."""
    found = []
    for match in _pattern().finditer(text, start, end):
        if any(match.start("n") < last and first < match.end("n") for first, last in skip):
            continue
        quantity = _quantity(text, match, start, end)
        if quantity:
            found.append(quantity)
    return found + find_votes(text, start, end)


def _quantity(text: str, match: re.Match[str], start: int, end: int) -> Quantity | None:
    value = _value(match["n"].lower())
    if value is None:
        return None
    value *= MAGNITUDES.get((match["by"] or match["short"] or "").lower(), 1)
    unit, unit_end = _unit(text, match, start, end)
    alone = match["n"].lower() == "one" and unit not in OF_PEOPLE
    on_top = _ON_TOP.match(text, match.end(), end)
    if on_top and on_top[1].lower() in words("added_words"):
        return None
    if unit is None or alone or _PART.search(text, max(start, match.start() - _PART_REACH), match.start()):
        return None
    low, high = _bounds(value, " ".join((match["how"] or "").lower().split()))
    ranged = _RANGE.search(text, max(start, match.start() - _RANGE_REACH), match.start())
    if ranged:
        low = min(low, number(ranged["from"] or ranged["between"]) or low)
    first = ranged.start() if ranged else match.start()
    return in_common_measure(Quantity(first, unit_end, value, low, high, unit), text)


def _value(told: str) -> float | None:
    """What figures or words say: 1,200 · twenty-four · two and a half · a hundred and thirty-five."""
    whole, half, _ = told.partition(" and a half")
    if half:
        return (number(whole) or 0) + 0.5
    hundreds, hundred, rest = told.partition("hundred")
    if not hundred:
        return number(told)
    rest = rest.strip().removeprefix("and").strip()
    return 100 * (number(hundreds) or 1) + (number(rest) or 0 if rest else 0)


def _unit(text: str, match: re.Match[str], start: int, end: int) -> tuple[str | None, int]:
    """What the number counts, and where the words for it end; None for ages, ranks, times and bare numbers."""
    if match["money"]:
        return _CURRENCIES[match["money"][-1]], match.end()
    if match["percent"]:
        return "percent", match.end()
    toll = _toll(text, match, start, end)
    if toll:
        return toll, match.end()
    following = _NEXT_WORDS.match(text, match.end(), end)
    for position, word in enumerate(following.groups() if following else (), 1):
        if not following or not word or _ends_phrase(word.lower()):
            break
        if _is_noun(word):
            stem = _singular(word.lower())
            unit = None if stem in words("uncounted") else _CURRENCY_WORDS.get(stem, stem)
            return unit, following.end(position)
    return None, match.end()


def _toll(text: str, match: re.Match[str], start: int, end: int) -> str | None:
    """`killed` or `injured`, where the number stands right beside such a word."""
    left = text[max(start, match.start() - _TOLL_REACH) : match.start()].lower()
    if _DEATH_TOLL.search(left):
        return "killed"
    before = left.split()[-1:]
    right = _INCLUDING.sub(r"\1", text[match.end() : min(end, match.end() + 2 * _TOLL_REACH)]).lower()
    right = _OF_THE.sub(" ", right)
    after = _WORD.findall(right[:_TOLL_REACH])[:5]
    people = (
        not after or not right[0].isspace() or after[0] in words("coordinators") or _is_of_people(after[0])
    )
    if before == ["lost"] and after and after[0] in words("people_nouns"):
        return "killed"
    for unit in ("killed", "injured", "displaced"):
        listed = words(f"{unit}_words")
        if before and before[0] in listed and people:
            return unit
        reached = next((position for position, word in enumerate(after) if word in listed), None)
        if reached is not None and all(map(_is_of_people, _without_who(after[:reached]))):
            return unit if before != ["saved"] else None
    return None


def _without_who(between: list[str]) -> list[str]:
    """The words between a number and what happened, without the noun of who it was: 50 worshippers were killed."""
    links = words("toll_links") & words("auxiliaries")
    at = next((at for at, word in enumerate(between) if word in links), 0)
    noun = between[at - 1] if at else ""
    return [word for word in between if word != noun or not _is_noun(noun)]


def _is_of_people(word: str) -> bool:
    """Whether a word can stand between a number of people and what happened to them."""
    return (
        word in words("people_nouns") or word in words("toll_links") or word.removesuffix("s") in _peoples()
    )


@cache
def _peoples() -> frozenset[str]:
    """Names of peoples, in lower case: 15 Palestinians were killed."""
    return frozenset(demonym.lower() for demonym in gazetteer().demonyms)


def _ends_phrase(word: str) -> bool:
    return any(
        word in words(known) for known in ("prepositions", "auxiliaries", "coordinators", "subordinators")
    )


def _is_noun(word: str) -> bool:
    """Whether a word after a number can be what is counted: a plural, or a noun that has none."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s"))
    return plural or word in words("people_nouns") or is_measure(word)


def _singular(word: str) -> str:
    word = word.replace("’", "'")
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def plural(unit: str) -> str:
    """More than one of what a number counts, as `Quantity.unit` names it."""
    if unit.endswith("y") and unit[-2:-1] not in set("aeiou"):
        return f"{unit[:-1]}ies"
    return f"{unit}s"


def _bounds(value: float, how: str) -> tuple[float, float]:
    """The interval that a qualifier allows."""
    if how in _AT_LEAST:
        return value, math.inf
    if how in _AT_MOST:
        return 0.0, value
    if how in _NEARLY:
        return value * (1 - _ABOUT), value
    if how:
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, value

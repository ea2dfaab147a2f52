"""Numbers that count the same thing and cannot both hold: 12 killed, 15 killed; "over 200" does not differ from 215."""

import datetime as dt

from tui.compare.account import Account, published_within
from tui.compare.alignment import Aligned
from tui.compare.difference import Difference, Side
from tui.compare.grams import plain_words
from tui.compare.profiles import Profile, Profiles
from tui.compare.quantities import Quantity
from tui.compare.words import stem
from tui.corpus.text import fold
from tui.findings.events import edtf
from tui.findings.events.event import TimeExpression
from tui.findings.language.wordlists import words

_ALIKE, _ALIKE_CASUALTIES = 0.3, 0.2  # score of two passages from which on they are read for numbers
_OF_CASUALTIES, _OF_MONEY, _OF_THINGS = 0.75, 0.65, 0.6
_MUTUAL, _SEVERAL, _NO_CONTEXT, _OTHER_DAYS = 0.1, 0.3, 0.3, 0.3
_CONTEXT = 80  # code points on either side of a number, in which words must be shared
_SHARED = 2  # words around both numbers that say what it is about; one will do for casualties
_SAME_STORY = 7  # days between two articles that can count the same
_CASUALTIES = frozenset({"killed", "injured"})
_MONEY = frozenset({"dollars", "pounds", "euros", "yen", "rubles", "percent"})


def differing_numbers(one: Profiles, other: Profiles, pairs: list[Aligned]) -> list[Difference]:
    """Numbers with one unit, in counterparts, that cannot agree; quiet where the other article has the value too."""
    found = []
    for pair in pairs:
        units = {quantity.unit for quantity in pair.first.quantities}
        units &= {quantity.unit for quantity in pair.second.quantities}
        for unit in sorted(units):
            if pair.score < (_ALIKE_CASUALTIES if unit in _CASUALTIES else _ALIKE):
                continue
            difference = _of_unit(one, other, pair, unit)
            if difference:
                found.append(difference)
    return found


def _of_unit(one: Profiles, other: Profiles, pair: Aligned, unit: str) -> Difference | None:
    here, there = _with_unit(pair.first, unit), _with_unit(pair.second, unit)
    if any(quantity.agrees(counted) for quantity in here for counted in there):
        return None
    if _told_in(other, here) or _told_in(one, there):
        return None
    first, second = here[0], there[0]
    confidence = _of_kind(unit) + (_MUTUAL if pair.mutual else 0)
    confidence -= _SEVERAL if len(here) > 1 or len(there) > 1 else 0
    confidence -= 0 if _share_context(one.account, first, other.account, second) else _NO_CONTEXT
    confidence -= _OTHER_DAYS if _of_other_days(pair) else 0
    confidence -= 0 if published_within(one.account, other.account, _SAME_STORY) else _OTHER_DAYS
    sides = (_side(one.account, first), _side(other.account, second))
    return Difference(
        "number", f"how many: {unit}", sides, f"numbers of {unit}", round(max(0.1, confidence), 2)
    )


def _of_other_days(pair: Aligned) -> bool:
    """Whether the two passages tell of different times: the profit of one quarter, and of another."""
    here, there = ([days for days in map(_days, side.dates) if days] for side in (pair.first, pair.second))
    return bool(here and there) and not any(
        one[0] <= other[1] and other[0] <= one[1] for one in here for other in there
    )


def _days(date: TimeExpression) -> tuple[dt.date, dt.date] | None:
    return edtf.days(date.value)


def _with_unit(profile: Profile, unit: str) -> list[Quantity]:
    return [quantity for quantity in profile.quantities if quantity.unit == unit]


def _told_in(profiles: Profiles, quantities: list[Quantity]) -> bool:
    """Whether an article tells one of the numbers anywhere."""
    told = [quantity for passage in profiles.passages for quantity in passage.quantities]
    return any(
        quantity.unit == counted.unit and quantity.agrees(counted)
        for quantity in quantities
        for counted in told
    )


def _of_kind(unit: str) -> float:
    if unit in _CASUALTIES:
        return _OF_CASUALTIES
    return _OF_MONEY if unit in _MONEY else _OF_THINGS


def _share_context(one: Account, first: Quantity, other: Account, second: Quantity) -> bool:
    """Whether the words around both numbers share one that says what it is about."""
    shared = (_around(one, first) & _around(other, second)) - {stem(first.unit), first.unit}
    return len(shared) >= (1 if first.unit in _CASUALTIES else _SHARED)


def _around(account: Account, quantity: Quantity) -> set[str]:
    text = account.article.text
    around = fold(text[max(0, quantity.start - _CONTEXT) : quantity.end + _CONTEXT])
    small = words("function_words") | words("people_nouns") | words("toll_links")
    return {
        stem(word) for word in plain_words(around) if len(word) > 3 and word not in small and word.isalpha()
    }


def _side(account: Account, quantity: Quantity) -> Side:
    text = account.article.text[quantity.start : quantity.end]
    return Side(f"{quantity.value:g} {quantity.unit}", account.article.id, quantity.start, quantity.end, text)

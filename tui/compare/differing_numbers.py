"""Numbers that count the same thing and cannot both hold: 12 killed, 15 killed; "over 200" does not differ from 215."""

from tui.compare.account import Account, published_within
from tui.compare.alignment import Aligned
from tui.compare.circumstances import circumstances, comparable
from tui.compare.difference import Difference, Side
from tui.compare.profiles import Profile, Profiles
from tui.compare.quantities import Quantity, plural

_ALIKE, _ALIKE_CASUALTIES = 0.3, 0.2  # score of two passages from which on they are read for numbers
_OF_CASUALTIES, _OF_MONEY, _OF_THINGS = 0.75, 0.65, 0.6
_MUTUAL, _SEVERAL, _OTHER_THING, _OTHER_DAYS = 0.1, 0.3, 0.4, 0.3
_SCALES = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))
_SAME_STORY = 7  # days between two articles that can count the same
_CASUALTIES = frozenset({"killed", "injured"})
_MONEY = frozenset({"dollars", "pounds", "euros", "yen", "rubles", "percent"})
_UNCHANGED = _CASUALTIES | _MONEY | {"votes for", "votes against"}


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
    around = (
        circumstances(one.account, pair.first.passage.start, pair.first.passage.end, first),
        circumstances(other.account, pair.second.passage.start, pair.second.passage.end, second),
    )
    confidence -= 0 if comparable(*around, unit) else _OTHER_THING
    confidence -= 0 if published_within(one.account, other.account, _SAME_STORY) else _OTHER_DAYS
    sides = (_side(one.account, first), _side(other.account, second))
    return Difference(
        "number", f"how many: {unit}", sides, f"numbers of {unit}", round(max(0.1, confidence), 2)
    )


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


def _side(account: Account, quantity: Quantity) -> Side:
    text = account.article.text[quantity.start : quantity.end]
    return Side(_told(quantity), account.article.id, quantity.start, quantity.end, text)


def _told(quantity: Quantity) -> str:
    """The number for people: `3.5 billion dollars`, `12 killed`, `20,000 protesters`."""
    value, unit = quantity.value, quantity.unit
    scale = next(((name, size) for name, size in _SCALES if value >= size and value * 1000 % size == 0), None)
    told = f"{value / scale[1]:g} {scale[0]}" if scale else f"{value:,.10g}"
    return f"{told} {unit if value == 1 or unit in _UNCHANGED else plural(unit)}"

"""Numbers that count the same thing and cannot both hold: 12 killed, 15 killed; "over 200" does not differ from 215."""

from itertools import chain, combinations

from tui.compare.account import Account, published_within
from tui.compare.alignment import Aligned
from tui.compare.circumstances import circumstances, comparable
from tui.compare.difference import Difference, Side
from tui.compare.measures import is_measure
from tui.compare.profiles import Profile, Profiles
from tui.compare.quantities import plural
from tui.compare.quantity import OF_PEOPLE, Quantity
from tui.compare.terms import meaning
from tui.compare.votes import MAJORITY, MINORITY
from tui.findings.language.wordlists import words

_ALIKE = 0.22  # score of two passages from which on they are read for numbers of what can be anything
_OF_CASUALTIES, _OF_MONEY, _OF_THINGS = 0.75, 0.65, 0.6
_MUTUAL, _SEVERAL, _OTHER_THING, _OTHER_DAYS = 0.1, 0.3, 0.4, 0.3
_WITHIN, _WITHIN_SHARED = 0.5, 2
_FIRST_PASSAGES = 100  # passages of an article that are read for numbers told twice
_SCALES = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))
_SAME_STORY = 7  # days between two articles that can count the same
_MONEY = frozenset({"dollars", "pounds", "euros", "yen", "rubles", "percent"})
_TELLING = OF_PEOPLE | {MAJORITY, MINORITY}  # units that say what is counted
_UNCHANGED = _TELLING | _MONEY


def differing_numbers(one: Profiles, other: Profiles, pairs: list[Aligned]) -> list[Difference]:
    """Numbers with one unit, in counterparts, that cannot agree; quiet where the other article has the value too."""
    found = []
    for pair in pairs:
        units = {unit_of(quantity) for quantity in numbers_of(pair.first)}
        units &= {unit_of(quantity) for quantity in numbers_of(pair.second)}
        for unit in sorted(units):
            if pair.score < _ALIKE and unit not in _TELLING:
                continue
            found += _of_unit(one, other, pair, unit)
    return found


def numbers_within(profiles: Profiles) -> list[Difference]:
    """Tolls and votes of which one article tells two: the headline's number, and another further down."""
    told = [
        (passage.passage, quantity, circumstances(profiles.account, *passage.passage[1:], quantity))
        for passage in profiles.passages[:_FIRST_PASSAGES]
        for quantity in passage.quantities
        if quantity.unit in _TELLING
    ]
    found = []
    for (here, first, around), (there, second, about) in combinations(told, 2):
        differ = first.unit == second.unit and here != there and not first.agrees(second)
        if (
            differ
            and len(around.about & about.about) >= _WITHIN_SHARED
            and comparable(around, about, first.unit)
        ):
            sides = (side_of(profiles.account, first), side_of(profiles.account, second))
            subject = f"how many: {first.unit}"
            found.append(Difference("number", subject, sides, "numbers in one article", _WITHIN))
    return found


def _of_unit(one: Profiles, other: Profiles, pair: Aligned, unit: str) -> list[Difference]:
    mine, theirs = _with_unit(pair.first, unit), _with_unit(pair.second, unit)
    here, there = unmatched(mine, theirs, other), unmatched(theirs, mine, one)
    if not here or not there:
        return []
    around = {
        quantity: circumstances(profile.account, profile.passage.start, profile.passage.end, quantity)
        for profile, counted in ((pair.first, here), (pair.second, there))
        for quantity in counted
    }
    of_nations = [
        (first, second)
        for first in here
        for second in there
        if around[first].nations and around[first].nations == around[second].nations
    ]
    several = (len(here) > 1 or len(there) > 1) and not of_nations
    agreeing = any(quantity.agrees(told) for quantity in mine for told in theirs)
    surest = confidence_of(unit) + (_MUTUAL if pair.mutual else 0) - (_SEVERAL if several else 0)
    surest -= 0 if published_within(one.account, other.account, _SAME_STORY) else _OTHER_DAYS
    found = []
    for first, second in of_nations or [(here[0], there[0])]:
        alike = comparable(around[first], around[second], unit, beside_agreeing=agreeing)
        confidence = round(max(0.1, surest - (0 if alike else _OTHER_THING)), 2)
        sides = (side_of(one.account, first), side_of(other.account, second))
        found.append(
            Difference("number", f"how many: {first.unit}", sides, f"numbers of {first.unit}", confidence)
        )
    return found


def unit_of(quantity: Quantity) -> str:
    """What a number counts, by its meaning: troops are soldiers."""
    unit = quantity.unit
    return unit if unit in _UNCHANGED or is_measure(unit) else meaning(unit)


def _with_unit(profile: Profile, unit: str) -> list[Quantity]:
    return [quantity for quantity in numbers_of(profile) if unit_of(quantity) == unit]


def numbers_of(profile: Profile) -> tuple[Quantity, ...]:
    """The numbers of a passage with what they count, lengths of time among them."""
    return profile.quantities + profile.durations


def unmatched(quantities: list[Quantity], counted: list[Quantity], profiles: Profiles) -> list[Quantity]:
    """Those that agree neither with what their counterpart counts nor with anything that its article does."""
    elsewhere = [quantity for passage in profiles.passages for quantity in numbers_of(passage)]
    return [
        quantity
        for quantity in quantities
        if not any(
            unit_of(quantity) == unit_of(told) and quantity.agrees(told) for told in chain(counted, elsewhere)
        )
    ]


def confidence_of(unit: str) -> float:
    """How sure a difference of two numbers with a unit is where they count one thing."""
    if unit in OF_PEOPLE:
        return _OF_CASUALTIES
    return _OF_MONEY if unit in _MONEY else _OF_THINGS


def side_of(account: Account, quantity: Quantity) -> Side:
    """Where an account tells a number."""
    text = account.article.text[quantity.start : quantity.end]
    return Side(_told(quantity), account.article.id, quantity.start, quantity.end, text)


def _told(quantity: Quantity) -> str:
    """The number for people: `3.5 billion dollars`, `12 killed`, `20,000 protesters`."""
    value, unit = quantity.value, quantity.unit
    scale = next(((name, size) for name, size in _SCALES if value >= size and value * 1000 % size == 0), None)
    unchanged = _UNCHANGED | words("people_nouns")  # units are singular, but for people, men and women
    told = f"{value / scale[1]:g} {scale[0]}" if scale else f"{value:,.10g}"
    return f"{told} {unit if value == 1 or unit in unchanged else plural(unit)}"

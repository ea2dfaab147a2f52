"""What two passages share beside their wording, and what it weighs."""

from dataclasses import dataclass

from tui.compare.account import Account
from tui.compare.profiles import Profile, Profiles
from tui.compare.quantity import Quantity
from tui.compare.sameness import could_be_same, family, other_event, same_event
from tui.compare.weights import Weights
from tui.findings.events import edtf

_EVERYWHERE = 0.25  # part of the passages from which on an actor is everywhere
_FEW = 12  # passages below which no actor is everywhere
_NUMBER, _DATE, _EVENT = 0.13, 0.07, 0.08
"""What a shared number, a date and an event add to the score; actors are among the terms."""
_NUMBERS_COUNTED = 2
_SMALLEST_ROUNDED, _NEAR = 10, 0.7  # numbers that can be one though they differ: how small, and by which part
_PLACES = frozenset({"place", "state"})
_LONG_INTERVAL = 62  # days: two dates within a longer one are no shared date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two passages and against them.

    `weight` adds to the score; `telling` says that something shared is not everywhere; `same_sort` that both tell an
    event of one sort, but not the same as far as is told, and `against` that it cannot be the same. `strangers` says
    that both name a place, and none in common: two ferries sink in like words. `shared` is what both have, weightiest
    first: what it is (events, actors, places, dates, numbers), and which.
    """

    weight: float
    telling: bool
    same_sort: bool
    against: bool
    strangers: bool
    shared: tuple[tuple[str, tuple[str, ...]], ...]


def weigh_evidence(
    article: Profiles, first: Profile, beside: Profiles, second: Profile, weights: Weights
) -> Evidence:
    """What the passages `first` of an article and `second` of the one beside it share."""
    one, other = article.account, beside.account
    actors = sorted(first.actors.keys() & second.actors.keys(), key=lambda name: (-weights.actor(name), name))
    rare = [name for name in actors if weights.passages < _FEW or weights.share(name) <= _EVERYWHERE]
    places = [name for name in actors if first.actors[name] in _PLACES]
    numbers = _shared_numbers(first, second)
    dates = _shared_dates(first, second)
    event = _shared_event(one, first, other, second)
    against = event is None and _other_events(one, first, other, second)
    weight = _NUMBER * min(len(numbers), _NUMBERS_COUNTED) + _DATE * bool(dates) + _EVENT * bool(event)
    people = tuple(name for name in actors if name not in places)
    shared = (
        ("event", (event,) if event else ()),
        ("actors", people),
        ("places", tuple(places)),
        ("dates", tuple(dates)),
        ("numbers", tuple(numbers)),
    )
    telling = bool(rare or numbers or dates or event)
    same_sort = event is None and _of_one_sort(one, first, other, second)
    strangers = event is None and _strangers(first, second)
    return Evidence(weight, telling, same_sort, against, strangers, shared)


def _strangers(first: Profile, second: Profile) -> bool:
    """Whether each passage names a place or state, and they share nobody; or each tells an event, at places of its own.

    Who names the Turkish president names Turkey, but two towns of one state are two towns; two states are named
    together more rarely. Groups (Americans, leaders) name nobody.
    """
    named = [{name for name, kind in side.actors.items() if kind != "group"} for side in (first, second)]
    places = [{name for name, kind in side.actors.items() if kind in _PLACES} for side in (first, second)]
    shared = named[0] & named[1]
    if not shared:
        states = first.states & second.states
        towns = [any(side.actors[name] == "place" for name in side.actors) for side in (first, second)]
        of_one_state = len(states) > 1 or (bool(states) and not all(towns))
        placed = all(where or side.states for where, side in zip(places, (first, second), strict=True))
        return placed and not of_one_state
    kinds = {first.actors[name] for name in shared}
    return all((*places, first.events, second.events)) and kinds.isdisjoint({*_PLACES, "person"})


def _shared_numbers(first: Profile, second: Profile) -> list[str]:
    """Quantities and lengths of time with one unit that are one, or that can be and are near: over 200 and 215."""
    if not all(any(term.startswith("#") for term in side.terms) for side in (first, second)):
        return []
    shared = {
        (told.unit, *sorted({told.value, quantity.value}))
        for told in first.quantities + first.durations
        for quantity in second.quantities + second.durations
        if told.unit == quantity.unit and _one_number(told, quantity)
    }
    return [
        f"{' and '.join(f'{value:,.12g}' for value in values)} {unit}" for unit, *values in sorted(shared)
    ]


def _one_number(told: Quantity, other: Quantity) -> bool:
    small, large = sorted((told.value, other.value))
    return small == large or (small >= max(_SMALLEST_ROUNDED, _NEAR * large) and told.agrees(other))


def _shared_dates(first: Profile, second: Profile) -> list[str]:
    """Dates that name the same days, or that tell the same span from an unknown day on: in words where no day is."""
    values = {date.value for date in second.dates if date.value and not date.rule.startswith("duration")}
    shared = []
    for date in first.dates:
        days = edtf.days(date.value)
        short = days is None or (days[1] - days[0]).days <= _LONG_INTERVAL
        if date.value in values and short:
            value = date.value or ""
            shared.append(value if value[:1].isdigit() else " ".join(date.text.split()))
    return sorted(set(shared))


def _shared_event(one: Account, first: Profile, other: Account, second: Profile) -> str | None:
    for event in first.events:
        for telling in second.events:
            if same_event(one, event, other, telling):
                return event.title
    return None


def _of_one_sort(one: Account, first: Profile, other: Account, second: Profile) -> bool:
    """Whether both tell an event of one sort, and no two of these can be one."""
    pairs = [(event, telling) for event in first.events for telling in second.events]
    if not any(family(event) == family(telling) for event, telling in pairs):
        return False
    return not any(could_be_same(one, event, other, telling) for event, telling in pairs)


def _other_events(one: Account, first: Profile, other: Account, second: Profile) -> bool:
    return any(other_event(one, event, other, telling) for event in first.events for telling in second.events)

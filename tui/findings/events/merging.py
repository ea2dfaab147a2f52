"""Merge the events of many articles into the events of a corpus."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from tui.findings.actors.gazetteer import gazetteer
from tui.findings.events import edtf
from tui.findings.events.event import ArticleEvent, Event, EventMention, Status
from tui.findings.events.lexicon import rounds
from tui.findings.language.wordlists import words

_FAMILY = {"meeting": "talks", "talks": "talks", "summit": "talks", "call": "call"}
_LOOK_BACK = 40
"""How many events of one key are tried before a telling becomes an event of its own: it keeps merging linear."""
_REMEMBERED = 10_000  # places and titles that are worked out once
_MANY = 6  # participants beyond which no pairs are made


class _Facts(NamedTuple):
    """What a telling tells that another can agree with: worked out once, and the same for many tellings."""

    place: str | None
    days: tuple[dt.date, dt.date] | None
    rounds: frozenset[int]
    people: frozenset[str]
    held: bool


@dataclass(slots=True, eq=False)
class _Row:
    """An event of the corpus as it grows: its tellings (article's order, id, its words), and what they have told."""

    tellings: list[tuple[int, str, str, ArticleEvent]] = field(default_factory=list)
    told: set[_Facts] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    days: set[tuple[dt.date, dt.date]] = field(default_factory=set)
    rounds: set[int] = field(default_factory=set)
    held: bool = False

    def add(self, facts: _Facts) -> None:
        if facts in self.told:
            return
        self.told.add(facts)
        self.people |= facts.people
        self.places |= {facts.place} if facts.place else set()
        self.days |= {facts.days} if facts.days else set()
        self.rounds |= facts.rounds
        self.held |= facts.held


def merge_events(
    articles: Iterable[tuple[str, str, tuple[ArticleEvent, ...]]], actors: Mapping[tuple[str, str], str]
) -> list[Event]:
    """The corpus' events from each article's id, text and events, given in article order.

    `actors` maps (article id, article actor's name) to the actor's name in the corpus. Two tellings are one event if
    they are of one family, their dates and places do not exclude each other, and they share two people, or a
    participant and a place or date, or a place and a date; within one article two states are enough. They are looked
    up by what they share: near-linear.
    """
    rows: list[_Row] = []
    by_key: dict[tuple[str, ...], list[_Row]] = {}
    for order, (article, text, events) in enumerate(articles):
        for event in events:
            named = replace(
                event, participants=tuple(actors.get((article, name), name) for name in event.participants)
            )
            facts = _facts(named)
            keys = _keys(article, named, facts)
            row = _find_row(by_key, keys, facts)
            if row is None:
                row = _Row()
                rows.append(row)
            row.tellings.append((order, article, text[event.start : event.end], named))
            row.add(facts)
            _absorb(
                row, [other for key in keys if "pair" in key for other in by_key.get(key, [])[-_LOOK_BACK:]]
            )
            for key in keys:
                known = by_key.setdefault(key, [])
                if row not in known[-_LOOK_BACK:]:
                    known.append(row)
    return [_event(row) for row in rows if row.tellings]


def _absorb(row: _Row, others: list[_Row]) -> None:
    """Take over the tellings of those rows that `row`, now that more is known of it, agrees with wholly.

    So a headline that told neither place nor date joins the event once its paragraph has told them.
    """
    for other in others:
        if (
            other is not row
            and other.rounds <= row.rounds
            and all(_agree(row, facts) for facts in other.told)
        ):
            row.tellings += other.tellings
            other.tellings.clear()
            for facts in other.told:
                row.add(facts)


def _find_row(
    by_key: dict[tuple[str, ...], list[_Row]], keys: list[tuple[str, ...]], facts: _Facts
) -> _Row | None:
    for key in keys:
        for row in reversed(by_key.get(key, [])[-_LOOK_BACK:]):
            if row.tellings and _agree(row, facts):
                return row
    return None


def _facts(event: ArticleEvent) -> _Facts:
    return _Facts(
        place=_plain_place(event.place) if event.place else None,
        days=edtf.days(event.date),
        rounds=_rounds_told(event.title),
        people=frozenset(event.participants),
        held=event.status == "held",
    )


def _keys(article: str, event: ArticleEvent, facts: _Facts) -> list[tuple[str, ...]]:
    """What a telling can be found by, strongest first; without any, only its own article tells it."""
    family = _FAMILY.get(event.kind, event.kind)
    people = sorted(facts.people)
    month = facts.days[0].isoformat()[:7] if facts.days else None
    keys: list[tuple[str, ...]] = []
    if facts.place:
        keys += [(family, "at", facts.place, name) for name in people]
        keys += [(family, "at", facts.place, month)] if month else []
    if month:
        keys += [(family, "in", month, name) for name in people]
    if family == "vote" and event.date:
        keys.append((family, "in", event.date))
    pairs = list(combinations(people, 2)) if len(people) <= _MANY else []
    if event.date and not facts.days:
        keys += [(family, "within", event.date, *pair) for pair in pairs]
    keys += [(family, "pair", *pair) for pair in pairs if not any(_often_meets(name) for name in pair)]
    keys += [(family, "pair", article, *pair) for pair in pairs]
    if len(people) == 1 and not keys:
        keys.append((family, "alone", article, *people))
    return keys or [(family, "here", article, facts.place or "", event.date_text or "")]


@cache
def _often_meets(name: str) -> bool:
    """Whether a name is a state's or a known organisation's: two tellings need more in common than it."""
    known = gazetteer()
    return name in known.singles or any(
        entry.name == name for _, entry in known.phrases.get(name.split(maxsplit=1)[0], ())
    )


def _agree(row: _Row, facts: _Facts) -> bool:
    """Whether nothing that is told of an event excludes that it is the row's."""
    if facts.place and row.places and facts.place not in row.places:
        return False
    first, last = facts.days or (None, None)
    if first and last and row.days and not any(known[0] <= last and first <= known[1] for known in row.days):
        return False
    if row.rounds and facts.rounds and not _rounds_agree(row.rounds, facts.rounds):
        return False
    # What has been and what is to come are one only where the place says so.
    if row.held != facts.held and facts.place not in row.places:
        return False
    return not (row.people and facts.people) or not row.people.isdisjoint(facts.people)


@lru_cache(_REMEMBERED)
def _rounds_told(title: str) -> frozenset[int]:
    """Which of several events the title says it is."""
    return frozenset(rounds()[word] for word in title.lower().split() if word in rounds())


def _rounds_agree(known: Set[int], told: Set[int]) -> bool:
    """A first or earlier one is no second or further one."""
    past, coming = {0, 1}, {-1, 2, 3, 4, 5}
    return bool(known & told) or not ((known & past and told & coming) or (known & coming and told & past))


@lru_cache(_REMEMBERED)
def _plain_place(place: str) -> str:
    """A place for matching: one without a name by its noun and number (third country)."""
    words_of = [word.strip(",.") for word in place.lower().split()]
    if words_of[-1] in words("generic_places"):
        numbered = [word for word in words_of if word in rounds()]
        return " ".join([*numbered, words_of[-1]])
    return " ".join(words_of)


def _event(row: _Row) -> Event:
    """The row's event: what its surest telling says, and what the others add."""
    tellings = sorted(row.tellings, key=lambda telling: -telling[3].confidence)
    best = tellings[0][3]
    events = [telling for *_, telling in tellings]
    dated = next((event for event in events if event.date), None)
    told = next((event for event in events if event.date_text), None)
    date = dated or told
    participants = dict.fromkeys(name for event in events for name in event.participants)
    statuses: Counter[Status] = Counter(event.status for event in events)
    return Event(
        title=best.title,
        kind=best.kind,
        date=date.date if date else None,
        date_text=date.date_text if date else None,
        place=next((event.place for event in events if event.place), None),
        level=next((event.level for event in events if event.level), None),
        participants=tuple(participants),
        status=statuses.most_common(1)[0][0],
        mentions=tuple(
            EventMention(article, event.start, event.end, words, event.status, event.date)
            for _, article, words, event in sorted(
                row.tellings, key=lambda telling: (telling[0], telling[3].start)
            )
        ),
        rule=best.rule if len(tellings) == 1 else f"{best.rule}, merged",
        confidence=best.confidence,
    )

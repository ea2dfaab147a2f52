"""Events over time, as data: in lanes, in equal stretches of months or years, and as bars. Draws nothing.

Days are EDTF (ISO 8601-2). What a value does not tell is never filled in: an event whose day is not known stands in a
lane of its own, and one of which only the year is known is in no month.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, get_args

from tui.findings.events.event import Event, EventMention, Level

BLOCKS = "▁▂▃▄▅▆▇█"
"""Eight heights of a bar in one row."""
ASCII_BLOCKS = "_.-:=+*#"
"""The same for terminals that draw ASCII only: the darker, the higher."""

UNDATED = "no day told"
UNRANKED = "no level told"
UNNAMED = "nobody named"
LEVELS: tuple[str, ...] = get_args(Level)
"""Levels of meetings, the highest first."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\dXu])")
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


class Began(NamedTuple):
    """When an event began, as far as it is told: `month` and `day` are 0 where only the year or month is known."""

    year: int
    month: int
    day: int


@lru_cache(maxsize=1 << 14)
def began(date: str | None) -> Began | None:
    """When what has this EDTF value began: the first day of an interval; None where no year is told (`P2W`)."""
    found = _DAY.match(date or "")
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if not 1 <= month <= 12:
        return Began(year, 0, 0)  # a season: EDTF counts them from 21
    return Began(year, month, day)


def short_date(date: str) -> str:
    """An EDTF value with what the end of an interval repeats left out: `2025-02-10/16`."""
    start, slash, end = date.partition("/")
    if not slash or len(start) != len(end):
        return date
    for cut in (8, 5):
        if len(start) > cut and start[:cut] == end[:cut]:
            return f"{start}/{end[cut:]}"
    return date


# Lanes.


class Told(NamedTuple):
    """An event in a lane, with its mentions, those that belong to the lane first."""

    event: Event
    mentions: tuple[EventMention, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Events under one heading: `name` is a year, a level, an article's id or an actor's name, or what is not told."""

    name: str
    events: tuple[Told, ...]


def by_date(events: Iterable[Event]) -> list[Lane]:
    """A lane for each year, each from its first event to its last; then the undated ones."""
    return _lanes(
        (str(day.year) if (day := began(event.date)) else UNDATED, _told(event)) for event in in_time(events)
    )


def by_level(events: Iterable[Event]) -> list[Lane]:
    """A lane for each level of meetings, heads of state first; then what no level is told of."""
    lanes = _lanes((event.level or UNRANKED, _told(event)) for event in in_time(events))
    ranks = {level: rank for rank, level in enumerate((*LEVELS, UNRANKED))}
    return sorted(lanes, key=lambda lane: ranks[lane.name])


def by_article(events: Iterable[Event], order: Sequence[str]) -> list[Lane]:
    """A lane for each article (ids in `order`) with the dated events that it tells; then the undated ones."""
    ranks = {article: rank for rank, article in enumerate(order)}
    lanes = _lanes(named for event in in_time(events) for named in _by(event, _articles))
    return sorted(lanes, key=lambda lane: (lane.name == UNDATED, ranks.get(lane.name, len(ranks))))


def by_actor(events: Iterable[Event]) -> list[Lane]:
    """A lane for each participant with its dated events, who took part in most first; then the undated ones."""
    lanes = _lanes(named for event in in_time(events) for named in _by(event, _participants))
    last = (UNNAMED, UNDATED)
    return sorted(
        lanes, key=lambda lane: (last.index(lane.name) + 1 if lane.name in last else 0, -len(lane.events))
    )


def _articles(event: Event) -> Iterable[str]:
    return dict.fromkeys(mention.article for mention in event.mentions)


def _participants(event: Event) -> Iterable[str]:
    return dict.fromkeys(event.participants) or (UNNAMED,)


def _by(event: Event, names: Callable[[Event], Iterable[str]]) -> list[tuple[str, Told]]:
    if began(event.date) is None:
        return [(UNDATED, _told(event))]
    return [(name, _told(event, name)) for name in names(event)]


def _told(event: Event, lane: str = "") -> Told:
    mentions = event.mentions
    if len(mentions) > 1 and mentions[0].article != lane:
        mentions = tuple(sorted(mentions, key=lambda mention: mention.article != lane))
    return Told(event, mentions)


_LAST = Began(10_000, 0, 0)


def in_time(events: Iterable[Event]) -> list[Event]:
    """The events in the order of time; what is undated comes last. Cheap where they are in that order already."""
    return sorted(events, key=lambda event: began(event.date) or _LAST)


def _lanes(named: Iterable[tuple[str, Told]]) -> list[Lane]:
    """Lanes by name, as the first event of each comes, of events that are given in the order of time."""
    lanes: dict[str, list[Told]] = {}
    for name, told in named:
        lanes.setdefault(name, []).append(told)
    return [Lane(name, tuple(events)) for name, events in lanes.items()]


# Charts.


@dataclass(frozen=True, slots=True)
class Chart:
    """Equal stretches of time, each with the number of events that began in it and of the passages that tell of them.

    `unit` is a stretch in words (`month`, `year`, `5 years`); `first` the year and month in which the first begins,
    `months` the length of one; `left_out` counts dated events of which no month is told, where months are shown.
    """

    unit: str
    first: tuple[int, int]
    months: int
    events: tuple[int, ...]
    mentions: tuple[int, ...]
    left_out: int

    def stretch(self, date: str | None) -> int | None:
        """In which stretch what has this EDTF value began; None where it is in none."""
        day = began(date)
        if day is None or (self.months < 12 and not day.month):
            return None
        at = (_month(day) - (self.first[0] * 12 + self.first[1] - 1)) // self.months
        return at if 0 <= at < len(self.events) else None

    def label(self, stretch: int) -> str:
        """What a stretch is called: `2025-02`, `2025`, `2020`."""
        year, month = divmod(self.first[0] * 12 + self.first[1] - 1 + stretch * self.months, 12)
        return f"{year}-{month + 1:02}" if self.months < 12 else str(year)


def chart(events: Iterable[Event], most: int) -> Chart | None:
    """A chart of `events` in at most `most` stretches: months where they fit, else years, else so many years.

    None where fewer than two events are dated.
    """
    dated = [(day, len(event.mentions)) for event in events if (day := began(event.date)) is not None]
    if len(dated) < 2 or most < 1:
        return None
    exact = [(day, mentions) for day, mentions in dated if day.month]
    if len(exact) * 2 >= len(dated) and len(exact) > 1:
        months = [_month(day) for day, _ in exact]
        if max(months) - min(months) < most:
            year, month = divmod(min(months), 12)
            return _filled("month", (year, month + 1), 1, exact, len(dated) - len(exact), max(months))
    years = [day.year for day, _ in dated]
    step = next((step for step in _STEPS if max(years) // step - min(years) // step < most), _STEPS[-1])
    first = min(years) // step * step
    unit = "year" if step == 1 else f"{step} years"
    return _filled(unit, (first, 1), step * 12, dated, 0, max(years) * 12)


def _filled(
    unit: str, first: tuple[int, int], months: int, dated: list[tuple[Began, int]], left_out: int, last: int
) -> Chart:
    start = first[0] * 12 + first[1] - 1
    events = [0] * ((last - start) // months + 1)
    mentions = events.copy()
    for day, told in dated:
        at = (_month(day) - start) // months
        events[at] += 1
        mentions[at] += told
    return Chart(unit, first, months, tuple(events), tuple(mentions), left_out)


def _month(day: Began) -> int:
    return day.year * 12 + max(day.month - 1, 0)


def bars(counts: Sequence[int], rows: int, blocks: str = BLOCKS) -> list[str]:
    """Bars of these heights side by side, `rows` rows high, the top row first; whatever is there is seen."""
    highest = max(counts, default=0)
    steps = len(blocks)
    heights = [-(-count * rows * steps // highest) if highest else 0 for count in counts]
    return [
        "".join(_part(height - row * steps, blocks) for height in heights) for row in range(rows - 1, -1, -1)
    ]


@lru_cache(maxsize=1 << 12)
def spark(counts: tuple[int, ...], blocks: str = BLOCKS) -> str:
    """Bars of these heights in one row; those of the lanes of a large corpus are mostly alike, and made once."""
    return bars(counts, 1, blocks)[0]


def _part(height: int, blocks: str) -> str:
    """The part of a bar in one row, of which `height` eighths lie above the row's foot."""
    return " " if height <= 0 else blocks[min(height, len(blocks)) - 1]


def axis(chart: Chart, width: int) -> str:
    """The labels below a chart whose stretches are `width` cells wide: each under its stretch's first cell.

    The last ends where the chart ends. None runs into another; the first, the last and each January come before others.
    """
    cells = len(chart.events) * width
    row = [" "] * max(cells, len(chart.label(0)))
    january = (1 - chart.first[1]) % 12
    last = len(chart.events) - 1
    wanted = [0, last]
    if chart.months < 12:
        wanted += range(january, len(chart.events), 12)
    wanted += range(len(chart.events))
    for stretch in wanted:
        label = chart.label(stretch)
        start = min(stretch * width, len(row) - len(label)) if stretch == last else stretch * width
        around = row[max(start - 2, 0) : start + len(label) + 2]
        if start + len(label) <= len(row) and not "".join(around).strip():
            row[start : start + len(label)] = label
    return "".join(row).rstrip()

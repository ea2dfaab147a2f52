"""Time expressions and events, in one article and in a whole corpus."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["heads of state", "ministers", "deputies", "directors", "diplomats"]
Status = Literal["held", "planned", "possible", "denied"]

TITLE_NAMES = 3
"""Participants whose names stand in front of the title of an event, at most."""


class TimeExpression(NamedTuple):
    """A time expression of the raw text and the days it names.

    `value` is EDTF (ISO 8601-2): `2023`, `2023-07`, `2023-07-14`, `2023-07-10/2023-07-16`, durations `P2W`; None where
    the text does not tell. `anchored` is False where the value would need a document date that nobody gave.
    """

    text: str
    start: int
    end: int
    value: str | None
    anchored: bool
    rule: str


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """An event as one article tells it; `start`/`end` are the words that tell it.

    `kind` is the sort of event (meeting, talks, summit, call, vote, attack, statement); `participants` are names of
    the article's actors, or the words of the text for groups without a name.
    """

    title: str
    kind: str
    start: int
    end: int
    date: str | None
    date_text: str | None
    place: str | None
    level: Level | None
    participants: tuple[str, ...]
    status: Status
    rule: str
    confidence: float


class EventMention(NamedTuple):
    """A place where an event is told."""

    article: str
    start: int
    end: int
    text: str
    status: Status
    date: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the corpus: one row with all its mentions, in article order."""

    title: str
    kind: str
    date: str | None
    date_text: str | None
    place: str | None
    level: Level | None
    participants: tuple[str, ...]
    status: Status
    mentions: tuple[EventMention, ...]
    rule: str
    confidence: float

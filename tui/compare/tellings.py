"""Events as two accounts tell them, side by side, with the words that give their date and place."""

from typing import NamedTuple

from tui.compare.account import Account
from tui.compare.alignment import Aligned
from tui.compare.difference import Side
from tui.compare.profiles import Profile
from tui.compare.sameness import same_event
from tui.findings.events.event import ArticleEvent, TimeExpression

_MOST = 100  # events of an article that are compared: what tells more is a list or a log


class Telling(NamedTuple):
    """An event with the account that tells it."""

    account: Account
    event: ArticleEvent

    def side(self, value: str, start: int, end: int) -> Side:
        """What is told between two code points of the article."""
        article = self.account.article
        return Side(value, article.id, start, end, article.text[start:end])

    @property
    def whole(self) -> tuple[int, int]:
        """Where the event is told."""
        return self.event.start, self.event.end

    @property
    def key(self) -> tuple[str, int, int]:
        """Tells it from all other tellings."""
        return self.account.article.id, self.event.start, self.event.end


class Paired:
    """Which passages are counterparts, looked up by the events that they tell."""

    def __init__(self, pairs: list[Aligned]) -> None:
        self._pairs = {(pair.first.passage.start, pair.second.passage.start): pair for pair in pairs}
        self._first = _passage_of_event([pair.first for pair in pairs])
        self._second = _passage_of_event([pair.second for pair in pairs])

    def of(self, first: Telling, second: Telling) -> Aligned | None:
        """The pair of passages in which two tellings stand, if these are counterparts."""
        here, there = self._first.get(first.whole), self._second.get(second.whole)
        return self._pairs.get((here, there)) if here is not None and there is not None else None


def _passage_of_event(told: list[Profile]) -> dict[tuple[int, int], int]:
    """For each event (where it is told) where its passage starts."""
    return {(event.start, event.end): passage.passage.start for passage in told for event in passage.events}


def twice_told(one: Account, other: Account) -> list[tuple[Telling, Telling]]:
    """The tellings of one event in two articles, or in two places of one; of the first 100 events of each."""
    within = one is other
    return [
        (Telling(one, event), Telling(other, telling))
        for at, event in enumerate(one.findings.events[:_MOST])
        for telling in other.findings.events[at + 1 if within else 0 : _MOST]
        if same_event(one, event, other, telling)
    ]


def date_words(telling: Telling) -> list[TimeExpression]:
    """The time expressions, in the event's own words, that its date was read from."""
    event, text = telling.event, telling.account.article.text
    if not event.date_text:
        return []
    start = text.find(event.date_text, event.start, event.end)
    if start < 0:
        return []
    end = start + len(event.date_text)
    return [date for date in telling.account.findings.dates if start <= date.start and date.end <= end]


def place_words(telling: Telling) -> tuple[int, int] | None:
    """Where the event's place stands in its own words: the actor's mention, or the words for a place without a name."""
    event, account = telling.event, telling.account
    for actor in account.findings.actors:
        if actor.name == event.place:
            for mention in actor.mentions:
                if event.start <= mention.start and mention.end <= event.end:
                    return mention.start, mention.end
    start = account.article.text.find(event.place or "\0", event.start, event.end)
    return (start, start + len(event.place or "")) if start >= 0 else None


def about(first: Telling, second: Telling) -> str:
    """A name for the event: the title of the telling that says most."""
    return max(
        (first.event, second.event),
        key=lambda event: (event.confidence, len(event.participants), event.title),
    ).title

"""What a passage is compared by: its pieces of words, its actors, dates, numbers and events."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from tui.compare.account import Account
from tui.compare.clauses import Sentence, told_sentences
from tui.compare.deeds import Deed, deeds
from tui.compare.grams import plain_words
from tui.compare.naming import actors_by_passage, states_by_passage
from tui.compare.passages import Passage, passages
from tui.compare.quantities import find_quantities
from tui.compare.quantity import Quantity
from tui.compare.standings import Standing, standings
from tui.compare.stories import story_vector
from tui.compare.terms import terms_by_passage
from tui.compare.weights import Weights
from tui.corpus.languages import language_of
from tui.corpus.text import fold
from tui.findings.actors.actor import ActorType
from tui.findings.events.event import ArticleEvent, TimeExpression

_DURATION = re.compile(r"P(\d+)([DWMY])$")
_UNITS = {"D": ("day", 1), "W": ("day", 7), "M": ("month", 1), "Y": ("year", 1)}


@dataclass(frozen=True)
class Profile:
    """One passage of `account`; actors go by corpus names."""

    account: Account
    passage: Passage
    words: frozenset[str]
    terms: frozenset[str]
    states: frozenset[str]
    actors: dict[str, ActorType]
    dates: tuple[TimeExpression, ...]
    events: tuple[ArticleEvent, ...]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers with what they count, found when they are first asked for."""
        text, (_, start, end) = self.account.article.text, self.passage
        return tuple(find_quantities(text, start, end, [(date.start, date.end) for date in self.dates]))

    @cached_property
    def durations(self) -> tuple[Quantity, ...]:
        """The lengths of time, as quantities of days, months or years."""
        found = []
        for date in self.dates:
            match = _DURATION.match(date.value or "")
            if match:
                unit, days = _UNITS[match[2]]
                value = float(match[1]) * days
                found.append(Quantity(date.start, date.end, value, value, value, unit))
        return tuple(found)


@dataclass(frozen=True)
class Profiles:
    """An article's passages, the language it is in, if that can be told, and what it is about (`story_vector`)."""

    account: Account
    language: str | None
    passages: tuple[Profile, ...]
    about: dict[str, float]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the passages, found when they are first asked for."""
        return told_sentences(self.account)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How things stand in the article, found when that is first asked for."""
        return standings(self.account, self.sentences)

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """What is done, not done or to come in the article, found when that is first asked for."""
        return deeds(self.account, self.sentences)


def profile(account: Account, weights: Weights) -> Profiles:
    """The profiles of an article's passages; computed once and kept with `weights`."""
    key = (account.article.id, account.article.sha256)
    with weights.lock:
        kept = weights.profiles.get(key)
        if isinstance(kept, Profiles) and kept.account == account:
            made = kept
        else:
            found = _profiles(account)
            about = story_vector((passage.terms for passage in found), weights)
            made = Profiles(account, language_of(account.article), found, about)
        weights.keep(key, made)
    return made


def _profiles(account: Account) -> tuple[Profile, ...]:
    text, found = fold(account.article.text), passages(account.article)
    named, states = actors_by_passage(account, found), states_by_passage(account, found)
    meant = terms_by_passage(account, found)
    dates, events = account.findings.dates, account.findings.events
    date_starts = [date.start for date in dates]
    event_starts = [event.start for event in events]
    made = []
    for passage, actors, theirs, listed in zip(found, named, states, meant, strict=True):
        folded = text[passage.start : passage.end]
        dated = dates[bisect_left(date_starts, passage.start) : bisect_left(date_starts, passage.end)]
        told = events[bisect_left(event_starts, passage.start) : bisect_left(event_starts, passage.end)]
        spelled = frozenset(plain_words(folded))
        made.append(Profile(account, passage, spelled, listed, frozenset(theirs), actors, dated, told))
    return tuple(made)

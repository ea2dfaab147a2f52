"""What a passage is compared by: its pieces of words, its actors, dates, numbers and events."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from tui.compare.account import Account
from tui.compare.grams import grams, plain_words
from tui.compare.passages import Passage, passage_at, passages
from tui.compare.quantities import Quantity, find_quantities
from tui.compare.weights import Weights
from tui.corpus.languages import language_of
from tui.corpus.text import fold
from tui.findings.actors.actor import ActorType
from tui.findings.events.event import ArticleEvent, TimeExpression


@dataclass(frozen=True)
class Profile:
    """One passage of `account`. `vector` is tf-idf over grams, `length` its length; actors go by corpus names."""

    account: Account
    passage: Passage
    vector: dict[str, float]
    length: float
    words: frozenset[str]
    actors: dict[str, ActorType]
    dates: tuple[TimeExpression, ...]
    events: tuple[ArticleEvent, ...]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers with what they count, found when they are first asked for."""
        text, (_, start, end) = self.account.article.text, self.passage
        return tuple(find_quantities(text, start, end, [(date.start, date.end) for date in self.dates]))


@dataclass(frozen=True)
class Profiles:
    """An article's passages, and the language it is in, if that can be told."""

    account: Account
    language: str | None
    passages: tuple[Profile, ...]

    @cached_property
    def postings(self) -> dict[str, list[tuple[int, float]]]:
        """For each gram the passages that it stands in, with its weight there."""
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for index, passage in enumerate(self.passages):
            for gram, weight in passage.vector.items():
                postings[gram].append((index, weight))
        return dict(postings)


def profile(account: Account, weights: Weights) -> Profiles:
    """The profiles of an article's passages; computed once and kept with `weights`."""
    key = (account.article.id, account.article.sha256)
    with weights.lock:
        kept = weights.profiles.get(key)
        if isinstance(kept, Profiles) and kept.account == account:
            made = kept
        else:
            made = Profiles(account, language_of(account.article), _profiles(account, weights))
        weights.keep(key, made)
    return made


def _profiles(account: Account, weights: Weights) -> tuple[Profile, ...]:
    text, found = fold(account.article.text), passages(account.article)
    named: list[dict[str, ActorType]] = [{} for _ in found]
    for actor in account.findings.actors:
        for mention in actor.mentions:
            index = passage_at(found, mention.start)
            if index is not None:
                named[index][account.name(actor.name)] = actor.type
    dates, events = account.findings.dates, account.findings.events
    date_starts = [date.start for date in dates]
    event_starts = [event.start for event in events]
    made = []
    for passage, actors in zip(found, named, strict=True):
        folded = text[passage.start : passage.end]
        dated = dates[bisect_left(date_starts, passage.start) : bisect_left(date_starts, passage.end)]
        told = events[bisect_left(event_starts, passage.start) : bisect_left(event_starts, passage.end)]
        vector = _vector(folded, weights)
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        made.append(
            Profile(
                account,
                passage,
                vector,
                length,
                frozenset(plain_words(folded)),
                actors,
                dated,
                told,
            )
        )
    return tuple(made)


def _vector(folded: str, weights: Weights) -> dict[str, float]:
    """The passage's tf-idf vector: (1 + ln tf) · idf."""
    idf, vector = weights.grams, {}
    for gram, count in Counter(grams(folded)).items():
        weight = idf[gram]
        if weight:
            vector[gram] = weight if count == 1 else (1 + math.log(count)) * weight
    return vector

"""What one article alone has, and how actors, events and quotations spread over the articles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tui.compare.account import Account
from tui.compare.alignment import counterparts
from tui.compare.grams import plain_words
from tui.compare.passages import Passage, passages
from tui.compare.stories import related
from tui.compare.weights import Weights
from tui.corpus.text import fold
from tui.findings.events.event import Event
from tui.findings.events.merging import merge_events
from tui.findings.quotes.quote import Quote

_RUN = 5  # words in a run that two quotations share where they are of the same words


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """What no other article has: names of actors in the corpus, quotations, events, passages without counterparts."""

    actors: tuple[str, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """How often each of `rows` stands in each of `articles`: `counts[row, article]`; the most frequent row first."""

    rows: tuple[str, ...]
    articles: tuple[str, ...]
    counts: dict[tuple[str, str], int]


def only_here(accounts: Sequence[Account], weights: Weights) -> dict[str, OnlyHere]:
    """For each article, by its id, what it alone has."""
    spread = Counter(name for account in accounts for name in _names(account))
    events: dict[str, list[Event]] = {}
    for event in _events(accounts):
        articles = {mention.article for mention in event.mentions}
        if len(articles) == 1:
            events.setdefault(articles.pop(), []).append(event)
    told = _told_elsewhere(accounts, weights)
    quoted = _runs_by_article(accounts)
    return {
        account.article.id: OnlyHere(
            actors=tuple(name for name in _names(account) if spread[name] == 1),
            quotes=tuple(quote for quote in account.findings.quotes if _only_quoted(account, quote, quoted)),
            events=tuple(events.get(account.article.id, ())),
            passages=tuple(
                passage
                for passage in passages(account.article)
                if (passage.start, passage.end) not in told[account.article.id]
            ),
        )
        for account in accounts
    }


def matrix(accounts: Sequence[Account], of: Literal["actors", "events", "quotes"]) -> Matrix:
    """Mentions of actors, tellings of events, or quotations by speaker, in each article."""
    counts: Counter[tuple[str, str]] = Counter()
    if of == "events":
        counts.update(
            (event.title, mention.article) for event in _events(accounts) for mention in event.mentions
        )
    for account in accounts if of != "events" else ():
        if of == "actors":
            for actor in account.findings.actors:
                counts[account.name(actor.name), account.article.id] += len(actor.mentions)
        else:
            speakers = (account.name(quote.actor) for quote in account.findings.quotes if quote.actor)
            counts.update((speaker, account.article.id) for speaker in speakers)
    totals: Counter[str] = Counter()
    for (row, _), count in counts.items():
        totals[row] += count
    rows = tuple(sorted(totals, key=lambda row: (-totals[row], row)))
    return Matrix(rows, tuple(account.article.id for account in accounts), dict(counts))


def _names(account: Account) -> list[str]:
    return list(dict.fromkeys(account.name(actor.name) for actor in account.findings.actors))


def _events(accounts: Sequence[Account]) -> list[Event]:
    told = ((account.article.id, account.article.text, account.findings.events) for account in accounts)
    names = {
        (account.article.id, actor.name): account.name(actor.name)
        for account in accounts
        for actor in account.findings.actors
    }
    return merge_events(told, names)


def _told_elsewhere(accounts: Sequence[Account], weights: Weights) -> dict[str, set[tuple[int, int]]]:
    """The passages of each article that have a counterpart in an article of the same story."""
    found: dict[str, set[tuple[int, int]]] = {account.article.id: set() for account in accounts}
    for one, other in related(list(accounts), weights):
        for here, there in ((one, other), (other, one)):
            for counterpart in counterparts(accounts[here], accounts[there], weights):
                if counterpart.matches:
                    found[counterpart.article].add((counterpart.start, counterpart.end))
    copies = Counter(account.article.sha256 for account in accounts)
    for (
        account
    ) in accounts:  # articles with one text are not compared with each other: all of it is told elsewhere
        if copies[account.article.sha256] > 1:
            found[account.article.id] = {
                (passage.start, passage.end) for passage in passages(account.article)
            }
    return found


def _runs_by_article(accounts: Sequence[Account]) -> dict[str, set[str]]:
    """Runs of words that are quoted, with the articles that quote them."""
    found: dict[str, set[str]] = {}
    for account in accounts:
        for quote in account.findings.quotes:
            for run in _runs(account, quote):
                found.setdefault(run, set()).add(account.article.id)
    return found


def _only_quoted(account: Account, quote: Quote, quoted: dict[str, set[str]]) -> bool:
    """Whether no other article has a run of the quotation's words."""
    return all(quoted[run] == {account.article.id} for run in _runs(account, quote))


def _runs(account: Account, quote: Quote) -> set[str]:
    listed = plain_words(fold(quote.words(account.article.text)))
    return {" ".join(listed[at : at + _RUN]) for at in range(max(1, len(listed) - _RUN + 1))}

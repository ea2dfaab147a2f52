"""Whether two tellings can be of one event: who takes part, where, and which of several."""

import re

from tui.compare.account import Account, published_within
from tui.compare.moments import Moment, alike, apart, moment
from tui.findings.events.event import ArticleEvent
from tui.findings.events.lexicon import rounds
from tui.findings.language.wordlists import words

_MEETINGS = frozenset({"meeting", "talks", "summit", "call"})
_SAME_NEWS = 14  # days between two articles that can tell of one attack in a town
_PAST, _COMING = frozenset({0, 1}), frozenset({-1, 2, 3, 4, 5})
_AGAIN = re.compile(r"\b(?:again|another|anew)\b", re.IGNORECASE)


def family(event: ArticleEvent) -> str:
    """Sorts of events that texts use for one another count as one."""
    return "meeting" if event.kind in _MEETINGS else event.kind


def participants(account: Account, event: ArticleEvent) -> frozenset[str]:
    """Those who take part, by their names in the corpus."""
    return frozenset(account.name(name) for name in event.participants)


def people(account: Account, event: ArticleEvent) -> frozenset[str]:
    """The people among them."""
    known = {actor.name for actor in account.findings.actors if actor.type == "person"}
    return frozenset(account.name(name) for name in event.participants if name in known)


def plain_place(place: str) -> str:
    """A place for matching; one without a name by its number and noun (third country)."""
    parts = [part.strip(",.") for part in place.lower().split()]
    if parts and parts[-1] in words("generic_places"):
        return " ".join([*(part for part in parts if part in rounds()), parts[-1]])
    return " ".join(parts)


def same_place(one: ArticleEvent, other: ArticleEvent) -> bool:
    """Whether both tell a place, and the same."""
    return bool(one.place and other.place) and plain_place(one.place or "") == plain_place(other.place or "")


def when(event: ArticleEvent) -> Moment:
    """When an event was, as it is told."""
    return moment(event.date, event.date_text)


def same_event(one: Account, event: ArticleEvent, other: Account, telling: ArticleEvent) -> bool:
    """Whether two tellings are of one event, as far as the texts tell.

    They need two people in common, or the place and a participant (an attack: the town), or two participants and
    the date. Dates or places may differ (that is what a reader wants to see), but not both, nor which round it is.
    """
    if family(event) != family(telling) or _other_round(event, telling):
        return False
    if _again(one, event) != _again(other, telling):
        return False
    times = when(event), when(telling)
    elsewhere = bool(event.place and telling.place) and not same_place(event, telling)
    if elsewhere and apart(*times):
        return False
    shared = participants(one, event) & participants(other, telling)
    if len(people(one, event) & people(other, telling)) > 1:
        return True
    if same_place(event, telling) and family(event) == "meeting":
        return bool(shared)
    if same_place(event, telling) and family(event) == "attack" and not _is_state(one, event.place):
        return published_within(one, other, _SAME_NEWS) and not apart(*times)
    return alike(*times) and len(shared) > 1


def _again(account: Account, event: ArticleEvent) -> bool:
    """Whether the words that tell an event say that it is not the first of its sort."""
    return _AGAIN.search(account.article.text, event.start, event.end) is not None


def _is_state(account: Account, place: str | None) -> bool:
    """Whether a place is a state: many attacks are in one."""
    return any(actor.name == place and actor.type == "state" for actor in account.findings.actors)


def other_event(one: Account, event: ArticleEvent, other: Account, telling: ArticleEvent) -> bool:
    """Whether two tellings of one sort cannot be of one event: other people, or another place."""
    if family(event) != family(telling) or same_event(one, event, other, telling):
        return False
    first, second = people(one, event), people(other, telling)
    if len(first) > 1 and len(second) > 1 and first != second:
        return True
    return bool(event.place and telling.place) and not same_place(event, telling)


def could_be_same(one: Account, event: ArticleEvent, other: Account, telling: ArticleEvent) -> bool:
    """Whether the same take part and nothing speaks against it: too little to say that two tellings are of one."""
    if (
        family(event) != family(telling)
        or _other_round(event, telling)
        or other_event(one, event, other, telling)
    ):
        return False
    if apart(when(event), when(telling)):
        return False
    return len(participants(one, event) & participants(other, telling)) > 1


def _other_round(event: ArticleEvent, telling: ArticleEvent) -> bool:
    first, second = _told(event), _told(telling)
    if first & second:
        return False
    return bool(first & _PAST and second & _COMING) or bool(first & _COMING and second & _PAST)


def _told(event: ArticleEvent) -> frozenset[int]:
    return frozenset(rounds()[word] for word in event.title.lower().split() if word in rounds())

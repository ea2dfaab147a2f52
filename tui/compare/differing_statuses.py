"""Meetings that one account has held and another planned, possible or denied."""

import re

from tui.compare.account import Account, published
from tui.compare.difference import Difference, Side
from tui.compare.moments import apart
from tui.compare.sameness import family, same_place, when
from tui.compare.tellings import Telling, about, twice_told
from tui.findings.events.event import Status
from tui.findings.language.wordlists import words

_CONFIDENCE: dict[frozenset[Status], float] = {
    frozenset({"held", "denied"}): 0.75,
    frozenset({"held", "planned"}): 0.75,
    frozenset({"planned", "denied"}): 0.7,
    frozenset({"held", "possible"}): 0.55,
    frozenset({"possible", "denied"}): 0.5,
    frozenset({"planned", "possible"}): 0.45,
}
_NO_PLACE, _NOT_SAID = 0.25, 0.3
"""What it takes away that no place says that it is one event, and that "held" is only what nothing speaks against."""

_CONFIRMED_AND_NOT = 0.65
_FOLLOWING = 160  # code points after a telling in which it can be said whether it is confirmed
_NOT_CONFIRMED = re.compile(
    r"\b(?:neither|nobody|no\s+one|not|yet\s+to|never|nor|without)\b[^.;\n]{0,30}?\bconfirm\w*|\bunconfirmed\b|"
    r"\w+n['’]t\s+(?:\w+\s+)?confirm\w*",
    re.IGNORECASE,
)
_PREPARED = re.compile(
    r"\bpreparations?\b|\badvanced\s+stage\b|\b(?:has|have|had|was|were)\s+(?:been\s+)?confirmed\b|"
    r"\bconfirmed\s+(?:that|the|plans)\b|\bfinali[sz](?:ed|ing)\b",
    re.IGNORECASE,
)
_AROUND = 30  # code points around a telling in which its status is told


def differing_confirmations(one: Account, other: Account) -> list[Difference]:
    """A meeting to come that one account has as prepared or confirmed, and the other as not confirmed."""
    found = []
    for first, second in twice_told(one, other):
        if "held" in {first.event.status, second.event.status} or family(first.event) != "meeting":
            continue
        told = _standing(first), _standing(second)
        if told[0] and told[1] and told[0].value != told[1].value:
            subject = f"whether it is confirmed: {about(first, second)}"
            found.append(
                Difference("status", subject, (told[0], told[1]), "confirmed and not", _CONFIRMED_AND_NOT)
            )
    return found[:1]


def _standing(telling: Telling) -> Side | None:
    """The words, in an event's passage from its sentence on, that have it confirmed or not."""
    text, event = telling.account.article.text, telling.event
    block = telling.account.article.block_at(event.start)
    if block is None:
        return None
    start = max(block.start, text.rfind(". ", block.start, event.start) + 1)
    end = min(block.end, event.end + _FOLLOWING)
    for value, pattern in (("not confirmed", _NOT_CONFIRMED), ("in preparation", _PREPARED)):
        match = pattern.search(text, start, end)
        if match:
            return telling.side(value, match.start(), match.end())
    return None


def differing_statuses(one: Account, other: Account) -> list[Difference]:
    """Tellings of one event with statuses that differ; one article is compared with itself where `one is other`."""
    found = []
    for first, second in twice_told(one, other):
        statuses = frozenset({first.event.status, second.event.status})
        if family(first.event) != "meeting" or len(statuses) < 2 or _planned_then_held(first, second):
            continue
        if apart(when(first.event), when(second.event)):
            continue
        placed = same_place(first.event, second.event)
        if one is other and not placed:
            continue
        confidence = _CONFIDENCE[statuses] - (0 if placed else _NO_PLACE)
        if not all(_is_said(telling) for telling in (first, second)):
            confidence -= _NOT_SAID
        sides = tuple(telling.side(telling.event.status, *telling.whole) for telling in (first, second))
        subject = f"whether it took place: {about(first, second)}"
        found.append(
            Difference("status", subject, sides, " and ".join(sorted(statuses)), round(confidence, 2))
        )
    return found


def _planned_then_held(first: Telling, second: Telling) -> bool:
    """Whether the paper that has it planned came out before the one that has it held: then both are right."""
    days = published(first.account), published(second.account)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    later = second if days[0] < days[1] else first
    return later.event.status == "held"


def _is_said(telling: Telling) -> bool:
    """Whether the words around a telling say its status, and it is not only taken for held."""
    if telling.event.status != "held":
        return True
    text, event = telling.account.article.text, telling.event
    around = text[max(0, event.start - _AROUND) : event.end + _AROUND].lower().replace(",", " ").split()
    return not words("event_held").isdisjoint(around) or any(word in {"met", "convened"} for word in around)

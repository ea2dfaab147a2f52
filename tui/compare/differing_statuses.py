"""Events that one account has held and another planned, possible or denied."""

from datetime import date

from tui.compare.account import Account
from tui.compare.difference import Difference
from tui.compare.sameness import same_place
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

_AROUND = 30  # code points around a telling in which its status is told


def differing_statuses(one: Account, other: Account) -> list[Difference]:
    """Tellings of one event with statuses that differ; one article is compared with itself where `one is other`."""
    found = []
    for first, second in twice_told(one, other):
        statuses = frozenset({first.event.status, second.event.status})
        if len(statuses) < 2 or _planned_then_held(first, second):
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
    dated = sorted((_published(telling), telling.event.status) for telling in (first, second))
    return bool(dated[0][0]) and dated[0][0] < dated[1][0] and dated[1][1] == "held"


def _published(telling: Telling) -> str:
    try:
        return date.fromisoformat((telling.account.article.date or "")[:10]).isoformat()
    except ValueError:
        return ""


def _is_said(telling: Telling) -> bool:
    """Whether the words around a telling say its status, and it is not only taken for held."""
    if telling.event.status != "held":
        return True
    text, event = telling.account.article.text, telling.event
    around = text[max(0, event.start - _AROUND) : event.end + _AROUND].lower().replace(",", " ").split()
    return not words("event_held").isdisjoint(around) or any(word in {"met", "convened"} for word in around)

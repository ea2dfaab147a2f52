"""Events that two accounts have in different places."""

from tui.compare.account import Account
from tui.compare.difference import Difference
from tui.compare.sameness import same_place
from tui.compare.tellings import Paired, about, place_words, twice_told
from tui.findings.events import edtf
from tui.findings.events.event import ArticleEvent
from tui.findings.language.wordlists import words

_CONFIDENCE, _MUTUAL = 0.55, 0.15


def differing_places(one: Account, other: Account, pairs: Paired) -> list[Difference]:
    """Tellings of one event, in counterparts, that name two places; a place without a name differs from none."""
    found = []
    for first, second in twice_told(one, other):
        events = first.event, second.event
        if not all(_is_named(event) for event in events) or same_place(*events) or _on_other_days(*events):
            continue
        pair = pairs.of(first, second)
        spans = [place_words(telling) for telling in (first, second)]
        if pair is None or not spans[0] or not spans[1]:
            continue
        sides = (
            first.side(events[0].place or "", *spans[0]),
            second.side(events[1].place or "", *spans[1]),
        )
        confidence = _CONFIDENCE + (_MUTUAL if pair.mutual else 0)
        found.append(
            Difference("place", f"place of {about(first, second)}", sides, "places of one event", confidence)
        )
    return found


def _is_named(event: ArticleEvent) -> bool:
    return bool(event.place) and (event.place or "").lower().split()[-1] not in words("generic_places")


def _on_other_days(first: ArticleEvent, second: ArticleEvent) -> bool:
    days, others = edtf.days(first.date), edtf.days(second.date)
    return bool(days and others and not (days[0] <= others[1] and others[0] <= days[1]))

"""Events that two accounts have in different places."""

from tui.compare.account import Account
from tui.compare.difference import Difference
from tui.compare.moments import alike
from tui.compare.sameness import same_place, when
from tui.compare.tellings import Paired, about, place_words, twice_told
from tui.findings.events.event import ArticleEvent
from tui.findings.language.wordlists import words

_SAME_DATE, _NO_DATE, _MUTUAL, _WITHIN = 0.55, 0.35, 0.15, 0.5


def differing_places(one: Account, other: Account, pairs: Paired) -> list[Difference]:
    """Tellings of one event, in counterparts, that name two places; a place without a name differs from none.

    Doubtful where no date says that it is one event: two people can meet here and there.
    """
    found = []
    for first, second in twice_told(one, other):
        events = first.event, second.event
        if not all(_is_named(event) for event in events) or same_place(*events):
            continue
        pair = pairs.of(first, second)
        spans = [place_words(telling) for telling in (first, second)]
        if pair is None or not spans[0] or not spans[1]:
            continue
        sides = (
            first.side(events[0].place or "", *spans[0]),
            second.side(events[1].place or "", *spans[1]),
        )
        sure = _SAME_DATE if alike(when(events[0]), when(events[1])) else _NO_DATE
        confidence = round(sure + (_MUTUAL if pair.mutual else 0), 2)
        found.append(
            Difference("place", f"place of {about(first, second)}", sides, "places of one event", confidence)
        )
    return found


def places_within(account: Account) -> list[Difference]:
    """Tellings of one event, on one day, that one article has in two places; doubtful, as with dates."""
    found = []
    for first, second in twice_told(account, account):
        events = first.event, second.event
        spans = [place_words(telling) for telling in (first, second)]
        if same_place(*events) or not alike(*map(when, events)) or not all(map(_is_named, events)):
            continue
        if spans[0] and spans[1]:
            sides = (
                first.side(events[0].place or "", *spans[0]),
                second.side(events[1].place or "", *spans[1]),
            )
            subject = f"place of {about(first, second)}"
            found.append(Difference("place", subject, sides, "places in one article", _WITHIN))
    return found


def _is_named(event: ArticleEvent) -> bool:
    return bool(event.place) and (event.place or "").lower().split()[-1] not in words("generic_places")

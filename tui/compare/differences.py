"""What differs between accounts of one story: roles, dates, numbers, places, statuses, participants, labels, sources.

Only what fills the same place is compared: the office of one person, the date of one event, a number with one unit
in passages that are counterparts. Few false alarms beat many finds.
"""

from collections.abc import Iterable, Sequence

from tui.compare.account import Account, published_within
from tui.compare.alignment import aligned
from tui.compare.difference import SURE, Difference, Side
from tui.compare.differing_counts import differing_counts
from tui.compare.differing_dates import dates_within, differing_dates
from tui.compare.differing_days import differing_days
from tui.compare.differing_deeds import differing_deeds
from tui.compare.differing_labels import differing_labels, labels_of_a_story
from tui.compare.differing_locations import differing_locations
from tui.compare.differing_numbers import differing_numbers, numbers_within
from tui.compare.differing_participants import differing_participants
from tui.compare.differing_places import differing_places, places_within
from tui.compare.differing_plans import differing_plans
from tui.compare.differing_roles import differing_roles
from tui.compare.differing_sources import differing_sources, differing_words_taken
from tui.compare.differing_standings import differing_standings, standings_within
from tui.compare.differing_statuses import differing_confirmations, differing_statuses
from tui.compare.passages import passages
from tui.compare.profiles import Profiles, profile
from tui.compare.rarity import Rarity
from tui.compare.stories import one_story, related
from tui.compare.tellings import Paired
from tui.compare.weights import Weights

_MOST_SIDES = 8
_SAME_NEWS = 7  # days between two articles within which what is told of one thing at one time is compared


def differences(accounts: Sequence[Account], weights: Weights) -> list[Difference]:
    """All differences of a corpus, the surest first; one with many sides where many accounts differ in one thing.

    Articles with the same text count once: the first of them stands for all.
    """
    first: dict[str, Account] = {}
    for account in accounts:
        first.setdefault(_told(account), account)
    given = list(first.values())
    pairs = related(given, weights)
    found = differing_roles(given, set(pairs))
    for account in given:
        found += within(account, weights)
    for one, other in pairs:
        found += between(given[one], given[other], weights)
    order = {account.article.id: place for place, account in enumerate(given)}
    return in_order(joined(found), order)


def _told(account: Account) -> str:
    """An article's passages, without what stands between them."""
    text = account.article.text
    return "\n".join(text[passage.start : passage.end] for passage in passages(account.article))


def within(account: Account, weights: Weights) -> list[Difference]:
    """What differs inside one article, roles aside; most of it is doubtful."""
    profiles = profile(account, weights)
    return [
        *differing_statuses(account, account),
        *dates_within(account),
        *places_within(account),
        *numbers_within(profiles),
        *standings_within(profiles),
    ]


def between(one: Account, other: Account, weights: Weights) -> list[Difference]:
    """What differs between two articles, roles aside."""
    first, second = profile(one, weights), profile(other, weights)
    read_alike = {first.language, second.language} <= {"en", None}  # 1.500 is no number of English
    pairs = aligned(first, second, weights)
    paired = Paired(pairs)
    found = [
        *differing_dates(one, other, paired),
        *(differing_numbers(first, second, pairs) if read_alike else ()),
        *differing_places(one, other, paired),
        *differing_statuses(one, other),
        *differing_confirmations(one, other),
        *differing_plans(pairs),
        *differing_participants(one, other, paired),
        *differing_labels(one, other),
        *differing_sources(one, other, paired),
    ]
    if _one_news(first, second):
        found += differing_words_taken(one, other, pairs)
    if read_alike and _one_news(first, second):
        rarity = Rarity(first, second, weights)
        found += differing_standings(first, second, pairs, rarity)
        found += differing_days(first, second, pairs, rarity)
        found += differing_locations(first, second, pairs, rarity)
        found += differing_deeds(first, second, rarity)
        found += differing_counts(first, second, rarity)
        found += labels_of_a_story(one, other)
    return found


def _one_news(one: Profiles, other: Profiles) -> bool:
    """Whether two articles tell one story, and at nearly one time."""
    return one_story(one.about, other.about) and published_within(one.account, other.account, _SAME_NEWS)


def in_order(found: Iterable[Difference], order: dict[str, int]) -> list[Difference]:
    """The surest first; of equally sure ones the one that stands first in the corpus."""

    def place(difference: Difference) -> tuple[float, int, int, str]:
        first = difference.sides[0]
        return -difference.confidence, order.get(first.article, len(order)), first.start, difference.kind

    ordered = (
        Difference(
            difference.kind,
            difference.about,
            tuple(
                sorted(difference.sides, key=lambda side: (order.get(side.article, len(order)), side.start))
            ),
            difference.rule,
            difference.confidence,
        )
        for difference in found
    )
    return sorted(ordered, key=place)


def joined(found: Iterable[Difference]) -> list[Difference]:
    """Differences of one kind that share a side, as one; the surest of them gives it its name.

    What is doubtful joins no sure one: a reader would take its sides for sure.
    """
    found = _surest(found)
    groups: list[list[Difference]] = []
    group_of: dict[tuple[str, bool, str, int, int], int] = {}
    for difference in found:
        sure = difference.confidence >= SURE
        keys = [(difference.kind, sure, side.article, side.start, side.end) for side in difference.sides]
        at = next((group_of[key] for key in keys if key in group_of), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(difference)
        for key in keys:
            group_of.setdefault(key, at)
    return [_one(group) for group in groups]


def _surest(found: Iterable[Difference]) -> list[Difference]:
    """Of differences of one kind between the same words the surest, the surest first."""
    best: dict[tuple[str, frozenset[Side]], Difference] = {}
    for difference in sorted(found, key=lambda difference: -difference.confidence):
        best.setdefault((difference.kind, frozenset(difference.sides)), difference)
    return list(best.values())


def _one(group: list[Difference]) -> Difference:
    best = group[0]
    sides: dict[tuple[str, int, int], Side] = {}
    for difference in group:
        for side in difference.sides:
            sides.setdefault((side.article, side.start, side.end), side)
    kept = tuple(list(sides.values())[:_MOST_SIDES])
    return Difference(best.kind, best.about, kept, best.rule, best.confidence)

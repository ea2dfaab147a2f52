"""What stands one way in one account and another way in another: arrested and at large, closed and open."""

import re
from itertools import combinations

from tui.compare.account import published
from tui.compare.alignment import Aligned
from tui.compare.clauses import clause_of, dates_of, words_for
from tui.compare.difference import Difference, DifferenceKind, Side
from tui.compare.moments import Moment, apart, moment
from tui.compare.profiles import Profiles
from tui.compare.rarity import Rarity
from tui.compare.standings import PRESENCE, Standing
from tui.compare.things import NAMED, NOUN, PLACE, VAGUE, general, of_one, shared, strangers

_SURE, _LIKELY, _DOUBTFUL = 0.68, 0.62, 0.45
_LEAST = 1.5  # what speaks for one thing, from which on two standings are of one
_LATER = 0.2  # what it takes away that the later article can tell what came of it
_COMING = 0.15  # the same, where one tells what is yet to be
_IN_COUNTERPARTS, _TERM, _MOST_TERMS = 0.6, 0.35, 3
_DOER, _DONE_TO = (
    0.5,
    0.75,
)  # parts that those who do something, and what they do it to, have in what speaks for one
_ONCE = 0.4  # what it says that both are of the only such noun
_STATE = 1.5  # what it says that both are of one state
_WITHIN, _FIRST = 0.45, 60  # confidence inside one article, and standings of it that are compared
_UNTIL = re.compile(r"\b(?:until|till|since|by|as of)\s+\Z", re.IGNORECASE)


def differing_standings(
    one: Profiles, other: Profiles, pairs: list[Aligned], rarity: Rarity
) -> list[Difference]:
    """What the articles tell to stand in two ways that cannot both hold; quiet where one article tells both.

    They are of one thing where the same actor or noun is named for it, and surer the more their sentences share.
    """
    paired = {(pair.first.passage.start, pair.second.passage.start) for pair in pairs}
    found = []
    for first in one.standings:
        for second in other.standings:
            if first.matter != second.matter or first.way == second.way:
                continue
            counterparts = (first.sentence.passage.start, second.sentence.passage.start) in paired
            confidence = _confidence(first, second, rarity, counterparts=counterparts)
            if confidence and not _told_both(first, second, one) and not _told_both(second, first, other):
                found.append(_difference(first, second, confidence))
    return found


def standings_within(profiles: Profiles) -> list[Difference]:
    """What one article tells to stand in two ways; doubtful, since it can be of two times."""
    return [
        _difference(first, second, _WITHIN)
        for first, second in combinations(profiles.standings[:_FIRST], 2)
        if first.matter == second.matter
        and first.way != second.way
        and _of_one(first, second) >= NOUN
        and not _on_other_days(first, second)
        and first.sentence is not second.sentence
    ]


def _difference(first: Standing, second: Standing, confidence: float) -> Difference:
    kind: DifferenceKind = "participants" if first.matter == PRESENCE else "status"
    of = shared(first.subject, second.subject) or shared(first.thing, second.thing)
    named = ", ".join(sorted(words_for(first.sentence, of)))
    ways = [told.way for told in sorted((first, second), key=lambda told: told.order)]
    subject = f"whether {' or '.join(ways)}: {named}"
    return Difference(kind, subject, (_side(first), _side(second)), " and ".join(ways), confidence)


def _side(told: Standing) -> Side:
    article = told.account.article
    return Side(told.way, article.id, told.start, told.end, article.text[told.start : told.end])


def _confidence(first: Standing, second: Standing, rarity: Rarity, *, counterparts: bool) -> float:
    """How sure it is that two standings are of one thing at one time; 0 where nothing says so."""
    of_one = _of_one(first, second)
    if not of_one or _on_other_days(first, second):
        return 0.0
    weight = of_one + _TERM * min(len(_beside(first, second, rarity)), _MOST_TERMS)
    weight += _IN_COUNTERPARTS if counterparts else 0
    weight += _ONCE if any(map(rarity.once, first.subject.nouns & second.subject.nouns)) else 0
    if weight < _LEAST:
        return 0.0
    confidence = _SURE if weight >= NAMED + _TERM else _LIKELY if weight >= NAMED else _DOUBTFUL
    confidence -= _LATER if _since(first, second) else 0
    confidence -= _COMING if first.coming != second.coming else 0
    return round(max(0.1, confidence), 2)


def _on_other_days(first: Standing, second: Standing) -> bool:
    days = _days(first), _days(second)
    return bool(days[0] and days[1]) and all(apart(a, b) for a in days[0] for b in days[1])


def _of_one(first: Standing, second: Standing) -> float:
    """How much says that both are of one thing: of the same, and done by the same where the matter is of two."""
    if strangers(first.subject, second.subject) or strangers(first.thing, second.thing):
        return 0.0
    subject = of_one(first.subject, second.subject)
    if first.matter == PRESENCE and subject == PLACE:  # a state can be left out like a person
        return _STATE
    if not first.of_two:
        return subject
    return min(NAMED, _DOER * subject + _DONE_TO * of_one(first.thing, second.thing))


def _beside(first: Standing, second: Standing, rarity: Rarity) -> set[str]:
    """The terms that both sentences have beside what they are told of, but for what is everywhere."""
    told = (first.subject, second.subject, first.thing, second.thing)
    taken = {noun for things in told for noun in things.nouns}
    taken |= {f"@{name}" for things in told for name in things.actors | things.places}
    beside = first.terms & second.terms
    return {
        term for term in beside if term not in taken and not general(term) and not rarity.everywhere(term)
    }


def _told_both(first: Standing, second: Standing, profiles: Profiles) -> bool:
    """Whether the article that tells `first` tells of the same thing what `second` does, too."""
    return any(
        told.matter == second.matter
        and told.way == second.way
        and (of_one(told.subject, second.subject) > VAGUE or of_one(told.subject, first.subject) > VAGUE)
        for told in profiles.standings
    )


def _days(told: Standing) -> list[Moment]:
    """When a standing is told to be: the dates of its clause, but for those until and since which it holds."""
    start, end = clause_of(told.sentence, told.start, told.end)
    text = told.account.article.text
    return [
        moment(date.value, date.text)
        for date in dates_of(told.account, told.sentence)
        if start <= date.start < end and not _UNTIL.search(text, start, date.start)
    ]


def _since(first: Standing, second: Standing) -> bool:
    """Whether the article that came out later tells the way that comes later."""
    days = published(first.account), published(second.account)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    return (days[0] < days[1]) == (first.order < second.order)

"""What stands around a number and says what it counts: the place, the day, the period, which round, of what."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from tui.compare.account import Account
from tui.compare.grams import plain_words
from tui.compare.measures import is_measure
from tui.compare.moments import Moment, alike, apart, moment
from tui.compare.quantities import MAGNITUDES
from tui.compare.quantity import OF_PEOPLE, Quantity
from tui.compare.terms import meaning
from tui.corpus.sentences import sentences
from tui.corpus.text import fold
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.events.numbers import number_words
from tui.findings.language.wordlists import words

_MEASURES = frozenset({"dollars", "pounds", "euros", "yen", "rubles", "percent", "day", "month", "year"})
_REACH = 110  # code points on either side of a number, within its sentence, that say what it is about
_SHORTEST = 3  # letters of a word that says something
_SHARED = 2  # words around both numbers that say what it is about; one will do where the unit says much
_CLAUSE = re.compile(r"[;:—–]|,(?!\d)|\s-\s|\b(?:and|but|while|as|after|when|which|who)\b")
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|final|last|early|preliminary|[2-9]nd|\d*[3-9]th|1st)\b"
)
_CHANGE = re.compile(r"\b(by|to)\s+(?:\w+\s+)?\Z")
_UNTIL = re.compile(r"\b(?:by|as of|until)\s+\Z", re.IGNORECASE)
"""Before a day up to which something was counted: by Tuesday 34 were dead, whenever they died."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Of one number: `about` are meanings in its clause, names and dates aside; `places`, `moments` its sentence's.

    `periods` and `rounds` are what it is told for (a quarter; the first round), `beside` the words between it and its
    unit ("registered" voters), `change` is `by` or `to` where it is a change or where it led, `asked` that it is of a
    poll, `nations` the states in its clause: one army's dead are not the other's.
    """

    about: frozenset[str]
    places: frozenset[str]
    moments: tuple[Moment, ...]
    periods: frozenset[str]
    rounds: frozenset[str]
    beside: frozenset[str]
    change: str
    asked: bool
    nations: frozenset[str]


def circumstances(account: Account, start: int, end: int, quantity: Quantity) -> Circumstances:
    """What stands around a number of the passage `start` to `end` (code points)."""
    text = account.article.text
    first, last = next(
        (span for span in sentences(text, start, end) if span[0] <= quantity.start < span[1]), (start, end)
    )
    folded = fold(text[first:last])
    here, there = quantity.start - first, min(quantity.end, last) - first
    named = [
        actor for actor in account.findings.actors if any(first <= m.start < last for m in actor.mentions)
    ]
    dates = [
        date
        for date in account.findings.dates
        if first <= date.start < last and not _UNTIL.search(text, first, date.start)
    ]
    small = words("function_words") | words("people_nouns") | _names(account, first, last)
    small |= words("toll_links") if quantity.unit in OF_PEOPLE else frozenset()
    small |= {word for date in dates for word in plain_words(fold(date.text))}
    clause = _clause(folded, here, there, measured=quantity.unit in _MEASURES)
    about = {
        meaning(word)
        for word in plain_words(clause)
        if len(word) >= _SHORTEST and word not in small and word.isalpha()
    }
    known = frozenset(plain_words(folded))
    change = _CHANGE.search(folded[:here])
    return Circumstances(
        frozenset(about - {meaning(quantity.unit), quantity.unit}),
        frozenset(account.name(actor.name) for actor in named if actor.type == "place"),
        tuple(moment(date.value, date.text) for date in dates),
        frozenset(_periods()[word] for word in known if word in _periods()),
        frozenset(_ORDINAL.findall(folded)),
        frozenset(_beside(folded[here:there])) - words("people_nouns"),
        change[1] if change else "",
        not known.isdisjoint(words("poll_words")),
        _nations(account, _clause(folded, here, there, measured=True)),
    )


def comparable(one: Circumstances, other: Circumstances, unit: str, *, beside_agreeing: bool = False) -> bool:
    """Whether two numbers of one unit can count one thing, as far as is told around them.

    Less needs to be told where their passages agree on another number of the unit (`beside_agreeing`).
    """
    return _of_one_subject(one, other, unit, beside_agreeing) and compatible(one, other, unit)


def compatible(one: Circumstances, other: Circumstances, unit: str) -> bool:
    """Whether nothing around two numbers of one unit says that they count two things."""
    if one.asked or other.asked:
        return False
    if one.nations and other.nations and not one.nations & other.nations:
        return False
    if one.places and other.places and not one.places & other.places:
        return False
    if one.moments and other.moments and all(apart(a, b) for a in one.moments for b in other.moments):
        return False
    if one.rounds != other.rounds and one.rounds and other.rounds:
        return False
    if unit in _MEASURES and (one.periods != other.periods or {one.change, other.change} == {"by", "to"}):
        return False
    return not (one.beside and other.beside and not one.beside & other.beside)


def _of_one_subject(one: Circumstances, other: Circumstances, unit: str, beside_agreeing: bool) -> bool:
    telling = unit in OF_PEOPLE or not (
        unit in _MEASURES or is_measure(unit) or unit in words("people_nouns")
    )
    dated = any(alike(first, second) for first in one.moments for second in other.moments)
    return len(one.about & other.about) + dated >= (1 if telling or beside_agreeing else _SHARED)


def _clause(folded: str, start: int, end: int, *, measured: bool) -> str:
    """The words around a number; of a measure only its own clause: a list of shares has one of everybody."""
    first = folded.find(" ", start - _REACH, start) if start > _REACH else 0
    last = folded.rfind(" ", end, end + _REACH) if end + _REACH < len(folded) else len(folded)
    first, last = first if first >= 0 else start, last if last >= 0 else end
    if measured:
        ends = [match.end() for match in _CLAUSE.finditer(folded, first, start)]
        first = ends[-1] if ends else first
        following = _CLAUSE.search(folded, end, last)
        last = following.start() if following else last
    return f"{folded[first:start]} {folded[end:last]}"


def _names(account: Account, first: int, last: int) -> set[str]:
    """The words of the names in a sentence, in lower case."""
    mentions = chain.from_iterable(actor.mentions for actor in account.findings.actors)
    return {
        word
        for mention in mentions
        if first <= mention.start < last
        for word in plain_words(fold(mention.text))
    }


def _nations(account: Account, clause: str) -> frozenset[str]:
    """The states and peoples that a clause names, by the states' names in lower case."""
    known = {
        actor.name.lower(): actor.name.lower() for actor in account.findings.actors if actor.type == "state"
    }
    return frozenset(
        (known | _states_of_peoples())[word.removesuffix("'s")]
        for word in plain_words(clause)
        if word.removesuffix("'s") in known or word.removesuffix("'s") in _states_of_peoples()
    )


@cache
def _states_of_peoples() -> dict[str, str]:
    found = {}
    for demonym, state in gazetteer().demonyms.items():
        found[demonym.lower()] = found[f"{demonym.lower()}s"] = state.lower()
    return found


def _beside(told: str) -> list[str]:
    """The words between a number and the noun that it counts."""
    listed = _WORD.findall(told)[:-1]
    known = words("approximations") | words("function_words") | number_words().keys() | MAGNITUDES.keys()
    return [word for word in listed if word not in known]


@cache
def _periods() -> dict[str, str]:
    """Words for lengths of time, each with the first of its line."""
    return {word: entry.split()[0] for entry in words("period_words") for word in entry.split()}

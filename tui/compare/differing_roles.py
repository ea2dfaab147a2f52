"""Roles of one actor that cannot hold at once: former in one account, in office in another."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from tui.compare.account import Account, published, published_within
from tui.compare.difference import Difference, Side
from tui.findings.actors.actor import Role
from tui.findings.language.wordlists import words

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
_SURE, _LOOSE = 0.9, 0.5
_RANKS_DIFFER, _SOUGHT = 0.6, 0.6
_APART = 366  # days between two articles after which an office can have changed hands
_RARE = 3  # times as many articles with the other tense that make a role an old title
_TELLINGS, _ROLES = 8, 30  # of one role, and roles of one person, that are compared
_SIDES = 3  # sides of one tense
_RANKS = frozenset({"deputy", "vice", "assistant", "acting", "interim", "under"})
_TENSES = frozenset(
    {"former", "ex", "previous", "then", "current", "sitting", "incumbent", "the", "a", "an", "of"}
)


class _Told(NamedTuple):
    """A role with the account that tells it and that account's place in the corpus."""

    place: int
    account: Account
    role: Role


def differing_roles(accounts: Sequence[Account], pairs: Collection[tuple[int, int]]) -> list[Difference]:
    """For each person one difference, if accounts have them in office and out of it at once.

    `pairs` (indexes, the lower first) are the accounts of one story; between others an office has often only changed
    hands, and the difference is doubtful. So it is where one side is a bare title before a name (President Clinton),
    which may be courtesy, or stands against many.
    """
    told: dict[str, list[_Told]] = {}
    for place, account in enumerate(accounts):
        for actor in account.findings.actors:
            if actor.type == "person":
                known = told.setdefault(account.name(actor.name), [])
                known.extend(
                    _Told(place, account, role) for role in actor.roles if not role.role.startswith("late ")
                )
    found = []
    for name, roles in sorted(told.items()):
        few = _few(roles)
        difference = (
            _in_and_out(name, few, pairs) or _sought_and_held(name, few, pairs) or _of_ranks(name, few)
        )
        if difference:
            found.append(difference)
    return found


def _few(roles: list[_Told]) -> list[_Told]:
    """The first tellings of each role: of an actor that thousands of articles name, not every pair is compared."""
    kept: dict[tuple[str, str], list[_Told]] = {}
    for told in roles:
        same = kept.setdefault((told.role.tense, told.role.role.lower()), [])
        if len(same) < _TELLINGS:
            same.append(told)
    distinct = list(kept.values())[:_ROLES]
    return sorted(
        (told for same in distinct for told in same), key=lambda told: (told.place, told.role.start)
    )


def _in_and_out(name: str, roles: list[_Told], pairs: Collection[tuple[int, int]]) -> Difference | None:
    """Former against current holder of one office; what else is told of them goes with it."""
    best: tuple[float, _Told, _Told] | None = None
    out = [told for told in roles if told.role.tense == "former"]
    into = [told for told in roles if told.role.tense == "current"]
    articles = [len({told.place for told in side}) for side in (out, into)]
    for former in out:
        for current in into:
            confidence = _confidence(former, current, pairs)
            if max(articles) >= _RARE * min(articles):
                confidence = min(confidence, _LOOSE)
            if confidence and (best is None or confidence > best[0]):
                best = confidence, former, current
    if best is None:
        return None
    confidence, former, current = best
    rest = [told for told in roles if told.role.tense != "current" or told.account is current.account]
    return Difference(
        "role", f"role of {name}", _sides([former, current, *rest]), "former and in office", confidence
    )


def _sought_and_held(name: str, roles: list[_Told], pairs: Collection[tuple[int, int]]) -> Difference | None:
    """An office that one account has them seek, and another has them in; doubtful where an account tells both."""
    for seeking in roles:
        offices = _sought(seeking.role.role) if seeking.role.tense == "candidate" else frozenset()
        for holding in roles if offices else ():
            if holding.role.tense != "current" or _office(holding.role.role)[0] not in offices:
                continue
            places = min(seeking.place, holding.place), max(seeking.place, holding.place)
            if places not in pairs or _before(seeking.account, holding.account):
                continue
            both = {told.place for told in roles if told.role.tense == "candidate"} & {
                told.place for told in roles if told.role.tense == "current"
            }
            close = published_within(seeking.account, holding.account, _APART)
            confidence = _SOUGHT if close and not both else _LOOSE
            sides = _sides([seeking, holding])
            return Difference("role", f"role of {name}", sides, "sought and in office", confidence)
    return None


def _sought(role: str) -> frozenset[str]:
    """The offices that a candidate is told to seek: of a presidential nominee, president; candidate Senator: none."""
    listed = [word.lower() for word in _WORD.findall(role)]
    for at, word in enumerate(listed):
        if word in words("candidate_words") and listed[at + 1 : at + 2] not in (["for"], ["to"]):
            listed = listed[:at]
            break
    adjectives = {entry.split()[1]: entry.split()[0] for entry in words("office_adjectives")}
    known = words("offices")
    return frozenset(
        adjectives.get(word, word)
        for word in listed
        if word in adjectives or word in known or word.capitalize() in known
    )


def _confidence(former: _Told, current: _Told, pairs: Collection[tuple[int, int]]) -> float:
    """How sure it is that both tell of one office at one time; 0 where they do not."""
    if not _one_office(former.role.role, current.role.role) or _left_since(former.account, current.account):
        return 0.0
    bare = len(_WORD.findall(current.role.role)) == 1
    within = former.place == current.place
    if within and bare:
        return 0.0
    told_together = within or (min(former.place, current.place), max(former.place, current.place)) in pairs
    close = published_within(former.account, current.account, _APART)
    return _SURE if told_together and close and not bare else _LOOSE


def _left_since(former: Account, current: Account) -> bool:
    """Whether the paper that has them in office came out before the one that has them out: then both are right."""
    return _before(current, former)


def _before(one: Account, other: Account) -> bool:
    """Whether one article is known to have come out before the other."""
    earlier, later = published(one), published(other)
    return bool(earlier and later and earlier < later)


def _one_office(first: str, second: str) -> bool:
    """Whether two roles name one office: the same noun, and nothing beside it that sets them apart."""
    (head, beside), (other, around) = _office(first), _office(second)
    return head is not None and head == other and (not beside or not around or bool(beside & around))


def _office(role: str) -> tuple[str | None, set[str]]:
    """The noun of an office (the last one before "of" or "at"), and the words beside it."""
    listed = [word.lower() for word in _WORD.findall(role)]
    end = next(
        (at for at, word in enumerate(listed) if word in {"of", "at", "for", "in", "to"} and at), len(listed)
    )
    known = words("offices")
    heads = [word for word in listed[:end] if word in known or word.capitalize() in known]
    head = heads[-1] if heads else None
    return head, set(listed) - _TENSES - {head}


def _of_ranks(name: str, roles: list[_Told]) -> Difference | None:
    """Minister in one account and deputy minister in another."""
    current = [told for told in roles if told.role.tense == "current"]
    for one in current:
        for other in current:
            parts = [
                {word.lower() for word in _WORD.findall(told.role.role)} - _TENSES for told in (one, other)
            ]
            if one.place == other.place or not all(len(part) > 1 for part in parts):
                continue
            if parts[1] == parts[0] - _RANKS and parts[0] & _RANKS:
                return Difference("role", f"role of {name}", _sides([one, other]), "ranks", _RANKS_DIFFER)
    return None


def _sides(roles: list[_Told]) -> tuple[Side, ...]:
    """One side for each tense and article, the first few of each tense."""
    sides: dict[tuple[str, str], Side] = {}
    for _, account, role in roles:
        key = (role.tense, account.article.id)
        if sum(tense == role.tense for tense, _ in sides) < _SIDES:
            side = Side(f"{role.tense}: {role.role}", account.article.id, role.start, role.end, role.text)
            sides.setdefault(key, side)
    return tuple(sides.values())

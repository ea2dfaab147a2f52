"""Roles of one actor that cannot hold at once: former in one account, in office in another."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tui.compare.account import Account
from tui.compare.difference import Difference, Side
from tui.findings.actors.actor import Role
from tui.findings.language.wordlists import words

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
_SURE, _LOOSE = 0.9, 0.5
_APART = 366  # days between two articles after which an office can have changed hands
_RANKS = frozenset({"deputy", "vice", "assistant", "acting", "interim", "under"})


class _Told(NamedTuple):
    account: Account
    role: Role


def differing_roles(accounts: Iterable[Account]) -> list[Difference]:
    """For each person one difference, if accounts have them in office and out of it at once.

    A bare title before a name (President Clinton) may be courtesy: with nothing but it the difference is doubtful.
    """
    told: dict[str, list[_Told]] = {}
    for account in accounts:
        for actor in account.findings.actors:
            if actor.type == "person":
                told.setdefault(account.name(actor.name), []).extend(
                    _Told(account, role) for role in actor.roles
                )
    found = []
    for name, roles in sorted(told.items()):
        difference = _of_one_person(name, roles) or _of_ranks(name, roles)
        if difference:
            found.append(difference)
    return found


def _of_one_person(name: str, roles: list[_Told]) -> Difference | None:
    """Former against current holder of one office; what else is told of them in other tenses goes with it."""
    best: tuple[float, _Told, _Told] | None = None
    for former in roles:
        for current in roles:
            if former.role.tense != "former" or current.role.tense != "current":
                continue
            confidence = _confidence(former, current)
            if confidence and (best is None or confidence > best[0]):
                best = confidence, former, current
    if best is None:
        return None
    confidence, former, current = best
    rest = [told for told in roles if told.role.tense != "current" or told.account is current.account]
    sides = _distinct([former, current, *rest])
    return Difference("role", f"role of {name}", sides, "former and in office", confidence)


def _confidence(former: _Told, current: _Told) -> float:
    """How sure it is that both tell of one office; 0 where they do not."""
    out, into = _office(former.role.role), _office(current.role.role)
    if not out & into:
        return 0.0
    bare = len(_WORD.findall(current.role.role)) == 1
    if former.account is current.account and bare:
        return 0.0
    apart = _days_apart(former.account, current.account)
    return _LOOSE if bare or apart is None or apart > _APART else _SURE


def _days_apart(one: Account, other: Account) -> int | None:
    """Days between two articles; 0 where one has no date, since then nothing says that they lie apart."""
    from datetime import date

    try:
        first, second = (date.fromisoformat((side.article.date or "")[:10]) for side in (one, other))
    except ValueError:
        return 0
    return abs((first - second).days)


def _office(role: str) -> set[str]:
    """The words of a role that name the office itself."""
    known = words("offices")
    return {word.lower() for word in _WORD.findall(role) if word.lower() in known or word in known}


def _of_ranks(name: str, roles: list[_Told]) -> Difference | None:
    """Minister in one account and deputy minister in another."""
    current = [told for told in roles if told.role.tense == "current"]
    for one in current:
        for other in current:
            if one.account is other.account or not _office(one.role.role) & _office(other.role.role):
                continue
            parts = [{word.lower() for word in _WORD.findall(told.role.role)} for told in (one, other)]
            full = all(len(part) > 1 for part in parts)
            if full and (parts[0] - parts[1]) & _RANKS and not parts[1] & _RANKS:
                return Difference("role", f"role of {name}", _distinct([one, other]), "ranks", 0.6)
    return None


def _distinct(roles: list[_Told]) -> tuple[Side, ...]:
    """One side for each tense and article, in order of article and position."""
    sides: dict[tuple[str, str], Side] = {}
    for account, role in roles:
        key = (account.article.id, role.tense)
        sides.setdefault(
            key, Side(f"{role.tense}: {role.role}", account.article.id, role.start, role.end, role.text)
        )
    return tuple(sides.values())

"""Join the names of organisations, states, places and groups that are one."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from tui.findings.actors.forms import Form, join
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.actors.organisations import acronyms, core, is_acronym, may_stand_for
from tui.findings.actors.transliteration import plain

_TYPING_ERROR = 92
"""RapidFuzz's `ratio` from which two long names are one with a slip in it."""
_NUMBER = re.compile(r"\d+|\b[ivx]+\b")
_CROWD = 60
"""Names in one bucket up to which each is compared with each."""
_SPELLINGS = (
    ("defence", "defense"),
    ("organisation", "organization"),
    ("centre", "center"),
    ("labour", "labor"),
)


def join_bodies(forms: list[Form]) -> None:
    """Join those of `forms` that name one organisation, state, place or group."""
    ranked = sorted(forms, key=lambda form: (-form.weight, form.name))
    cores: dict[str, Form] = {}
    for form in ranked:
        join(cores.setdefault(key(form.name), form), form)
    _join_known(ranked, cores)
    _join_links(ranked, cores)
    _join_acronyms(ranked)
    _join_misspelt(ranked)


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """What the names of one body have in common: no legal form, no accents, one spelling."""
    low = plain(core(name))
    for british, american in _SPELLINGS:
        low = low.replace(british, american)
    return low


def _join_known(ranked: list[Form], cores: dict[str, Form]) -> None:
    """Join a form that the gazetteer knows by another name with that name's form."""
    places = gazetteer()
    for form in ranked:
        entry = places.singles.get(form.name)
        other = cores.get(key(entry.name)) if entry and entry.sure else None
        if other is not None:
            join(other, form)


def _join_links(ranked: list[Form], cores: dict[str, Form]) -> None:
    """What one article says of a short form holds in the others, unless two articles say different things."""
    claims: dict[str, dict[int, Form]] = {}
    for form in ranked:
        for text in form.links:
            claims.setdefault(key(text), {})[id(form.root())] = form
    for text, claimants in sorted(claims.items()):
        short = cores.get(text)
        if short is not None and len(claimants) == 1:
            (claimant,) = claimants.values()
            if not (short.root().known and claimant.root().known):
                join(claimant, short)


def _join_acronyms(ranked: list[Form]) -> None:
    """Join an acronym with the long form whose initials it is, where only one is."""
    longs: dict[str, dict[int, Form]] = {}
    for form in ranked:
        for letters in acronyms(form.name):
            longs.setdefault(letters, {})[id(form.root())] = form
    for form in ranked:
        if is_acronym(form.name) and form.alone and not form.known:
            letters = form.name.replace(".", "").upper()
            found = [other for other in longs.get(letters, {}).values() if may_stand_for(letters, other.name)]
            roots = {id(other.root()): other for other in found}
            if len(roots) == 1:
                join(next(iter(roots.values())), form)


def _join_misspelt(ranked: list[Form]) -> None:
    """Join long names that begin alike and differ by a letter or two, but never in a number."""
    buckets: dict[tuple[str, int], list[tuple[str, Form]]] = {}
    for form in ranked:
        low = key(form.name)
        if len(low) >= 9:
            buckets.setdefault((low[:3], len(low.split())), []).append((low, form))
    for bucket in buckets.values():
        if len(bucket) > _CROWD:
            continue
        for i, (one, form) in enumerate(bucket):
            for other, earlier in bucket[:i]:
                if (
                    abs(len(one) - len(other)) < 3
                    and fuzz.ratio(one, other) >= _TYPING_ERROR
                    and _NUMBER.findall(one) == _NUMBER.findall(other)
                    and not (form.root().known and earlier.root().known)
                ):
                    join(earlier, form)

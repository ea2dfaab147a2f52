"""One article's organisations, states and places: long forms, their acronyms, names with and without a legal form."""

import re
from dataclasses import dataclass, field
from functools import cache

from tui.findings.actors.actor import ActorType, Relation
from tui.findings.actors.draft import Draft, WordSpan
from tui.findings.actors.gazetteer import gazetteer, pairs
from tui.findings.actors.metonyms import is_metonym
from tui.findings.actors.typing import Named
from tui.findings.actors.vocabulary import Kind, is_common
from tui.findings.document import Document
from tui.findings.language.wordlists import words

_SMALL = frozenset({"of", "and", "the", "for", "&", "in", "on", "to", "de", "du", "des", "la"})


@dataclass(slots=True, eq=False)
class Body:
    """An organisation, state or place of the article under its fullest name, with its mentions."""

    name: str
    type: ActorType
    parent: str | None
    known: bool
    mentions: list[tuple[Named, Relation]] = field(default_factory=list)

    def draft(self) -> Draft:
        """The body as an actor of the article."""
        return Draft(
            self.name,
            self.type,
            self.parent,
            self.known,
            mentions=[
                WordSpan(n.candidate.first, n.candidate.last, relation) for n, relation in self.mentions
            ],
            rule="gazetteer" if self.known else "name",
            confidence=max(n.confidence for n, _ in self.mentions),
        )


def core(name: str) -> str:
    """`name` in lower case without its legal form, full stops and article: one company's names have one core."""
    legal = _legal_forms()
    parts = [part.rstrip(",") for part in name.replace(".", "").split()]
    while len(parts) > 1 and parts[-1].lower() in legal and not (len(parts) == 2 and _means_more(parts[0])):
        parts.pop()
    if len(parts) > 1 and parts[0].lower() == "the":
        parts.pop(0)
    return " ".join(parts).lower()


def _means_more(word: str) -> bool:
    """Whether a word alone would be something other than a company: a state, a city, a common word."""
    entry = gazetteer().singles.get(word)
    return is_common(word) if entry is None else entry.type != "organisation"


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(form.lower().replace(".", "") for form in words("legal_forms"))


def acronyms(name: str) -> set[str]:
    """What the initials of a long form give, with and without its small words: `NATO`, `GOP`; nothing for one word."""
    parts = [part for part in re.split(r"[\s-]+", name) if part[:1].isalpha()]
    if len(parts) < 2 or any("." in part for part in parts):
        return set()
    short = "".join(part[0] for part in parts if part.lower() not in _SMALL)
    full = "".join(part[0] for part in parts)
    return {made.upper() for made in (short, full) if len(made) >= 2}


def may_stand_for(letters: str, name: str) -> bool:
    """Whether `letters` are the initials of `name`; a postal code stands for its province alone."""
    province = pairs("postal_codes").get(letters)
    return name == province if province else letters in acronyms(name)


def is_acronym(name: str) -> bool:
    """Whether `name` is written as an acronym is."""
    letters = name.replace(".", "")
    return letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 6


def _body_type(told: ActorType) -> ActorType:
    """A word that could be a person is here because an organisation begins with it."""
    return "organisation" if told == "person" else told


def find_bodies(document: Document, named: list[Named]) -> list[Body]:
    """The organisations, states and places among `named`, in order of first mention."""
    bodies: dict[str, Body] = {}
    for n in named:
        entry = n.candidate.entry
        sure = entry is not None and entry.sure
        meant = sure or (entry is not None and entry.type == "state" and n.type == "place")
        name, kind, parent = (
            (entry.name, entry.type, entry.parent) if entry and meant else (n.name, _body_type(n.type), None)
        )
        relation: Relation = "name"
        seat = gazetteer().capitals.get(n.name) if sure and kind == "place" else None
        if seat is not None and is_metonym(document, n.candidate.first, n.candidate.last):
            name, kind, parent, relation = seat, "state", None, "metonym"
        key = name if sure else core(name)
        body = bodies.get(key)
        if body is None:
            body = bodies[key] = Body(name, kind, parent, sure)
        elif not body.known and len(name) > len(body.name):
            body.name = name
        if not body.known and n.candidate.kind is Kind.ORGANISATION:
            body.type = "organisation"
        body.mentions.append((n, relation))
    _join_acronyms(document, bodies)
    _join_short_forms(bodies)
    return list(bodies.values())


def _join(bodies: dict[str, Body], into: str, key: str, relation: Relation) -> None:
    body, other = bodies[into], bodies.pop(key)
    body.mentions += [(n, relation) for n, _ in other.mentions]
    if other.known and not body.known:
        body.name, body.type, body.parent, body.known = other.name, other.type, other.parent, True
    body.mentions.sort(key=lambda pair: pair[0].candidate.first)


def _join_acronyms(document: Document, bodies: dict[str, Body]) -> None:
    """Put each acronym with its long form: in brackets behind it, or by its initials."""
    longs: dict[str, list[str]] = {}
    for key, one in bodies.items():
        for made in acronyms(one.name):
            longs.setdefault(made, []).append(key)
    ends = {n.candidate.last: key for key, one in bodies.items() for n, _ in one.mentions}
    for key in list(bodies):
        body = bodies.get(key)
        if body is None or not is_acronym(body.mentions[0][0].name):
            continue
        letters = body.mentions[0][0].name.replace(".", "").upper()
        for n, _ in body.mentions:
            first = n.candidate.first
            long = ends.get(first - 1) if first > 1 and document.words[first - 1] == "(" else None
            if long and long != key and long in bodies and _explains(bodies[long], letters, body):
                _join(bodies, long, key, "acronym")
                break
        else:
            long = next((k for k in longs.get(letters, []) if k != key and k in bodies), None)
            if long and not body.known and may_stand_for(letters, bodies[long].name):
                _join(bodies, long, key, "acronym")


def _explains(long: Body, letters: str, short: Body) -> bool:
    """Whether a long form explains the acronym in brackets behind it, though its letters may be another language's."""
    unknown = long.type == "organisation" and " " in long.name and not long.known and not short.known
    return unknown or _shortens(letters, long.name)


def _shortens(letters: str, name: str) -> bool:
    """Whether the letters of an acronym stand in the long form in this order, the first at its beginning."""
    low, at = name.lower(), 0
    if low[:1] != letters[:1].lower():
        return False
    for letter in letters.lower():
        at = low.find(letter, at) + 1
        if at == 0:
            return False
    return True


def _join_short_forms(bodies: dict[str, Body]) -> None:
    """Put a name of one word with the one longer organisation that begins with it."""
    firsts: dict[str, list[str]] = {}
    for key in bodies:
        if " " in key:
            firsts.setdefault(key.split()[0].lower(), []).append(key)
    for key in list(bodies):
        body = bodies[key]
        longer = firsts.get(key.lower(), [])
        if " " in key or body.type in ("state", "place"):
            continue
        if (
            len(longer) == 1
            and longer[0] in bodies
            and bodies[longer[0]].type == "organisation"
            and not body.known
        ):
            _join(bodies, longer[0], key, "short")

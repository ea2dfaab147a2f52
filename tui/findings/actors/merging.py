"""Merge the actors of many articles into the actors of a corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from tui.findings.actors.actor import (
    Actor,
    ActorType,
    Alias,
    ArticleActor,
    PlacedMention,
    PlacedRole,
    Relation,
)
from tui.findings.actors.aliases import aliases_of
from tui.findings.actors.body_merging import join_bodies, key
from tui.findings.actors.forms import Form, gather, join
from tui.findings.actors.organisations import is_acronym
from tui.findings.actors.person_merging import join_persons
from tui.findings.actors.vocabulary import Kind, kind
from tui.findings.language.wordlists import words

_Members = list[tuple[str, ArticleActor]]
_WEAK = 0.7
"""Confidence below which a single word taken for a person is rather the short form of an organisation."""


@cache
def english_names() -> dict[str, str]:
    """The English names of what German articles know by another."""
    entries = (entry.partition(" = ") for entry in words("english_names", "german"))
    return {name: english for name, _, english in sorted(entries)}


@dataclass(frozen=True, slots=True)
class Joined:
    """The names in a corpus that mean one actor: what an `Actor` is, without the places where it stands.

    `names` are the (name, type) pairs by which articles have it; no other actor has any of them. `mentions` counts.
    """

    name: str
    type: ActorType
    parent: str | None
    aliases: tuple[Alias, ...]
    names: tuple[tuple[str, ActorType], ...]
    mentions: int
    rule: str
    confidence: float


def merge_actors(articles: Iterable[tuple[str, tuple[ArticleActor, ...]]]) -> list[Actor]:
    """The corpus' actors from each article's id and actors, given in article order; most mentioned first.

    The result depends on nothing but `articles`. They are held: `join_names` needs no memory for each.
    """
    held = list(articles)
    joined = join_names(held)
    numbers = {name: number for number, actor in enumerate(joined) for name in actor.names}
    members: list[_Members] = [[] for _ in joined]
    for article, actors in held:
        for actor in actors:
            members[numbers[actor.name, actor.type]].append((article, actor))
    return [_actor(one, told) for one, told in zip(joined, members, strict=True)]


def join_names(articles: Iterable[tuple[str, Iterable[ArticleActor]]]) -> list[Joined]:
    """The names that mean one actor, from each article's id and actors, given in article order; most mentioned first.

    Names are compared only with names of the same surname, acronym or first word, so that the cost grows with the
    number of names. Takes one article at a time and holds only the different names and words, and for each name the
    numbers of its articles.
    """
    forms = gather(articles)
    join_persons([form for form in forms if form.person])
    join_bodies([form for form in forms if not form.person])
    _join_short_names(forms)
    _join_across_types(forms)
    _join_across_languages(forms)
    groups: dict[int, list[Form]] = {}
    for form in forms:
        groups.setdefault(id(form.root()), []).append(form)
    joined = [_joined(group) for group in groups.values()]
    joined.sort(key=lambda one: (-one.mentions, one.name))
    return _unique(joined)


def _join_short_names(forms: list[Form]) -> None:
    """Join a word that nothing tells more about with the only organisation of two words that it begins."""
    companies: dict[str, dict[int, Form]] = {}
    for form in forms:
        first, *rest = form.name.split()
        told = len(rest) == 1 and (kind(rest[0]) is Kind.NAME or rest[0] in words("company_words"))
        if told and "organisation" in form.types and not form.leader:
            companies.setdefault(key(first), {})[id(form.root())] = form
    for form in forms:
        longer = companies.get(key(form.name), {})
        lone = " " not in form.name and form.alone and not form.known and form.gender is None
        if lone and (form.sure < _WEAK or not form.person) and len(longer) == 1 and not is_acronym(form.name):
            join(next(iter(longer.values())), form)


def _join_across_types(forms: list[Form]) -> None:
    """One name is one actor: where articles differ on what it is, the type with more mentions has it."""
    by_name: dict[str, Form] = {}
    for form in forms:
        root = form.root()
        other = by_name.setdefault(key(form.name), root).root()
        if other is not root and not (form.person and " " not in form.name and (other.known or root.known)):
            join(other, root)


def _join_across_languages(forms: list[Form]) -> None:
    """Deutschland is Germany: known names that another language has for what English articles name."""
    bodies = {form.name: form for form in forms if form.known and not form.person}
    for name, english in english_names().items():
        if name in bodies and english in bodies:
            join(bodies[name], bodies[english])


def _joined(group: list[Form]) -> Joined:
    name = _name(group)
    types: defaultdict[ActorType, float] = defaultdict(float)
    mentioned: Counter[tuple[str, Relation]] = Counter()
    parents: Counter[str] = Counter()
    for form in group:
        for type_, weight in form.types.items():
            types[type_] += weight
        mentioned.update(form.words)
        parents.update(form.parents)
    confidence, _, rule = max((form.surest for form in group), key=lambda surest: surest[:2])
    return Joined(
        name=name,
        type=max(types, key=lambda type_: (types[type_], type_)),
        parent=max(parents, key=lambda parent: (parents[parent], parent)) if parents else None,
        aliases=aliases_of(name, mentioned, [form.name for form in group]),
        names=tuple((form.name, type_) for form in group for type_ in form.types),
        mentions=mentioned.total(),
        rule=rule,
        confidence=confidence,
    )


def _actor(joined: Joined, members: _Members) -> Actor:
    """The actor with the places that its members tell; these stand in article order."""
    mentions = [
        PlacedMention(article, m.start, m.end, m.text, actor.name, m.relation)
        for article, actor in members
        for m in actor.mentions
    ]
    roles = [
        PlacedRole(r.role, article, r.start, r.end, r.text, r.tense, actor.name)
        for article, actor in members
        for r in actor.roles
    ]
    places = {article: number for number, article in enumerate(dict.fromkeys(key for key, _ in members))}
    if len(members) > len(places):
        mentions.sort(key=lambda mention: (places[mention.article], mention.start, mention.end))
        roles.sort(key=lambda role: (places[role.article], role.start))
    return Actor(
        name=joined.name,
        type=joined.type,
        parent=joined.parent,
        aliases=joined.aliases,
        members=tuple((article, actor.name) for article, actor in members),
        mentions=tuple(mentions),
        roles=tuple(roles),
        rule=joined.rule,
        confidence=joined.confidence,
    )


def _name(group: list[Form]) -> str:
    """The name that stands for a group: a known one, else the fullest that is used most."""
    known = [form for form in group if form.known]
    full = (
        [form for form in known or group if " " in form.name and not is_acronym(form.name)] or known or group
    )
    return max(full, key=lambda form: (form.own, len(form.name), form.name)).name


def _unique(actors: list[Joined]) -> list[Joined]:
    """No two actors of one name: what the less mentioned one is stands behind its name."""
    seen: set[str] = set()
    for i, actor in enumerate(actors):
        name, number = actor.name, 2
        if name in seen:
            name = f"{actor.name} ({actor.type})"
        while name in seen:
            name, number = f"{actor.name} ({actor.type} {number})", number + 1
        seen.add(name)
        if name != actor.name:
            actors[i] = replace(actor, name=name)
    return actors

"""Merge the actors of many articles into the actors of a corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from tui.findings.actors.actor import Actor, ActorType, ArticleActor, PlacedMention, PlacedRole
from tui.findings.actors.aliases import aliases_of
from tui.findings.actors.body_merging import join_bodies, key
from tui.findings.actors.forms import Form, gather, join
from tui.findings.actors.organisations import is_acronym
from tui.findings.actors.person_merging import join_persons
from tui.findings.actors.vocabulary import Kind, kind

_WEAK = 0.7
"""Confidence below which a single word taken for a person is rather the short form of an organisation."""
_Members = list[tuple[int, ArticleActor]]


def merge_actors(articles: Iterable[tuple[str, tuple[ArticleActor, ...]]]) -> list[Actor]:
    """The corpus' actors from each article's id and actors, given in article order; most mentioned first.

    Names are compared only with names of the same surname, acronym or first word, so that the cost grows with the
    number of names. The result depends on nothing but `articles`.
    """
    ids, forms = gather(articles)
    join_persons([form for form in forms if form.person])
    join_bodies([form for form in forms if not form.person])
    _join_short_names(forms)
    _join_across_types(forms)
    groups: dict[int, list[Form]] = {}
    for form in forms:
        groups.setdefault(id(form.root()), []).append(form)
    actors = [_actor(group, ids) for group in groups.values()]
    actors.sort(key=lambda actor: (-len(actor.mentions), actor.name))
    return _unique(actors)


def _join_short_names(forms: list[Form]) -> None:
    """Join a word that nothing tells more about with the only organisation of two words that it begins."""
    companies: dict[str, dict[int, Form]] = {}
    for form in forms:
        first, *rest = form.name.split()
        if len(rest) == 1 and "organisation" in form.types and not form.leader and kind(rest[0]) is Kind.NAME:
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


def _actor(group: list[Form], ids: list[str]) -> Actor:
    members: _Members = sorted(
        (member for form in group for member in form.members), key=lambda member: member[0]
    )
    name = _name(group)
    types: defaultdict[ActorType, float] = defaultdict(float)
    for form in group:
        for type_, weight in form.types.items():
            types[type_] += weight
    parents = Counter([actor.parent for _, actor in members if actor.parent])
    mentions = []
    roles = []
    for number, actor in members:
        article = ids[number]
        mentions += [
            PlacedMention(article, m.start, m.end, m.text, actor.name, m.relation) for m in actor.mentions
        ]
        roles += [
            PlacedRole(r.role, article, r.start, r.end, r.text, r.tense, actor.name) for r in actor.roles
        ]
    if len(members) > len({number for number, _ in members}):
        places = {ids[number]: number for number, _ in members}
        mentions.sort(key=lambda mention: (places[mention.article], mention.start, mention.end))
        roles.sort(key=lambda role: (places[role.article], role.start))
    best = max((actor for _, actor in members), key=lambda actor: actor.confidence)
    return Actor(
        name=name,
        type=max(types, key=lambda type_: (types[type_], type_)),
        parent=max(parents, key=lambda parent: (parents[parent], parent)) if parents else None,
        aliases=aliases_of(name, mentions, dict.fromkeys(actor.name for _, actor in members)),
        members=tuple((ids[number], actor.name) for number, actor in members),
        mentions=tuple(mentions),
        roles=tuple(roles),
        rule=best.rule,
        confidence=best.confidence,
    )


def _name(group: list[Form]) -> str:
    """The name that stands for a group: a known one, else the fullest that is used most."""
    known = [form for form in group if form.known]
    full = (
        [form for form in known or group if " " in form.name and not is_acronym(form.name)] or known or group
    )
    return max(full, key=lambda form: (form.own, len(form.name), form.name)).name


def _unique(actors: list[Actor]) -> list[Actor]:
    """No two actors of one name: what the less mentioned one is stands behind its name."""
    from dataclasses import replace

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

"""Actors with metonyms switched off: a capital that stands for its state ("Moscow objects") is the city again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.findings.actors.actor import Actor, ActorMention, ArticleActor, PlacedMention
from tui.findings.actors.gazetteer import gazetteer

RULE = "metonym switched off"
"""The rule of a city that nothing but metonyms names."""


def city(text: str) -> str:
    """The name of the city that `text` is written for: its listed name, else the words."""
    parts = text.split()
    found = gazetteer().longest(parts, 0, len(parts))
    return found[1].name if found and found[0] == len(parts) and found[1].type == "place" else " ".join(parts)


def cities_of_article(actors: Sequence[ArticleActor]) -> tuple[ArticleActor, ...]:
    """The actors of an article, each metonym a mention of its city; in order of first mention."""
    told: dict[str, list[ActorMention]] = {}
    parents: dict[str, ArticleActor] = {}
    kept: dict[str, ArticleActor] = {}
    for actor in actors:
        mine = [mention for mention in actor.mentions if mention.relation != "metonym"]
        for mention in actor.mentions:
            if mention.relation == "metonym":
                told.setdefault(city(mention.text), []).append(mention._replace(relation="name"))
                parents[city(mention.text)] = actor
        if mine:
            kept[actor.name] = replace(actor, mentions=tuple(mine))
    for name, mentions in told.items():
        state = parents[name]
        known = kept.get(name) or ArticleActor(
            name, "place", state.name, (), (), None, RULE, state.confidence
        )
        together = sorted([*known.mentions, *mentions], key=lambda mention: (mention.start, -mention.end))
        kept[name] = replace(known, mentions=tuple(together))
    return tuple(sorted(kept.values(), key=lambda actor: (actor.mentions[0].start, actor.name)))


def cities_of_corpus(actors: Iterable[Actor], order: Sequence[str]) -> list[Actor]:
    """The actors of a corpus, each metonym a mention of its city; most mentioned first. `order`: the article ids."""
    kept = {actor.name: actor for actor in actors}
    told: dict[str, list[PlacedMention]] = {}
    parents: dict[str, Actor] = {}
    for actor in [*kept.values()]:
        mine = [mention for mention in actor.mentions if mention.relation != "metonym"]
        if len(mine) == len(actor.mentions):
            continue
        for mention in actor.mentions:
            if mention.relation == "metonym":
                name = city(mention.text)
                told.setdefault(name, []).append(mention._replace(relation="name", actor=name))
                parents[name] = actor
        del kept[actor.name]
        if mine:
            kept[actor.name] = _with(actor, mine)
    places = {article: place for place, article in enumerate(order)}
    for name, mentions in told.items():
        state = parents[name]
        known = kept.get(name) or Actor(name, "place", state.name, (), (), (), (), RULE, state.confidence)
        together = [*known.mentions, *mentions]
        together.sort(key=lambda mention: (places.get(mention.article, len(places)), mention.start))
        kept[name] = _with(known, together)
    return sorted(kept.values(), key=lambda actor: (-len(actor.mentions), actor.name))


def _with(actor: Actor, mentions: Sequence[PlacedMention]) -> Actor:
    """`actor` with these mentions alone, and the members and aliases that they make."""
    from tui.findings.actors.aliases import aliases_of  # most never need what names actors

    members = dict.fromkeys((mention.article, mention.actor) for mention in mentions)
    words = Counter((mention.text, mention.relation) for mention in mentions)
    return replace(
        actor,
        members=tuple(members),
        mentions=tuple(mentions),
        aliases=aliases_of(actor.name, words, [name for _, name in members]),
    )

"""Actors with metonyms switched off: a capital that stands for its state ("Moscow objects") is the city again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tui.findings.actors.actor import Actor, ActorMention, ArticleActor, PlacedMention
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.events.event import TITLE_NAMES, ArticleEvent

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


def cities_of_events(
    events: Iterable[ArticleEvent], mentions: Mapping[str, Sequence[ActorMention | PlacedMention]]
) -> tuple[ArticleEvent, ...]:
    """The events of an article, with the city for a state that takes part by a metonym alone.

    `mentions` are those of the article's actors, by name. What counts are the words that tell the event; where they do
    not name the state, the whole article.
    """
    return tuple(_of_cities(event, mentions) for event in events)


def _of_cities(
    event: ArticleEvent, mentions: Mapping[str, Sequence[ActorMention | PlacedMention]]
) -> ArticleEvent:
    names = [_called(name, event, mentions.get(name, ())) for name in event.participants]
    if names == [*event.participants]:
        return event
    who, now = "–".join(event.participants[:TITLE_NAMES]), "–".join(names[:TITLE_NAMES])
    title = f"{now}{event.title.removeprefix(who)}" if event.title.startswith(who) else event.title
    return replace(event, participants=tuple(dict.fromkeys(names)), title=title)


def _called(name: str, event: ArticleEvent, mentions: Sequence[ActorMention | PlacedMention]) -> str:
    here = [one for one in mentions if event.start <= one.start < event.end] or mentions
    return city(here[0].text) if here and all(one.relation == "metonym" for one in here) else name


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

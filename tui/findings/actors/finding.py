"""Find the actors that an article names."""

from tui.findings.actors.actor import ActorMention, ArticleActor, Relation
from tui.findings.actors.candidates import candidates
from tui.findings.actors.organisations import Body, find_bodies
from tui.findings.actors.persons import Person, find_persons
from tui.findings.actors.typing import Named, typed
from tui.findings.document import Document


def find_actors(document: Document) -> tuple[ArticleActor, ...]:
    """The actors of one article, in order of first mention."""
    named = typed(document, candidates(document))
    persons, rest = find_persons(document, named)
    bodies = find_bodies(document, rest)
    actors = [_from_person(document, person) for person in persons]
    actors += [_from_body(document, body) for body in bodies]
    actors.sort(key=lambda actor: actor.mentions[0].start)
    return tuple(_unique(actors))


def _from_person(document: Document, person: Person) -> ArticleActor:
    return ArticleActor(
        name=person.name,
        type="person",
        parent=None,
        mentions=_mentions(document, person.mentions, person.name),
        roles=(),
        gender=person.gender,
        rule="name",
        confidence=max(n.confidence for n, _ in person.mentions),
    )


def _from_body(document: Document, body: Body) -> ArticleActor:
    return ArticleActor(
        name=body.name,
        type=body.type,
        parent=body.parent,
        mentions=_mentions(document, body.mentions, body.name),
        roles=(),
        gender=None,
        rule="gazetteer" if body.known else "name",
        confidence=max(n.confidence for n, _ in body.mentions),
    )


def _mentions(document: Document, found: list[tuple[Named, Relation]], name: str) -> tuple[ActorMention, ...]:
    """The mentions in order of position, their words as written."""
    text = document.article.text
    mentions = []
    for n, relation in found:
        start, end = document.starts[n.candidate.first], document.ends[n.candidate.last - 1]
        mentions.append(ActorMention(text[start:end], start, end, relation))
    mentions.sort(key=lambda mention: mention.start)
    return tuple(mentions)


def _unique(actors: list[ArticleActor]) -> list[ArticleActor]:
    """No two actors of one name: of a later one the type is told with the name."""
    seen: set[str] = set()
    for i, actor in enumerate(actors):
        name, number = actor.name, 2
        while name in seen:
            name, number = f"{actor.name} ({number})", number + 1
        seen.add(name)
        if name != actor.name:
            actors[i] = ArticleActor(
                name,
                actor.type,
                actor.parent,
                actor.mentions,
                actor.roles,
                actor.gender,
                actor.rule,
                actor.confidence,
            )
    return actors

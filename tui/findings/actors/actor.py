"""Actors: people, organisations, states, places and groups, in one article and in a whole corpus."""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

ActorType = Literal["person", "organisation", "state", "place", "group"]
LEADER = "leader and noun"
"""The rule of an organisation that is named after its leader: the Biden administration."""
Relation = Literal[
    "name", "surname", "acronym", "long_form", "nickname", "variant", "metonym", "demonym", "short"
]


class ActorMention(NamedTuple):
    """One place where an article names an actor, titles and roles left out. `relation` of these words to its name."""

    text: str
    start: int
    end: int
    relation: Relation


class Role(NamedTuple):
    """A role or title as told: `text == article.text[start:end]`; `role` is it with blanks made plain.

    `tense` says whether the text has the actor in it now (`current`), before (`former`), or seeking it (`candidate`).
    """

    role: str
    start: int
    end: int
    text: str
    tense: Literal["current", "former", "candidate"]


@dataclass(frozen=True, slots=True)
class ArticleActor:
    """An actor as one article knows it. `name` is its fullest form there without title, unique within the article.

    `parent` is the name of the state or organisation that it belongs to (the Kremlin: Russia), whether or not that
    stands in the article. `gender` (`m`, `f`) is told by a first name, an honorific or the gazetteer, else None.
    """

    name: str
    type: ActorType
    parent: str | None
    mentions: tuple[ActorMention, ...]
    roles: tuple[Role, ...]
    gender: Literal["m", "f"] | None
    rule: str
    confidence: float


class Alias(NamedTuple):
    """Another form of an actor's name, and how it relates to the name."""

    text: str
    relation: Relation


class PlacedMention(NamedTuple):
    """A mention with the article it stands in; `actor` and `relation` as the article has them (`ArticleActor`)."""

    article: str
    start: int
    end: int
    text: str
    actor: str = ""
    relation: Relation = "name"


class PlacedRole(NamedTuple):
    """A role with the article that tells it; `actor` is the article actor's name."""

    role: str
    article: str
    start: int
    end: int
    text: str
    tense: Literal["current", "former", "candidate"]
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the corpus: the article actors that are one, merged. `name` is unique in the corpus.

    `members` are the (article id, article actor's name) pairs that were merged into it; through them a quotation's
    actor in its article is known in the corpus. Mentions stand in article order, then by position.
    """

    name: str
    type: ActorType
    parent: str | None
    aliases: tuple[Alias, ...]
    members: tuple[tuple[str, str], ...]
    mentions: tuple[PlacedMention, ...]
    roles: tuple[PlacedRole, ...]
    rule: str
    confidence: float

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that name it, in article order, each once."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    @property
    def roles_differ(self) -> bool:
        """Whether accounts tell roles of one actor that cannot both hold at once (`!` in lists)."""
        return len({role.tense for role in self.roles}) > 1


def named_apart(actors: list[ArticleActor]) -> list[ArticleActor]:
    """No two actors of one name: what the later one is stands behind its name."""
    seen: set[str] = set()
    for i, actor in enumerate(actors):
        name, number = actor.name, 2
        while name in seen:
            name, number = f"{actor.name} ({actor.type}{'' if number == 2 else f' {number - 1}'})", number + 1
        seen.add(name)
        if name != actor.name:
            actors[i] = replace(actor, name=name)
    return actors

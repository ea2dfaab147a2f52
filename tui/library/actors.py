"""The actors of a corpus, put together from its articles' actors."""

import threading
from typing import Any

from tui.findings.actors.actor import Actor, Alias, ArticleActor, PlacedMention, PlacedRole
from tui.library import encoding
from tui.library.damage import damage
from tui.library.rows import Ask

_ASKED_AT_ONCE = 500
_READ_AT_ONCE = 5_000  # members whose JSON is read in one go
_MENTIONS_KEPT = 300_000
_MENTIONS = encoding.names(ArticleActor).index("mentions")
_ROLES = encoding.names(ArticleActor).index("roles")


class _Gathered:
    """What the articles tell of one actor, in article order."""

    def __init__(self) -> None:
        self.members: list[tuple[str, str]] = []
        self.mentions: list[PlacedMention] = []
        self.roles: list[PlacedRole] = []
        self._unsorted = False

    def add(self, article: str, name: str, values: list[Any]) -> None:
        """Add an article's actor, from its values, read by hand: a corpus can have a million mentions."""
        if self.members and self.members[-1][0] == article:
            self._unsorted = True
        self.members.append((article, name))
        self.mentions += [
            PlacedMention(article, start, end, text, name, relation)
            for text, start, end, relation in values[_MENTIONS]
        ]
        if values[_ROLES]:
            self.roles += [
                PlacedRole(role, article, start, end, text, tense, name)
                for role, start, end, text, tense in values[_ROLES]
            ]

    def in_order(self) -> None:
        """Sort by position what two actors of one article tell."""
        if self._unsorted:
            order = {
                article: at
                for at, article in enumerate(dict.fromkeys(article for article, _ in self.members))
            }
            self.mentions.sort(key=lambda mention: (order[mention.article], mention.start))
            self.roles.sort(key=lambda role: (order[role.article], role.start))


class Actors:
    """Puts actors together and keeps the last ones: those of an article are mostly those of the article before."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._kept: dict[int, Actor] = {}
        self._generation = ""
        self._mentions = 0
        self._lock = threading.Lock()

    def whole(self, found: list[tuple[Any, ...]]) -> list[Actor]:
        """Actors with all their members, mentions and roles, from rows of (id, name, type, data), in their order."""
        with self._lock:
            self._forget_old()
            self._gather([row for row in found if row[0] not in self._kept])
            actors = [self._kept[row[0]] for row in found]
            if self._mentions > _MENTIONS_KEPT:
                self._kept.clear()
                self._mentions = 0
            return actors

    def _forget_old(self) -> None:
        """Forget what was put together before the library last changed."""
        told = self._ask("SELECT value FROM meta WHERE key = 'generation'", ())
        generation = str(told[0][0]) if told else ""
        if generation != self._generation:
            self._kept, self._mentions, self._generation = {}, 0, generation

    def _gather(self, missing: list[tuple[Any, ...]]) -> None:
        gathered = {row[0]: _Gathered() for row in missing}
        found = self._members(list(gathered))
        for at in range(0, len(found), _READ_AT_ONCE):
            some = found[at : at + _READ_AT_ONCE]
            with damage():
                told = encoding.read(f"[{','.join([data for *_, data in some])}]")
                for (actor, article, name, _), values in zip(some, told, strict=True):
                    if actor in gathered:
                        gathered[actor].add(article, name, values)
        for row in missing:
            self._kept[row[0]] = actor = _actor(row, gathered[row[0]])
            self._mentions += len(actor.mentions)

    def _members(self, actors: list[int]) -> list[tuple[Any, ...]]:
        """The members of these actors, in article order; where they are most actors, those of all."""
        columns = "SELECT m.actor, a.key, m.name, m.data FROM"
        [(all_actors,)] = self._ask("SELECT count(*) FROM actor", ())
        if len(actors) > all_actors // 2:
            return self._ask(
                f"{columns} article a CROSS JOIN member m ON m.article = a.id ORDER BY a.position, m.id", ()
            )
        found: list[tuple[Any, ...]] = []
        for at in range(0, len(actors), _ASKED_AT_ONCE):
            some = actors[at : at + _ASKED_AT_ONCE]
            marks = ",".join("?" * len(some))
            found += self._ask(
                f"{columns} member m JOIN article a ON a.id = m.article WHERE m.actor IN ({marks})"
                " ORDER BY a.position, m.id",
                some,
            )
        return found


def _actor(row: tuple[Any, ...], told: _Gathered) -> Actor:
    _, name, kind, data = row
    with damage():
        parent, aliases, rule, confidence = encoding.read(data)
        others = tuple([Alias(*alias) for alias in aliases])
    told.in_order()
    return Actor(
        name=name,
        type=kind,
        parent=parent,
        aliases=others,
        members=tuple(told.members),
        mentions=tuple(told.mentions),
        roles=tuple(told.roles),
        rule=rule,
        confidence=confidence,
    )

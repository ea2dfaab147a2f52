"""What a reader puts right about the actors of a corpus, as data that can be applied again after each rebuild.

Corrections are applied in their order, to the actors as the ones before left them. Undoing one is leaving it out. They
name actors, and the (article id, article actor's name) pairs that are an actor's members; both outlive a rebuild. A
correction that no longer fits changes nothing and is reported.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tui.findings.actors.actor import Actor, ActorType

Member = tuple[str, str]
RULE = "corrected"
"""The rule of an actor that a reader made by splitting one."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The actors `others` are the actor `into`."""

    into: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The `members` of the actor `name` are another one, `new`; of the same type where `type` is None."""

    name: str
    members: tuple[Member, ...]
    new: str
    type: ActorType | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """The actor `name` is called `new`."""

    name: str
    new: str


@dataclass(frozen=True, slots=True)
class Retype:
    """The actor `name` is of another type."""

    name: str
    type: ActorType


@dataclass(frozen=True, slots=True)
class Reject:
    """The actor `name` is none."""

    name: str


Correction = Merge | Split | Rename | Retype | Reject


@dataclass(frozen=True, slots=True)
class Unfit:
    """A correction, or a part of one, that does not fit the actors, and why."""

    correction: Correction
    reason: str


def correct(
    actors: Iterable[Actor], corrections: Iterable[Correction], order: Sequence[str] = ()
) -> list[Actor]:
    """`actors` with what fits of `corrections`; most mentioned first. `order`: the article ids in article order."""
    return apply(actors, corrections, order)[0]


def apply(
    actors: Iterable[Actor], corrections: Iterable[Correction], order: Sequence[str] = ()
) -> tuple[list[Actor], list[Unfit]]:
    """`actors` with what fits of `corrections`, and what did not. Without `order`, articles stand by their ids."""
    desk = _Desk(actors, order)
    for correction in corrections:
        desk.apply(correction)
    found = list(desk.actors.values())
    if desk.changed:
        found.sort(key=lambda actor: (-len(actor.mentions), actor.name))
    return found, desk.unfit


class _Desk:
    """The actors while corrections are applied to them."""

    def __init__(self, actors: Iterable[Actor], order: Sequence[str]) -> None:
        self.actors = {actor.name: actor for actor in actors}
        self.places = {article: place for place, article in enumerate(order)}
        self.unfit: list[Unfit] = []
        self.changed = False

    def apply(self, correction: Correction) -> None:
        """Apply one correction, or note why it does not fit."""
        match correction:
            case Merge():
                self._merge(correction)
            case Split():
                self._split(correction)
            case Rename():
                self._rename(correction)
            case Retype(name, kind):
                self._put(correction, name, lambda actor: replace(actor, type=kind))
            case Reject(name):
                self._put(correction, name, lambda _: None)

    def _find(self, correction: Correction, name: str) -> Actor | None:
        """The actor of this name, or the only one that has it for an alias: a rebuild can call it otherwise."""
        actor = self.actors.get(name)
        if actor is None:
            bearers = [
                one for one in self.actors.values() if any(alias.text == name for alias in one.aliases)
            ]
            actor = bearers[0] if len(bearers) == 1 else None
        if actor is None:
            self.unfit.append(Unfit(correction, f"no actor is called {name}"))
        return actor

    def _put(self, correction: Correction, name: str, change: Callable[[Actor], Actor | None]) -> None:
        actor = self._find(correction, name)
        if actor is None:
            return
        changed = change(actor)
        self.changed = True
        if changed is None:
            del self.actors[actor.name]
        else:
            self.actors[actor.name] = changed

    def _rename(self, correction: Rename) -> None:
        if correction.new in self.actors:
            self.unfit.append(Unfit(correction, f"another actor is called {correction.new}: merge the two"))
            return
        actor = self._find(correction, correction.name)
        if actor is not None:
            del self.actors[actor.name]
            self.actors[correction.new] = self._assemble(replace(actor, name=correction.new), actor.members)
            self.changed = True

    def _merge(self, correction: Merge) -> None:
        into = self._find(correction, correction.into)
        if into is None:
            return
        for name in correction.others:
            other = self._find(correction, name)
            if other is None or other.name == into.name:
                continue
            del self.actors[other.name]
            joined = replace(into, mentions=into.mentions + other.mentions, roles=into.roles + other.roles)
            into = self.actors[into.name] = self._assemble(joined, into.members + other.members)
            self.changed = True

    def _split(self, correction: Split) -> None:
        actor = self._find(correction, correction.name)
        if actor is None:
            return
        taken = [member for member in actor.members if member in correction.members]
        left = [member for member in actor.members if member not in correction.members]
        if not taken or not left:
            self.unfit.append(
                Unfit(correction, f"{actor.name} has {'none' if left else 'only'} of these members")
            )
        elif correction.new in self.actors:
            self.unfit.append(Unfit(correction, f"another actor is called {correction.new}"))
        else:
            other = replace(
                actor, name=correction.new, type=correction.type or actor.type, rule=RULE, confidence=1.0
            )
            self.actors[actor.name] = self._assemble(actor, tuple(left))
            self.actors[other.name] = self._assemble(other, tuple(taken))
            self.changed = True

    def _assemble(self, actor: Actor, members: tuple[Member, ...]) -> Actor:
        """`actor` with those of its mentions and roles that `members` tell, in article order, and aliases anew."""
        from tui.findings.actors.aliases import aliases_of  # most never need what names actors

        told = set(members)
        mentions = [m for m in actor.mentions if (m.article, m.actor) in told]
        roles = [r for r in actor.roles if (r.article, r.actor) in told]
        mentions.sort(key=lambda mention: (self._place(mention.article), mention.start, mention.end))
        roles.sort(key=lambda role: (self._place(role.article), role.start))
        return replace(
            actor,
            members=tuple(sorted(members, key=lambda member: self._place(member[0]))),
            mentions=tuple(mentions),
            roles=tuple(roles),
            aliases=aliases_of(
                actor.name, Counter([(m.text, m.relation) for m in mentions]), [name for _, name in members]
            ),
        )

    def _place(self, article: str) -> tuple[int, str]:
        return self.places.get(article, len(self.places)), article

"""An actor of one article while its mentions are being gathered."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tui.findings.actors.actor import ActorType, Relation, Role


class WordSpan(NamedTuple):
    """A mention as words `first:last` of the document (half-open), and what these words are to the actor's name."""

    first: int
    last: int
    relation: Relation


@dataclass(slots=True, eq=False)
class Draft:
    """An actor under its fullest name so far. `known`: the gazetteer has it; `confidence` is between 0 and 1.

    `parts` are mentions that are parts of words, in code points.
    """

    name: str
    type: ActorType
    parent: str | None = None
    known: bool = False
    mentions: list[WordSpan] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    gender: Literal["m", "f"] | None = None
    rule: str = "name"
    confidence: float = 0.0

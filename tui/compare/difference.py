"""A difference: what two accounts tell of one thing, and where each says so."""

import hashlib
from dataclasses import dataclass
from typing import Literal, NamedTuple

DifferenceKind = Literal["role", "date", "number", "place", "status", "participants", "label", "sourcing"]
State = Literal["open", "confirmed", "dismissed"]

SURE = 0.6
"""Differences below this confidence are doubtful: lists fold them away."""


class Side(NamedTuple):
    """What one account tells. `text == article.text[start:end]`, in code points; `value` is it made plain."""

    value: str
    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more sides of one thing that differ. The word is "differs": both may be right.

    `about` says what of, for a person to read. `state` is the reader's judgement. `rule` names what found it;
    `confidence` is between 0 and 1.
    """

    kind: DifferenceKind
    about: str
    sides: tuple[Side, ...]
    rule: str
    confidence: float
    state: State = "open"

    @property
    def id(self) -> str:
        """Names the difference by its kind, its subject and its exact sides: 16 hexadecimal digits.

        The same in every run over the same texts, so that a reader's judgement can be kept with it.
        """
        places = [f"{side.article}:{side.start}:{side.end}" for side in sorted(self.sides)]
        parts = [self.kind, self.about, *places]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def doubtful(self) -> bool:
        """Whether lists fold it away: it is not sure, and the reader has not said what it is."""
        return self.confidence < SURE and self.state == "open"

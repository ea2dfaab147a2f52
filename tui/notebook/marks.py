"""Marks: what a reader puts on a passage, a quotation, an article, an actor or a difference."""

import json
import uuid
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from tui.corpus.text import fold
from tui.notebook.anchors import Anchor

MarkKind = Literal["bookmark", "note", "highlight", "star", "read", "judgement"]
About = Literal["passage", "quote", "article", "actor", "difference"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a mark is on.

    `name` is what people call it: an article's title, an actor's name, what a difference is about. `key` tells actors
    and differences apart (an actor's name, a difference's id). `anchors` are the words meant, none for an actor.
    """

    about: About
    name: str
    key: str = ""
    anchors: tuple[Anchor, ...] = ()


def now() -> str:
    """The moment it is now, in ISO 8601, UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that the reader put on a target.

    `text` is the note; `label` that of a highlight, or the judgement on a difference (`confirmed`, `dismissed`).
    `id` is a URN; `created` and `modified` are moments in ISO 8601, UTC; empty where another program told none.
    """

    kind: MarkKind
    target: Target
    text: str = ""
    label: str = ""
    tags: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: uuid.uuid4().urn)
    created: str = field(default_factory=now)
    modified: str = field(default_factory=now)

    def edited(self, **changes: Any) -> "Mark":
        """The same mark with some fields changed just now."""
        return replace(self, **changes, modified=now())

    def says(self, words: str) -> bool:
        """Whether each of `words` stands in it or in what it is on, whatever case and accents."""
        anchors = " ".join(f"{one.article} {one.exact}" for one in self.target.anchors)
        told = fold(" ".join((self.kind, self.label, self.text, *self.tags, self.target.name, anchors)))
        return all(word in told for word in fold(words).split())


def to_data(mark: Mark) -> dict[str, Any]:
    """A mark as plain data, as the book keeps it: what JSON gives back when it is read again."""
    data: dict[str, Any] = json.loads(json.dumps(asdict(mark)))
    return data


def from_data(data: dict[str, Any]) -> Mark:
    """The mark that `to_data` made. Raises ValueError where it is none."""
    try:
        target = data["target"]
        anchors = tuple(Anchor(**one) for one in target["anchors"])
        return Mark(
            **{**data, "target": Target(**{**target, "anchors": anchors}), "tags": tuple(data["tags"])}
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"no mark: {error}") from error

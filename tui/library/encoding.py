"""Findings as JSON and back, as lists of field values: a library that others wrote can be read without risk."""

import json
import zlib
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar

from tui.corpus.article import Block, Span
from tui.findings.actors.actor import Actor, ActorMention, Alias, ArticleActor, Role
from tui.findings.events.event import ArticleEvent, Event, EventMention, TimeExpression
from tui.findings.quotes.quote import Mention, Quote
from tui.library.damage import Damaged

Convert = Callable[[Any], Any]
T = TypeVar("T")

_LEVEL = 1  # of zlib: twice as fast as the next, and a tenth larger


def _optional(make: Callable[..., Any]) -> Convert:
    return lambda value: None if value is None else make(*value)


def _many(make: Callable[..., Any]) -> Convert:
    return lambda values: tuple([make(*value) for value in values])


_CONVERT: dict[type, dict[str, Convert]] = {
    Block: {},
    Quote: {  # of what all quotations have in common one copy is held: a list can have a million
        "kind": intern,
        "attribution": intern,
        "rule": intern,
        "spans": _many(Span),
        "frame": _optional(Span),
        "speaker": _optional(Mention),
        "cue": _optional(Mention),
    },
    ArticleActor: {"mentions": _many(ActorMention), "roles": _many(Role)},
    TimeExpression: {},
    ArticleEvent: {"participants": tuple},
    Event: {"participants": tuple, "mentions": _many(EventMention)},
    Actor: {"aliases": _many(Alias), "members": tuple, "mentions": tuple, "roles": tuple},
}


def names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of finding, in the order in which they are packed."""
    named: tuple[str, ...] = getattr(kind, "_fields", ()) or tuple(field.name for field in fields(kind))
    return named


_GET: dict[type, Callable[[Any], tuple[Any, ...]]] = {kind: attrgetter(*names(kind)) for kind in _CONVERT}
_AT: dict[type, list[tuple[int, Convert]]] = {
    kind: [(names(kind).index(name), convert) for name, convert in converts.items()]
    for kind, converts in _CONVERT.items()
}


def shape() -> str:
    """The kinds of finding and their fields: what `schema.SHAPE` has to be."""
    return ";".join(f"{kind.__name__}({','.join(names(kind))})" for kind in _CONVERT)


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack(value: object) -> tuple[Any, ...]:
    """The field values of a block or finding, in order, to be written as JSON."""
    return _GET[type(value)](value)


def unpack(kind: type[T], values: list[Any]) -> T:
    """The block or finding that `values`, read from JSON, were packed from. Damaged where they are not."""
    try:  # not `damage`: this is called for each finding
        for at, convert in _AT[kind]:
            values[at] = convert(values[at])
        return kind(*values)
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise Damaged from error


def write(value: object) -> str:
    """JSON of packed values, without blanks."""
    return _dumps(value)


def read(text: str) -> Any:
    """The values that `write` wrote. Damaged where `text` is not."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise Damaged from error


def pack_text(text: str) -> bytes:
    """A text, smaller."""
    return zlib.compress(text.encode("utf-8", "replace"), _LEVEL)


def unpack_text(packed: bytes) -> str:
    """The text that `pack_text` made smaller. Damaged where it did not."""
    try:
        return zlib.decompress(packed).decode("utf-8")
    except (zlib.error, UnicodeDecodeError, TypeError) as error:
        raise Damaged from error

"""The places of the app in which a key can be pressed."""

from typing import Literal

Place = Literal[
    "list",
    "text",
    "actors",
    "quotes",
    "outline",
    "search",
    "searches",
    "help",
    "ledger",
    "card",
    "compare",
    "differences",
    "events",
    "matrix",
    "select",
    "notes",
    "correct",
]

PLACES: dict[Place, str] = {
    "list": "article list",
    "text": "text",
    "actors": "actors",
    "quotes": "quotes",
    "outline": "outline",
    "search": "search",
    "searches": "saved searches",
    "help": "help",
    "ledger": "all quotes",
    "card": "actor",
    "compare": "comparison",
    "differences": "differences",
    "events": "events",
    "select": "selection",
    "matrix": "matrix of articles",
    "notes": "marks and notes",
    "correct": "correction",
}
"""Where a key can be pressed, and what people call it."""

EVERYWHERE: tuple[Place, ...] = tuple(place for place in PLACES if place != "search")
"""All places but the search box, where letters are typed."""

ALL: tuple[Place, ...] = tuple(PLACES)
"""All places, the search box too."""

READING: tuple[Place, ...] = ("list", "text", "actors", "quotes", "outline")
"""The places of the reading screen."""


MARKING: tuple[Place, ...] = (
    *READING,
    "select",
    "ledger",
    "card",
    "compare",
    "differences",
    "events",
    "notes",
)
"""The places in which something can be marked."""

SIDEWAYS: tuple[Place, ...] = ("matrix", "select")
"""The places in which there is something at the left and the right."""

COPYING: tuple[Place, ...] = (
    *READING,
    "select",
    "ledger",
    "card",
    "compare",
    "differences",
    "events",
    "matrix",
    "notes",
)
"""The places from which words can be taken away."""

"""What a search found, arranged as the reader wants to see it: the best first, by article, by date, or in context."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.library.library import Library
from tui.search.concordance import Line, concordance, dispersion, sorted_lines
from tui.search.found import Found, Hit
from tui.search.match import Match

View = Literal["best", "article", "date", "right", "left", "places"]
"""`right` and `left` are the concordance sorted by what follows and what goes before; `places` by where it stands."""

VIEWS: Mapping[View, str] = {
    "best": "best first",
    "article": "by article",
    "date": "by date, newest first",
    "right": "in context, sorted by the words after it",
    "left": "in context, sorted by the words before it",
    "places": "in context, article by article",
}
"""What the views are called."""

IN_CONTEXT: tuple[View, ...] = ("right", "left", "places")
"""The views of the concordance, in the order in which one follows the other."""

PARTS = 10
"""Equal parts of an article that its bar tells apart."""

Bar = tuple[int, ...]
"""How many matches stand in each part of an article, the first part first."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading: `text` as the corpus has it, how many rows it is over, and the bar where it is an article."""

    text: str
    rows: int
    bar: Bar = ()


Row = Match | Line | Group


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows of a view, and the bar of each article that is found in, by its id."""

    rows: Sequence[Row] = ()
    bars: Mapping[str, Bar] = field(default_factory=dict)


class _Known(NamedTuple):
    short: str
    title: str
    date: str
    characters: int


def arrange(library: Library, matches: Found, view: View) -> Arranged:
    """The matches as `view` shows them; its cost goes with the matches, not with the corpus.

    With the best first, no match is made before it is looked at.
    """
    known = _known(library, {hit.article for hit in matches.hits})
    lines = _lines(library, matches) if view in IN_CONTEXT else []
    lengths = {article: one.characters for article, one in known.items()}
    bars = {
        one.article: one.counts
        for one in dispersion(
            lines or _apart(matches.hits), lambda article: lengths.get(article, 0), parts=PARTS
        )
    }
    if view == "right" or view == "left":
        return Arranged(tuple(sorted_lines(lines, view)), bars)
    if view == "places":
        in_order = sorted(lines, key=lambda line: line.start)
        return Arranged(_by_article(in_order, [match.article for match in matches], known, bars), bars)
    if view == "article":
        return Arranged(_by_article(matches, [match.article for match in matches], known, bars), bars)
    if view == "date":
        return Arranged(_by_date(matches, known), bars)
    return Arranged(matches, bars)


def _known(library: Library, articles: set[str]) -> dict[str, _Known]:
    found = library.ask(
        "SELECT key, coalesce(short, key), title, coalesce(date, ''), characters FROM article"
        " WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )
    return {key: _Known(*rest) for key, *rest in found}


def _lines(library: Library, matches: Sequence[Match]) -> list[Line]:
    text = lru_cache(maxsize=None)(lambda article: library.article(article).text)
    return concordance(matches, text)


def _apart(hits: Iterable[Hit]) -> list[Line]:
    """Lines that only tell where matches begin, for their articles' bars: a quotation in a passage is one with it."""
    placed = sorted((hit.article, hit.place.start, hit.place.end) for hit in hits if hit.start is not None)
    lines: list[Line] = []
    for article, start, end in placed:
        if not lines or lines[-1].article != article or start >= lines[-1].end:
            lines.append(Line(article, start, end, "", "", ""))
    return lines


def _by_article(
    rows: Iterable[Match] | Iterable[Line],
    order: Iterable[str],
    known: Mapping[str, _Known],
    bars: Mapping[str, Bar],
) -> tuple[Row, ...]:
    """The rows under their articles, the article with the best match first."""
    groups: dict[str, list[Row]] = {article: [] for article in order}
    for row in rows:
        groups[row.article].append(row)
    arranged: list[Row] = []
    for article, under in groups.items():
        if under:
            told = known.get(article)
            name = f"{told.short} {told.title}" if told else article
            arranged += [Group(name, len(under), bars.get(article, ())), *under]
    return tuple(arranged)


def _by_date(matches: Iterable[Match], known: Mapping[str, _Known]) -> tuple[Row, ...]:
    """The matches under their articles' dates, the newest first and what has no date last; the best first in each."""
    groups: dict[str, list[Match]] = {}
    for match in matches:
        told = known.get(match.article)
        groups.setdefault(told.date if told else "", []).append(match)
    arranged: list[Row] = []
    for date in sorted(groups, reverse=True):
        arranged += [Group(date or "undated", len(groups[date])), *groups[date]]
    return tuple(arranged)

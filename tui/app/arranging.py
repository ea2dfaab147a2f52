"""What a search found, arranged as the reader wants to see it: the best first, by article, by date, or in context."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.library.library import Library
from tui.search.concordance import Line, as_typed, concordance, dispersion, sorted_lines
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


def _no_bar(_: str) -> Bar:
    return ()


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows of a view, and the bar of an article that is found in, told when it is asked for by the article's id."""

    rows: Sequence[Row] = ()
    bar: Callable[[str], Bar] = _no_bar


class _Known(NamedTuple):
    short: str
    title: str
    date: str


def arrange(
    library: Library, matches: Found, view: View, dates: Mapping[str, str], words: Sequence[str] = ()
) -> Arranged:
    """The matches as `view` shows them; its cost goes with the matches, not with the corpus.

    `dates` are those that the reader told, by article; `words` those that were searched, folded.
    With the best first, no match is made before it is looked at, and nothing is asked of the library.
    """
    lines = as_typed(_lines(library, matches), words) if view in IN_CONTEXT else []
    bar = lru_cache(maxsize=None)(lambda article: _bar(library, lines or matches.hits, article))
    if view == "best":
        return Arranged(matches, bar)
    if view == "right" or view == "left":
        return Arranged(tuple(sorted_lines(lines, view)), bar)
    known = _known(library, {hit.article for hit in matches.hits})
    if view == "date":
        known.update({key: known[key]._replace(date=date) for key, date in dates.items() if key in known})
        return Arranged(_by_date(matches, known), bar)
    rows = sorted(lines, key=lambda line: line.start) if view == "places" else matches
    return Arranged(_by_article(rows, [hit.article for hit in matches.hits], known, bar), bar)


def _bar(library: Library, found: Sequence[Line | Hit], article: str) -> Bar:
    placed = sorted(
        (one.start, one.end)
        for one in found
        if one.article == article and one.start is not None and one.end is not None
    )
    lines: list[Line] = []
    for start, end in placed:
        if not lines or start >= lines[-1].end:  # a quotation in a passage is one with it
            lines.append(Line(article, start, end, "", "", ""))
    told = library.ask("SELECT characters FROM article WHERE key = ?", (article,))
    length = told[0][0] if told else 0
    return next((one.counts for one in dispersion(lines, lambda _: length, parts=PARTS)), ())


def _known(library: Library, articles: set[str]) -> dict[str, _Known]:
    found = library.ask(
        "SELECT key, coalesce(short, key), title, coalesce(date, '') FROM article"
        " WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )
    return {key: _Known(*rest) for key, *rest in found}


def _lines(library: Library, matches: Sequence[Match]) -> list[Line]:
    text = lru_cache(maxsize=None)(lambda article: library.article(article).text)
    return concordance(matches, text)


def _by_article(
    rows: Iterable[Match] | Iterable[Line],
    order: Iterable[str],
    known: Mapping[str, _Known],
    bar: Callable[[str], Bar],
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
            arranged += [Group(name, len(under), bar(article)), *under]
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

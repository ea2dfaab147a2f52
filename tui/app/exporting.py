"""The list in front as a listing that can be written to a file: what it shows, in its order, as its filter keeps it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, partial, singledispatch
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.app.screens.base import CorpusScreen
from tui.app.screens.card import CardScreen
from tui.app.screens.compare import CompareScreen
from tui.app.screens.differences import DifferenceRow, DifferencesScreen
from tui.app.screens.events import EventsScreen
from tui.app.screens.findings import FindingsScreen
from tui.app.screens.ledger import LedgerScreen
from tui.app.screens.matrix import MatrixScreen
from tui.app.screens.notes import MarkRow, NotesScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.screens.search import SearchScreen
from tui.app.widgets.sidebar import Heading
from tui.export import objects
from tui.export.listing import Listing
from tui.library.rows import PlacedQuote
from tui.search.concordance import Line
from tui.search.match import Match

if TYPE_CHECKING:
    from tui.app.app import CorpusApp


@singledispatch
def listing(screen: CorpusScreen) -> Listing | None:  # noqa: ARG001 - a screen of which nothing is known
    """What the list in front of `screen` shows; None where there is no list."""
    return None


def places(app: CorpusApp) -> Callable[[str, int, int], str]:
    """How places are told in a list for people: `001:7`, the article and the block."""

    @cache
    def starts(article: str) -> list[int]:
        return app.library.block_starts(article)

    def place(article: str, start: int, end: int) -> str:
        short, block = app.short(article), bisect_right(starts(article), start) if end else 0
        return f"{short}:{block}" if block else short

    return place


def free_name(corpus: str, told: Listing, folder: Path) -> str:
    """A name for the file of a listing that no file in `folder` has: `news-quotes.md`, `news-quotes-2.md`."""
    name = re.sub(r"[^\w-]+", "-", f"{corpus}-{told.kind}s").strip("-").lower()
    for number in count(1):
        free = f"{name}-{number}.md" if number > 1 else f"{name}.md"
        if not (folder / free).exists():
            return free
    raise AssertionError(name)


@listing.register
def _(screen: ReadingScreen) -> Listing | None:
    if screen.desk.front == "list":
        rows = screen.articles.rows
        return Listing(screen.articles.title(), "article", map(objects.article_object, rows))
    if screen.desk.front != "side":
        return None
    title = screen.side.title()
    if screen.desk.side == "actors":
        copies = screen.corpus_app.comparing.copies()
        actors = [item[0] for item in screen.actors.items if not isinstance(item, Heading)]
        return Listing(title, "actor", (objects.actor_object(actor, copies) for actor in actors))
    if screen.desk.side == "quotes":
        quotes = [item for item in screen.quotes.items if isinstance(item, PlacedQuote)]
        return Listing(title, "quote", map(objects.quote_object, quotes))
    article = screen.outline.article
    if article is None:
        return None
    headings = screen.outline.items
    return Listing(
        title, "block", (objects.block_object(article.id, block, article.text) for block in headings)
    )


@listing.register
def _(screen: LedgerScreen) -> Listing:
    quotes = [placed for statement in _made_of(screen) for placed in statement]
    return Listing(screen.list.title(), "quote", map(objects.quote_object, quotes))


@listing.register
def _(screen: EventsScreen) -> Listing:
    events = dict.fromkeys(told.event for told in _made_of(screen))
    return Listing(screen.list.title(), "event", map(objects.event_object, events))


def _made_of(screen: FindingsScreen) -> list[Any]:
    """What the rows are made of that are made when they are seen."""
    return [row.args[0] for row in screen.list.rows if isinstance(row, partial)]


@listing.register
def _(screen: DifferencesScreen) -> Listing:
    found = [row.difference for row in screen.list.rows if isinstance(row, DifferenceRow) and row.difference]
    # Its own heading counts what is open and confirmed; the file has the rows.
    kept = f" “{screen.list.filter}”" if screen.list.filter else ""
    return Listing(f"{screen.name_of_list}{kept}", "difference", map(objects.difference_object, found))


@listing.register
def _(screen: NotesScreen) -> Listing:
    shown = [row.mark.id for row in screen.list.rows if isinstance(row, MarkRow) and row.mark]
    placed = {one.mark.id: one for one in screen.found}
    marks = [placed[id_] for id_ in dict.fromkeys(shown) if id_ in placed]
    return Listing(screen.list.title(), "mark", map(objects.mark_object, marks))


@listing.register
def _(screen: CompareScreen) -> Listing:
    passages = {(one.article, one.start): one for one in (*screen.forth, *screen.back)}
    shown = [row.spots[0] for row in screen.list.rows if not callable(row) and hasattr(row, "spots")]
    found = [passages[spot.article, spot.start] for spot in shown]
    return Listing(screen.list.title(), "counterpart", map(objects.counterpart_object, found))


@listing.register
def _(screen: CardScreen) -> Listing | None:
    return (
        Listing(screen.list.title(), "actor", [objects.actor_object(screen.actor)]) if screen.actor else None
    )


@listing.register
def _(screen: MatrixScreen) -> Listing:
    table = screen.table
    names = {article.id: article.short for article in table.articles}
    columns = (screen.kind.removesuffix("s"), "of", "all", *names.values())
    rows = (
        dict(
            zip(
                columns,
                [row.name, row.note, row.total, *(row.counts.get(article, 0) for article in names)],
                strict=True,
            )
        )
        for row in table.kept
    )
    return Listing(table.title(), "matrix", rows, columns)


@listing.register
def _(screen: SearchScreen) -> Listing | None:
    query, rows = screen.answer.query.text.strip(), screen.answer.arranged.rows
    if not query or screen.hinting:
        return None
    lines = [row for row in rows if isinstance(row, Line)]
    if lines:
        return Listing(f"“{query}” in context", "line", map(objects.line_object, lines))
    matches = [{"query": query, **objects.match_object(row)} for row in rows if isinstance(row, Match)]
    return Listing(f"“{query}”", "match", matches)

"""What a mark is put on: the words that are selected, else what is under the cursor; and which marks it carries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import TYPE_CHECKING, Literal

from tui.app.noted import sign_of
from tui.app.screens.base import CorpusScreen
from tui.app.screens.card import CardScreen
from tui.app.screens.differences import DifferencesScreen
from tui.app.screens.findings import FindingsScreen
from tui.app.screens.notes import NotesScreen
from tui.app.screens.reading import ReadingScreen
from tui.app.text import plain
from tui.corpus.article import Span
from tui.errors import CorpusError
from tui.findings.actors.actor import Actor
from tui.library.rows import PlacedQuote
from tui.notebook.anchors import anchor
from tui.notebook.marks import Mark, Target

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.app.noted import Noted


@singledispatch
def target(screen: CorpusScreen) -> Target | None:  # noqa: ARG001 - a screen of which nothing is known
    """What is marked on `screen` now; None where nothing is. CorpusError where its article is gone."""
    return None


@target.register
def _(screen: ReadingScreen) -> Target | None:
    app, desk, reader = screen.corpus_app, screen.desk, screen.reader
    if screen.selection is not None:
        words = anchor(screen.selection.article, *screen.selection.span)
        return Target("passage", screen.selection.article.title, "", (words,))
    if desk.front == "list":
        row = screen.articles.row
        return _article(app, row.id) if row is not None and row.id else None
    if desk.front == "side" and desk.side == "actors":
        return None if screen.actors.item is None else _actor(screen.actors.item)
    if desk.front == "side" and desk.side == "quotes":
        return None if screen.quotes.item is None else _quote(app, screen.quotes.item)
    if reader is None or reader.article is None or reader.block is None:
        return None
    passage = anchor(reader.article, reader.block.start, reader.block.end)
    return Target("passage", reader.article.title, "", (passage,))


@target.register
def _(screen: FindingsScreen) -> Target | None:
    item = screen.list.item
    if item is None or not item.spots:
        return None
    if item.quotes:
        return _quote(screen.corpus_app, item.quotes[0])
    article, start, end = item.spots[0]
    return _words(screen.corpus_app, "passage", article, [Span(start, end)])


@target.register
def _(screen: CardScreen) -> Target | None:
    return _actor(screen.actor) if screen.actor is not None else None


@target.register
def _(screen: DifferencesScreen) -> Target | None:
    one = screen.difference
    if one is None:
        return None
    article = screen.corpus_app.article
    anchors = tuple(anchor(article(side.article), side.start, side.end) for side in one.sides)
    return Target("difference", one.about, one.id, anchors)


@target.register
def _(screen: NotesScreen) -> None:  # noqa: ARG001 - the rows are marks themselves
    return None


def _article(app: CorpusApp, id_: str) -> Target:
    article = app.article(id_)
    return Target("article", article.title, "", (anchor(article),))


def _actor(actor: Actor) -> Target:
    return Target("actor", actor.name, actor.name)


def _quote(app: CorpusApp, placed: PlacedQuote) -> Target:
    return _words(app, "quote", placed.article, placed.quote.spans)


def _words(app: CorpusApp, about: Literal["passage", "quote"], id_: str, spans: Iterable[Span]) -> Target:
    article = app.article(id_)
    return Target(about, article.title, "", tuple(anchor(article, *span) for span in spans))


def carried(noted: Noted, on: Target) -> list[Mark]:
    """The marks on a target, as the book was last read. Those on words within a passage are on the passage too."""
    if on.about in ("actor", "difference"):
        marks = [placed.mark for placed in noted.placed() if placed.mark.target.about == on.about]
        if on.about == "difference":
            return [one for one in marks if one.target.key == on.key]
        from tui.notebook.called import called_now

        return [one for one in marks if called_now(noted.book, one.target.key) == on.key]
    place = on.anchors[0]
    if place.whole:
        return noted.on_article(place.article)
    marks = noted.within(place.article, place.start, place.end)
    return (
        [one for one in marks if one.target.anchors[0].exact == place.exact] if on.about == "quote" else marks
    )


def own(noted: Noted, on: Target) -> list[Mark]:
    """The marks that are changed where `on` is marked: of a passage not those on a difference that it is a side of."""
    differs = on.about == "difference"
    return [mark for mark in carried(noted, on) if (mark.target.about == "difference") == differs]


def told_marks(screen: CorpusScreen) -> str:
    """`★ · ✎ ask both`: what the reader put on what is under the cursor, safe to draw; empty where nothing is."""
    noted, glyphs = screen.corpus_app.noted, screen.look.glyphs
    try:
        on = target(screen) if noted.placed() else None
    except CorpusError:  # its article went
        return ""
    told = []
    for mark in carried(noted, on) if on else ():
        if mark.kind == "judgement" and on is not None and on.about == "difference":
            continue  # its row tells that
        sign = sign_of([mark], glyphs) or (glyphs.note if mark.text else "")
        words = filter(None, [mark.label, *(f"#{tag}" for tag in mark.tags), mark.text])
        told += [plain(" ".join([sign, *words]))] if sign else []
    return f" {glyphs.dot} ".join(dict.fromkeys(told))

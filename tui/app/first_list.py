"""What can be shown of the list of articles before the app is there: the rows that it will begin with, no others."""

from __future__ import annotations

from typing import Final

from rich.segment import Segment

from tui.app.article_rows import WIDE_FROM, ArticleDrawing
from tui.app.look import Look
from tui.app.rows import Segments, filled, title_row, top_bar
from tui.app.status import corpus_counts
from tui.app.terminal.session import Session
from tui.library.library import Library

LEAST: Final = (40, 18)
"""Columns and rows from which the screen has all its bars, and the list its whole head."""


def is_plain(session: Session | None) -> bool:
    """Whether the app begins with the list from its top, in the theme of the settings: then it is known how."""
    return session is None or not (
        session.texts or session.side or session.filter or session.theme or session.sort not in ("", "path")
    )


def first_rows(
    library: Library, look: Look, corpus_name: str, session: Session | None, columns: int, rows: int
) -> list[Segments]:
    """The rows from the top of the screen down to the last article that fits; none where something else may begin."""
    if columns < LEAST[0] or rows < LEAST[1] or not is_plain(session):
        return []
    articles = library.rows(unfolded=())
    body = rows - 1 - 3 - 2
    height = 1 if columns >= WIDE_FROM else 2
    cursor = articles.position(session.selected) if session and session.selected else 0
    if not len(articles) or cursor is None or cursor >= body // height:
        return []
    drawing = ArticleDrawing(
        look, opened=session.opened if session else (), marked_read=session.read if session else ()
    )
    drawing.suit(articles)
    page = look.inks.page
    drawn = [
        top_bar(look, corpus_name, corpus_counts(library.counts(), look.glyphs.dot), columns),
        title_row(look, "Articles", "", columns, front=True),
        drawing.names(columns) if columns >= WIDE_FROM else [Segment("", page.text)],
    ]
    seen = max(body // height, 1)
    for at in range(min(len(articles), seen + (body % height > 0))):
        paint = look.inks.selected if at == cursor else page
        drawn += [
            filled(drawing.row(articles[at], line, columns, paint), columns, paint.text)
            for line in range(height)
        ]
    drawn = [_signed(row, look) for row in drawn[: rows - 3]]
    blank = [[Segment(" " * columns, page.text)]] * (rows - len(drawn))
    return [filled(row, columns, page.text) for row in drawn] + blank


def _signed(row: Segments, look: Look) -> Segments:
    """A row with its signs as ASCII, where that is wanted."""
    return [Segment(look.signs(text), style) for text, style, _ in row] if look.ascii else row

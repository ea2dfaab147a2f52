"""Opening articles, beside each other and one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.searching import walk
from tui.app.commands.table import perform, reading
from tui.app.lighting import Light, Spot
from tui.app.text import plain

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen


@reading("open")
def open_(screen: ReadingScreen) -> None:
    """Open what is under the cursor, where it says so."""
    _open(screen, beside=False)


@reading("open_beside")
def open_beside(screen: ReadingScreen) -> None:
    """Open it in a pane of its own, beside what is open."""
    _open(screen, beside=True)


def _open(screen: ReadingScreen, *, beside: bool) -> None:
    if screen.desk.front == "list":
        row = screen.articles.row
        if row is not None and row.id:
            screen.open(row.id, beside=beside)
    elif isinstance(screen.desk.front, int):
        if beside:
            _next_beside(screen)
    elif screen.desk.side == "actors":
        light_actor(screen)
    elif screen.desk.side == "quotes":
        item = screen.quotes.item
        if item is None:
            screen.quotes.fold()
        else:
            spots = [Spot(item.article, start, end) for start, end in item.quote.spans]
            screen.shine(Light.of("the quotation", "mention", spots, [item.article]))
            if beside:
                screen.open(item.article, spots[0].start, beside=True)
            else:
                screen.goto(spots[0])
    elif screen.outline.item is not None and screen.reader is not None:
        screen.reader.reveal(screen.outline.item.start)
        screen.go(screen.desk.last)


def _next_beside(screen: ReadingScreen) -> None:
    """Open the first article after this one that is not open yet."""
    rows = screen.articles.rows
    at = _row_of(screen, screen.desk.reading or "")
    for step in range(1, len(rows)):
        row = rows[((at or 0) + step) % len(rows)]
        if row.id and row.id not in screen.desk.texts:
            screen.open(row.id, beside=True)
            return
    screen.say("There is no other article to open beside.")


def _row_of(screen: ReadingScreen, article: str) -> int | None:
    rows = screen.articles.rows
    return rows.position(article) if hasattr(rows, "position") else None


@reading("next_article")
def next_article(screen: ReadingScreen) -> None:
    """Read the next article in this pane."""
    _neighbour(screen, 1)


@reading("previous_article")
def previous_article(screen: ReadingScreen) -> None:
    """Read the previous article in this pane."""
    _neighbour(screen, -1)


def _neighbour(screen: ReadingScreen, direction: int) -> None:
    reading_now = screen.desk.reading
    if reading_now is None:
        screen.articles.move(direction)
        return
    at = _row_of(screen, reading_now)
    target = 0 if at is None else at + direction
    if not 0 <= target < screen.articles.count():
        screen.say(
            "This is the last article of the list."
            if direction > 0
            else "This is the first article of the list."
        )
        return
    screen.articles.go(target)
    front = screen.desk.front
    screen.open(screen.articles.rows[target].id)
    if front == "list":
        screen.go("list")


def light_actor(screen: ReadingScreen) -> None:
    """Light up the mentions of the actor under the cursor, and go to one; where they are lit, show its card."""
    actor = screen.actors.item
    if actor is None:
        return
    if screen.light.label == plain(actor.name):
        perform(screen, "card")
        return
    spots = [Spot(mention.article, mention.start, mention.end) for mention in actor.mentions]
    screen.shine(Light.of(plain(actor.name), "mention", spots, actor.articles))
    walk(screen, 1)

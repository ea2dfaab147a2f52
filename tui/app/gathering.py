"""Actors and quotes for the sidebar, gathered in the background: in a large corpus that takes a while."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from tui.app.collecting import without_pauses
from tui.app.desk import Side

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen
    from tui.findings.actors.actor import Actor
    from tui.library.rows import PlacedQuote

PATIENCE = 0.2
"""Seconds after which what was shown before gives way to a sentence."""


class Gathering:
    """Fills the sidebar's lists; only the answer to what was asked for last is shown."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._asked = 0
        self._answered = 0

    def begin(self, side: Side, article: str | None) -> None:
        """Gather the findings of `article`, or of all where it is None."""
        screen = self._screen
        self._asked += 1
        asked = self._asked
        actors: list[Actor] = []
        quotes: list[PlacedQuote] = []
        copies: set[str] = set()

        def find() -> None:
            with without_pauses() if article is None else nullcontext():
                copies.update(screen.corpus_app.comparing.copies() if article is None else ())
                if side == "actors":
                    actors.extend(screen.corpus_app.noted.corrected.actors(article))
                else:
                    told = screen.corpus_app.noted.corrected.quotes(article)
                    quotes.extend(one for one in told if one.article not in copies)

        def done(problem: str) -> None:
            if asked != self._asked or not screen.is_attached:
                return
            self._answered = asked
            everywhere = "all articles, copies once" if copies else "all articles"
            of = everywhere if article is None else screen.short(article)
            if problem:
                screen.say(problem, warning=True)
            elif side == "actors":
                screen.actors.show(actors, article, of, copies)
            else:
                screen.quotes.show(quotes, article, of)
            screen.tell()

        screen.corpus_app.background.do("gathering", find, done)
        screen.set_timer(PATIENCE, lambda: self._wait(asked, side))

    def _wait(self, asked: int, side: Side) -> None:
        if asked == self._asked and self._answered != asked:
            (self._screen.actors if side == "actors" else self._screen.quotes).wait()

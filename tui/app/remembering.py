"""Coming back: what lies open is kept as it changes, and put back at the next start."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, get_args

from tui.app.desk import Side
from tui.app.terminal.session import KeptPlace, Session, SessionFile, find_place, place_at
from tui.app.widgets.article_list import SORTS
from tui.errors import CorpusError
from tui.settings.themes import load_theme

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.app.app import CorpusApp
    from tui.app.screens.reading import ReadingScreen
    from tui.app.widgets.reader import Reader

QUIET = 0.5
"""Seconds after a change until it is kept: a held key is kept once."""


class Remembering:
    """Keeps the session of an app; nothing is kept before `restore`, nor of standard input."""

    def __init__(self, app: CorpusApp, *, fresh: bool = False) -> None:
        self._app = app
        self._file = SessionFile(app.library.paths)
        self._kept: Session | None = None
        self._timer: Timer | None = None
        self._begun = False
        last = self._file.load()
        self._last = last.afresh() if fresh and last else last
        self.first_start = fresh or last is None
        """Whether nothing comes back of what lay open."""
        self._opened: frozenset[str] = frozenset()

    def wear(self) -> None:
        """Wear the theme that was chosen last, unless the settings ask for another since."""
        last = self._last
        if last is None or not last.theme or last.theme_set != self._app.settings.theme:
            return
        with suppress(CorpusError):
            self._app.wear(load_theme(last.theme))

    def restore(self, screen: ReadingScreen) -> None:
        """Put everything back where it was; what is no longer there is left out."""
        last, self._begun = self._last, True
        if last is None:
            return
        names = [name for name, _ in SORTS]
        screen.articles.sort = names.index(last.sort) if last.sort in names else 0
        screen.articles.filter = last.filter
        self._opened = frozenset(last.opened)
        screen.articles.opened.update(last.opened)
        self._app.searches[:] = last.searches
        self._app.ended.update({search.text: search for search in last.ended})
        screen.reload()
        if last.selected is not None:
            position = self._app.noted.rows(last.sort or "path", last.filter).position(last.selected)
            screen.articles.go(position or 0)
        for place in last.texts:
            self._open(screen, place)
        if last.side in get_args(Side) and (screen.desk.texts or last.everywhere):
            screen.desk.everywhere = last.everywhere
            screen.desk.show_side(last.side)  # type: ignore[arg-type]
            screen.show_findings()
        front = last.front
        if front in screen.desk.panes:
            screen.desk.go(front)
        screen.settle()
        self._kept = self.session(screen)

    def _open(self, screen: ReadingScreen, place: KeptPlace) -> None:
        try:
            article = self._app.article(place.article)
        except CorpusError:
            return
        screen.open(article.id, find_place(article, place), beside=bool(screen.desk.texts))

    def soon(self) -> None:
        """Something may have changed: keep it when it has been quiet for a moment."""
        if self._begun and self._timer is None:
            self._timer = self._app.set_timer(QUIET, self._keep)

    def _keep(self) -> None:
        self._timer = None
        self.now()

    def now(self) -> None:
        """Keep what lies open now, if it is not what was kept."""
        if not self._begun or not self._app.screen_stack:
            return
        screen = self._app.reading_screen
        if self.session(screen) != self._kept:
            self._learn(screen.articles.opened)
            self._kept = self.session(screen)
            self._file.save(self._kept)

    def _learn(self, opened: set[str]) -> None:
        """Add to `opened` what was opened meanwhile in another terminal, but for what became unread in this one."""
        there = self._file.load()
        opened |= set(there.opened if there else ()) - (self._opened - opened)
        self._opened = frozenset(opened)

    def session(self, screen: ReadingScreen) -> Session:
        """What lies open on the screen."""
        desk, row = screen.desk, screen.articles.row
        settings, look = self._app.settings, self._app.look
        return Session(
            texts=tuple(place for reader in screen.readers if (place := _place(reader)) is not None),
            front=desk.front,
            selected=row.id if row is not None else None,
            sort=SORTS[screen.articles.sort][0],
            filter=screen.articles.filter,
            side=desk.side,
            everywhere=desk.everywhere,
            searches=tuple(self._app.searches),
            ended=tuple(self._app.ended[text] for text in self._app.searches if text in self._app.ended),
            theme="" if look.theme.name == settings.theme else look.theme.name,
            theme_set=settings.theme,
            opened=tuple(sorted(screen.articles.opened)),
            read=tuple(sorted(screen.articles.drawing.marked_read)),
        )


def _place(reader: Reader) -> KeptPlace | None:
    article: Any = reader.article
    if article is None:
        return None
    block = reader.block
    return place_at(article, block.start if block is not None else 0)

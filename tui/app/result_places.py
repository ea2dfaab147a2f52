"""Where the results of a search stand as people write it, and their signs: asked of the library row by row."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.app.text import plain
from tui.errors import CorpusError
from tui.search.concordance import Line
from tui.search.match import Match

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.findings.quotes.quote import Quote


class ResultPlaces:
    """Signs and places of results. What it was told of an article is kept until `forget`."""

    def __init__(self, app: CorpusApp) -> None:
        self._app = app
        self._blocks: dict[str, list[int]] = {}

    def forget(self) -> None:
        """The library holds something else now."""
        self._blocks.clear()

    def placed(self, item: Match | Line) -> tuple[str, str]:
        """The sign of a result, and its place (`001:7`), safe to draw."""
        glyphs = self._app.look.glyphs
        short = plain(self._app.short(item.article))
        block = bisect_right(self._starts(item.article), item.start) if item.start is not None else 0
        place = f"{short}:{block}" if block else short
        if isinstance(item, Line):
            return glyphs.passage, place
        if item.kind == "quote" and item.start is not None:
            quote = self._quote(item.article, item.start)
            return (glyphs.quote(quote) if quote else glyphs.direct), place
        return {"title": glyphs.title, "actor": glyphs.actor}.get(item.kind, glyphs.passage), place

    def _starts(self, article: str) -> list[int]:
        """Where the blocks of an article begin."""
        known = self._blocks.get(article)
        if known is None:
            try:
                known = self._app.library.block_starts(article)
            except CorpusError:
                known = []
            self._blocks[article] = known
        return known

    def _quote(self, article: str, start: int) -> Quote | None:
        """The quotation that begins at a code point, as corrected."""
        try:
            if not self._app.noted.has_corrections:
                return self._app.library.quote_at(article, start)
            quotes = self._app.findings(article).quotes
        except CorpusError:
            return None
        return next((one for one in quotes if one.spans[0].start == start), None)

"""Taking words away, with their citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.commands.table import reading

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen
    from tui.corpus.article import Article


@reading("copy")
def copy(screen: ReadingScreen) -> None:
    """Copy the passage or the quotation."""
    told = _passage(screen)
    if told is not None:
        screen.corpus_app.copy(screen, told[1])


@reading("cite")
def cite(screen: ReadingScreen) -> None:
    """Copy it with its citation."""
    told = _passage(screen)
    if told is not None:
        screen.corpus_app.cite(screen, *told)


def _passage(screen: ReadingScreen) -> tuple[Article, str, int] | None:
    """The passage under the cursor, or the quotation: its article, words and block."""
    item = screen.quotes.item if screen.desk.front == "side" and screen.desk.side == "quotes" else None
    if item is not None:
        article = screen.corpus_app.article(item.article)
        block = article.block_at(item.quote.spans[0].start)
        return article, item.text, block.number if block else 0
    reader = screen.reader
    if reader is None or reader.article is None or reader.block is None:
        screen.say(screen.keyed("Nothing is open to copy from. {open} opens an article."))
        return None
    words = reader.article.text[reader.block.start : reader.block.end]
    return reader.article, words, reader.block.number

"""Places as people write them: `001:7` is the seventh block of the article 001."""

from functools import lru_cache

from tui.corpus.article import Article
from tui.library.library import Library


class Places:
    """Short names of articles and numbers of blocks, looked up in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rows = library.rows()
        self.article = lru_cache(maxsize=8)(self._article)
        self.short = lru_cache(maxsize=None)(self._short)

    def _article(self, id: str) -> Article:  # noqa: A002 - it is one
        return self._library.article(id)

    def _short(self, id: str) -> str:  # noqa: A002
        position = self._rows.position(id)
        return id if position is None else self._rows[position].short

    def at(self, article: str, offset: int | None) -> str:
        """The place of the code point at `offset`; only the article where there is no offset."""
        block = None if offset is None else self.article(article).block_at(offset)
        return f"{self.short(article)}:{block.number}" if block else self.short(article)

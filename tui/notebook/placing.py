"""Where the marks of a book stand in a corpus, and which of them have lost their place."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tui.corpus.article import Article, Span
from tui.errors import CorpusError
from tui.library.library import Library
from tui.notebook.anchors import Anchor, place
from tui.notebook.marks import Mark


class Spot(NamedTuple):
    """Words of an article of the corpus; the empty span for the whole article."""

    article: str
    span: Span


class Placed(NamedTuple):
    """A mark and where it stands; no spots for one on an actor.

    `orphan`: its articles are in the corpus, but its words are not where they can be told apart. `elsewhere`: it is on
    articles that are not in this corpus.
    """

    mark: Mark
    spots: tuple[Spot, ...]
    orphan: bool = False
    elsewhere: bool = False


class Placing:
    """Places marks in the articles of a library: by the text, else by the id or the address of an edited article."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._article = lru_cache(maxsize=8)(library.article)

    def all(self, marks: Iterable[Mark]) -> list[Placed]:
        """Each mark with its place."""
        return [self.one(mark) for mark in marks]

    def one(self, mark: Mark) -> Placed:
        """A mark with its place. Of a difference every side must be found."""
        spots = []
        for anchor in mark.target.anchors:
            article = self._find(anchor)
            if article is None:
                return Placed(mark, (), elsewhere=True)
            same = article.sha256 == anchor.sha256
            span = Span(anchor.start, anchor.end) if same else place(anchor, article.text)
            if span is None or (same and article.text[anchor.start : anchor.end] != anchor.exact):
                return Placed(mark, (), orphan=True)
            spots.append(Spot(article.id, span))
        return Placed(mark, tuple(spots))

    def _find(self, anchor: Anchor) -> Article | None:
        for column, value in (("sha256", anchor.sha256), ("key", anchor.article), ("url", anchor.url)):
            if not value:
                continue
            found = self._library.ask(
                f"SELECT key FROM article WHERE {column} = ? ORDER BY key = ? DESC, position LIMIT 1",  # noqa: S608
                (value, anchor.article),
            )
            if found:
                try:
                    return self._article(str(found[0][0]))
                except CorpusError:
                    continue
        return None

"""One result of a search."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from tui.corpus.article import Span

MatchKind = Literal["passage", "quote", "title", "actor"]
FIELDS: tuple[MatchKind, ...] = ("passage", "quote", "title", "actor")
"""All that can be searched, in the order in which equal scores are listed."""


class Match(NamedTuple):
    """Something found: `text == article.text[start:end]`, offsets in code points of the article's raw text.

    A title that is no part of the text has `start` and `end` None. `score` is between 0 and 1; what holds all words of
    the query exactly scores above all that does not. `highlights` are spans of the raw text (of `text` itself where
    `start` is None): the words that match, exactly or nearly. `speaker` is a quote's, by its name in the corpus where
    there is one; for an actor `text` are the words of its first mention and `speaker` its name. `copies` counts the
    other places with the same words.
    """

    article: str
    kind: MatchKind
    start: int | None
    end: int | None
    text: str
    score: float
    highlights: "tuple[Span, ...]"
    speaker: str | None = None
    copies: int = 0

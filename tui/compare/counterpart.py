"""The counterpart of a passage: where another article tells the same."""

from dataclasses import dataclass

from tui.corpus.article import Span


@dataclass(frozen=True, slots=True)
class PassageMatch:
    """A passage of another article that tells the same as the one asked for.

    `text == article.text[start:end]`, offsets in code points. `score` is between 0 and 1. `mutual` says that
    each is the other's best match. `reasons` are what both share, in words and in order of weight: "actors:
    Putin, Trump", "number: 215". `rule` names what let the match pass.
    """

    article: str
    start: int
    end: int
    text: str
    score: float
    mutual: bool
    reasons: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A passage and its counterparts in one other article: best first, at most three; none if told only here.

    `note` says why nothing could be compared (articles in different languages), else it is empty.
    """

    article: str
    start: int
    end: int
    text: str
    matches: tuple[PassageMatch, ...]
    note: str = ""

    @property
    def span(self) -> Span:
        """Where the passage stands in its article."""
        return Span(self.start, self.end)

    @property
    def only_here(self) -> bool:
        """Whether the other article tells nothing like it."""
        return not self.matches

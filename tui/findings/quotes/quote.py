"""A quotation: the exact words, who spoke them, and how sure that is."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.corpus.article import Span

QuoteKind = Literal["direct", "fragment", "indirect"]
Resolved = Literal["name", "surname", "pronoun", "role", "inherited", "group", "anonymous"]
Attribution = Literal["named", "anonymous", "unknown", "cut_off"]

DOUBTFUL = 0.5
"""Below this confidence a quotation is told apart: a belief, a wish, a noun of saying, a thing for a speaker.

Lists of who said what leave those out unless asked for them.
"""


class Mention(NamedTuple):
    """Some words of the raw text: `text == article.text[start:end]`, offsets in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Who said what.

    `spans` hold the quoted or reported words, one a piece of a split quotation, without the quotation's own outer
    marks. A `direct` quotation is wholly in marks; a `fragment` is some marked words inside the writer's own clause,
    and that clause, where it reports, is its `frame`; an `indirect` one has no marks.
    `speaker` and `cue` are the words of the text. `actor` is the name of the article's actor (`ArticleActor.name`) that
    the speaker was resolved to, and `resolved` says how. `via` is an agency that passed the words on.
    `attribution` is `cut_off` where the text breaks off where the speaker would stand; then, as with `unknown`,
    `speaker` is None.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    frame: Span | None
    speaker: Mention | None
    cue: Mention | None
    actor: str | None
    resolved: Resolved | None
    via: str | None
    attribution: Attribution
    rule: str
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Whether lists leave it out unless asked for: no words in marks, and little that says that it was said."""
        return self.kind == "indirect" and self.confidence < DOUBTFUL

    def words(self, text: str) -> str:
        """The quoted words as written in the article's `text`, pieces joined by ` … `."""
        return " … ".join(text[start:end] for start, end in self.spans)

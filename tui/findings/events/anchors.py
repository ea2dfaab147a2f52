"""What relative and incomplete time expressions hang on: the article's date, and what the text has told before."""

import datetime as dt
import re
from dataclasses import dataclass, field

from tui.corpus.article import Article
from tui.findings.document import Document
from tui.findings.events import edtf
from tui.findings.events.event import TimeExpression

_AHEAD = re.compile(
    r"\b(?P<ahead>will|would|shall|['’]ll|(?:is|are|was|were)\s+(?:due|to|set|expected|scheduled|likely)|plan\w*|"
    r"schedul\w+|due|next|expect\w*|upcoming|faces|could|may|might|ahead)\b"
    r"|\b(?P<told>said|says|told|tells|announced|reported|wrote|tweeted|confirmed|denied|warned|was|were|did)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:meets?|votes?|gathers?|convenes?|goe?s?\s+to\s+the\s+polls)\b")
"""Verbs whose present tells what comes, where a bare day stands behind them: Parliament votes on Thursday."""
_PAST_BEFORE = re.compile(
    r"\b(?:not|never|did|didn['’]t|to|the|a|an|this|that|no|of|in|by|['’]s|final|first|second|last|[a-z]+ing|[a-z]+ed|(?:no-)?confidence)\s+$",
    re.IGNORECASE,
)
_AHEAD_AFTER = re.compile(
    r"[\s,]*(?:\w+\s+)?(?:will|would|could|(?:is|are)\s+(?:due|to|set|expected|scheduled|likely))\b"
)
_FIRST_NEWSPAPER, _NO_CALENDAR = 1605, 9000  # years
REACH = 70  # code points before an expression in which a word tells whether it lies ahead


@dataclass(slots=True)
class Anchor:
    """What is known when an expression is read.

    `published` is the article's date. `told` are the year and month of complete dates so far, in running text;
    `section` is the value in the nearest heading above; `last` is the last day told, which ends at `last_at`.
    """

    published: dt.date | None
    told: list[tuple[int, int]] = field(default_factory=list)
    section: str | None = None
    last: dt.date | None = None
    last_at: int = -1

    @property
    def year(self) -> tuple[int, int] | None:
        """Year and month that a bare month hangs on where the article has no date.

        What the section's heading tells, else what was told before, if all of it names one year.
        """
        headed = edtf.days(self.section)
        if headed and headed[0].year == headed[1].year:
            return headed[0].year, headed[0].month
        if self.told and len({year for year, _ in self.told}) == 1:
            return self.told[-1]
        return None


def published(article: Article) -> dt.date | None:
    """The article's date, if it names a day that a newspaper can have."""
    try:
        day = dt.date.fromisoformat((article.date or "")[:10])
    except ValueError:
        return None
    return day if _FIRST_NEWSPAPER <= day.year < _NO_CALENDAR else None


def lies_ahead(text: str, sentence_start: int, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]` tell of what is to come."""
    ahead, told = False, 0
    for match in _AHEAD.finditer(text, max(sentence_start, start - REACH), start):
        ahead = match.lastgroup == "ahead"
        told = match.end()
    for match in _NOW.finditer(text, max(sentence_start, start - REACH, told), start):
        ahead = ahead or not _PAST_BEFORE.search(text, max(sentence_start, match.start() - 12), match.start())
    return ahead or bool(_AHEAD_AFTER.match(text, end))


def section_dates(document: Document, dates: tuple[TimeExpression, ...]) -> dict[int, TimeExpression]:
    """For each block (its index) under a heading that names a date: that date. The next heading ends it."""
    blocks = document.article.blocks
    found: dict[int, TimeExpression] = {}
    current: TimeExpression | None = None
    ordered = iter([*dates, None])
    date = next(ordered)
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            current = None
        while date and date.start < block.end:
            if block.kind == "heading" and date.start >= block.start and edtf.days(date.value):
                current = current or date
            date = next(ordered)
        if current:
            found[index] = current
    return found

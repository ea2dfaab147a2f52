"""On whose word an article leans: sentences with a named source, an anonymous one, a hedge, or none."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from tui.compare.account import Account
from tui.compare.duplicates import told_again
from tui.corpus.article import RUNNING, Span
from tui.corpus.languages import language_of
from tui.corpus.sentences import sentences
from tui.findings.language.wordlists import words
from tui.findings.quotes.quote import Quote

SourceKind = Literal["named", "anonymous", "hedged", "none"]
_LISTED = {"de": "german"}
_RANK: dict[SourceKind, int] = {"named": 3, "anonymous": 2, "hedged": 1, "none": 0}


class Sourced(NamedTuple):
    """A sentence, on whose word it stands, and the words that say so (None where nothing does)."""

    kind: SourceKind
    start: int
    end: int
    words: Span | None


@dataclass(frozen=True, slots=True)
class Sourcing:
    """How many sentences of an article's paragraphs stand on a named source, an anonymous one, a hedge, or none."""

    named: int
    anonymous: int
    hedged: int
    none: int

    @property
    def sentences(self) -> int:
        """All sentences counted."""
        return self.named + self.anonymous + self.hedged + self.none


def sourcing(account: Account) -> Sourcing:
    """The sourcing profile of an article; what it tells twice counts once."""
    again = sorted(told_again(account.article))
    starts = [start for start, _ in again]

    def is_new(sentence: Sourced) -> bool:
        at = bisect_right(starts, sentence.start) - 1
        return at < 0 or sentence.start >= again[at][1]

    counted = Counter(sentence.kind for sentence in sourced_sentences(account) if is_new(sentence))
    return Sourcing(counted["named"], counted["anonymous"], counted["hedged"], counted["none"])


def sourced_sentences(account: Account) -> list[Sourced]:
    """Each sentence of the paragraphs and list items, in order. A named source outweighs an anonymous one."""
    text = account.article.text
    language = language_of(account.article) or "en"
    found = [
        _hedged(text, start, end, language)
        for block in account.article.blocks
        if block.kind in RUNNING
        for start, end in sentences(text, block.start, block.end, language)
    ]
    starts = [sentence.start for sentence in found]
    for quote in account.findings.quotes:
        kind: SourceKind = {"named": "named", "anonymous": "anonymous"}.get(quote.attribution, "none")  # type: ignore[assignment]
        for at in {bisect_right(starts, offset) - 1 for offset in _offsets(quote)}:
            if at >= 0 and _RANK[kind] > _RANK[found[at].kind]:
                speaker = Span(quote.speaker.start, quote.speaker.end) if quote.speaker else None
                found[at] = found[at]._replace(kind=kind, words=speaker)
    return found


def _offsets(quote: Quote) -> list[int]:
    """Where the quotation's words, its speaker and its cue stand: a quotation can run over sentences."""
    offsets = [offset for span in quote.spans for offset in (span.start, max(span.start, span.end - 1))]
    offsets += [mention.start for mention in (quote.speaker, quote.cue) if mention]
    return offsets


def _hedged(text: str, start: int, end: int, language: str) -> Sourced:
    hedge = _hedges(language).search(text, start, end)
    if hedge:
        return Sourced("hedged", start, end, Span(hedge.start(), hedge.end()))
    return Sourced("none", start, end, None)


@cache
def _hedges(language: str) -> re.Pattern[str]:
    ordered = sorted(
        words("hedges", _LISTED.get(language, "english")), key=lambda phrase: (-len(phrase), phrase)
    )
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)

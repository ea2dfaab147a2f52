"""Reported words as they were found in a passage, before they become a quotation."""

from dataclasses import dataclass, replace

from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import FOLDED, Passage
from tui.findings.quotes.phrases import Phrase

_SHORTEST = 2
_BESIDE = 0.45
"""The confidence of what is left of a report whose other words are quoted."""


@dataclass(frozen=True, slots=True)
class Report:
    """Reported words: their pieces as half-open ranges of positions in a passage, the cue's, and who is reported."""

    pieces: tuple[tuple[int, int], ...]
    cue: int
    speaker: Phrase | None
    rule: str
    confidence: float


def is_plain(passage: Passage, report: Report) -> bool:
    """Whether there are words in each piece, and none of them quoted."""
    return all(start < end and FOLDED not in passage.words[start:end] for start, end in report.pieces)


def without_quotations(passage: Passage, report: Report, *, brought: bool) -> Report | None:
    """The report up to the first quotation in it; None where nothing is left that tells something.

    Where the report's own verb `brought` the quotation, only what stands apart from it is left: The plan, he said, “…”.
    """
    if is_plain(passage, report):
        return report
    pieces: list[tuple[int, int]] = []
    for start, end in report.pieces:
        if FOLDED not in passage.words[start:end]:
            pieces.append((start, end))
            continue
        if not brought:
            cut = _cut(passage, start, passage.words.index(FOLDED, start, end))
            if cut - start > _SHORTEST:
                pieces.append((start, cut))
        break
    if not pieces or (len(pieces) == 1 and pieces[0][1] - pieces[0][0] < _SHORTEST):
        return None
    return replace(report, pieces=tuple(pieces), confidence=min(report.confidence, _BESIDE))


def _cut(passage: Passage, start: int, quoted: int) -> int:
    """Where the clause before the one with the quotation ends, or `start` where there is none."""
    for position in range(quoted - 1, start, -1):
        if passage.classes[position] in (wc.COMMA, wc.DASH, wc.COORDINATOR, wc.SEMICOLON):
            return position
    return start

"""Reported words as they were found in a passage, before they become a quotation."""

from dataclasses import dataclass

from tui.findings.quotes.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Report:
    """Reported words: their pieces as half-open ranges of positions in a passage, the cue's, and who is reported."""

    pieces: tuple[tuple[int, int], ...]
    cue: int
    speaker: Phrase | None
    rule: str
    confidence: float

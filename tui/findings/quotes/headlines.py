"""Who says what in a headline or a turn: Smith: Bridge Is Safe · Bridge is safe: Smith · SMITH: It is safe."""

from functools import cache

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.complements import has_verb
from tui.findings.quotes.phrases import Phrase
from tui.findings.quotes.report import Report, is_plain

_LONGEST = 25  # words
_LONGEST_NAME = 5
_SHORTEST = 3
_CAPITALS = 0.6
_SPEAKER = frozenset({wc.NAME, wc.POSSESSIVE, wc.NUMBER})


@cache
def _verbs() -> frozenset[str]:
    said = (words("clause_cues") | words("phrase_cues")) - words("attitude_cues") - words("deed_cues")
    nouns = words("speaker_nouns") | words("noun_cues")
    return frozenset(word for word in said if word.endswith("s") and word not in nouns)


def find_headline(passage: Passage) -> Report | None:
    """What a headline or a speaker's turn reports, or None where the passage is neither or reports nothing."""
    if len(passage.words) <= 4:
        return None
    closing = _closing_label(passage)
    if closing is not None or passage.classes[0] not in _SPEAKER:
        return closing
    last = len(passage.words)
    while last > 1 and passage.classes[last - 1] == wc.STOP:
        last -= 1
    short = len(passage.words) <= _LONGEST
    headline = short and _capitalised(passage, last)
    for at in range(1, min(last - _SHORTEST, _LONGEST_NAME + 1)):
        if passage.classes[at] == wc.COLON:
            turn = short or passage.words[at - 1].isupper()
            report = Report(((at + 1, last),), at, Phrase(0, at, at - 1), "label", 0.55)
            return report if turn and is_plain(passage, report) else None
        if headline and passage.lowers[at] in _verbs() and passage.classes[at - 1] == wc.NAME:
            report = Report(((at + 1, last),), at, Phrase(0, at, at - 1), "headline", 0.6)
            return report if is_plain(passage, report) else None
        if passage.classes[at] not in _SPEAKER:
            return None
    return None


def is_turn(passage: Passage, report: Report) -> bool:
    """Whether a label brings a paragraph, not a headline: a speaker's turn, or a story after the name of its town."""
    return report.rule == "label" and len(passage.words) > _LONGEST


def _closing_label(passage: Passage) -> Report | None:
    """The name that closes a headline after its colon: Bridge will open in May: Mary Smith."""
    last = len(passage.words)
    if last > _LONGEST or passage.classes[-1] != wc.NAME:
        return None
    colon = last - 1
    while colon > _SHORTEST and passage.classes[colon] in _SPEAKER:
        colon -= 1
    if passage.classes[colon] != wc.COLON or last - colon > _LONGEST_NAME or not has_verb(passage, 0, colon):
        return None
    report = Report(((0, colon),), colon, Phrase(colon + 1, last, last - 1), "closing label", 0.55)
    return report if is_plain(passage, report) else None


def _capitalised(passage: Passage, last: int) -> bool:
    """Whether most of the longer words are capitalised, as in a headline."""
    longer = [word for word in passage.words[:last] if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _CAPITALS * len(longer)

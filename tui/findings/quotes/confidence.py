"""How sure it is that a report tells what somebody said: by the verb, what it brings, and who is its subject."""

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.cues import with_particle
from tui.findings.quotes.phrases import Phrase, can_speak

_CLAUSE = 0.85
_OBJECT = 0.75
_BELIEF = 0.45
_THING = 0.4
UNTOLD = 0.35
"""The confidence of a report whose subject the sentence does not tell."""


def how_sure(passage: Passage, cue: int, rule: str, subject: Phrase) -> float:
    """The confidence of a report: high for a verb of saying; below `DOUBTFUL` for a belief, or a thing as subject."""
    supposed = subject.start > 0 and passage.lowers[subject.start - 1] in words("conditions")
    if supposed or not can_speak(passage, subject) or _is_nobody(passage, subject):
        return _THING
    if passage.lowers[cue] == "respond" and "not" in passage.lowers[subject.end : cue]:
        return _THING  # did not respond to a request
    if passage.lowers[cue] in words("attitude_cues"):
        return _BELIEF
    if rule in ("clause", "follows", "before"):
        return _CLAUSE
    deed = passage.lowers[cue] in words("deed_cues") and not with_particle(passage, cue)
    return _BELIEF if deed else _OBJECT


def _is_nobody(passage: Passage, subject: Phrase) -> bool:
    """Whether the subject is nobody in particular: few, each, neither camp."""
    first = passage.lowers[subject.start]
    if subject.end == subject.start + 1:
        return first in words("impersonal") or passage.classes[subject.start] == wc.TIME
    return first in ("no", "neither", "either")

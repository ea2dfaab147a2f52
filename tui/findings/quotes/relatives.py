"""What is reported in a relative clause: which he said would open · what she called a mistake · that he denied."""

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.phrases import NOMINAL, Phrase, phrase_ending
from tui.findings.quotes.report import Report
from tui.findings.quotes.subjects import skip_helpers, subject_before

_CONFIDENCE = 0.45


def relative_before(passage: Passage, subject: Phrase, low: int) -> int | None:
    """The position of the relative that stands right before `subject`, and is what its verb reports."""
    at = subject.start - 1
    if at < low:
        return None
    word = passage.lowers[at]
    if word in ("which", "whom", "what", "who"):
        return at
    if word == "that" and at > low and passage.classes[at - 1] in NOMINAL:
        return at
    return None


def left_out(passage: Passage, subject: Phrase, start: int, low: int) -> Phrase | None:
    """The noun that a clause without its relative belongs to: the bridge they said would open."""
    before = subject.start - 1
    gap = passage.classes[start] in (wc.AUXILIARY, wc.VERB)
    if not gap or before <= low or passage.classes[before] not in (wc.NOUN, wc.NAME):
        return None
    return phrase_ending(passage, before, low)


def with_relative(passage: Passage, subject: Phrase, cue: int) -> Phrase:
    """The subject with the relative that defines it, where that is the verb's own subject: those who said."""
    relative = subject.end
    if relative >= cue or passage.lowers[relative] not in ("who", "that"):
        return subject
    own = skip_helpers(passage, cue - 1, relative) == relative
    return Phrase(subject.start, relative + 1, subject.head) if own else subject


def relative_object(passage: Passage, cue: int, low: int, last: int) -> Report | None:
    """What the relative stands for, where the verb at `cue` has no other object: which he denied."""
    if passage.lowers[cue] not in words("phrase_cues") and passage.lowers[cue] not in words("clause_cues"):
        return None
    if cue + 1 < last and passage.classes[cue + 1] not in ",.;:-pcmbsxk":
        return None
    subject = subject_before(passage, cue, low)
    if subject is None or passage.classes[subject.head] == wc.RELATIVE:
        return None
    relative = relative_before(passage, subject, low)
    if relative is None:
        return None
    return Report(((relative, relative + 1),), cue, subject, "relative", _CONFIDENCE)

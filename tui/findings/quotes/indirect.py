"""Indirect speech: reported words without marks. "X said that …", "…, X said", "according to X, …"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import FOLDED, Passage
from tui.findings.quotes.cues import is_passive, is_verb
from tui.findings.quotes.subjects import Phrase, phrase_starting, subject_after, subject_before, with_name

_SHORTEST = 2
_FAR = 14


@dataclass(frozen=True, slots=True)
class Report:
    """Reported words: positions `start` to `end` (half-open) in a passage, the cue's, and who is reported."""

    start: int
    end: int
    cue: int
    speaker: Phrase | None
    rule: str
    confidence: float


@cache
def _reporting() -> frozenset[str]:
    return words("clause_cues") | words("phrase_cues") | words("attitude_cues") | {"according"}


def find_reports(passage: Passage) -> list[Report]:
    """The reports of a passage in order of position; they do not overlap, and hold no quotation."""
    reporting = _reporting()
    at = [position for position, word in enumerate(passage.lowers) if word in reporting]
    found: list[Report] = []
    done = 0
    for cue in at:
        if cue < done:
            continue
        first, last = passage.sentence_of(cue)
        while last > first and passage.classes[last - 1] == wc.STOP:
            last -= 1
        report = _report(passage, cue, max(first, done), last)
        if report is None or report.end - report.start < _SHORTEST:
            continue
        if FOLDED in passage.words[report.start : report.end]:
            continue
        found.append(report)
        done = max(report.end, cue + 1)
    return found


def _report(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    if passage.lowers[cue] == "according":
        return _according(passage, cue, first, last)
    if not is_verb(passage, cue) or is_passive(passage, cue):
        return None
    return _parenthesis(passage, cue, first, last) or _complement(passage, cue, first, last)


def _according(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """According to X, … · …, according to X."""
    if cue + 2 >= last or passage.lowers[cue + 1] != "to" or passage.classes[cue + 2] not in "dNnuo":
        return None
    speaker = with_name(passage, phrase_starting(passage, cue + 2, last), last)
    before = cue - 1 if cue > first and passage.classes[cue - 1] == wc.COMMA else cue
    if before > first + 1:
        return Report(_content_start(passage, first, before), before, cue, speaker, "according", 0.85)
    comma = _next_of(passage, speaker.end, last, wc.COMMA)
    if comma is None:
        return None
    return Report(comma + 1, _content_end(passage, comma + 1, last), cue, speaker, "according", 0.85)


def _parenthesis(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """…, X said. · …, X said on Monday, …"""
    if passage.lowers[cue] not in words("clause_cues") or not _closes(passage, cue + 1, last):
        return None
    comma = cue - 1
    while comma > first and passage.classes[comma] != wc.COMMA and cue - comma < _FAR:
        comma -= 1
    if comma <= first + 1 or passage.classes[comma] != wc.COMMA:
        return None
    if comma == cue - 1:
        speaker = subject_after(passage, cue, last)
    else:
        if passage.classes[comma + 1] in "rstc":
            return None
        speaker = subject_before(passage, cue, comma + 1)
    if speaker is None:
        return None
    start = _content_start(passage, first, comma)
    return Report(start, comma, cue, with_name(passage, speaker, last), "follows", 0.85)


def _closes(passage: Passage, at: int, last: int) -> bool:
    """Whether nothing reported follows the verb: the end, a comma, a time or a place."""
    if at >= last:
        return True
    word_class = passage.classes[at]
    if word_class == wc.COMMA:
        return True
    if word_class in (wc.TIME, wc.PREPOSITION) or passage.lowers[at] in ("this", "last"):
        return not any(c == wc.THAT for c in passage.classes[at : min(last, at + _FAR)])
    return False


def _complement(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """X said (that) … · X denied the charge · X promised to …"""
    found = _complement_start(passage, cue, last)
    if found is None:
        return None
    start, rule = found
    end = _content_end(passage, start, last)
    subject = subject_before(passage, cue, first)
    if subject is None:
        return None
    confidence = 0.6 if passage.lowers[cue] in words("attitude_cues") else 0.8
    return Report(start, end, cue, with_name(passage, subject, cue), rule, confidence)


def _complement_start(passage: Passage, cue: int, last: int) -> tuple[int, str] | None:
    word = passage.lowers[cue]
    at = cue + 1
    while at < last and passage.classes[at] in (wc.ADVERB, wc.TIME):
        at += 1
    if at >= last:
        return None
    if word in words("clause_cues"):
        start = _clause_after(passage, cue, at, last)
        if start is not None:
            return start, "clause"
    following = passage.lowers[at]
    if following == "to" and word in words("infinitive_cues"):
        return at, "infinitive"
    if word in words("phrase_cues") and passage.classes[at] in "dNnuo":
        return at, "phrase"
    if f"{word} {following}" in words("report_phrases") and at + 1 < last:
        return at + 1, "phrase"
    return None


def _clause_after(passage: Passage, cue: int, at: int, last: int) -> int | None:
    """Where the clause begins that the verb at `cue` reports, looked for from `at` on."""
    classes = passage.classes
    if classes[at] == wc.THAT:
        return at + 1
    that = _that_beyond_aside(passage, at, last)
    if that is not None:
        return that + 1
    if passage.lowers[cue] in words("object_cues") or passage.lowers[cue] in words("listener_cues"):
        if classes[at] not in "dNnuo" and passage.lowers[at] not in ("me", "us", "him", "her", "them"):
            return None
        at = phrase_starting(passage, at, last).end
        if at >= last:
            return None
    if passage.lowers[at] in ("whether", "how", "what", "why", "if", "where", "who"):
        return at
    if classes[at] in "doNnu" and _has_verb(passage, at, last):
        return at
    return None


def _that_beyond_aside(passage: Passage, at: int, last: int) -> int | None:
    """The "that" after whom, when or where it was said: told reporters on Monday that …"""
    for position in range(at, min(last - 1, at + _FAR)):
        word_class = passage.classes[position]
        if word_class == wc.THAT:
            return position if passage.classes[position - 1] in "nNmuo,bv" else None
        if word_class in "kxr;:.":
            return None
    return None


def _has_verb(passage: Passage, at: int, last: int) -> bool:
    """Whether a finite verb follows a subject at `at`, so that the words are a clause."""
    for position in range(at + 1, min(last, at + 25)):
        word_class = passage.classes[position]
        if word_class in "xkv":
            return True
        if word_class == wc.NOUN and passage.lowers[position].endswith("ed"):
            return True
        if passage.words[position] in ("’s", "'s") and passage.classes[position - 1] == wc.PRONOUN:
            return True
    return passage.classes[at] == wc.PRONOUN


def _content_start(passage: Passage, first: int, end: int) -> int:
    start = first
    while start < end and passage.classes[start] in ",cb-":
        start += 1
    return start


def _content_end(passage: Passage, start: int, last: int) -> int:
    """Where the reported words end: before another report that is joined to them, or with the sentence."""
    for position in range(start + 1, last):
        word_class = passage.classes[position]
        if word_class == wc.SEMICOLON:
            return position
        if word_class == wc.COMMA and _report_joins(passage, position + 1, last):
            return position
        if word_class == wc.COORDINATOR and position + 1 < last and passage.classes[position + 1] == wc.CUE:
            if passage.lowers[position + 1] not in words("weak_cues"):
                return position
    return last


def _report_joins(passage: Passage, at: int, last: int) -> bool:
    """Whether a new report begins at `at`: adding that …, according to …, and he said …, Smith said."""
    if at >= last:
        return False
    word = passage.lowers[at]
    if word == "according" or (word.endswith("ing") and passage.classes[at] == wc.CUE):
        return True
    for position in range(at, min(last, at + 7)):
        word_class = passage.classes[position]
        if word_class == wc.CUE and position > at:
            return passage.lowers[position] not in words("weak_cues")
        if word_class not in "NnodbcxNu'" or (word_class in "c" and position > at):
            return False
    return False


def _next_of(passage: Passage, at: int, last: int, word_class: str) -> int | None:
    for position in range(at, min(last - 1, at + 30)):
        if passage.classes[position] == word_class:
            return position
    return None


def reports_with_quotations(passage: Passage) -> Iterator[Report]:
    """Not used yet."""
    yield from ()

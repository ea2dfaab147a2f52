"""What is said of a subject, told from its side: was criticised by X · is expected to … · seems to … · reportedly …."""

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.complements import opens_infinitive
from tui.findings.quotes.cues import is_passive
from tui.findings.quotes.endings import content_end, infinitive_end, object_end
from tui.findings.quotes.phrases import NOMINAL, Phrase, can_speak, phrase_ending, phrase_starting, with_name
from tui.findings.quotes.report import Report
from tui.findings.quotes.subjects import skip_helpers, subject_before

_AGENT_FAR = 7
SPOKEN_TO = frozenset(
    {"told", "warned", "asked", "informed", "reminded", "urged", "advised", "assured", "notified"}
)
_PASSED_ON = frozenset({"quoted", "cited", "seen", "obtained", "reviewed", "viewed", "heard"})
"""What is done to words by whoever passes them on: quoted by the Herald."""
_DEGREES = frozenset({"best", "better", "well"})
_HELD_TO_BE = 0.4
_BY_SOMEBODY = 0.7


def find_passive(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """Who is told by "by" to say something of the subject: the plan was praised by X · first reported by X."""
    reduced = not is_passive(passage, cue)
    by = _by(passage, cue, min(last, cue + (2 if reduced else _AGENT_FAR)))
    if by is None or by + 1 >= last or passage.classes[by + 1] not in "dNnuo":
        return None
    if reduced and (cue == first or not passage.lowers[cue].endswith(("ed", "en", "ut", "ld", "ght"))):
        return None
    speaker = with_name(passage, phrase_starting(passage, by + 1, last), last)
    spoken_to = passage.lowers[cue] in SPOKEN_TO
    if not spoken_to and not can_speak(passage, speaker):
        return None
    confidence = _HELD_TO_BE if reduced or passage.lowers[cue] in words("attitude_cues") else _BY_SOMEBODY
    told = _told(passage, speaker.end, last)
    saying = "saying" in passage.lowers[speaker.end + 1 : speaker.end + 2]
    if passage.lowers[cue] in _PASSED_ON and (told is None or saying):
        return None
    if spoken_to:
        return None if told is None else Report((told,), cue, speaker, "passive", confidence)
    sufferer = what_suffers(passage, cue, first)
    if sufferer is None:
        return None
    own = (sufferer.start, sufferer.end)
    pieces = (own,) if told is None or opens_infinitive(passage, speaker.end) else (own, told)
    return Report(pieces, cue, speaker, "passive", confidence)


def _told(passage: Passage, at: int, last: int) -> tuple[int, int] | None:
    """What is told after who tells it: was warned by X that …, was described by X as …."""
    if at + 1 >= last:
        return None
    link = passage.lowers[at]
    if link == "that":
        return at + 1, content_end(passage, at + 1, last)
    if link in ("whether", "if", "how", "why", "about"):
        return at, content_end(passage, at, last)
    if opens_infinitive(passage, at):
        return at, infinitive_end(passage, at, last)
    return (at, object_end(passage, at, last)) if link == "as" else None


def _by(passage: Passage, cue: int, high: int) -> int | None:
    for position in range(cue + 1, high):
        if passage.lowers[position] == "by":
            return position
        if passage.classes[position] in ",;:-.kvxrt(q":
            return None
    return None


def is_supposed(passage: Passage, verb: int, low: int) -> bool:
    """Whether the verb tells what others hold of its subject: is said to have urged, are expected to announce."""
    to = verb - 1
    while to > low and passage.classes[to] in (wc.AUXILIARY, wc.ADVERB):
        to -= 1
    return (
        to - 1 > low
        and (
            f"{passage.lowers[to - 1]} {passage.lowers[to]}" in words("passive_reports")
            or (passage.lowers[to - 1] in SPOKEN_TO and passage.lowers[to] == "to")
        )
        and is_passive(passage, to - 1)
    )


def what_suffers(passage: Passage, verb: int, low: int) -> Phrase | None:
    """What the verb at `verb` is told of: its subject, or the relative that stands for it."""
    last = skip_helpers(passage, verb - 1, low)
    if last > low and passage.lowers[last] in _DEGREES:
        return what_suffers(passage, last, low)  # is best known
    if last >= low and passage.classes[last] in (wc.RELATIVE, wc.THAT):
        return Phrase(last, last + 1, last)
    if last >= low and passage.classes[last] == wc.COMMA and last == verb - 1 and last - 1 >= low:
        before = last - 1  # The bridge, praised by X, …
        noun = passage.classes[before] in NOMINAL or passage.lowers[before] in words("noun_cues")
        return phrase_ending(passage, before, low) if noun else None
    return subject_before(passage, verb, low)


def held_to_be(passage: Passage, at: int, first: int, last: int) -> Report | None:
    """What nobody in particular holds of the subject: is expected to …, seen as …."""
    if at + 2 >= last:
        return None
    link = passage.lowers[at + 1]
    start = at + (2 if link == "that" else 1)
    if passage.lowers[at - 2 : at] == ["it", "be"] and at - 3 > first:
        speaker = subject_before(passage, at - 3, first)  # let it be known that
        return Report(((start, content_end(passage, start, last)),), at, speaker, "passive", _BY_SOMEBODY)
    if at == first and passage.lowers[at] in SPOKEN_TO and link == "about":
        return None  # Asked about the bridge, she smiled
    sufferer = None if passage.lowers[at] in SPOKEN_TO else what_suffers(passage, at, first)
    return _held(passage, at, sufferer, start, last)


def _held(passage: Passage, cue: int, sufferer: Phrase | None, start: int, last: int) -> Report | None:
    impersonal = sufferer is not None and passage.lowers[sufferer.start] == "it"
    end = content_end(passage, start, last) if impersonal else _end(passage, start, last)
    if end <= start:
        return None
    own = () if sufferer is None or impersonal else ((sufferer.start, sufferer.end),)
    return Report((*own, (start, end)), cue, None, "passive", _HELD_TO_BE)


def _end(passage: Passage, start: int, last: int) -> int:
    link = passage.lowers[start]
    if link == "to":
        return infinitive_end(passage, start, last)
    if passage.lowers[start - 1] == "that" or link in ("whether", "if", "how", "why"):
        return content_end(passage, start, last)
    return object_end(passage, start, last)


def appears(passage: Passage, at: int, first: int, last: int) -> Report | None:
    """What seems so to the writer or to others: appeared to agree, seems tired, is apparently tired."""
    start = at + 1
    while start < last and passage.classes[start] in (wc.ADVERB, wc.AUXILIARY):
        start += 1
    if (
        start >= last
        or passage.classes[start] not in "pbnkvsdu"
        or passage.lowers[start] in ("in", "on", "at")
    ):
        return None
    sufferer = what_suffers(passage, at, first)
    if sufferer is None:
        return None
    end = infinitive_end(passage, start, last)
    return Report(((sufferer.start, sufferer.end), (start, end)), at, None, "appearance", _HELD_TO_BE)

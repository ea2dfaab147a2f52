"""What is reported in a sentence: its pieces, who says it, and by which words the sentence tells so."""

from dataclasses import dataclass

from tui.findings.german.lexicon import cue_forms, konjunktiv, listed, object_leads, small_words
from tui.findings.german.passages import FOLDED, Clause, Passage
from tui.findings.german.phrases import Phrase, is_listener, is_noun, oblique_phrase_at
from tui.findings.german.sources import find_source
from tui.findings.german.speakers import Saying

_TRUST = {"strong": 0.9, "opinion": 0.75, "manner": 0.7, "thought": 0.45}
_ASKED = frozenset({"dass", "daß"})
_SHORTEST = 2
_SHORTEST_QUESTION = 3  # words of a clause: more than wie immer


@dataclass(frozen=True, slots=True)
class Report:
    """Reported words in a sentence: half-open ranges of positions, the cue's first and last position, the speaker."""

    pieces: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    speaker: Phrase | None
    rule: str
    confidence: float


def find_reports(
    passage: Passage, first: int, last: int, clauses: list[Clause], sayings: list[Saying]
) -> list[Report]:
    """The reports of the sentence from `first` to `last`; they do not overlap, and can hold quotations."""
    found: list[Report] = []
    for saying in sayings:
        around = _around(passage, clauses, saying, sayings)
        if around is not None:
            found.append(around)
        if around is None or _brings_more(clauses, saying):
            report = (
                _told_as(passage, clauses, saying)
                or _complement(passage, clauses, saying, sayings)
                or _object(passage, clauses, saying)
            )
            if report is not None:
                found.append(report)
    if not found:
        source = find_source(passage, clauses, first, last)
        if source is not None:
            found.append(Report(source.pieces, source.cue, source.speaker, source.rule, source.confidence))
    return _apart(found)


def _apart(reports: list[Report]) -> list[Report]:
    """Those that do not overlap: what stands around a whole sentence goes before what stands inside."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda one: one.rule != "follows"):
        if all(
            end <= start or stop <= begin
            for other in kept
            for start, stop in other.pieces
            for begin, end in report.pieces
        ):
            kept.append(report)
    return sorted(kept, key=lambda one: one.pieces)


def _made(
    saying: Saying, pieces: tuple[tuple[int, int], ...], rule: str, trust: float = 1.0
) -> Report | None:
    pieces = tuple((start, end) for start, end in pieces if start < end)
    if not pieces:
        return None
    confidence = round(_TRUST[saying.cue.sort] * trust, 3)
    return Report(pieces, (saying.at, saying.at + 1), saying.subject, rule, confidence)


def _around(passage: Passage, clauses: list[Clause], saying: Saying, sayings: list[Saying]) -> Report | None:
    """The verb stands first, behind what is reported: …, sagte Pohl · …, so Pohl, …."""
    index = saying.clause
    if (
        saying.order != "first"
        or index == 0
        or (saying.subject is None and saying.cue.infinitive not in ("heißen", "hören"))
    ):
        return None
    if clauses[index].mark not in (",", "–", "—"):
        return None
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    begin = _content_begin(clauses, index, sayings)
    before = (clauses[begin].start, clauses[index - 1].end)
    if following and (following.mark == ":" or passage.lowers[following.start] in _ASKED):
        asked = passage.lowers[before[0]] in listed("prepositions") or passage.lowers[before[0]] == "ob"
        if asked or not has_konjunktiv(passage, *before, sure=True):
            return None
    marked = FOLDED in passage.words[before[0] : before[1]]
    if saying.cue.infinitive == "halten" and not marked:
        return None  # dass …, hält er für falsch
    if saying.cue.sort in ("manner", "thought") and not (marked or has_konjunktiv(passage, *before)):
        return None
    after = _goes_on(passage, clauses, index, before)
    pieces = (before, after) if after else (before,)
    return _made(saying, pieces, "follows")


def _brings_more(clauses: list[Clause], saying: Saying) -> bool:
    """Whether a colon follows what the verb closes: …, räumt er ein: „…“."""
    index = saying.clause
    return index + 1 < len(clauses) and clauses[index + 1].mark == ":"


def _content_begin(clauses: list[Clause], index: int, sayings: list[Saying]) -> int:
    """The clause with which what is reported before the verb begins: behind a colon, or behind another report."""
    begin = 0
    for saying in sayings:
        if saying.clause < index and saying.order == "first":
            begin = saying.clause + 1
    return max((at for at in range(begin + 1, index) if clauses[at].mark == ":"), default=begin)


def _goes_on(
    passage: Passage, clauses: list[Clause], index: int, before: tuple[int, int]
) -> tuple[int, int] | None:
    """What goes on behind the parenthesis: …, sagte Pohl, werde man sehen."""
    if index + 1 >= len(clauses) or clauses[index + 1].mark not in (",", "–", "—"):
        return None
    start, end = clauses[index + 1].start, clauses[-1].end
    if passage.words[start] == FOLDED:
        return start, start + 1
    if FOLDED in passage.words[before[0] : before[1]]:
        return None
    if passage.lowers[start] in listed("relatives") and not has_konjunktiv(passage, start, end):
        return None
    unfinished = not has_finite(passage, *before)
    return (start, end) if unfinished or has_konjunktiv(passage, start, end) else None


def has_konjunktiv(passage: Passage, start: int, end: int, *, sure: bool = False) -> bool:
    """Whether a verb form of indirect speech stands from `start` to `end`: sei, habe, but not als sei, es sei denn."""
    forms = konjunktiv(sure=sure)
    for at in range(start, end):
        if not passage.words[at][0].islower():
            continue
        if passage.lowers[at] not in forms and not _by_pronoun(passage, start, at, end):
            continue
        before = passage.lowers[at - 1] if at else ""
        if before not in ("als", "ich", "wie") and passage.lowers[at : at + 2] != ["sei", "denn"]:
            return True
    return False


def _by_pronoun(passage: Passage, start: int, at: int, end: int) -> bool:
    """Whether a word that no list knows is a verb of indirect speech by the pronoun beside it: man hoffe, hoffe er."""
    lower = passage.lowers[at]
    if not lower.endswith("e") or lower.endswith("te") or len(lower) < 4 or lower in small_words():
        return False
    beside = passage.lowers[max(start, at - 1) : at] + passage.lowers[at + 1 : min(at + 2, end)]
    return any(word in ("man", "er") for word in beside)


def has_finite(passage: Passage, start: int, end: int) -> bool:
    """Whether a finite verb that a list knows stands from `start` to `end`, or a word that looks like one."""
    known = listed("auxiliaries") | konjunktiv()
    return any(
        passage.lowers[at] in known
        or (passage.words[at][0].islower() and passage.lowers[at].endswith(("te", "ten", "tet")))
        for at in range(start, end)
    )


def _told_as(passage: Passage, clauses: list[Clause], saying: Saying) -> Report | None:
    """Wie Pohl mitteilte, … · …, wie Pohl mitteilte · …, wie Pohl sagte, …."""
    index = saying.clause
    if saying.order != "last" or saying.cue.sort == "manner":
        return None
    behind = (clauses[index + 1].start, clauses[-1].end) if index + 1 < len(clauses) else None
    if index == 0:
        return _made(saying, (behind,), "told as") if behind else None
    if clauses[index].mark == ":":
        return None
    before = (clauses[0].start, clauses[index - 1].end)
    if behind and passage.lowers[behind[0]] in ("und", "aber") and has_finite(passage, *before):
        behind = None
    return _made(saying, (before, behind) if behind else (before,), "told as")


def _complement(
    passage: Passage, clauses: list[Clause], saying: Saying, sayings: list[Saying]
) -> Report | None:
    """Pohl sagte, dass … · Pohl sagte, er habe … · Pohl sagte: … · Pohl versprach, … zu …."""
    index = saying.clause
    if (
        saying.subject is not None
        and index + 1 < len(clauses)
        and clauses[index + 1].end == saying.subject.end
    ):
        index += 1  # past the name in commas
    if index + 1 >= len(clauses) or saying.order == "last" or saying.cue.infinitive == "so":
        return None
    if "nicht" in passage.lowers[saying.finite : clauses[saying.clause].end]:
        return None
    clause = clauses[index + 1]
    if saying.cue.sort == "manner" and passage.words[clause.start] != FOLDED:
        return None
    end = _content_end(passage, clauses, index + 1, sayings)
    rule, start = _content(passage, clauses, index, end, saying)
    if rule is None:
        return None
    return (
        _made(saying, ((start, end),), rule)
        if end - start >= _SHORTEST or passage.words[start] == FOLDED
        else None
    )


def _content_end(passage: Passage, clauses: list[Clause], begin: int, sayings: list[Saying]) -> int:
    """Where what is reported ends: before the same subject’s next deed, else with the sentence."""
    others = {saying.clause for saying in sayings if saying.clause > begin}
    for at in range(begin + 1, len(clauses)):
        start = clauses[at].start
        joined = passage.lowers[start] in ("und", "aber") and start + 1 < clauses[at].end
        if at in others and joined:
            return clauses[at - 1].end
        if (
            joined
            and passage.lowers[start + 1].endswith(("te", "ging"))
            and passage.words[start + 1][0].islower()
        ):
            return clauses[at - 1].end
    return clauses[-1].end


def _content(
    passage: Passage, clauses: list[Clause], index: int, end: int, saying: Saying
) -> tuple[str | None, int]:
    """By which rule the clause behind the verb’s is reported, and where it begins; (None, 0) where it is not."""
    clause = clauses[index + 1]
    start = clause.start
    opening = passage.lowers[start]
    if clause.mark == ":":
        return "colon", start
    if clause.mark != ",":
        return None, 0
    if passage.words[start] == FOLDED:
        return "clause", start
    if opening in _ASKED:
        return "clause", start + 1
    if opening == "wonach":
        return None, 0
    if opening in listed("question_words") and opening != "wer":
        told_as = opening == "wie" and passage.lowers[clause.end - 1] in cue_forms()
        if told_as or clause.end - start < _SHORTEST_QUESTION:
            return None, 0
        return ("clause", start) if _object_start(passage, clauses[index], saying) is None else (None, 0)
    if _is_infinitive(passage, clause):
        return ("infinitive", start) if opening not in ("um", "ohne", "statt", "anstatt") else (None, 0)
    return ("clause", start) if _is_told(passage, clauses, index, end, saying) else (None, 0)


def _is_told(passage: Passage, clauses: list[Clause], index: int, end: int, saying: Saying) -> bool:
    """Whether the clause behind the verb’s is told by it without a joining word: er sagte, er habe ….

    A verb that has an object already brings none; a relative clause ends with its verb.
    """
    clause = clauses[index + 1]
    start, opening = clause.start, passage.lowers[clause.start]
    alone = _object_start(passage, clauses[index], saying) is None
    if opening in listed("subordinators"):
        return alone and has_konjunktiv(passage, start, end)
    noun_behind = start + 1 < end and is_noun(passage, start + 1)
    relative = opening in listed("relatives") and not noun_behind
    ends_with_verb = passage.lowers[clause.end - 1] in konjunktiv() and clause.end - start > _SHORTEST
    if has_konjunktiv(passage, start, clause.end) and not (relative and ends_with_verb):
        return True
    deed = opening.endswith(("te", "ten")) and passage.words[start][0].islower()
    if relative or deed or not alone or opening in listed("coordinators"):
        return False
    lowers = passage.lowers[start : clause.end]
    if any(cue.form == "finite" for lower in lowers for cue in cue_forms().get(lower, ())):
        return False  # er fragt nach ihr, sie nennt drei Zahlen
    long = clause.end - start >= _SHORTEST_QUESTION
    return long and (saying.cue.sort == "strong" or has_finite(passage, start, end))


def _is_infinitive(passage: Passage, clause: Clause) -> bool:
    """Whether the clause ends with zu and an infinitive: zu gehen, aufzuhören."""
    at = clause.end - 1
    lower = passage.lowers[at]
    if not lower.endswith("n") or not passage.words[at][0].islower():
        return False
    return (at > clause.start and passage.lowers[at - 1] == "zu") or "zu" in lower[2:-2]


def _object(passage: Passage, clauses: list[Clause], saying: Saying) -> Report | None:
    """The object alone tells what was said: wies die Vorwürfe zurück, warnte vor neuen Angriffen."""
    if saying.order != "second" or saying.back:
        return None
    clause = clauses[saying.clause]
    start = _object_start(passage, clause, saying)
    if start is None:
        return None
    led = passage.lowers[start] in object_leads().get(saying.cue.infinitive, ())
    if not led and saying.cue.infinitive not in listed("object_cues"):
        return None
    end = clause.end
    if saying.cue.prefix and passage.lowers[end - 1] == saying.cue.prefix:
        end -= 1
    if saying.at > start:
        end = min(end, saying.at)
    elif saying.clause + 1 < len(clauses) and passage.lowers[clauses[saying.clause + 1].start] == "wonach":
        told = clauses[saying.clause + 1]
        return _made(saying, ((start, end), (told.start, told.end)), "phrase", 0.67)
    if FOLDED in passage.words[start:end] or "nicht" in passage.lowers[start:end]:
        return None
    return _made(saying, ((start, end),), "phrase", 0.67)


def _object_start(passage: Passage, clause: Clause, saying: Saying) -> int | None:
    """Where the verb’s object begins in its clause, past subject, times, places and listeners; None without one."""
    subject = saying.subject
    at = saying.finite + 1
    if subject is not None and clause.start <= subject.start < clause.end:
        at = max(at, subject.end)
    leads = object_leads().get(saying.cue.infinitive, frozenset())
    last = (
        clause.end - 1
        if saying.cue.prefix and passage.lowers[clause.end - 1] == saying.cue.prefix
        else clause.end
    )
    while at < last:
        lower = passage.lowers[at]
        counted = lower in ("mehr", "weniger") and at + 1 < last and is_noun(passage, at + 1)
        if lower in leads or lower == FOLDED or counted:
            return at
        if lower in listed("prepositions"):
            phrase = oblique_phrase_at(passage, at + 1, last)
            if phrase is None:
                return None
            at = phrase.end
        elif (
            lower in listed("adverbs")
            or lower in listed("object_pronouns")
            or lower in listed("time_words")
            or lower == "es"
        ):
            phrase = oblique_phrase_at(passage, at, last)
            if phrase is not None and phrase.end > at + 1 and lower in ("das", "dies", "alles"):
                return at
            at += 1
        else:
            return at if _opens_object(passage, at, last) else None
    return None


def _opens_object(passage: Passage, at: int, last: int) -> bool:
    phrase = oblique_phrase_at(passage, at, last)
    if phrase is None:
        return False
    return not (
        is_listener(passage, phrase) and passage.lowers[at] != "den" and passage.lowers[at] != "einer"
    )

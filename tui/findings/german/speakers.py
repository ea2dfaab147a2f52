"""Verbs of saying in a sentence, and their subjects: the verb stands second, first behind what is said, or last."""

from dataclasses import dataclass

from tui.findings.german.lexicon import Cue, cue_forms, konjunktiv, listed, small_words
from tui.findings.german.passages import FOLDED, Clause, Passage
from tui.findings.german.phrases import (
    Phrase,
    first_names,
    is_listener,
    is_noun,
    oblique_phrase_at,
    phrase_at,
)

_AND = frozenset({"und", "aber", "doch", "oder", "denn"})
_PASSIVE = frozenset(
    {"wird", "werden", "wurde", "wurden", "worden", "werde", "ist", "sind", "war", "waren", "sei", "seien"}
)
_WANTS = frozenset({"will", "wollte", "wollten", "wollen"})
_REPORTED = frozenset({"verlautet", "verlautete"})
_VERB_ENDS = ("t", "te", "ten", "ied", "ieß", "ing", "ach", "ief")
_HEISSEN = frozenset({"verlautet", "verlautete", "heißt", "heisst", "hieß", "hiess", "heiße", "heisse"})
_BEING = frozenset({"ist", "sind", "war", "waren", "zeigt", "zeigte", "zeigten", "gibt", "gab", "gaben"})
_SOURCES = frozenset({"aus", "seitens", "in", "im", "bei", "beim", "von", "vom"})
_MOST = 8


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying in a clause.

    `clause` is its index; `at` the position of the word that is the cue, `finite` that of the finite verb. `order`:
    `second` (Pohl sagte), `first` (…, sagte Pohl) or `last` (wie Pohl sagte). `subject` is None where nobody is named;
    `back`: its object points back (das sagte Pohl).
    """

    clause: int
    at: int
    finite: int
    cue: Cue
    order: str
    subject: Phrase | None
    back: bool = False


def find_sayings(passage: Passage, clauses: list[Clause]) -> list[Saying]:
    """The verbs of saying of a sentence, one a clause, in order."""
    found: list[Saying] = []
    for index, clause in enumerate(clauses):
        saying = (
            _so(passage, index, clause)
            or _heissen(passage, clauses, index)
            or _being(passage, clauses, index)
            or _saying(passage, clauses, index, found[-1] if found else None)
            or _unlisted(passage, clauses, index)
        )
        if saying is not None:
            found.append(saying)
    return found


def _so(passage: Passage, index: int, clause: Clause) -> Saying | None:
    """…, so Pohl."""
    if passage.lowers[clause.start] != "so" or clause.start + 1 >= clause.end or not (index or clause.mark):
        return None
    subject = phrase_at(passage, clause.start + 1, clause.end)
    if subject is None:
        return None
    rest = passage.lowers[subject.end : min(subject.end + 1, clause.end)]
    if rest and not (rest[0] in listed("adverbs") or rest[0] in listed("prepositions")):
        return None
    return Saying(index, clause.start, clause.start, Cue("so", "", "strong", "finite"), "first", subject)


def _heissen(passage: Passage, clauses: list[Clause], index: int) -> Saying | None:
    """Hieß es aus dem Ministerium · in dem Bericht heißt es · es hieß."""
    clause = clauses[index]
    if index and passage.lowers[clause.end - 2 : clause.end] == ["zu", "hören"]:
        cue = Cue("hören", "", "strong", "finite")
        return Saying(index, clause.end - 1, clause.start, cue, "first", _source(passage, clause))
    for at in range(clause.start, clause.end):
        if passage.lowers[at] not in _HEISSEN:
            continue
        if (
            passage.lowers[at] not in _REPORTED
            and "es" not in passage.lowers[max(clause.start, at - 1) : min(clause.end, at + 2)]
        ):
            return None
        cue = Cue("heißen", "", "strong", "finite")
        speaker = _source(passage, clause)
        if at > clause.start or not index:
            return Saying(index, at, at, cue, "second", speaker)
        if speaker is None and passage.lowers[clauses[0].start] in _SOURCES and index + 1 < len(clauses):
            return Saying(index, at, at, cue, "second", _source(passage, clauses[0]))
        return Saying(index, at, at, cue, "first", speaker)
    return None


def _source(passage: Passage, clause: Clause) -> Phrase | None:
    """The last phrase of a clause that tells where something was heard or read: aus dem Ministerium."""
    speaker = None
    position = clause.start
    while position < clause.end - 1:
        phrase = None
        if passage.lowers[position] in _SOURCES:
            phrase = oblique_phrase_at(passage, position + 1, clause.end)
        speaker = phrase or speaker
        position = phrase.end if phrase else position + 1
    return speaker


def _being(passage: Passage, clauses: list[Clause], index: int) -> Saying | None:
    """„…“, ist Pohl überzeugt · „…“, zeigte sich Pohl enttäuscht: what one is while one speaks."""
    clause = clauses[index]
    if not index or passage.lowers[clause.start] not in _BEING:
        return None
    if passage.words[clauses[index - 1].end - 1] != FOLDED:
        return None
    subject = subject_after(passage, clause.start, clause.end)
    if subject is None or subject.end >= clause.end:
        return None
    return Saying(index, clause.start, clause.start, Cue("sein", "", "manner", "finite"), "first", subject)


def _unlisted(passage: Passage, clauses: list[Clause], index: int) -> Saying | None:
    """„…“, analysierte Pohl: a verb right behind quoted words, and its subject right behind it."""
    clause = clauses[index]
    word, lower = passage.words[clause.start], passage.lowers[clause.start]
    if (
        not index
        or not word[0].islower()
        or lower in small_words()
        or lower in konjunktiv()
        or clause.mark != ","
    ):
        return None
    before = clauses[index - 1]
    quoted = passage.words[before.end - 1] == FOLDED
    said = quoted or (
        passage.lowers[before.start] not in listed("subordinators")
        and any(passage.lowers[at] in konjunktiv(sure=True) for at in range(before.start, before.end))
    )
    if not said or not lower.endswith(_VERB_ENDS):
        return None
    subject = phrase_at(passage, clause.start + 1, clause.end)
    if subject is None:
        return None
    return Saying(index, clause.start, clause.start, Cue(lower, "", "manner", "finite"), "first", subject)


def _saying(passage: Passage, clauses: list[Clause], index: int, before: Saying | None) -> Saying | None:
    clause = clauses[index]
    verb = _verb(passage, clause)
    if verb is None:
        return None
    at, finite, cue = verb
    begin = clause.start
    joined = passage.lowers[begin] in _AND
    while begin < finite and passage.lowers[begin] in _AND:
        begin += 1
    opening = passage.lowers[begin]
    if cue.form == "final" or _is_subordinate(passage, clause, begin, finite):
        subject = subject_after(passage, begin, clause.end) if opening == "wie" else None
        return Saying(index, at, finite, cue, "last", subject) if subject else None
    if begin == finite or (opening == "so" and begin + 1 == finite):
        told_of = _subject_before_aside(passage, clauses, index) if index > 1 and not joined else None
        if told_of is not None:
            return Saying(index, at, finite, cue, "second", told_of)
        subject = _with_name(passage, clauses, index, subject_after(passage, finite, clause.end))
        if subject is None and joined and before is not None:
            return Saying(index, at, finite, cue, "second", before.subject)
        if subject is None:
            subject = _subject_before_aside(passage, clauses, index)
            return Saying(index, at, finite, cue, "second", subject) if subject else None
        order = "first" if index and not joined else "second"
        return Saying(index, at, finite, cue, order, subject)
    opens = _subject_before(passage, begin, finite)
    back = opening in ("das", "dies") and begin + 1 == finite
    object_first = begin + 1 == finite and opening in listed("objects_of_saying")
    subject = None if back or object_first else opens
    subject = subject or _with_name(passage, clauses, index, subject_after(passage, finite, clause.end))
    behind_marks = back and index > 0 and passage.words[clauses[index - 1].end - 1] == FOLDED
    order = "first" if behind_marks else "second"  # „…“, das sagte Pohl
    return Saying(index, at, finite, cue, order, subject, back and not behind_marks) if subject else None


def _with_name(passage: Passage, clauses: list[Clause], index: int, subject: Phrase | None) -> Phrase | None:
    """The subject with the name that stands behind it in commas: die Chefin der Bank, Anna Pohl."""
    if subject is None or subject.named or subject.end != clauses[index].end or index + 1 >= len(clauses):
        return subject
    named = _bare_name(passage, clauses[index + 1])
    return Phrase(subject.start, named.end, named=True) if named else subject


def _bare_name(passage: Passage, clause: Clause) -> Phrase | None:
    """The name of a person that a clause consists of."""
    if clause.mark != "," or passage.words[clause.start].lower() not in first_names():
        return None
    phrase = phrase_at(passage, clause.start, clause.end)
    return phrase if phrase is not None and phrase.end == clause.end and phrase.named else None


def _is_subordinate(passage: Passage, clause: Clause, begin: int, finite: int) -> bool:
    opening = passage.lowers[begin]
    if opening in listed("subordinators") and begin < finite:
        return opening not in ("während", "seit", "bis", "ohne", "statt", "um") or finite > begin + 3
    relative = clause.mark == "," and opening in listed("relatives")
    return relative and begin < finite and finite >= clause.end - 2 and not is_noun(passage, begin + 1)


def _verb(passage: Passage, clause: Clause) -> tuple[int, int, Cue] | None:
    """The cue of a clause: its position, that of the finite verb, and what verb it is."""
    lowers = passage.lowers
    auxiliaries = [at for at in range(clause.start, clause.end) if lowers[at] in listed("auxiliaries")]
    for at in range(clause.start, clause.end):
        word = passage.words[at]
        if word[0].isupper() and at > clause.start:
            continue
        for cue in cue_forms().get(lowers[at], ()):
            finite = _finite(passage, clause, at, cue, auxiliaries)
            if finite is not None:
                return at, finite, cue
    return None


def _finite(passage: Passage, clause: Clause, at: int, cue: Cue, auxiliaries: list[int]) -> int | None:
    """The position of the finite verb where the word at `at` is `cue` in this clause, else None."""
    lowers = passage.lowers
    if lowers[at] == "wissen" and len(auxiliaries) == 1:
        return auxiliaries[0] if lowers[auxiliaries[0]] in _WANTS else None  # wollte wissen, ob
    if cue.form == "participle":
        perfect = [position for position in auxiliaries if lowers[position] in listed("perfect_auxiliaries")]
        if not perfect or not _PASSIVE.isdisjoint(lowers[position] for position in auxiliaries):
            return None
        return perfect[0] if at >= clause.end - 2 else None
    if any(position != at and "und" not in lowers[position:at] for position in auxiliaries):
        return None  # wollte sagen, hatte betont
    if at > clause.start and lowers[at - 1] in ("zu", "zum", "beim"):
        return None
    if cue.form == "final":
        return at if at >= clause.end - 2 else None
    last = lowers[clause.end - 1]
    if cue.prefix:
        return at if cue.prefix in lowers[at + 1 : clause.end] else None
    return (
        None if last in listed("separable_prefixes") and clause.end - 1 > at and not _takes(cue, last) else at
    )


def _takes(cue: Cue, particle: str) -> bool:
    return particle in ("zu", "mit") and cue.infinitive in ("sprechen", "reden")


def subject_after(passage: Passage, finite: int, last: int) -> Phrase | None:
    """The subject that stands behind the finite verb (or the joining word), past times, places and listeners."""
    at = finite + 1
    for _ in range(_MOST):
        if at >= last or passage.words[at] == FOLDED:
            return None
        lower = passage.lowers[at]
        if lower in ("es", "sich") or (
            lower in listed("object_pronouns") and not _determines(passage, at, last)
        ):
            at += 1
            continue
        phrase = phrase_at(passage, at, last)
        if phrase is not None and not is_listener(passage, phrase) and lower not in listed("time_words"):
            return phrase
        following = _past(passage, at, last)
        if following is None:
            return None
        at = following
    return None


def _determines(passage: Passage, at: int, last: int) -> bool:
    """Whether das, dies or alles is a noun's determiner here."""
    phrase = phrase_at(passage, at, last)
    return phrase is not None and phrase.end > at + 1


def _past(passage: Passage, at: int, last: int) -> int | None:
    """The position behind an adverb, a phrase with a preposition or a listener at `at`; None where it is none."""
    lower = passage.lowers[at]
    if lower in listed("prepositions") and at + 1 < last:
        if passage.words[at + 1][0].isdigit():
            return _past_date(passage, at + 1, last)
        phrase = oblique_phrase_at(passage, at + 1, last)
        if phrase is not None:
            return phrase.end
        if passage.words[at + 1] == FOLDED or passage.lowers[at + 1] in small_words():
            return at + 2
    if lower in listed("adverbs") or lower in listed("time_words"):
        return at + 1
    phrase = oblique_phrase_at(passage, at, last)
    if phrase is not None and is_listener(passage, phrase):
        end = phrase.end
        while end < last and (passage.words[end] in ("-", FOLDED)):
            end += 1
        return end if end == phrase.end or not is_noun(passage, min(end, last - 1)) else end + 1
    if lower in ("der", "dem", "den") and at + 1 < last and passage.words[at + 1] == FOLDED:
        end = at + 2
        return end + 2 if end + 1 < last and passage.words[end] == "-" else end
    return None


def _past_date(passage: Passage, at: int, last: int) -> int:
    """The position behind a number with its dot and its month."""
    at += 1
    if at < last and passage.words[at] == ".":
        at += 1
    if at < last and is_noun(passage, at):
        at += 1
    return at


def _subject_before(passage: Passage, begin: int, finite: int) -> Phrase | None:
    """The subject that fills the place before the finite verb, perhaps with a time or a place behind it."""
    while begin < finite and passage.lowers[begin] in ("auch", "selbst", "nur", "sogar"):
        begin += 1
    phrase = phrase_at(passage, begin, finite)
    if phrase is None:
        return None
    at = phrase.end
    while at < finite:
        following = _past(passage, at, finite)
        if following is None:
            return None
        at = following
    return phrase


def _subject_before_aside(passage: Passage, clauses: list[Clause], index: int) -> Phrase | None:
    """The subject before an aside in commas: Pohl, der seit 2010 regiert, sagte …."""
    for before in range(index - 1, -1, -1):
        clause = clauses[before]
        phrase = phrase_at(passage, clause.start, clause.end)
        if (
            phrase is not None
            and phrase.end == clause.end
            and (before == 0 or clauses[before].mark in (":", ";"))
        ):
            return _with_name(passage, clauses, before, phrase)
    return None

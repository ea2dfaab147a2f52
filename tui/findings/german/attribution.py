"""Who spoke quoted words: by the report they stand in, by what stands around them, by who spoke last."""

from dataclasses import dataclass, replace

from tui.findings.german.lexicon import is_office, listed
from tui.findings.german.passages import Clause, Passage
from tui.findings.german.phrases import Phrase, first_names, is_noun, oblique_phrase_at, phrase_at
from tui.findings.german.reports import Report, find_reports
from tui.findings.german.speakers import Saying, find_sayings, subject_after
from tui.findings.quotes.quote import Mention

_FEW = 4  # words


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who spoke, the words that tell so, and the rule that found it. `speaker` is None where only the cue is told."""

    speaker: Mention | None
    cue: Mention | None
    rule: str
    confidence: float


@dataclass(slots=True)
class Read:
    """A sentence as it was read: its range, its clauses and verbs of saying, its reports."""

    first: int
    last: int
    clauses: list[Clause]
    sayings: list[Saying]
    reports: list[Report]


def read_sentences(passage: Passage) -> list[Read]:
    """The sentences of a passage with what is said in them."""
    found = []
    for first, last in passage.sentences:
        clauses = passage.clauses(first, last)
        sayings = find_sayings(passage, clauses)
        found.append(
            Read(first, last, clauses, sayings, find_reports(passage, first, last, clauses, sayings))
        )
    return found


def mention(passage: Passage, start: int, end: int) -> Mention:
    """The words `start` to `end` (half-open positions) as they stand in the text."""
    first, last = passage.starts[start], passage.ends[end - 1]
    return Mention(passage.text[first:last], first, last)


def speaker_of(passage: Passage, phrase: Phrase | None) -> Mention | None:
    """The phrase as a speaker."""
    return mention(passage, phrase.start, phrase.end) if phrase else None


def attribute(passage: Passage, read: Read, place: int) -> Attribution | None:
    """The attribution that stands in the quotation’s own sentence, or None."""
    for report in read.reports:
        if any(start <= place < end for start, end in report.pieces):
            cue = mention(passage, *report.cue) if report.cue else None
            return Attribution(speaker_of(passage, report.speaker), cue, report.rule, report.confidence)
    return (
        _in_clause(passage, read, place)
        or _colon(passage, read, place)
        or _dash(passage, read, place)
        or _label(passage, read, place)
    )


def _in_clause(passage: Passage, read: Read, place: int) -> Attribution | None:
    """The verb of saying stands in the quotation’s own clause: nannte den Plan „…“."""
    for saying in read.sayings:
        clause = read.clauses[saying.clause]
        inside = clause.start <= place < clause.end
        told = saying.subject is not None and (saying.finite < place or saying.subject.start > saying.finite)
        if inside and told and saying.cue.sort != "thought":
            cue = mention(passage, saying.at, saying.at + 1)
            return Attribution(speaker_of(passage, saying.subject), cue, "before", 0.85)
    return _with_words(passage, read, place)


def _with_words(passage: Passage, read: Read, place: int) -> Attribution | None:
    """Mit den Worten „…“ ging Pohl."""
    if passage.lowers[place - 1 : place] != ["worten"] or place + 1 >= read.last:
        return None
    subject = subject_after(passage, place + 1, read.last)
    return Attribution(speaker_of(passage, subject), None, "before", 0.8) if subject else None


def _colon(passage: Passage, read: Read, place: int) -> Attribution | None:
    """Pohl: „…“ · Pohl blieb ruhig: „…“."""
    index = next((at for at, clause in enumerate(read.clauses) if clause.start <= place < clause.end), None)
    if not index or read.clauses[index].mark != ":" or read.clauses[index].start != place:
        return None
    before = read.clauses[:index]
    if goes_on(passage, read, place):
        return None
    for clause in before[::-1]:
        if passage.lowers[clause.start] in listed("subordinators") or (
            clause.mark == "," and _is_relative(passage, clause)
        ):
            continue
        begin = clause.start + (passage.lowers[clause.start] == "für")  # für Pohl ist klar
        phrase = oblique_phrase_at(passage, begin, clause.end) if begin > clause.start else None
        phrase = phrase or phrase_at(passage, begin, clause.end)
        if phrase is not None and passage.lowers[begin] != "es":
            whole = phrase.end == before[-1].end and clause is before[-1]
            rule = "colon" if _is_person(passage, phrase) else "label"
            return Attribution(speaker_of(passage, phrase), None, rule, 0.9 if whole else 0.7)
        subject = _inverted(passage, clause)
        if subject is not None:
            return Attribution(speaker_of(passage, subject), None, "colon", 0.6)
    return None


def _is_person(passage: Passage, phrase: Phrase) -> bool:
    """Whether the phrase can be a person by itself: a pronoun, an office, a first name, a noun with a determiner."""
    if passage.lowers[phrase.start] in listed("determiners") or phrase.end - phrase.start == 1 == len(
        passage.words[phrase.start]
    ):
        return True
    if not is_noun(passage, phrase.start):
        return True
    return any(
        is_office(word) or word.lower().rpartition("-")[2] in first_names()
        for word in passage.words[phrase.start : phrase.end]
    )


def goes_on(passage: Passage, read: Read, place: int) -> bool:
    """Whether no more than Und weiter or Und dann das stands before the colon: the same speaker goes on."""
    before = passage.lowers[read.first : place - 1]
    return 0 < len(before) <= _FEW and before[0] in ("und", "weiter", "oder", "dann")


def _is_relative(passage: Passage, clause: Clause) -> bool:
    last = passage.lowers[clause.end - 1]
    return (
        passage.lowers[clause.start] in listed("relatives")
        and not last[0].isupper()
        and not phrase_ends(passage, clause)
    )


def phrase_ends(passage: Passage, clause: Clause) -> bool:
    """Whether the clause is one noun phrase."""
    phrase = phrase_at(passage, clause.start, clause.end)
    return phrase is not None and phrase.end == clause.end


def _inverted(passage: Passage, clause: Clause) -> Phrase | None:
    """The subject behind the finite verb of a clause that opens with something else: Dort ist Pohl sicher."""
    for at in range(clause.start, clause.end):
        pronoun = passage.words[at][0].islower() and passage.lowers[at + 1 : min(at + 2, clause.end)] in (
            ["er"],
            ["sie"],
        )
        if pronoun or passage.lowers[at] in listed("auxiliaries"):
            return subject_after(passage, at, clause.end)
    return None


def _label(passage: Passage, read: Read, place: int) -> Attribution | None:
    """A headline: „…“: Bankchef räumt Fehler ein."""
    if read.first != place or len(read.clauses) < 2 or read.clauses[1].mark != ":":
        return None
    clause = read.clauses[1]
    phrase = phrase_at(passage, clause.start, clause.end)
    return Attribution(speaker_of(passage, phrase), None, "label", 0.7) if phrase else None


def _dash(passage: Passage, read: Read, place: int) -> Attribution | None:
    """„…“ – Karla Pohl, and nothing more."""
    for at, clause in enumerate(read.clauses[1:], 1):
        if clause.mark not in ("–", "—") or read.clauses[at - 1].end - 1 != place or read.first != place:
            continue
        phrase = phrase_at(passage, clause.start, clause.end)
        if phrase is not None and phrase.end == clause.end and at + 1 == len(read.clauses):
            return Attribution(speaker_of(passage, phrase), None, "dash", 0.8)
    return None


def points_back(passage: Passage, read: Read) -> Attribution | None:
    """The sentence behind a quotation tells who spoke it: „…“ Das sagte Karla Pohl am Montag."""
    for saying in read.sayings:
        if saying.back and saying.clause == 0 and saying.subject is not None and len(read.clauses) <= 2:
            return Attribution(
                speaker_of(passage, saying.subject),
                mention(passage, saying.at, saying.at + 1),
                "points back",
                0.9,
            )
    if passage.lowers[read.first : read.first + 3] == ["mit", "diesen", "worten"]:
        subject = subject_after(passage, read.first + 3, read.last)
        if subject is not None:
            return Attribution(speaker_of(passage, subject), None, "points back", 0.8)
    return None


def subject_of(passage: Passage, read: Read) -> Mention | None:
    """Whom a sentence is about: the subject of its verb of saying, else its first phrase or its verb’s."""
    for saying in read.sayings:
        if saying.subject is not None:
            return speaker_of(passage, saying.subject)
    clause = read.clauses[0] if read.clauses else None
    if clause is None:
        return None
    phrase = phrase_at(passage, clause.start, clause.end) or _inverted(passage, clause)
    return speaker_of(passage, phrase)


def same_speaker(attribution: Attribution) -> Attribution:
    """The attribution as it goes on for the next quotation."""
    return replace(attribution, rule="same speaker", confidence=min(attribution.confidence, 0.9))

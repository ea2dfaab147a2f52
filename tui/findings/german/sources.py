"""On whose word a sentence stands without a verb of saying: laut Polizei, nach Angaben von Pohl, ihr zufolge."""

from dataclasses import dataclass

from tui.findings.german.lexicon import listed
from tui.findings.german.passages import FOLDED, Clause, Passage
from tui.findings.german.phrases import Phrase, is_noun, oblique_phrase_at, phrase_at

_ANGABEN = ("angaben", "informationen", "erkenntnissen", "berichten")
_LAUT = frozenset({"laut", "gemäß", "gemäss"})


@dataclass(frozen=True, slots=True)
class Source:
    """What stands on a source’s word, as half-open ranges of positions, the cue’s range, and the source."""

    pieces: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    speaker: Phrase
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the words that name the source stand, with preposition; the cue in them, and the source."""

    start: int
    end: int
    cue: tuple[int, int]
    speaker: Phrase
    confidence: float


def find_source(passage: Passage, clauses: list[Clause], first: int, last: int) -> Source | None:
    """The source that the sentence from `first` to `last` names, with all the rest as what it says."""
    for clause in clauses:
        for at in range(clause.start, clause.end):
            told = _laut(passage, at, clause) or _nach(passage, at, clause) or _zufolge(passage, at, clause)
            if told is not None:
                return _source(passage, clauses, told, first, last)
    return None


def _source(passage: Passage, clauses: list[Clause], told: _Told, first: int, last: int) -> Source | None:
    begin, end = first, last
    for clause in clauses:
        if clause.mark == ":" and clause.start <= told.start:
            begin = clause.start
    before, after = told.start, told.end
    while after < end and passage.words[after] in (",", ":"):
        after += 1
        after = _past_relative(passage, clauses, after, begin == before)
    while before > begin and passage.words[before - 1] == ",":
        before -= 1
    pieces = tuple(piece for piece in ((begin, before), (after, end)) if piece[0] < piece[1])
    if not pieces or sum(stop - start for start, stop in pieces) < 2:
        return None
    return Source(pieces, told.cue, told.speaker, "according", told.confidence)


def _past_relative(passage: Passage, clauses: list[Clause], at: int, opens: bool) -> int:
    """The position behind a relative clause that hangs on the source: laut einem Bericht, über den …, ging es um …."""
    clause = next((clause for clause in clauses if clause.start == at), None)
    if clause is None or not opens or clause.mark != ",":
        return at
    leads = passage.lowers[at : min(at + 2, clause.end)]
    if leads[0] in listed("prepositions"):
        leads = leads[1:]
    return clause.end if leads and leads[0] in listed("relatives") else at


def _laut(passage: Passage, at: int, clause: Clause) -> _Told | None:
    """Laut Polizei · gemäss der Kantonspolizei · laut einem Bericht der „Zeit“."""
    if passage.lowers[at] not in _LAUT:
        return None
    speaker = oblique_phrase_at(passage, at + 1, clause.end)
    if speaker is None or passage.lowers[speaker.end - 1] in ("gesetz", "vertrag", "plan"):
        return None
    return _Told(at, _past_title(passage, speaker.end, clause.end), (at, at + 1), speaker, 0.85)


def _past_title(passage: Passage, at: int, last: int) -> int:
    """The position behind a title in marks that belongs to the source: dem Magazin „Spiegel“."""
    if at + 1 < last and passage.lowers[at] in ("der", "des") and passage.words[at + 1] == FOLDED:
        at += 1
    while at < last and passage.words[at] == FOLDED:
        at += 1
        if at + 1 < last and passage.words[at] == "-" and is_noun(passage, at + 1):
            at += 2
    return at


def _nach(passage: Passage, at: int, clause: Clause) -> _Told | None:
    """Nach Angaben der Polizei · nach Ansicht von Pohl · aus Sicht der Mieter."""
    lowers = passage.lowers
    if at + 2 > clause.end - 1:
        return None
    if (
        lowers[at] == "nach"
        and lowers[at + 1].endswith(_ANGABEN)
        and lowers[at + 1] not in listed("source_nouns")
    ):
        return _Told(at, at + 2, (at, at + 1), Phrase(at + 1, at + 2, named=False), 0.8)
    nouns = {"nach": "source_nouns", "aus": "view_nouns", "in": "view_nouns"}.get(lowers[at])
    if nouns is None or lowers[at + 1] not in listed(nouns):
        return None
    start = at + 3 if lowers[at + 2] in ("von", "vom", "aus") else at + 2
    if lowers[at + 2] == "vom":
        start = at + 3
    speaker = oblique_phrase_at(passage, start, clause.end) if start < clause.end else None
    if speaker is None:
        return None
    confidence = 0.85 if nouns == "source_nouns" else 0.6
    return _Told(at, _past_title(passage, speaker.end, clause.end), (at, at + 2), speaker, confidence)


def _zufolge(passage: Passage, at: int, clause: Clause) -> _Told | None:
    """Der Gewerkschaft zufolge · Medienberichten zufolge · ihm zufolge."""
    if passage.lowers[at] != "zufolge" or at == clause.start:
        return None
    if passage.lowers[at - 1] in ("ihm", "ihr", "ihnen", "dem"):
        return None
    for start in range(clause.start, at):
        named = start + 1 if passage.lowers[start] in listed("source_nouns") and start + 1 < at else start
        phrase = oblique_phrase_at(passage, named, at) or phrase_at(passage, named, at)
        if phrase is not None and phrase.end == at:
            return _Told(start, at + 1, (at, at + 1), phrase, 0.85)
    return None

"""Indirect speech: reported words without marks. "X said that …", "…, X said", "according to X, …"."""

from bisect import bisect_left
from functools import cache

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage, after_dateline
from tui.findings.quotes.complements import (
    complement_start,
    content_start,
    has_verb,
    is_short_answer,
    keeps_name,
    perceives,
    takes_listener,
)
from tui.findings.quotes.confidence import UNTOLD, how_sure
from tui.findings.quotes.cues import is_passive, is_verb, with_particle
from tui.findings.quotes.endings import content_end, infinitive_end, object_end, report_joins
from tui.findings.quotes.headlines import find_headline, is_turn
from tui.findings.quotes.hearsay import find_hearsay
from tui.findings.quotes.passives import SPOKEN_TO, find_passive, is_supposed
from tui.findings.quotes.phrases import Phrase, phrase_starting, with_name
from tui.findings.quotes.relatives import left_out, relative_before, relative_object, with_relative
from tui.findings.quotes.report import Report, is_plain, without_quotations
from tui.findings.quotes.subjects import subject_after, subject_before

_SHORTEST = 2
_FAR = 14
_ENDS = {"clause": content_end, "infinitive": infinitive_end, "phrase": object_end, "rating": object_end}
_DESCRIBE = frozenset({"close", "familiar", "briefed", "like", "with"})
_ASIDE = frozenset({wc.PREPOSITION, wc.SUBORDINATOR, wc.TIME, wc.ADVERB})
_UNFINISHED = frozenset({wc.AUXILIARY, wc.PREPOSITION, wc.DETERMINER, wc.THAT, wc.COORDINATOR})
_QUOTES = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_PASSED_ON = 0.8
_OUTER = ("according", "follows")
_AFTER = ("inverted", "follows", "same speaker", "dash")


@cache
def _reporting() -> frozenset[str]:
    opening = {phrase.split()[0] for phrase in words("report_phrases")}
    lists = ("clause_cues", "phrase_cues", "attitude_cues", "infinitive_cues", "rating_cues")
    return frozenset({"according"}).union(opening, *map(words, lists))


def find_reports(passage: Passage, taken: dict[int, str]) -> list[Report]:
    """The reports of a passage in order of position; they hold no quotation, and do not overlap.

    Only what stands in a speaker's turn is told as well: whether its label is a speaker or a dateline shows later.

    A report around a whole sentence (…, X said) goes before one inside it. `taken` are the positions of verbs that
    brought quoted words, with the rule that said so: only what stands clear of the quotation is reported by them.
    """
    headline = find_headline(passage)
    if headline is not None and headline.cue in taken:
        return []
    if headline is not None and not is_turn(passage, headline):
        return [headline]
    reporting = _reporting()
    found: list[Report] = []
    inner: list[Report] = []
    for cue in [position for position, word in enumerate(passage.lowers) if word in reporting]:
        if (passage.classes[cue] == wc.NAME and not _opens(passage, cue)) or taken.get(cue) in _AFTER:
            continue
        report = _report(passage, cue)
        report = report and without_quotations(passage, report, brought=cue in taken)
        if report is not None:
            (found if report.rule in _OUTER else inner).append(report)
    kept = _apart(found, [])
    kept += _apart(inner, _ranges(kept))
    plain = [
        report
        for report in find_hearsay(passage)
        if is_plain(passage, report) and report.cue not in taken and not _holds(report, taken)
    ]
    turn = [] if headline is None else [headline]
    return turn + sorted(kept + _apart(plain, _ranges(kept)), key=lambda report: report.pieces)


def _holds(report: Report, taken: dict[int, str]) -> bool:
    """Whether the verb of a quotation closes what is reported: “…,” Smith is reported to have said."""
    return report.pieces[-1][1] - 1 in taken


def _ranges(reports: list[Report]) -> list[tuple[int, int]]:
    return sorted((report.pieces[0][0], report.pieces[-1][1]) for report in reports)


def _apart(reports: list[Report], taken: list[tuple[int, int]]) -> list[Report]:
    """Those of the `reports` that overlap neither one another nor the ranges `taken` (sorted); the first one wins."""
    if not reports:
        return []
    kept: list[Report] = []
    done = 0
    for report in reports:
        start, end = report.pieces[0][0], report.pieces[-1][1]
        after = bisect_left(taken, (start, start))
        clear = (after == 0 or taken[after - 1][1] <= start) and (
            after == len(taken) or end <= taken[after][0]
        )
        if start >= done and clear and report.cue >= done:
            kept.append(report)
            done = max(end, report.cue + 1)
    return kept


def _opens(passage: Passage, position: int) -> bool:
    return passage.sentence_of(position)[0] == position


def _report(passage: Passage, cue: int) -> Report | None:
    first, last = passage.sentence_of(cue)
    while last > first and passage.classes[last - 1] == wc.STOP:
        last -= 1
    if passage.lowers[cue] == "according":
        return _according(passage, cue, first, last)
    if not is_verb(passage, cue) or is_supposed(passage, cue, first):
        return None
    cited = _as_cited(passage, cue, first, last)
    if cited is not None:
        return cited
    by = find_passive(passage, cue, first, last)
    if by is not None or is_passive(passage, cue):
        return by
    if passage.lowers[cue] in words("particle_cues") and not _with_particle(passage, cue):
        return None
    return _parenthesis(passage, cue, first, last) or _complement(passage, cue, first, last)


def _according(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """According to X, … · …, according to X."""
    if cue + 2 >= last or passage.lowers[cue + 1] != "to" or passage.classes[cue + 2] not in "dNnuo":
        return None
    speaker = with_name(passage, phrase_starting(passage, cue + 2, last), last)
    before = cue - 1 if cue > first and passage.classes[cue - 1] == wc.COMMA else cue
    start = content_start(passage, first, before)
    comma = _next_of(passage, speaker.end, last, wc.COMMA)
    if comma is not None and passage.lowers[comma + 1].endswith("ing"):
        comma = _next_of(passage, comma + 1, last, wc.COMMA) or comma  # according to X, citing Y, …
    rest = () if comma is None else ((comma + 1, content_end(passage, comma + 1, last)),)
    told = has_verb(passage, start, before)
    if before > first + 1 and (told or not rest):
        rest = ()
    elif start >= before or passage.classes[start] in _ASIDE:
        start = before
    pieces = ((start, before), *rest) if start < before else rest
    return Report(pieces, cue, speaker, "according", 0.85) if pieces else None


def _parenthesis(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """The verb closes or splits what is reported: …, X said. · …, said X. · …, X said on Monday, …."""
    if passage.lowers[cue] == "saying" and cue > first and passage.lowers[cue - 1] == "as":
        return _passed_on(passage, cue, first, last)
    moved = cue > first and passage.lowers[cue - 1] == "to"
    if moved or passage.lowers[cue] not in words("clause_cues") or passage.lowers[cue].endswith("ing"):
        return None
    answers = cue + 1 < last and is_short_answer(passage, cue + 1, last)
    if cue > first and passage.classes[cue - 1] == wc.COMMA and not answers:
        comma = cue - 1
        takes_object = passage.lowers[cue] in words("phrase_cues")
        speaker = None if takes_object else _whole_subject_after(passage, cue, last)
        at = speaker.end if speaker else last
    else:
        at = _after_listener(passage, cue, last)
        speaker = subject_before(passage, cue, first) if _closes(passage, at, last) else None
        comma = speaker.start - 1 if speaker else first
    if cue + 1 < last and passage.classes[cue + 1] == wc.COLON:
        return _as_told(passage, cue, first, last)
    if speaker is None or not _closes(passage, at, last):
        return None
    if comma <= first or passage.classes[comma] != wc.COMMA:
        return _as_told(passage, cue, first, last)
    start = content_start(passage, after_dateline(passage, first), comma)
    unfinished = passage.classes[comma - 1] in _UNFINISHED
    rest = _rest(passage, at, last, shortest=1 if unfinished else _SHORTEST)
    if not rest and all(c == wc.NAME for c in passage.classes[start:comma]) and at < last:
        return None  # Leeds, York agree on …
    aside = passage.classes[start] in (wc.PREPOSITION, wc.SUBORDINATOR, wc.TIME) and not _has_clause(
        passage, start, comma
    )
    if aside and not rest:
        return None
    told = has_verb(passage, start, comma) and not unfinished
    if not aside and rest and told and passage.classes[rest[0][0]] not in "xkc":
        rest = ()
    pieces = ((start, comma), *rest) if start < comma else rest
    if not pieces:
        return None
    confidence = how_sure(passage, cue, "follows", speaker)
    return Report(pieces, cue, with_name(passage, speaker, last), "follows", confidence)


def _passed_on(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """Somebody passes on what another one said: …, the agency quoted X as saying."""
    speaker = subject_before(passage, cue, first)
    if speaker is None or not _closes(passage, cue + 1, last):
        return None
    agency = subject_before(passage, speaker.start - 1, first) if speaker.start - 1 > first else None
    comma = agency.start - 1 if agency else first
    if comma <= first or passage.classes[comma] != wc.COMMA:
        return None
    start = content_start(passage, after_dateline(passage, first), comma)
    return Report(((start, comma),), cue, speaker, "follows", _PASSED_ON) if start < comma else None


def _whole_subject_after(passage: Passage, cue: int, last: int) -> Phrase | None:
    """The subject after its verb, with what tells who they are: said people close to the talks."""
    subject = subject_after(passage, cue, last)
    if subject is None or subject.end >= last or passage.lowers[subject.end] not in _DESCRIBE:
        return subject
    comma = _next_of(passage, subject.end, last, wc.COMMA)
    return Phrase(subject.start, last if comma is None else comma, subject.head)


def _has_clause(passage: Passage, start: int, comma: int) -> bool:
    """Whether a clause of its own follows the aside that opens the words from `start` to `comma`."""
    return any(
        passage.classes[inner] == wc.COMMA and has_verb(passage, inner + 1, comma)
        for inner in range(start, comma - 1)
    )


def _as_told(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """The verb and a comma come first: As X noted, …. · X said, …."""
    if passage.classes[cue] != wc.CUE:
        return None
    at = cue + 1
    while at < last and passage.classes[at] in (wc.TIME, wc.ADVERB):
        at += 1
    if at >= last or passage.classes[at] not in (wc.COMMA, wc.COLON):
        return None
    speaker = subject_before(passage, cue, first)
    pieces = _rest(passage, at, last)
    if speaker is None or not pieces:
        return None
    told_as = speaker.start > first and passage.lowers[speaker.start - 1] == "as"
    if not told_as and (
        passage.lowers[cue] in words("weak_cues") or passage.lowers[cue] in words("that_cues")
    ):
        return None
    confidence = how_sure(passage, cue, "before", speaker)
    return Report(pieces, cue, with_name(passage, speaker, cue), "before", confidence)


def _with_particle(passage: Passage, cue: int) -> bool:
    """Whether a verb that reports only with other words has them: points out, rails against, put the cost at."""
    if with_particle(passage, cue) or passage.lowers[cue] in words("rating_cues"):
        return True
    following = " ".join(passage.lowers[cue : cue + 2])
    return following in words("report_phrases")


def _as_cited(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """Who is cited before what is told: As reported by X, …. · As first noted by X, …."""
    opens = passage.lowers[first] == "as" and all(c == wc.ADVERB for c in passage.classes[first + 1 : cue])
    if not opens or cue + 2 >= last or passage.lowers[cue + 1] != "by":
        return None
    speaker = phrase_starting(passage, cue + 2, last)
    pieces = _rest(passage, speaker.end, last)
    return Report(pieces, cue, speaker, "before", 0.8) if pieces else None


def _after_listener(passage: Passage, cue: int, last: int) -> int:
    """The position after the cue, and after who was told."""
    at = cue + 1
    if takes_listener(passage, cue) and at < last and passage.classes[at] in "dNnuo":
        return phrase_starting(passage, at, last).end
    return at


def _rest(passage: Passage, at: int, last: int, shortest: int = _SHORTEST) -> tuple[tuple[int, int], ...]:
    """What goes on after a parenthesis that ends with the comma or colon after `at`."""
    while at < last and passage.classes[at] not in (wc.COMMA, wc.COLON):
        at += 1
    start = at + 1
    if (
        start + shortest > last
        or passage.classes[start] == wc.RELATIVE
        or passage.lowers[start].endswith("ing")
    ):
        return ()
    end = content_end(passage, start, last)
    if passage.classes[start] == wc.COORDINATOR and report_joins(passage, start, last):
        return ()
    return ((start, end),)


def _closes(passage: Passage, at: int, last: int) -> bool:
    """Whether nothing reported follows: the end, a comma, a time or a place."""
    if at >= last:
        return True
    word_class = passage.classes[at]
    if word_class in (wc.COMMA, wc.RELATIVE, wc.SEMICOLON, wc.DASH):
        return True
    timed = word_class == wc.SUBORDINATOR or (
        word_class == wc.PREPOSITION and passage.lowers[at] in words("place_openers")
    )
    if timed or word_class == wc.TIME or passage.lowers[at] in words("time_openers"):
        for word_class in passage.classes[at : min(last, at + _FAR)]:
            if word_class in (wc.THAT, wc.DASH, wc.SEMICOLON):
                return word_class != wc.THAT
        return True
    return False


def _complement(passage: Passage, cue: int, first: int, last: int) -> Report | None:
    """What is reported is the verb's object: X said (that) … · denied the charge · promised to …."""
    found = None if _quotes_somebody(passage, cue, last) else complement_start(passage, cue, last)
    if found is None:
        return relative_object(passage, cue, first, last)
    start, rule = found
    subject = None if _is_spoken_to(passage, cue, first) else subject_before(passage, cue, first)
    if subject is None:
        return _of_nobody(passage, cue, start, last, rule)
    if _is_subordinate(passage, subject, first):
        comma = _next_of(passage, start, last, wc.COMMA)
        last = last if comma is None else comma  # though he said …, the vote went on
    if subject.start > start:
        last = subject.start - 1  # Citing two officials, the agency …
    if start >= last or keeps_name(passage, start) or perceives(passage, cue, start):
        return None
    end = _ENDS[rule](passage, start, last)
    if is_short_answer(passage, start, last):
        end = start + 1
    elif end - start < _SHORTEST and rule != "phrase":
        return None
    if passage.classes[start] == wc.COMMA:
        start += 1
    confidence = how_sure(passage, cue, rule, subject)
    relative = relative_before(passage, subject, first)
    noun = left_out(passage, subject, start, first) if relative is None else None
    if relative is not None and rule == "clause":
        pieces: tuple[tuple[int, int], ...] = ((relative, relative + 1), (start, end))
    elif noun is not None:
        pieces = ((noun.start, noun.end), (start, end))
    else:
        pieces = ((start, end),)
    return Report(
        pieces, cue, with_relative(passage, with_name(passage, subject, cue), cue), rule, confidence
    )


def _is_spoken_to(passage: Passage, cue: int, first: int) -> bool:
    """Whether the noun before a participle is spoken to: Smith, asked whether …, said ….

    A comma and another verb of saying tell it from the second of two verbs.
    """
    if passage.lowers[cue] not in SPOKEN_TO or cue - 2 < first or passage.classes[cue - 1] != wc.COMMA:
        return False
    last = passage.sentence_of(cue)[1]
    closing = any(
        passage.classes[at] == wc.COMMA and passage.classes[at + 1] in (wc.CUE, wc.AUXILIARY, wc.ADVERB)
        for at in range(cue + 1, last - 1)
    )
    return closing and passage.classes[cue - 2] in "Nno"


def _quotes_somebody(passage: Passage, cue: int, last: int) -> bool:
    """Whether the verb only passes on what somebody else says: quoted an official as saying."""
    quotes = passage.lowers[cue] in _QUOTES
    return quotes and "saying" in passage.lowers[cue : min(last, cue + _FAR)]


def _is_subordinate(passage: Passage, subject: Phrase, first: int) -> bool:
    """Whether the verb of `subject` stands in a subordinate clause: though he said …, · While only some said …, …."""
    if subject.start > first and passage.classes[subject.start - 1] == wc.SUBORDINATOR:
        return True
    return (
        passage.classes[first] == wc.SUBORDINATOR and wc.COMMA not in passage.classes[first : subject.start]
    )


def _of_nobody(passage: Passage, cue: int, start: int, last: int, rule: str) -> Report | None:
    """A report whose verb has no subject that the sentence tells: Asked whether …, …."""
    participle = passage.lowers[cue].endswith(("ing", "ed"))
    if rule == "infinitive" or not participle or passage.lowers[cue] in words("noun_cues"):
        return None
    if cue <= passage.sentence_of(cue)[0] + 1:
        last = _next_of(passage, start, last, wc.COMMA) or last  # Asked whether …, she smiled
    end = _ENDS[rule](passage, start, last)
    return Report(((start, end),), cue, None, rule, UNTOLD) if end - start >= _SHORTEST else None


def _next_of(passage: Passage, at: int, last: int, word_class: str) -> int | None:
    for position in range(at, min(last - 1, at + 30)):
        if passage.classes[position] == word_class:
            return position
    return None

"""Reports without a verb of saying: her claim that …, critical of …, is expected to …. All of them are doubtful.

They tell what somebody is held to say, think or want, not that he said it, so their confidence is below `DOUBTFUL`.
"""

from functools import cache

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.cues import is_passive, is_verb, with_particle
from tui.findings.quotes.endings import content_end, infinitive_end, object_end
from tui.findings.quotes.passives import appears, held_to_be
from tui.findings.quotes.phrases import NOMINAL, Phrase, run_start
from tui.findings.quotes.report import Report
from tui.findings.quotes.subjects import main_subject, subject_before

_FAR = 8
_BEFORE_NOUN = frozenset({wc.ADVERB, wc.COMMA})
_AFTER_NOUNS = frozenset({"of", "about", "over", "against", "at"})
_IS = frozenset({"is", "was", "are", "were", "be", "been"})
_KEPT = frozenset({"to", "whether", "if", "how", "why"})  # these belong to what is reported


@cache
def _openers() -> frozenset[str]:
    lists = ("noun_reports", "adjective_reports", "passive_reports")
    alone = ("appearance_verbs", "passive_verbs", "view_nouns")
    return (
        frozenset()
        .union(*map(words, alone))
        .union(phrase.split()[0] for name in lists for phrase in words(name))
    )


def find_hearsay(passage: Passage) -> list[Report]:
    """The doubtful reports of a passage, in order of position; they can overlap surer ones."""
    openers = _openers()
    found = (_report(passage, at) for at, word in enumerate(passage.lowers) if word in openers)
    return [report for report in found if report is not None]


def _report(passage: Passage, at: int) -> Report | None:
    first, last = passage.sentence_of(at)
    while last > first and passage.classes[last - 1] == wc.STOP:
        last -= 1
    if at + 2 >= last:
        return None
    if passage.lowers[at] in words("appearance_verbs"):
        return appears(passage, at, first, last)
    phrase = f"{passage.lowers[at]} {passage.lowers[at + 1]}"
    if phrase in words("passive_reports") and _suffers(passage, at):
        return held_to_be(passage, at, first, last)
    if (
        passage.lowers[at] in words("passive_verbs")
        and is_passive(passage, at)
        and _is_told_what(passage, at)
    ):
        return held_to_be(passage, at, first, last)
    if phrase in words("adjective_reports"):
        return _told(passage, at, last, subject_before(passage, at, first), "adjective", 0.45)
    if passage.lowers[at] in words("view_nouns"):
        viewed = _in_view(passage, at, first, last)
        if viewed is not None:
            return viewed
    if _tells_itself(passage, at, last):
        return _told_by_noun(passage, at, first, last)
    if phrase in words("noun_reports") and not _is_used_as_verb(passage, at):
        return _told(passage, at, last, _holder(passage, at, first), "noun", 0.4)
    return None


def _in_view(passage: Passage, at: int, first: int, last: int) -> Report | None:
    """What is so in somebody's view: In the mayor’s view, …."""
    if passage.classes[at + 1] != wc.COMMA or at - first > _FAR:
        return None
    start = run_start(passage, at, first)
    if start - 1 != first or passage.lowers[first] not in ("in", "to", "by"):
        return None
    holder = _holder(passage, at, first)
    end = content_end(passage, at + 2, last)
    return Report(((at + 2, end),), at, holder, "noun", 0.45) if end > at + 2 else None


def _tells_itself(passage: Passage, at: int, last: int) -> bool:
    """Whether a noun of saying is what follows: the argument is that …, her answer was that …."""
    link = at + 1
    while link < last and passage.classes[link] in (wc.AUXILIARY, wc.ADVERB):
        link += 1
    return (
        link + 1 < last
        and passage.classes[link] == wc.THAT
        and passage.lowers[link - 1] in _IS
        and f"{passage.lowers[at]} that" in words("noun_reports")
    )


def _told_by_noun(passage: Passage, at: int, first: int, last: int) -> Report:
    start = passage.classes.index(wc.THAT, at) + 1
    end = content_end(passage, start, last)
    return Report(((start, end),), at, _holder(passage, at, first), "noun", 0.4)


def _told(
    passage: Passage, at: int, last: int, speaker: Phrase | None, rule: str, confidence: float
) -> Report | None:
    link = passage.lowers[at + 1]
    start = at + 1 if link in _KEPT else at + 2
    if link == "to":
        end = infinitive_end(passage, start, last)
    elif link == "that" or link in _KEPT:
        end = content_end(passage, start, last)
    else:
        end = object_end(passage, start, last)
    return Report(((start, end),), at, speaker, rule, confidence) if end > start else None


def _suffers(passage: Passage, at: int) -> bool:
    """Whether the participle at `at` has its subject suffer: is expected · a bill known as · …, seen as …."""
    if passage.classes[at + 1] == wc.THAT:
        return is_passive(passage, at)
    opens = at == passage.sentence_of(at)[0]
    return (
        opens
        or is_passive(passage, at)
        or (at > 0 and passage.classes[at - 1] in NOMINAL | {wc.COMMA, wc.ADVERB, wc.SUBORDINATOR})
    )


def _is_told_what(passage: Passage, at: int) -> bool:
    """Whether what is held of the subject follows its participle: was deemed safe, was named mayor."""
    following = passage.classes[at + 1]
    return following in "dNnu" or passage.lowers[at + 1] in ("to", "as", "for", "that")


def _is_used_as_verb(passage: Passage, at: int) -> bool:
    link = passage.lowers[at + 1]
    if passage.classes[at] != wc.CUE or (link in _AFTER_NOUNS and not with_particle(passage, at)):
        return False
    return is_verb(passage, at) and at > 0 and passage.classes[at - 1] not in (wc.DETERMINER, wc.POSSESSIVE)


def _holder(passage: Passage, at: int, low: int) -> Phrase | None:
    """Whose noun it is: his claim, the mayor’s angry claim; else who does something with it: Smith made a claim."""
    start = run_start(passage, at, low)
    while start > low and at - start < _FAR and passage.classes[start - 1] in _BEFORE_NOUN:
        start = run_start(passage, start - 1, low)
    for position in range(at - 1, start, -1):
        if passage.classes[position] == wc.POSSESSIVE:
            return Phrase(start, position, position - 1)
    if passage.lowers[start] in words("possessive_pronouns"):
        return Phrase(start, start + 1, start)
    start = run_start(passage, at, low)
    for verb in range(start - 1, max(low, start - _FAR), -1):
        if passage.classes[verb] in (wc.COMMA, wc.SEMICOLON, wc.THAT):
            break
        if passage.classes[verb] in (wc.CUE, wc.VERB, wc.AUXILIARY) or passage.lowers[verb].endswith("ed"):
            return subject_before(passage, verb, low)
    return main_subject(passage, low, start)

"""What is told to be done, not done, or yet to be done in one article, verb by verb."""

import re
from functools import cache
from typing import Literal, NamedTuple

from tui.compare.account import Account
from tui.compare.clauses import Sentence, after, before, telling_terms
from tui.compare.terms import meaning
from tui.compare.things import Things
from tui.findings.language.wordlists import words

Mode = Literal["done", "not done", "to come"]

_SHORTEST = 4  # letters of a verb that says something
_REACH = 40  # code points before a verb in which its helping verbs stand
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_HELPING = re.compile(
    r"(?:(?P<no>\b(?:not|never|no\s+longer|(?:refus|declin|fail)(?:ed|es|ing|s)?\s+to|cannot|yet\s+to)|\b\w+n['’]t)|"
    r"(?P<coming>\b(?:will|would|shall|must|(?:is|are|was|were)\s+to|(?:expected|due|set|scheduled|plan\w*|"
    r"intend\w*|want\w*|about|has|have)\s+to))|"
    r"(?P<open>\b(?:may|might|could|can|should|(?:un)?likely\s+to))|"
    r"(?P<done>\b(?:has|have|had|was|were|is|are|been|being|be|did)))"
    r"(?=\s|\Z)"
)
_JOINED = re.compile(
    r"(?:\s|\b(?:be|been|being|have|has|had|also|still|yet|to|even|already|not|never|\w+ly)\b)*\Z"
)
_OPEN = re.compile(r"\b(?:if|whether|unless|until|to|calls?\s+for|demand\w*)\b[^,;:.]{0,24}\Z")
_NONE = re.compile(r"\A\W*(?:no|none|nobody|neither)\b")
_DENYING = re.compile(r"\b(?:denied|denies|denying|rejected|ruled\s+out|dismissed)\b[^,;.]{0,60}\Z")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")


class Deed(NamedTuple):
    """A verb by its meaning, and whether what it tells is done. `start` and `end` are code points of the article.

    `terms` are what its sentence tells; `things` are who or what does it, and to whom or what it is done.
    """

    terms: frozenset[str]
    verb: str
    mode: Mode
    start: int
    end: int
    things: tuple[Things, Things]


def deeds(account: Account, told: tuple[Sentence, ...]) -> tuple[Deed, ...]:
    """The deeds of an article's sentences, in order; what is only possible or asked for is none."""
    found = []
    for index, sentence in enumerate(told):
        before_it = ""
        for match in _WORD.finditer(sentence.folded):
            word = match.group()
            if (
                word.endswith("ed")
                or before_it in _helping_words()
                or before_it.endswith(("ly", "n't", "n’t"))
            ):
                deed = _deed(account, told, index, word, match.span())
                found += [deed] if deed else []
            before_it = word
    return tuple(found)


def _deed(
    account: Account, told: tuple[Sentence, ...], index: int, word: str, span: tuple[int, int]
) -> Deed | None:
    sentence, (first, end) = told[index], span
    if len(word) < _SHORTEST or word in _no_verbs() or first == 0:
        return None
    around = sentence.folded[max(0, first - _REACH) : first]
    helping = _helping(around)
    if not helping and not word.endswith("ed"):
        return None
    start = first - (len(around) - helping[0].start()) if helping else first
    leading = sentence.folded[:start]
    kinds = {kind for match in helping for kind, found in match.groupdict().items() if found}
    if "open" in kinds or _OPEN.search(leading):
        return None
    negated = "no" in kinds or _NONE.search(leading) or _DENYING.search(leading)
    mode: Mode = "not done" if negated else "to come" if "coming" in kinds else "done"
    if mode == "done" and not _is_done(word, kinds):
        return None
    by, of = before(told, index, sentence.start + start), after(sentence, sentence.start + end)
    if any(_PASSIVE.match(match.group()) for match in helping) and word.endswith(("ed", "en", "n", "t")):
        by, of = Things(), by
    place = sentence.start + start, sentence.start + end
    return Deed(telling_terms(account, told, index), meaning(word), mode, *place, (by, of))


def _helping(around: str) -> list[re.Match[str]]:
    """The helping verbs and negations right before a verb, in order."""
    found = list(_HELPING.finditer(around))
    while found and not _JOINED.match(around, found[-1].end()):
        return []
    kept: list[re.Match[str]] = []
    for match in reversed(found):
        follows = kept[0].start() if kept else len(around)
        if not _JOINED.fullmatch(around[match.end() : follows]):
            break
        kept.insert(0, match)
    return kept


def _is_done(word: str, kinds: set[str]) -> bool:
    return word.endswith("ed") or ("done" in kinds and not word.endswith(("ing", "ly")))


@cache
def _no_verbs() -> frozenset[str]:
    listed = ("function_words", "auxiliaries", "cues", "adverbs", "time_words", "prepositions")
    return frozenset().union(*map(words, listed))


@cache
def _helping_words() -> frozenset[str]:
    """Words that can stand right before a verb whose mode they tell."""
    return words("auxiliaries") | {"to", "not", "never", "longer", "also", "still", "yet", "even", "already"}

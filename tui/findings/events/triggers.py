"""Which words of a sentence tell an event: by themselves, or with the words beside them."""

from functools import cache

from tui.findings.document import Document, Sentence
from tui.findings.events.lexicon import MEETINGS, Trigger, event_nouns, event_verbs
from tui.findings.language.wordlists import words

_NOT_BEFORE = (["to"], ["press"], ["news"])
_PHONE = (["phone"], ["telephone"], ["conference"], ["video"])
_COMPOUNDS = (["ad"], ["ads"], ["campaign"], ["day"], ["cycle"], ["season"], ["line"], ["lines"], ["dog"])
_VOTE = frozenset({"vote", "votes"})
_CONFIDENCE = frozenset({"confidence", "no-confidence", "impeachment"})
_WILL = frozenset({"will", "shall", "would", "could", "may", "might", "must", "'ll", "’ll"})
_TO = frozenset({"due", "set", "scheduled", "expected", "going", "about", "ready", "prepares", "preparing"})
_POLLS = (["to", "the"],)
_COUNTERFACTUAL = 8  # words between "if" and "had met", at most
_ONE_TELLING = 9  # words between two words for one event, at most
_ON_THE_PHONE = 9  # words from "spoke" to "by phone", at most
_WEAPON = 4  # words between a weapon and what it does, at most


@cache
def telling_words() -> frozenset[str]:
    """The words that can tell an event."""
    return frozenset(event_nouns().keys() | event_verbs().keys() | _by_phrase())


@cache
def _by_phrase() -> frozenset[str]:
    """Words that tell an event only with others: spoke by phone, a missile hit, hosted Ann Lee, gathered in."""
    listed = words("weapon_verbs") | words("hosting_verbs") | words("gathering_verbs")
    return listed | _VOTE | {"spoke", "speak", "polls"}


def _told_by_phrase(document: Document, sentence: Sentence, index: int) -> str | None:
    """The sort of event that the word at `index` tells with the words beside it, if any."""
    lowers, following = document.lowers, document.words[index + 1 : index + 2]
    before = lowers[max(sentence.first, index - _WEAPON) : index]
    after = lowers[index + 1 : min(index + 1 + _ON_THE_PHONE, sentence.last)]
    word = lowers[index]
    if word in _VOTE:
        told = before[-2:] == ["in", "a"] or _is_confidence(document, index)
        told = told or _votes(document, sentence, index)
        return "vote" if told else None
    if word in words("weapon_verbs"):
        armed = [*before, *(after[1 : 1 + _WEAPON] if after[:1] == ["by"] else ())]
        return "attack" if not words("weapons").isdisjoint(armed) else None
    if word in words("hosting_verbs"):
        told = is_passive(document, sentence, index) or bool(following and following[0][0].isupper())
        return "meeting" if told else None
    if word in words("gathering_verbs"):
        still = not before or before[-1] not in {"are", "were", "be", "being", "was"}
        return "meeting" if still and after[:1] in (["in"], ["at"], ["for"], ["on"], ["to"]) else None
    if word == "polls":
        return "vote" if before[-2:] in _POLLS else None
    phones = [at for at, one in enumerate(after) if one in ("phone", "telephone")]
    by = after[max(0, phones[0] - 2) : phones[0]] if phones else []
    return "call" if {"by", "on", "over"} & set(by) else None


def is_passive(document: Document, sentence: Sentence, index: int) -> bool:
    """Whether the verb at `index` tells what was done to its subject, and who did it: was received by."""
    before = document.lowers[max(sentence.first, index - 1) : index]
    return before in (["was"], ["were"], ["been"]) and document.lowers[index + 1 : index + 2] == ["by"]


def _is_confidence(document: Document, index: int) -> bool:
    """Whether it is a vote of confidence: after a no-confidence vote."""
    return document.lowers[index] in _VOTE and document.lowers[index - 1] in _CONFIDENCE


def _votes(document: Document, sentence: Sentence, index: int) -> bool:
    """Whether it is the verb: lawmakers vote, Parliament votes, will vote, is set to vote."""
    if index - sentence.first < 1:
        return False
    before, first = document.lowers[index - 1], index - 1 == sentence.first
    if before in _WILL or before in words("participant_nouns"):
        return True
    if before == "to":
        return index - 2 >= sentence.first and document.lowers[index - 2] in _TO
    name = document.words[index - 1]
    one = document.lowers[index] == "votes" and name[0].isupper() and not name.isupper()
    return (
        one
        and before in words("voting_bodies")
        and (first or document.lowers[index - 2] in {"the", "'s", "’s"})
    )


def find_trigger(document: Document, sentence: Sentence, index: int) -> Trigger | None:
    """The word at `index` as one that tells an event, if it does."""
    word = document.lowers[index]
    if word in _by_phrase():
        kind = _told_by_phrase(document, sentence, index)
        return Trigger(kind, index, index, noun=_is_confidence(document, index)) if kind else None
    if word in event_verbs():
        if _in_private(document, sentence, index) or _describes_skill(document, index):
            return None
        return Trigger(event_verbs()[word], index, index, noun=False)
    if word not in event_nouns():
        return None
    following = document.lowers[index + 1 : index + 2] if index + 1 < sentence.last else []
    before = document.lowers[max(sentence.first, index - 1) : index]
    if event_nouns()[word] == "call" and before not in _PHONE and following not in (["with"], ["between"]):
        return None
    if event_nouns()[word] == "vote" and following and following[0] in words("vote_compounds"):
        return None
    if (word == "round" and following != ["of"]) or before in _NOT_BEFORE or following in _COMPOUNDS:
        return None
    if (
        index + 1 < sentence.last
        and document.words[index][0].isupper()
        and document.words[index + 1][0].isupper()
    ):
        return None  # the Federal Election Commission
    return Trigger(event_nouns()[word], index, index, noun=True)


def _describes_skill(document: Document, index: int) -> bool:
    """Whether "negotiating" only describes what follows: negotiating skills."""
    following = document.lowers[index + 1 : index + 2]
    return document.lowers[index] == "negotiating" and bool(
        following and following[0] in words("negotiating_nouns")
    )


def _in_private(document: Document, sentence: Sentence, index: int) -> bool:
    """Whether people only came to know each other, or might have: a woman he met on a trip, had they met earlier."""
    lowers, first = document.lowers, sentence.first
    if lowers[index] != "met" or index - first < 2:
        return False
    before, pronoun = lowers[index - 2 : index]
    if pronoun in words("subject_pronouns") and before in words("people_nouns"):
        return True
    return pronoun in {"had", "ever", "never"} and "if" in lowers[max(first, index - _COUNTERFACTUAL) : index]


def same_telling(document: Document, first: Trigger, second: Trigger) -> bool:
    """Whether two words tell one event: a round of talks, met for talks, convened in Paris for a meeting."""
    if first.kind not in MEETINGS or second.kind not in MEETINGS or not second.noun:
        return False
    between = document.lowers[first.at + 1 : second.at]
    return len(between) <= _ONE_TELLING and ("for" in between or (first.noun and "of" in between[:1]))

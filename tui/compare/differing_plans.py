"""What one passage has planned, and its counterpart ruled out or put off, whether or not it is a meeting."""

import re
from functools import cache
from typing import Literal, NamedTuple

from tui.compare.account import published
from tui.compare.alignment import Aligned
from tui.compare.difference import Difference, Side
from tui.compare.profiles import Profile
from tui.compare.terms import meaning
from tui.corpus.text import fold
from tui.findings.language.wordlists import words

Plan = Literal["planned", "put off", "ruled out"]

_SURE, _SINCE = 0.6, 0.45
_ALIKE = 0.15  # score of two passages from which on they are read for plans
_SHORTEST = 4  # letters of a word for something that can be planned
_REACH = 32  # code points before such a word in which its plan is told
_WORD = re.compile(r"[^\W\d_]+")
_PLANNED = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were|set|expected|planned|due|plans?|wants?)\s+to)\s+\Z"
)


class _Told(NamedTuple):
    plan: Plan
    start: int
    end: int


def differing_plans(pairs: list[Aligned]) -> list[Difference]:
    """What is to be in one of two counterparts and is ruled out or put off in the other: once in each pair.

    Doubtful where the one that has it planned came out before: then plans may have changed.
    """
    found = []
    for pair in pairs:
        if pair.score < _ALIKE:
            continue
        here, there = _plans(pair.first), _plans(pair.second)
        differing = [one for one in sorted(here.keys() & there.keys()) if _differ(here[one], there[one])]
        for one in differing[:1]:
            sides = (_side(pair.first, here[one]), _side(pair.second, there[one]))
            confidence = _SINCE if _changed(pair, here[one]) else _SURE
            found.append(
                Difference("status", f"whether it is to be: {one}", sides, "planned and not", confidence)
            )
    return found


def _plans(profile: Profile) -> dict[str, _Told]:
    """What a passage has planned, put off or ruled out, by its meaning; what it tells in two ways is left out."""
    start, end = profile.passage.start, profile.passage.end
    folded = fold(profile.account.article.text[start:end])
    found: dict[str, _Told] = {}
    for match in _WORD.finditer(folded):
        if len(match.group()) < _SHORTEST or match.group() in words("function_words") | words("auxiliaries"):
            continue
        before = folded[max(0, match.start() - _REACH) : match.start()]
        for plan, pattern in (("ruled out", _denying()), ("put off", _put_off()), ("planned", _PLANNED)):
            told = pattern.search(before)
            if told:
                first = start + match.start() - len(before) + told.start()
                found.setdefault(meaning(match.group()), _Told(plan, first, start + match.end()))  # type: ignore[arg-type]
                break
    return found


def _differ(one: _Told, other: _Told) -> bool:
    return one.plan != other.plan and "planned" in {one.plan, other.plan}


def _changed(pair: Aligned, first: _Told) -> bool:
    """Whether what has it planned came out before the other."""
    days = published(pair.first.account), published(pair.second.account)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    return (days[0] < days[1]) == (first.plan == "planned")


def _side(profile: Profile, told: _Told) -> Side:
    article = profile.account.article
    return Side(told.plan, article.id, told.start, told.end, article.text[told.start : told.end])


@cache
def _put_off() -> re.Pattern[str]:
    return _right_before("put_off_words")


@cache
def _denying() -> re.Pattern[str]:
    return _right_before("denying_words")


def _right_before(name: str) -> re.Pattern[str]:
    """Phrases of a list with no more than an article and two words between them and what follows."""
    ordered = sorted(words(name), key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(phrase.replace(" ", r"\s+") for phrase in ordered)
    return re.compile(rf"\b(?:{either})\s+(?:(?:the|a|an|any|its|his|her|their|to)\s+)?(?:\w+\s+){{0,1}}\Z")

"""How things stand in one article: the driver is arrested, the border closed, the offer accepted."""

import re
from functools import cache
from typing import NamedTuple

from tui.compare.account import Account
from tui.compare.clauses import Sentence, after, before, inside, telling_terms
from tui.compare.things import NOTHING, Things
from tui.findings.language.wordlists import words

PRESENCE = "presence"
"""The matter of who was there, which is a matter of participants."""

_OF_TWO = "+"
_HELPING = re.compile(
    r"(?:\b(?:has|have|had|is|are|was|were|be|been|being|get|got|will|would|to|not|never|no\s+longer|n['’]t|"
    r"did|do|does|remains?|remained|stays?|stayed|still|also|so|far|yet|again|now|already|himself|herself|itself|"
    r"themselves|expected|due|set|scheduled|likely|\w+ly)|\w+n['’]t)\s+\Z"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|got|remains?|remained|stays?|stayed)\b(?!.*\bby\b)"
)
_NOT = re.compile(r"\b(?:not|never|no\s+longer)\b|n['’]t\b")
_NONE = re.compile(r"\A\W*(?:no|none|nobody|neither|not\s+one)\b")
_OPEN = re.compile(
    r"\b(?:may|might|could|should|must|can|cannot|if|whether|unless|until|calls?\s+(?:for|on|to)|called\s+(?:for|on)|demand\w*|urge\w*|"
    r"want\w*|asked|hop(?:es?|ed|ing)|threaten\w*|offer\w*\s+to|in\s+order)\b[^,;:.]{0,40}\Z"
)
_TO_COME = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were)\s+to|to)\b")
_DENYING = re.compile(r"\b(?:denied|denies|denying|rejected|refused|ruled\s+out|dismissed)\b[^,;.]{0,60}\Z")


class Standing(NamedTuple):
    """How something stands: `way` is one of the ways that its `matter` knows, `order` when in time it comes.

    `subject` is what it is told of and `thing` whom or what else the words name; `coming` that it is yet to be.
    `terms` are what its sentence tells (see `telling_terms`).
    `start` and `end` are the words that tell it, in code points of the article.
    """

    account: Account
    sentence: Sentence
    terms: frozenset[str]
    start: int
    end: int
    matter: str
    way: str
    order: int
    of_two: bool
    subject: Things
    thing: Things
    coming: bool


class _Phrase(NamedTuple):
    matter: str
    way: str
    where: str  # `~` of what is after it, `inside` of what is in it, `*` of either side, else of what is before it


def standings(account: Account, told: tuple[Sentence, ...]) -> tuple[Standing, ...]:
    """How things stand in the sentences of an article, in order of the text."""
    found = []
    for index, sentence in enumerate(told):
        for match in _pattern().finditer(sentence.folded):
            for phrase in _told(match.group()):
                standing = _standing(account, told, index, match.span(), phrase)
                if standing:
                    found.append(standing)
    return tuple(found)


def _standing(
    account: Account, told: tuple[Sentence, ...], index: int, span: tuple[int, int], phrase: _Phrase
) -> Standing | None:
    """What a phrase at `span` of a sentence tells; None where it is only asked for, feared or possible."""
    sentence, (first, end) = told[index], span
    start = _helping(sentence.folded, first)
    leading, helping = sentence.folded[:start], sentence.folded[start:first]
    if _OPEN.search(leading + helping):
        return None
    matter = _matters()[phrase.matter]
    way = phrase.way
    if _NOT.search(helping) or _NONE.search(leading) or _DENYING.search(leading):
        others = [other for other in matter.ways if other != way]
        if len(others) != 1:
            return None
        way = others[0]
    passive = _PASSIVE.search(helping) is not None and not sentence.folded[first:end].endswith("ing")
    subject = before(told, index, sentence.start + start)
    if phrase.where == "inside":
        thing = inside(sentence, sentence.start + sentence.folded.find(" ", first), sentence.start + end)
    else:
        thing = after(sentence, sentence.start + end)
    if matter.of_two:
        subject, thing = (NOTHING, subject) if passive else (subject, thing)
    else:
        follows = phrase.where in {"~", "inside"} or (phrase.where == "*" and not passive and bool(thing))
        subject, thing = (thing, NOTHING) if follows else (subject, Things(places=thing.places))
    coming = _TO_COME.search(helping) is not None
    place = sentence.start + start, sentence.start + end
    return Standing(
        account,
        sentence,
        telling_terms(account, told, index),
        *place,
        phrase.matter,
        way,
        matter.ways.index(way),
        matter.of_two,
        subject,
        thing,
        coming,
    )


def _helping(folded: str, end: int) -> int:
    """Where the verbs and adverbs begin that belong to the words that end there: has not yet been."""
    while True:
        match = _HELPING.search(folded, max(0, end - 16), end)
        if not match:
            return end
        end = match.start()


def _told(words_found: str) -> list[_Phrase]:
    """The phrases that some words are; a few words can stand inside one: turned the offer down."""
    listed = words_found.split()
    return _phrases().get(" ".join(listed)) or _phrases().get(f"{listed[0]} ~ {listed[-1]}") or []


class _Matter(NamedTuple):
    ways: tuple[str, ...]  # the one that comes first in time first
    of_two: bool


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """Each phrase, with what it says of one matter or of several."""
    found: dict[str, list[_Phrase]] = {}
    told = sorted(words("standings")) + [f"{PRESENCE} {line}" for line in sorted(words("presence_phrases"))]
    for line in told:
        matter, way, phrase = line.split(None, 2)
        way = way.replace("_", " ")
        where = phrase[-1] if phrase[-1] in "~*" else "inside" if "~" in phrase else ""
        found.setdefault(phrase.rstrip("~*").strip(), []).append(_Phrase(matter, way, where))
    return found


@cache
def _matters() -> dict[str, _Matter]:
    """The matters, with their ways."""
    found = {}
    for line in words("standing_ways"):
        matter, *ways = line.replace("_", "\xa0").split(" ")
        ways = [way.replace("\xa0", " ") for way in ways]
        found[matter.rstrip(_OF_TWO)] = _Matter(tuple(ways), matter.endswith(_OF_TWO))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_phrases(), key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(ordered).replace("~", r"(?:[\w'’-]+\s+){0,3}[\w'’-]+").replace(" ", r"\s+")
    return re.compile(rf"\b(?:{either})\b")

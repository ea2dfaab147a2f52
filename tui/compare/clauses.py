"""What the words of a sentence are told of: those whom they follow, and what follows them."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui.compare.account import Account
from tui.compare.grams import plain_words
from tui.compare.naming import peoples, states_of_actors
from tui.compare.passages import Passage, passages
from tui.compare.terms import meaning, terms
from tui.compare.things import NOTHING, Things
from tui.corpus.article import Span
from tui.corpus.languages import language_of
from tui.corpus.sentences import sentences
from tui.corpus.text import fold
from tui.findings.actors.actor import ActorType
from tui.findings.events.event import TimeExpression
from tui.findings.language.wordlists import words

_BOUNDARY = re.compile(
    r"[,;:—–()“”\"]|\s-\s|\band\b(?!\s+(?:from|to|in|of|for|by|at)\b)|\b(?:but|while|as|after|when|because|who|whom|which|that|where|whose|if|although)\b"
)
_CLAUSE = re.compile(r"[,;:—–]|\b(?:and|but|while|after|before|when|which|who)\b")
_RELATIVE = frozenset({",", "who", "which", "—", "–", "that", "and", "but"})
_MOST_SEGMENTS = 4  # pieces of a sentence before some words in which who is meant is looked for
_OWNING = re.compile(r"['’]s?\s+\w")
_MOST = 400  # sentences of an article that are read for what they are told of
_FARTHEST = 90  # code points after some words in which what they are told of is looked for
_SHORTEST = 3  # letters of a noun
_REFERRING = frozenset({"he", "she", "they", "it", "his", "her", "their", "its", "them", "both", "there"})
_PRONOUNS = {"he": "m", "she": "f", "they": "", "it": ""}


class Named(NamedTuple):
    """A mention of an actor, by its name in the corpus; `gender` as the article tells it."""

    start: int
    end: int
    name: str
    type: ActorType
    gender: str


class Sentence(NamedTuple):
    """A sentence of a passage: its words folded, whom it names, and its terms (see `terms`)."""

    passage: Passage
    start: int
    end: int
    folded: str
    named: tuple[Named, ...]
    terms: frozenset[str]


def told_sentences(account: Account) -> tuple[Sentence, ...]:
    """The first 400 sentences of an article's passages, in order: what is longer is no report of one story."""
    text, language = account.article.text, language_of(account.article) or "en"
    mentions = sorted(
        Named(mention.start, mention.end, account.name(actor.name), actor.type, actor.gender or "")
        for actor in account.findings.actors
        for mention in actor.mentions
        if mention.text.lower() not in words("people_nouns")
    )
    starts = [mention.start for mention in mentions]
    states = states_of_actors(account)
    found = []
    for passage in passages(account.article):
        for start, end in sentences(text, passage.start, passage.end, language):
            named = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            covered = {mention.start for mention in named if mention.type != "group"}
            named += [
                Named(*people, "state", "")
                for people in peoples(text, start, end)
                if people[0] not in covered
            ]
            folded = fold(text[start:end])
            names = {mention.name for mention in named}
            names.update(*(states.get(mention.name, ()) for mention in named if mention.type != "place"))
            found.append(Sentence(passage, start, end, folded, tuple(sorted(named)), terms(folded, names)))
            if len(found) == _MOST:
                return tuple(found)
    return tuple(found)


def before(told: tuple[Sentence, ...], index: int, offset: int) -> Things:
    """Who or what the words at a code point of the sentence `index` are told of, where that stands before them.

    A pronoun stands for whom the sentence before names first; who or what a relative clause is of stands before it.
    """
    sentence = told[index]
    end = offset - sentence.start
    cuts = [match.span() for match in _BOUNDARY.finditer(sentence.folded, 0, end)]
    edges = [(0, 0), *cuts]
    actors: set[Named] = set()
    nouns: frozenset[str] = frozenset()
    for cut_start, first in reversed(edges[-_MOST_SEGMENTS:]):
        segment = sentence.folded[first:end]
        actors |= _actors(sentence, first, end)
        nouns = nouns or _heads(segment, _names(sentence, first, end), both=True)
        pronoun = next((word for word in plain_words(segment) if word in _PRONOUNS), None)
        if pronoun and not nouns and not actors:
            return _antecedent(told, index, first, pronoun)
        after_comma = sentence.folded[cut_start:first].strip() in _RELATIVE
        end = cut_start
        if (nouns or actors) and not (after_comma and not actors):
            break
    return _things(actors, nouns)


def after(sentence: Sentence, offset: int) -> Things:
    """What the words that end at a code point are told of, where that follows them."""
    start = offset - sentence.start
    boundary = _BOUNDARY.search(sentence.folded, start + 1)
    end = min(boundary.start() if boundary else len(sentence.folded), start + _FARTHEST)
    return inside(sentence, offset, sentence.start + end)


def inside(sentence: Sentence, first: int, last: int) -> Things:
    """What stands between two code points: the offer, of "turned the offer down"."""
    start, end = first - sentence.start, last - sentence.start
    heads = _heads(sentence.folded[start:end], _names(sentence, start, end), both=False)
    return _things(_actors(sentence, start, end), heads)


def clause_of(sentence: Sentence, start: int, end: int) -> Span:
    """The piece of a sentence, between its marks and conjunctions, in which some words stand; code points."""
    first = max(
        (cut.end() for cut in _CLAUSE.finditer(sentence.folded, 0, start - sentence.start)), default=0
    )
    following = _CLAUSE.search(sentence.folded, end - sentence.start)
    last = following.start() if following else len(sentence.folded)
    return Span(sentence.start + first, sentence.start + last)


def telling_terms(account: Account, told: tuple[Sentence, ...], index: int) -> frozenset[str]:
    """What a sentence tells, by its terms: actors and meanings, without words of saying, dates, numbers and places.

    Where it speaks of whom or what the sentence before names, what that tells belongs to it.
    """
    sentence = told[index]
    found = _telling_terms(account, sentence)
    above = told[index - 1] if index else None
    if (
        above
        and above.passage == sentence.passage
        and not _REFERRING.isdisjoint(plain_words(sentence.folded))
    ):
        return found | _telling_terms(account, above)
    return found


def words_for(sentence: Sentence, terms_told: Iterable[str]) -> set[str]:
    """Terms as a reader knows them: names, and the words of the sentence that mean them."""
    spelled = {meaning(word): word for word in reversed(plain_words(sentence.folded))}
    return {spelled.get(term, term).removeprefix("@") for term in terms_told}


def dates_of(account: Account, sentence: Sentence) -> list[TimeExpression]:
    """The time expressions of a sentence."""
    return [date for date in account.findings.dates if sentence.start <= date.start < sentence.end]


def _telling_terms(account: Account, sentence: Sentence) -> frozenset[str]:
    text = account.article.text
    spent = [(mention.start, mention.end) for mention in sentence.named]
    spent += [(date.start, date.end) for date in dates_of(account, sentence)]
    places = {f"@{mention.name}" for mention in sentence.named if mention.type == "place"}
    gone = frozenset().union(*(terms(fold(text[start:end]), ()) for start, end in spent))
    return frozenset(
        term
        for term in sentence.terms - gone - places - _saying()
        if term[0] != "#" and term not in _timely()
    )


@cache
def _saying() -> frozenset[str]:
    return frozenset(map(meaning, words("cues") - words("weak_cues")))


@cache
def _timely() -> frozenset[str]:
    return frozenset(map(meaning, words("time_words")))


def _antecedent(told: tuple[Sentence, ...], index: int, offset: int, pronoun: str) -> Things:
    """Whom a pronoun can stand for: a person named before it in its sentence, else in the one before, else its noun."""
    gender = _PRONOUNS[pronoun]
    here = [mention for mention in told[index].named if mention.start - told[index].start < offset]
    above = told[index - 1] if index else None
    for mention in (*reversed(here), *(above.named if above else ())):
        if gender and mention.type == "person" and mention.gender in {gender, ""}:
            return _things({mention}, frozenset())
    if above is None or gender:
        return NOTHING
    boundary = _BOUNDARY.search(above.folded)
    end = boundary.start() if boundary else len(above.folded)
    return _things((), _heads(above.folded[:end], _names(above, 0, end), both=False))


def _things(named: Iterable[Named], nouns: frozenset[str]) -> Things:
    listed = list(named)
    places = {mention.name for mention in listed if mention.type in {"place", "state"}}
    return Things(frozenset(mention.name for mention in listed) - places, frozenset(places), nouns)


def _actors(sentence: Sentence, start: int, end: int) -> set[Named]:
    """The mentions between two code points, but for owners: of the bank's chairman the chairman is told.

    States stay: their envoys are theirs.
    """
    first = sentence.start
    return {
        mention
        for mention in sentence.named
        if start <= mention.start - first < end
        and (mention.type == "state" or not _OWNING.match(sentence.folded, mention.end - first))
    }


def _names(sentence: Sentence, start: int, end: int) -> set[str]:
    """The words of the names that stand between two code points of a sentence."""
    first = sentence.start
    return {
        word
        for mention in sentence.named
        if start <= mention.start - first < end
        for word in plain_words(sentence.folded[mention.start - first : mention.end - first])
    }


def _heads(segment: str, names: set[str], *, both: bool) -> frozenset[str]:
    """The nouns that a phrase is about: the last word before its first preposition; `both`: its last word too."""
    listed = plain_words(segment)
    at = next((at for at, word in enumerate(listed) if at and word in words("prepositions")), len(listed))
    ends = (listed[:at], listed[at:]) if both else (listed[:at],)
    found: set[str] = set()
    for part in ends:
        kept = [word for word in part if _is_noun(word) and word not in names]
        found.update(map(meaning, kept[-1:]))
    return frozenset(found)


def _is_noun(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isalpha() and word not in _no_nouns()


@cache
def _no_nouns() -> frozenset[str]:
    listed = ("function_words", "auxiliaries", "adverbs", "time_words", "determiners", "prepositions")
    return frozenset().union(*map(words, listed))

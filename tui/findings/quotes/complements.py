"""Where reported words begin and end around a verb of saying."""

from functools import cache

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.cues import with_particle
from tui.findings.quotes.phrases import NOMINAL, Phrase, phrase_starting

_FAR = 14
_FARTHEST = 30
_CURRENCIES = frozenset("$£€¥₹")
_UNNAMED = frozenset({("be", "named"), ("be", "identified"), ("be", "quoted")})
_GIVE = frozenset({"give", "have", "use", "provide", "disclose", "reveal", "share"})
_OWNERS = frozenset({"his", "her", "their", "its", "a", "any"})
_NAMES = frozenset({"name", "names", "surname"})
_PERCEIVE = frozenset({"see", "sees", "saw", "seen", "seeing", "hear", "hears", "heard", "hearing"})
_BREAKS = frozenset({wc.RELATIVE, wc.THAT, wc.SUBORDINATOR, wc.SEMICOLON, wc.COLON, wc.DASH})
_ASKS = frozenset({"ask", "asks", "asked", "asking"})
_BEFORE_NUMBER = frozenset({"between", "about", "around"})
_DENYING = frozenset({"not", "never"})
_VERBAL = frozenset({wc.AUXILIARY, wc.CUE, wc.VERB, wc.ADVERB})


def complement_start(passage: Passage, cue: int, last: int) -> tuple[int, str] | None:
    """The position where begins what the verb at `cue` reports, and the rule that tells; None where nothing follows."""
    word = passage.lowers[cue]
    at = cue + (2 if with_particle(passage, cue) else 1)
    while at < last and (
        (passage.classes[at] in (wc.ADVERB, wc.TIME) and not _begins(passage.lowers[at]))
        or _opens_time(passage, at, last)
    ):
        at += 1
    if at >= last:
        return None
    if word in words("rating_cues"):
        return (at, "rating") if _rates(passage, at, last) else None
    particle = _particle(passage, cue, at, last)
    spoken_of = particle is not None and passage.lowers[particle] in ("for", "of", "against")
    if word in words("clause_cues") and not spoken_of:
        start = _clause_after(passage, cue, at, last)
        if start is not None:
            return start, "clause"
    following = passage.lowers[at]
    if following == "to" and word in words("infinitive_cues"):
        return (at - 1 if passage.lowers[at - 1] in _DENYING else at), "infinitive"
    told = _told_somebody(passage, cue, at, last)
    if told is not None:
        return told
    if word in words("phrase_cues") and _opens_object(passage, at, last):
        return at, "phrase"
    if particle is not None:
        return max(at, particle + 1), "phrase"
    return None


def _told_somebody(passage: Passage, cue: int, at: int, last: int) -> tuple[int, str] | None:
    """What somebody is told to do or told of: told Smith to rest, reminded the crowd of the stakes."""
    takes = takes_listener(passage, cue) and passage.lowers[cue] not in words("phrase_cues")
    if not takes or not _opens_listener(passage, at):
        return None
    listener = _listener(passage, at, last)
    if listener.end + 1 < last and opens_infinitive(passage, listener.end):
        return listener.end, "infinitive"
    of = listener.head + 1
    return (of + 1, "phrase") if of + 1 < last and passage.lowers[of] in ("of", "about") else None


def opens_infinitive(passage: Passage, at: int) -> bool:
    """Whether an infinitive begins at a position of the passage that has another after it: to rest, not to rest."""
    return passage.lowers[at] == "to" or (passage.lowers[at] in _DENYING and passage.lowers[at + 1] == "to")


def _opens_listener(passage: Passage, at: int) -> bool:
    return passage.classes[at] in "dNnuov" or passage.lowers[at] in words("object_pronouns")


def _listener(passage: Passage, at: int, last: int) -> Phrase:
    """Who is spoken to: told cheering supporters that …."""
    start = at + 1 if passage.classes[at] == wc.CUE and at + 1 < last else at
    return phrase_starting(passage, start, last)


def _rates(passage: Passage, at: int, last: int) -> bool:
    """Whether a number is given to something: put the cost at $5 million."""
    for position in range(at + 1, min(last - 1, at + _FAR)):
        if passage.lowers[position] == "at":
            following = passage.classes[position + 1 : position + 5]
            return wc.NUMBER in following or wc.OTHER in following
        if passage.classes[position] in ",;:.-qkvxrt":
            return False
    return False


def _begins(word: str) -> bool:
    """Whether an adverb opens what is reported: there is no way, himself."""
    return word == "there" or word in words("reflexives")


@cache
def _spoken_of() -> frozenset[str]:
    """The verbs that bring what they speak of by a preposition."""
    return frozenset(phrase.split()[0] for phrase in words("report_phrases"))


def _particle(passage: Passage, cue: int, at: int, last: int) -> int | None:
    """Where the preposition stands that brings what the verb at `cue` speaks of: spoke (at length) about."""
    if passage.lowers[cue] not in _spoken_of():
        return None
    for position in (cue + 1, at, cue + 3 if passage.lowers[cue + 1 : cue + 3] == ["at", "length"] else at):
        joined = f"{passage.lowers[cue]} {passage.lowers[position]}" if position + 1 < last else ""
        if joined in words("report_phrases"):
            return position
    if f"{passage.lowers[cue]} about" in words("report_phrases") and passage.classes[at] == wc.PREPOSITION:
        return _about_beyond_aside(passage, at, last)
    return None


def _about_beyond_aside(passage: Passage, at: int, last: int) -> int | None:
    """The "about" after where, when or to whom it was said: spoke in Leeds on Monday about …."""
    for position in range(at, min(last - 1, at + _FAR)):
        if passage.lowers[position] == "about":
            return position
        if passage.classes[position] in ",;:.-qkvxrto":
            return None
    return None


def _opens_object(passage: Passage, at: int, last: int) -> bool:
    """Whether what is spoken of begins at `at`: a phrase, a sum, a deed, somebody himself."""
    word_class = passage.classes[at]
    word = passage.lowers[at]
    if word_class in "dNnuo" or word in words("question_words"):
        return True
    if word == "not" and at + 1 < last:
        return passage.classes[at + 1] in "dNnu"
    if word in _BEFORE_NUMBER and at + 1 < last:
        counted = passage.classes[at + 1] == wc.NUMBER or passage.lowers[at + 1] in words("quantifiers")
        return counted or passage.words[at + 1] in _CURRENCIES
    if word_class == wc.CUE:
        return word in words("noun_cues") or word.endswith("ing")
    if word_class == wc.OTHER:
        return passage.words[at] in _CURRENCIES
    if word_class == wc.THAT:
        return at + 1 < last and (
            passage.classes[at + 1] in NOMINAL or passage.lowers[at + 1] in words("noun_cues")
        )
    return word in words("reflexives") or (word_class == wc.VERB and word.endswith("ing"))


def _opens_time(passage: Passage, at: int, last: int) -> bool:
    timed = passage.lowers[at] in words("time_openers") and passage.lowers[at] != "that"
    return timed and at + 1 < last and passage.classes[at + 1] in (wc.TIME, wc.ADVERB)


def _clause_after(passage: Passage, cue: int, at: int, last: int) -> int | None:
    """Where the clause begins that the verb at `cue` reports, looked for from `at` on."""
    classes = passage.classes
    if classes[at] == wc.THAT:
        return at + 1
    if passage.lowers[at] in words("question_words"):
        return at
    told = takes_listener(passage, cue)
    subject = at
    if told or classes[at] in (wc.PREPOSITION, wc.TIME, wc.COMMA):
        that = _that_beyond_aside(passage, at, last)
        if that is not None:
            return that + 1
        asked = _question_beyond_aside(passage, at, last) if passage.lowers[cue] in _ASKS else None
        if asked is not None:
            return asked
        if not told or not _opens_listener(passage, at):
            return None
        at = _listener(passage, at, last).end
        if at >= last:
            return None
        if classes[at] == wc.THAT or passage.lowers[at] in words("question_words"):
            return at + (classes[at] == wc.THAT)
    if subject < at and (classes[at] == wc.AUXILIARY or not _opens_clause(passage, cue, at, last)):
        return subject if _has_auxiliary(passage, subject, last) else None
    return at if _opens_clause(passage, cue, at, last) else None


def takes_listener(passage: Passage, cue: int) -> bool:
    """Whether the verb takes who is spoken to as its object: told, asked."""
    return passage.lowers[cue] in words("object_cues") or passage.lowers[cue] in words("listener_cues")


def _opens_clause(passage: Passage, cue: int, at: int, last: int) -> bool:
    """Whether a clause without "that" begins at `at`: said he would, said about half were, officials said would."""
    word_class = passage.classes[at]
    if is_short_answer(passage, at, last):
        return True
    if passage.lowers[at] == "there":
        return at + 1 < last and passage.classes[at + 1] in "xbk'"
    if passage.lowers[cue] in words("that_cues"):
        return word_class in "doNnu" and _has_auxiliary(passage, at, last)
    if word_class in "doNnukv":
        needs_verb = passage.lowers[cue] in words("phrase_cues") or with_particle(passage, cue)
        return not needs_verb or has_verb(passage, at, last)
    if passage.lowers[at] == "about" and at + 1 < last:
        return passage.classes[at + 1] in "ud"
    return word_class == wc.AUXILIARY and passage.classes[cue] == wc.CUE


def is_short_answer(passage: Passage, at: int, last: int) -> bool:
    """Whether one word at `at` is all that is said: said so, said yes."""
    if passage.lowers[at] not in ("so", "yes", "no"):
        return False
    return at + 1 >= last or passage.classes[at + 1] in ",;:.-pmcs"


def _has_auxiliary(passage: Passage, at: int, last: int) -> bool:
    """Whether a subject of few words and an auxiliary follow: indicated the bridge was safe."""
    for position in range(at + 1, min(last, at + 7)):
        if passage.classes[position] == wc.AUXILIARY:
            return passage.classes[position - 1] in "Nno"
        if passage.classes[position] not in "Nnudo'p":
            return False
    return False


def _that_beyond_aside(passage: Passage, at: int, last: int) -> int | None:
    """The "that" after whom, when or where it was said: told reporters on Monday that …."""
    for position in range(at, min(last - 1, at + _FAR)):
        word_class = passage.classes[position]
        if word_class == wc.THAT:
            brings = (
                passage.classes[position - 1] in "nNmuo,bv" and passage.classes[position + 1] not in "xkv"
            )
            return position if brings else None
        noun = word_class in "kv" and passage.classes[position - 1] in "dp'"
        if (word_class in "kvxr;:." and not noun) or (word_class == wc.PRONOUN and position > at + 1):
            break
    return _that_beyond_commas(passage, at, last)


def _question_beyond_aside(passage: Passage, at: int, last: int) -> int | None:
    """The question after whom, when or where it was asked: asked in May if …."""
    for position in range(at, min(last - 1, at + _FAR)):
        if passage.lowers[position] in words("question_words"):
            return position
        if passage.classes[position] in ",;:.-qkvxt":
            return None
    return None


def _that_beyond_commas(passage: Passage, at: int, last: int) -> int | None:
    """The "that" after an aside between commas: said on Monday, when asked about it, that …."""
    for position in range(at + 1, min(last - 1, at + _FARTHEST)):
        if passage.classes[position] == wc.COMMA and passage.classes[position + 1] == wc.THAT:
            return position + 1
        if passage.classes[position] in (wc.SEMICOLON, wc.COLON, wc.STOP, wc.QUOTED):
            return None
    return None


def has_verb(passage: Passage, at: int, last: int) -> bool:
    """Whether a finite verb follows a subject at `at`, so that the words are a clause."""
    for position in range(at + 1, min(last, at + 25)):
        word_class = passage.classes[position]
        if word_class in _BREAKS or (
            word_class == wc.COORDINATOR and _joins_verb(passage, position + 1, last)
        ):
            return False  # the verb that follows is another clause's
        if word_class in "xkv" and passage.classes[position - 1] not in "d'p":
            return True
        if word_class == wc.NOUN and passage.lowers[position].endswith("ed"):
            return True
        if passage.words[position] in ("’s", "'s") and passage.classes[position - 1] == wc.PRONOUN:
            return True
    return passage.classes[at] == wc.PRONOUN


def _joins_verb(passage: Passage, at: int, last: int) -> bool:
    return at < last and (passage.classes[at] in _VERBAL or passage.lowers[at].endswith("ed"))


def content_start(passage: Passage, first: int, end: int) -> int:
    """The position from `first` on, before `end`, where the words begin after joining words and marks."""
    start = first
    while start < end and passage.classes[start] in ",c-":
        start += 1
    return start


def keeps_name(passage: Passage, start: int) -> bool:
    """Whether somebody only asks to stay unnamed: not to be named, not want to give her full name."""
    start += passage.lowers[start] in _DENYING
    if passage.lowers[start : start + 1] != ["to"]:
        return False
    following = passage.lowers[start + 1 : start + 5]
    owned = following[:1] and following[0] in _GIVE and following[1:2] and following[1] in _OWNERS
    return tuple(following[:2]) in _UNNAMED or bool(owned and _NAMES.intersection(following[2:]))


def perceives(passage: Passage, cue: int, start: int) -> bool:
    """Whether somebody sees or hears a thing or a person, not that something is so: who saw it, not saw it as."""
    word = passage.lowers[start]
    seen = passage.lowers[cue] in _PERCEIVE and (word == "it" or word in words("object_pronouns"))
    return seen and passage.lowers[start + 1 : start + 2] != ["as"]

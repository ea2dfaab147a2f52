"""Tell what each candidate names: a person, an organisation, a state or a place; or that it names nothing.

Every mention of the same words adds its evidence: the words themselves, what stands before and behind them. The sum
decides for all the mentions of the article.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui.findings.actors.actor import ActorType
from tui.findings.actors.candidates import Candidate
from tui.findings.actors.gazetteer import gazetteer
from tui.findings.actors.vocabulary import Kind, is_common, kind, vocabulary
from tui.findings.document import Document
from tui.findings.language.wordlists import words as words_listed

_TYPES: tuple[ActorType, ...] = ("person", "organisation", "place")
_PERSON, _ORGANISATION, _PLACE = range(3)
_INSIDE = frozenset({"in", "near", "across", "outside", "throughout", "around"})
_CAMEL = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Le)(?<!^La)(?<!^Fitz)(?<=[a-z])[A-Z]")
_NO_NAME = re.compile(r"[A-Z]-[A-Z]|[A-Z]{2,}s$|(?:X{0,3}(?:IX|IV|V?I{0,3}))$")
"""A party and a state (`R-OK`), several of what has an acronym (`SUVs`), a Roman number."""


_ON_BOARD = frozenset({("on", "board"), ("crew", "of"), ("sinking", "of"), ("wreck", "of")})
"""What leads to the name of a craft."""
_POSSESSIVE = frozenset({"'s", "’s"})
"""What ends the name of a saint's school or church: St Anne's."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What can stand behind a surname, in lower case without its full stop."""


class Named(NamedTuple):
    """A candidate with its words as one line, what it names, and how sure that is (0 to 1)."""

    candidate: Candidate
    name: str
    type: ActorType
    confidence: float


class Seen(NamedTuple):
    """What an article shows of its words.

    `inside`: names that stand inside a sentence, where a capital is no accident; `surnames`: last words of full names;
    `repeated`: names that stand inside more than once; `openers`: first words of organisations; `forms`: all words.
    """

    inside: set[str]
    surnames: set[str]
    repeated: set[str]
    openers: set[str]
    forms: set[str]


def surface(document: Document, first: int, last: int) -> str:
    """The words `first:last` as written, on one line."""
    return " ".join(document.article.text[document.starts[first] : document.ends[last - 1]].split())


def typed(document: Document, found: Iterable[Candidate]) -> list[Named]:
    """The candidates in running text that name something, each with its type, in order of position."""
    listed = [(c, surface(document, c.first, c.last)) for c in found if not c.heading]
    seen = _seen(document, listed)
    kept = [
        pair
        for c, name in listed
        for pair in _trimmed(document, c, name, seen.inside)
        if _is_name(document, *pair, seen)
    ]
    crafts = {name for c, name in kept if _is_craft(document, c) and name not in seen.surnames}
    kept = [(c, name) for c, name in kept if name not in crafts]
    scores: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for c, name in kept:
        if c.entry is None or not c.entry.sure:
            _weigh(document, c, scores[name])
            if c.kind is Kind.NAME and c.last - c.first == 2 and document.words[c.last - 1] in seen.surnames:
                scores[name][_PERSON] += 1.5  # Akie Abe, where Shinzo Abe is named
    named = []
    for c, name in kept:
        if c.entry is not None and c.entry.sure:
            named.append(Named(c, name, c.entry.type, 0.95))
            continue
        weights = scores[name]
        best = max(range(3), key=weights.__getitem__)
        margin = weights[best] - sorted(weights)[1]
        if margin <= 0:
            best = _default(name)
        named.append(Named(c, name, _TYPES[best], round(min(0.95, 0.5 + 0.08 * max(margin, 0)), 2)))
    return named


def _seen(document: Document, listed: list[tuple[Candidate, str]]) -> Seen:
    counts = Counter(name for c, name in listed if not c.initial)
    full = [c for c, _ in listed if c.kind is Kind.NAME and c.last - c.first > 1]
    surnames = {surname for c in full if (surname := _surname(document.words[c.first : c.last], c))}
    return Seen(
        inside=counts.keys() | surnames,
        surnames=surnames,
        repeated={name for name, count in counts.items() if count > 1},
        openers={
            document.words[c.first] for c, _ in listed if c.kind is Kind.ORGANISATION and c.last - c.first > 1
        },
        forms=set(document.words),
    )


def _surname(words: list[str], c: Candidate) -> str | None:
    """The word that can stand for a full name: its last, behind a first name or known for one; of some its first."""
    if words[0] in words_listed("family_names_first") and (len(words) == 3 or "-" in words[-1]):
        return words[0]
    if words[-1].lower().rstrip(".") in SUFFIXES:
        words = words[:-1]
    known = gazetteer()
    first, last = words[0].lower(), words[-1].lower()
    borne = len(words) == 2 and last in known.surnames and not is_common(first) and c.entry is None
    return words[-1] if len(words) > 1 and (first in known.genders or borne) else None


def _trimmed(document: Document, c: Candidate, name: str, sure: set[str]) -> list[tuple[Candidate, str]]:
    """`c` without a first word that is capitalised only because a sentence begins with it."""
    words, places = document.words, gazetteer()
    low = words[c.first].lower()
    if (
        not c.initial
        or c.last - c.first < 2
        or c.entry
        or name in sure
        or c.kind in (Kind.ORGANISATION, Kind.PLACE)
        or low in places.genders
        or low in vocabulary().particles
    ):
        return [(c, name)]
    if not is_common(low) and document.words[c.first + 1] not in places.singles:
        return [(c, name)]
    rest = surface(document, c.first + 1, c.last)
    following = words[c.first + 1].lower()
    borne = following in places.genders or (c.last - c.first == 2 and following in places.surnames)
    if rest in sure or borne or words[c.first + 1] in places.singles:
        entry = places.singles.get(rest)
        return [(c._replace(first=c.first + 1, entry=entry, initial=False), rest)]
    return [(c, name)]


def _is_name(document: Document, c: Candidate, name: str, seen: Seen) -> bool:
    """Whether the candidate is a name at all: its capital may come from the sentence's start alone."""
    if c.entry is not None and c.entry.sure:
        told = not c.initial or c.last - c.first > 1 or name in seen.inside
        return told or not is_common(name) or _does(document, c)
    if _NO_NAME.match(name) or _is_shouted(document, c, name) or _is_half(document, c, name):
        return False
    if c.last - c.first == 1:
        if name in seen.surnames or (name in seen.openers and not c.initial and kind(name) is Kind.NAME):
            return True
        return _is_single_name(document, c, name, seen)
    if not c.initial or name in seen.inside or c.kind is not Kind.NAME:
        return True
    if document.lowers[c.first] in gazetteer().genders or document.words[c.last : c.last + 1] not in (
        [":"],
        [],
    ):
        return True
    return not all(is_common(word) or not word[0].isupper() for word in document.words[c.first : c.last])


def _is_craft(document: Document, c: Candidate) -> bool:
    """Whether what stands right before says that it is a craft's name: the ferry Aurora, the crew of the Aurora."""
    before = document.lowers[max(c.first - 3, 0) : c.first]
    told = bool(before) and before[-1] in words_listed("vessel_nouns")
    if before[-1:] == ["the"]:
        told = before[-2:-1] == ["aboard"] or tuple(before[:-1]) in _ON_BOARD
    return told and (c.entry is None or not c.entry.sure)


def _is_half(document: Document, c: Candidate, name: str) -> bool:
    """Whether the word is only the first half of an adjective: Franco-German."""
    if name[-1] != "o":
        return False
    after = document.words[c.last : c.last + 2]
    return len(after) == 2 and after[0] == "-" and kind(after[1]) is Kind.DEMONYM


def _in_pair(document: Document, c: Candidate) -> bool:
    """Whether a hyphen joins the word to another name: the Trump-Putin call."""
    words = document.words
    before, after = words[max(c.first - 2, 0) : c.first], words[c.last : c.last + 2]
    if len(after) == 2 and after[0] == "-":
        return after[1][0].isupper() and not is_common(after[1]) and kind(after[1]) is Kind.NAME
    return (
        len(before) == 2
        and before[1] == "-"
        and before[0][0].isupper()
        and not is_common(before[0])
        and kind(before[0]) is Kind.NAME
    )


def _is_shouted(document: Document, c: Candidate, name: str) -> bool:
    """Whether several words in capitals are a sentence that shouts: TRUMP SAYS NO."""
    words = document.words[c.first : c.last]
    return len(words) > 1 and name.isupper() and any(len(word) > 1 and is_common(word) for word in words)


def _is_single_name(document: Document, c: Candidate, name: str, seen: Seen) -> bool:
    low = name.lower()
    if len(name) < 2 or (kind(name) is not Kind.NAME and c.entry is None):
        return False
    if name.isupper():
        return not is_common(low) or len(low) < 5
    if low in seen.forms or (name[-1] == "s" and name[:-1] in seen.surnames):
        return False
    if c.initial and name not in seen.inside:
        if low in gazetteer().genders and document.words[c.last : c.last + 1] in (["“"], ['"']):
            return True  # Robert “Bob” Doe
        return not is_common(low) and not low.endswith(("s", "ing", "ed", "ly")) and "-" not in name
    places = gazetteer()
    borne = not is_common(low) or low in places.genders or c.entry is not None
    definite = c.first > 0 and document.lowers[c.first - 1] == "the"
    if definite and c.first > 1 and document.words[c.first - 2] in ("“", '"', "‘", "'") and is_common(low):
        return False  # nicknamed “the Crocodile”
    return borne or definite or _told(document, c) or (name in seen.repeated and not _quoted(document, c))


def _after(document: Document, c: Candidate) -> str:
    """The word behind the candidate in lower case, or nothing."""
    return document.lowers[c.last] if c.last < len(document.lowers) else ""


def _modifies(document: Document, c: Candidate) -> bool:
    """Whether a noun follows that the name modifies, so that an article before the name is the noun's."""
    after, known = _after(document, c), vocabulary()
    if after in words_listed("administration_words") or after == "-":
        return True
    verb = after in known.stops or after in known.speech or after in words_listed("state_acts")
    return after.isalpha() and not verb


def _told(document: Document, c: Candidate) -> bool:
    """Whether what stands before or behind the word tells that it is a name, though a common word too."""
    before = document.lowers[c.first - 1].rstrip(".") if c.first else ""
    after, known = _after(document, c), vocabulary()
    behind = document.words[c.last + 1 : c.last + 2] if after == "," else []
    if behind and behind[0][0].isupper() and behind[0].lower() in gazetteer().genders:
        return True
    return (
        before in _INSIDE
        or _in_pair(document, c)
        or before in known.honorifics
        or before in known.offices
        or after in words_listed("administration_words")
    )


def _does(document: Document, c: Candidate) -> bool:
    """Whether a verb or a possessive ending follows, as after a name."""
    after = document.lowers[c.last] if c.last < len(document.lowers) else ""
    return (
        after in ("'s", "’s", ",", "and")
        or after in vocabulary().speech
        or after in words_listed("state_acts")
    )


def _quoted(document: Document, c: Candidate) -> bool:
    """Whether the words stand in quotation marks of their own, as titles of works do."""
    before = document.words[c.first - 1] if c.first else ""
    after = document.words[c.last] if c.last < len(document.words) else ""
    return before in ("“", '"', "'", "‘") and after in ("”", '"', "'", "’", ",")


def _weigh(document: Document, c: Candidate, weights: list[float]) -> None:
    """Add what the candidate's words and its neighbours say to `weights`."""
    _weigh_words(document, c, weights)
    _weigh_before(document, c, weights)
    _weigh_behind(document, c, weights)


def _weigh_words(document: Document, c: Candidate, weights: list[float]) -> None:
    words = document.words[c.first : c.last]
    if c.entry is not None:
        weights[_PLACE] += 2.5
    if c.kind is Kind.ORGANISATION or words[-1] in _POSSESSIVE:
        weights[_ORGANISATION] += 5
    elif c.kind is Kind.PLACE:
        weights[_PLACE] += 5
    if len(words) == 1:
        _weigh_word(words[0], weights)
    else:
        _weigh_phrase(words, weights)


def _weigh_word(word: str, weights: list[float]) -> None:
    places, low = gazetteer(), word.lower()
    if word.isupper() or any(c.isdigit() or c == "." for c in word) or _CAMEL.search(word):
        weights[_ORGANISATION] += 3
    elif low in places.genders:
        weights[_PERSON] += 1.5
    elif low in places.surnames:
        weights[_PERSON] += 1


def _weigh_phrase(words: list[str], weights: list[float]) -> None:
    places, first, last = gazetteer(), words[0].lower(), words[-1].lower()
    if first in places.genders:
        weights[_PERSON] += 4 if not is_common(last) or last in places.surnames else 2.5
    if any(len(word) == 2 and word[1] == "." for word in words) or (len(first) == 2 and first[1] == "."):
        weights[_PERSON] += 3
    if last in places.surnames:
        weights[_PERSON] += 1.5
    if "&" in words or any(word.isupper() and len(word) > 2 and "." not in word for word in words):
        weights[_ORGANISATION] += 2
    if len(words) <= 4 and not any(is_common(word) for word in words):
        weights[_PERSON] += 1.5
    if len(words) > 4:
        weights[_ORGANISATION] += 1.5


def _weigh_before(document: Document, c: Candidate, weights: list[float]) -> None:
    if c.first == 0:
        return
    before, known = document.lowers[c.first - 1], vocabulary()
    bare = before.rstrip(".")
    if bare in known.honorifics:
        weights[_PERSON] += 5
    elif bare in known.offices:
        weights[_PERSON] += 3.5
    elif before == "the" and not _modifies(document, c):
        weights[_ORGANISATION] += 1.5
        weights[_PERSON] -= 2
    elif before == "of" and c.first > 1 and document.lowers[c.first - 2] in _of_places():
        weights[_PLACE] += 4
    elif (
        before == "in"
        and c.entry is None
        and document.lowers[c.first - 2] in words_listed("publishing_words")
    ):
        weights[_ORGANISATION] += 4
    elif before in _INSIDE:
        weights[_PLACE] += 2 if c.last - c.first < 3 else 1
    elif before == "from":
        weights[_PLACE] += 1 if c.last - c.first == 1 else 0.4
    elif before == "at":
        weights[_PLACE] += 0.4
        weights[_ORGANISATION] += 0.5
    elif before in known.speech:
        weights[_PERSON] += 0.7


@cache
def _of_places() -> frozenset[str]:
    """Words behind which "of" leads to a place."""
    return words_listed("place_nouns") | words_listed("place_owners")


def _weigh_behind(document: Document, c: Candidate, weights: list[float]) -> None:
    words, known = document.lowers, vocabulary()
    if c.last >= len(words):
        return
    after = words[c.last]
    if after in words_listed("administration_words") and kind(document.words[c.first]) is Kind.NAME:
        weights[_PERSON] += 4
    if after in known.speech:
        weights[_PERSON] += 1.2
    if after in words_listed("place_nouns"):
        borne = words[c.last - 1] in gazetteer().surnames  # Kennedy airport
        weights[_PLACE] += 2 if borne else 4
    if after in words_listed("staff_words"):
        weights[_ORGANISATION] += 1.5
    if after != "," or c.last + 2 >= len(words):
        return
    second, third = words[c.last + 1], words[c.last + 2]
    if second == "who":
        weights[_PERSON] += 3
    elif second.isdigit() and len(second) == 2 and third in (",", "."):
        weights[_PERSON] += 4
    elif second in ("a", "an", "the", "then", "former") or second in known.offices:
        if any(word in known.offices for word in words[c.last + 1 : c.last + 8]):
            weights[_PERSON] += 2
    else:
        entry = gazetteer().singles.get(document.words[c.last + 1])
        if entry and entry.type in ("state", "place") and third in (",", ".", ")"):
            weights[_PLACE] += 3


def _default(name: str) -> int:
    """What a name is that nothing tells about."""
    words = name.split()
    if len(words) == 1:
        return _ORGANISATION if name.isupper() else _PERSON
    return _ORGANISATION if any(is_common(word) for word in words) or len(words) > 3 else _PERSON

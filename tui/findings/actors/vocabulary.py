"""What a word can be in a name: an office, an honorific, the head of an organisation's name, and so on."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from tui.findings.actors.gazetteer import gazetteer, pairs
from tui.findings.language.wordlists import words

_ZONES = frozenset({"gmt", "utc", "est", "edt", "pst", "pdt", "am", "pm"})
_COMPOUND = re.compile(r"-[a-z]|^[A-Z]+-?\d+$(?<![GM]\d)(?<!G20)|^I$|['’](?:m|re|ve|ll|d|t)$")
"""Compounds (`Western-led`), models and roads (`F-16`, `IE6`; not `G7`, `M5`), and elided words name nobody."""


_ADJECTIVES = frozenset(
    {"led", "era", "run", "made", "born", "free", "wide", "only", "type", "like", "held", "area", "bred"}
)


_GIVEN = re.compile(
    r"[^\W\d_]{1,4}|[bcdghjklmnpstwyz]{0,2}[yw]?[aeiou]{1,2}ng|[a-z]{1,3}(?:eo|yeo|yu|oo)[nk]|cheol|hyeok|hyuk"
)
"""The second half of a given name (`Ki-moon`, `Jae-myung`, `Ying-jeou`): short, or a syllable as Korea writes it."""
_SYLLABLE = re.compile(r"(?:zh|ch|sh|ts|hs|[bcdfghjklmnpqrstwxyz])?[aeiouü]{1,3}(?:ng|[nhkpmrl])?")
"""A syllable of a Chinese or Korean name, in Latin letters: where English has the word too, both must be one."""


class Kind(IntEnum):
    """What a capitalised word is, taken alone."""

    NAME = 0
    STOP = 1
    OFFICE = 2
    MODIFIER = 3
    HONORIFIC = 4
    DEMONYM = 5
    ORGANISATION = 6
    PLACE = 7
    THING = 8


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word lists that the finders of actors share. Words are in lower case, without their full stop."""

    stops: frozenset[str]
    offices: frozenset[str]
    modifiers: frozenset[str]
    honorifics: dict[str, str]
    organisation_words: frozenset[str]
    place_words: frozenset[str]
    thing_words: frozenset[str]
    particles: frozenset[str]
    speech: frozenset[str]


def _lower(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words(name))


@cache
def vocabulary() -> Vocabulary:
    """The word lists, read at the first call."""
    return Vocabulary(
        stops=words("function_words"),
        offices=words("offices"),
        modifiers=words("office_modifiers"),
        honorifics={word.lower(): gender for word, gender in pairs("honorifics").items()},
        organisation_words=_lower("organisation_words"),
        place_words=_lower("place_words"),
        thing_words=_lower("thing_words"),
        particles=words("particles"),
        speech=words("cues"),
    )


@lru_cache(maxsize=1 << 16)
def is_common(word: str) -> bool:
    """Whether `word` is one that English uses without a capital."""
    low = word.lower()
    if low in gazetteer().common or low in vocabulary().stops:
        return True
    return len(low) > 6 and low.endswith(
        ("tion", "tions", "ity", "ities", "ness", "ment", "ments", "ism", "ship", "ility")
    )


def _is_given_name(word: str) -> bool:
    """Whether a compound is a given name, as in `Ban Ki-moon`, and no adjective, as `Moscow-led` is."""
    left, hyphen, right = word.partition("-")
    short = bool(hyphen) and right not in _ADJECTIVES and bool(_GIVEN.fullmatch(right))
    if not short or not left.isalpha() or left in gazetteer().singles:
        return False
    return not is_common(left) or bool(_SYLLABLE.fullmatch(left.lower()) and _SYLLABLE.fullmatch(right))


@lru_cache(maxsize=1 << 16)
def head(word: str) -> Kind:
    """What a phrase is that ends with `word`: an organisation, a place, a thing, else a name."""
    known, low = vocabulary(), word.lower().rstrip(".")
    if low in known.thing_words:
        return Kind.THING
    if low in known.organisation_words or word.lower() in known.organisation_words:
        return Kind.ORGANISATION
    return Kind.PLACE if low in known.place_words else Kind.NAME


@lru_cache(maxsize=1 << 16)
def kind(word: str) -> Kind:
    """What the capitalised `word` is, taken alone."""
    known = vocabulary()
    low = word.lower()
    bare = low.rstrip(".")
    if low in known.stops and not (
        word.isupper() and len(word) > 1 and "." not in word and low not in _ZONES
    ):
        return Kind.STOP
    if _COMPOUND.search(word) and word[:3].lower() not in ("al-", "el-") and not _is_given_name(word):
        return Kind.STOP
    if word == "Dean":
        return Kind.NAME
    places = gazetteer()
    if (
        word in places.demonyms
        or word in places.peoples
        or (word[:-1] in places.demonyms and word.endswith("s"))
    ):
        return Kind.DEMONYM
    for listed, found in (
        (known.honorifics, Kind.HONORIFIC),
        (known.offices, Kind.OFFICE),
        (known.modifiers, Kind.MODIFIER),
        (known.thing_words, Kind.THING),
        (known.organisation_words, Kind.ORGANISATION),
        (known.place_words, Kind.PLACE),
    ):
        if bare in listed or low in listed:
            return found
    return Kind.NAME

"""Noun phrases: a pronoun, or determiner, adjectives, nouns and names, and what hangs on the noun."""

from dataclasses import dataclass

from tui.findings.german.lexicon import cue_forms, ends_like, is_office, listed, small_words
from tui.findings.german.passages import FOLDED, Passage

_ADJECTIVE_ENDS = ("e", "er", "en", "es", "em")
_ORDERED = frozenset(
    {"anderer", "andere", "weiterer", "weitere", "zweiter", "zweite", "dritter", "dritte", "eine", "einer"}
)
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words `start` to `end` (half-open) of a passage; `named`: it ends in a name, not in a common noun."""

    start: int
    end: int
    named: bool


def is_noun(passage: Passage, at: int) -> bool:
    """Whether the word is a noun or a name: it has a capital letter and is no small word at a sentence's head."""
    return passage.words[at][0].isupper() and passage.lowers[at] not in small_words()


def is_adjective(passage: Passage, at: int) -> bool:
    """Whether the word has an ending of adjectives and is none of the small words or verbs of saying."""
    word, lower = passage.words[at], passage.lowers[at]
    if word[0].isdigit():
        return True
    written = word[0].islower() or (at == 0 or not passage.words[at - 1][0].isalnum())
    return (
        word[0].isalpha()
        and written
        and lower.endswith(_ADJECTIVE_ENDS)
        and lower not in small_words()
        and lower not in cue_forms()
    )


def phrase_at(passage: Passage, at: int, last: int) -> Phrase | None:
    """The noun phrase in the nominative that begins at `at` and ends before `last`, or None."""
    if at >= last:
        return None
    lower = passage.lowers[at]
    if lower in ("er", "sie", "es", "ich", "wir", "man", "ihr", "du") and not _opens_noun(passage, at, last):
        return Phrase(at, at + 1, named=False)
    phrase = _noun_phrase(passage, at, last, listed("determiners"))
    if phrase is not None:
        return phrase
    if (
        lower in ("ein", "eine", "der", "die")
        and passage.lowers[at + 1 : min(at + 2, last)]
        and _stands_for_noun(passage, at + 1)
    ):
        return Phrase(at, at + 2, named=False)
    return Phrase(at, at + 1, named=False) if lower in listed("stand_alone") else None


def _stands_for_noun(passage: Passage, at: int) -> bool:
    """Whether an adjective stands for its noun: ein anderer, eine zweite."""
    return passage.lowers[at] in _ORDERED


def oblique_phrase_at(passage: Passage, at: int, last: int) -> Phrase | None:
    """The noun phrase in whatever case that begins at `at`: behind a preposition."""
    if at >= last:
        return None
    return _noun_phrase(passage, at, last, listed("determiners") | listed("oblique_determiners"))


def _opens_noun(passage: Passage, at: int, last: int) -> bool:
    """Whether `ihr` is a determiner here: ihr Sprecher."""
    return passage.lowers[at] == "ihr" and at + 1 < last and is_noun(passage, at + 1)


def _noun_phrase(passage: Passage, at: int, last: int, determiners: frozenset[str]) -> Phrase | None:
    last = min(last, at + _LONGEST)
    start = at
    determined = passage.lowers[at] in determiners
    if determined:
        at += 1
    at = _adjectives(passage, at, last)
    end, named = _nouns(passage, at, last, determined=determined)
    if end == at:
        return None
    while end < last:
        following = _attribute(passage, end, last, named)
        if following is None:
            break
        end, named = following
    return Phrase(start, end, named)


def _adjectives(passage: Passage, at: int, last: int) -> int:
    """The first position from `at` on that is no adjective before a noun."""
    stop = at
    while stop < last and (
        (is_adjective(passage, stop) and not (is_noun(passage, stop) and passage.words[stop][0].isupper()))
        or passage.lowers[stop] in ("und", "sehr", "damals", "noch")
    ):
        stop += 1
    return stop if stop < last and is_noun(passage, stop) else at


def _nouns(passage: Passage, at: int, last: int, *, determined: bool) -> tuple[int, bool]:
    """Where the run of nouns and names from `at` on ends, and whether it ends in a name."""
    begin = at
    while at < last:
        if at in passage.titles:
            at = min(passage.titles[at], last)
        elif is_noun(passage, at):
            if (
                at > begin
                and passage.lowers[at] in listed("time_words")
                and not _opens_name(passage, at, last)
            ):
                break
            at += 1
        elif at > begin and _compounds(passage, at, last):
            at += 2
        elif at > begin and _joins_name(passage, at, last):
            at += 2 if is_noun(passage, at + 1) else 3
        else:
            break
    count = at - begin
    named = count > 1 or (count == 1 and not determined and not is_office(passage.words[begin]))
    if at < last and passage.words[at] == "." and count and len(passage.words[at - 1]) == 1:
        at += 1  # Gerda P.
    return at, named


def _opens_name(passage: Passage, at: int, last: int) -> bool:
    """Whether a month is a first name here: Sprecher August Pohl."""
    return passage.lowers[at] in first_names() and at + 1 < last and is_noun(passage, at + 1)


def _compounds(passage: Passage, at: int, last: int) -> bool:
    """Whether a hyphen joins a title and a noun: die „Bild“-Zeitung."""
    touches = passage.words[at] == "-" and passage.starts[at] == passage.ends[at - 1]
    return touches and at + 1 < last and is_noun(passage, at + 1)


def _joins_name(passage: Passage, at: int, last: int) -> bool:
    """Whether a small word goes on with a name: von der Leyen, zu Guttenberg."""
    word = passage.lowers[at]
    if word == "und" or word not in listed("name_particles") or is_office(passage.words[at - 1]):
        return False
    if passage.words[at - 1].lower() not in first_names() or at + 1 >= last:
        return False
    if is_noun(passage, at + 1):
        return True
    return word in ("von", "van") and at + 2 < last and passage.lowers[at + 1] in ("der", "den", "dem")


def first_names() -> dict[str, str]:
    """First names in small letters with their gender."""
    from tui.findings.german.gazetteer import gazetteer

    return gazetteer().genders


def _attribute(passage: Passage, at: int, last: int, named: bool) -> tuple[int, bool] | None:
    """Where what hangs on the noun before `at` ends: des Ministeriums, der Polizei, aus Bremen, und sein Sohn."""
    lower = passage.lowers[at]
    if passage.words[at] == FOLDED:
        return None
    determiners = listed("determiners") | listed("oblique_determiners")
    if lower in listed("genitives") and (not named or lower == "des"):
        inner = _noun_phrase(passage, at, last, determiners)
        if inner is None or _listens(passage, inner):
            return None
        return inner.end, inner.named
    if lower in listed("joining_prepositions") and not named:
        inner = _noun_phrase(passage, at + 1, last, determiners) if at + 1 < last else None
        return None if inner is None else (inner.end, inner.named)
    if lower == "und":
        inner = _noun_phrase(passage, at + 1, last, listed("determiners")) if at + 1 < last else None
        return None if inner is None else (inner.end, inner.named)
    return None


def _listens(passage: Passage, phrase: Phrase) -> bool:
    """Whether the phrase is one that journalists sign with: der Nachrichtenagentur, der Zeitung."""
    return any(ends_like(passage.words[at], "listeners") for at in range(phrase.start + 1, phrase.end))


def is_listener(passage: Passage, phrase: Phrase) -> bool:
    """Whether the phrase can be a listener in the dative: der Zeitung, dem Sender, Journalisten."""
    lower = passage.lowers[phrase.start]
    head = passage.words[phrase.end - 1]
    if lower in ("dem", "den", "einem", "einer", "diesem", "unserer"):
        return True
    return ends_like(head, "listeners") and (
        lower == "der"
        or phrase.end - phrase.start == 1
        or ends_like(passage.words[phrase.start + 1], "listeners")
    )

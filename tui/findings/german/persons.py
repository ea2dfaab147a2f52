"""People in a German article: first name and surname, title or office and name, then the surname alone."""

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Literal

from tui.findings.actors.actor import Role
from tui.findings.document import Document
from tui.findings.german.gazetteer import gazetteer
from tui.findings.german.lexicon import is_office, listed, small_words

Gender = Literal["m", "f"]
_NO_SURNAME = ("ung", "heit", "keit", "schaft", "tion", "tät", "ismus", "chen", "lich", "nis", "tum")
_NO_UNKNOWN_SURNAME = (*_NO_SURNAME, "en", "e", "ern")
_WOMEN = ("in", "frau", "mutter", "tochter", "schwester", "witwe")
_EITHER = ("e", "en", "em", "star", "profi", "coach")
_LONGEST_ROLE = 10
_MOST_PARTICLES = 3
_SHORTEST = 3  # letters of a surname behind a first name that no German list has


@dataclass(slots=True)
class NamedPerson:
    """A person under its fullest name. `full` are half-open ranges of words that name it at length or with a title."""

    name: str
    surname: str
    gender: Gender | None
    rule: str
    confidence: float
    full: list[tuple[int, int]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it stands: `first`/`last` its words, `given` whether a first name begins it, the role before it."""

    first: int
    last: int
    given: bool
    gender: Gender | None
    role: Role | None


def find_persons(document: Document) -> list[NamedPerson]:
    """The persons of an article in order of first mention; those with a title alone are joined to the full names."""
    names = _names(document)
    people: list[NamedPerson] = []
    for name in [name for name in names if name.given]:
        _add(document, people, name)
    for name in [name for name in names if not name.given]:
        _add(document, people, name)
    for person in people:
        for _, last in person.full:
            role = _role_behind(document, last)
            if role:
                person.roles.append(role)
    return people


def _add(document: Document, people: list[NamedPerson], name: _Name) -> None:
    words = document.words[name.first : name.last]
    if _is_genitive(document, name) and " ".join(words) not in {person.name for person in people}:
        words = [*words[:-1], words[-1][:-1]]
    if words[-1] == ".":
        words = [*words[:-2], words[-2] + "."]
    last = words[-1]
    for person in people:
        same = (
            " ".join(words) in (person.name, person.name + "s")
            if name.given
            else last
            in (
                person.surname,
                person.surname + "s",
            )
        )
        if same and not (name.gender and person.gender and name.gender != person.gender):
            break
    else:
        rule, confidence = ("first name", 0.9) if name.given else ("title", 0.85)
        person = NamedPerson(" ".join(words), last, name.gender, rule, confidence)
        people.append(person)
    person.full.append((name.first, name.last))
    person.gender = person.gender or name.gender
    if name.role:
        person.roles.append(name.role)


def _is_genitive(document: Document, name: _Name) -> bool:
    """Whether the name’s s is a genitive’s: Anna Pohls Sprecher."""
    if document.words[name.last - 1][-1] != "s" or name.last >= len(document.words):
        return False
    following = document.words[name.last]
    return following[0].isupper() and following.lower() not in small_words()


def plain_surname(word: str, surnames: Container[str]) -> tuple[str | None, int]:
    """The surname that `word` is, with how many letters of it are the name: Merkels, Scholz’."""
    if word in surnames:
        return word, len(word)
    if word[-1] == "s" and word[:-1] in surnames:
        return word[:-1], len(word) - 1
    return None, 0


def _names(document: Document) -> list[_Name]:
    found: list[_Name] = []
    for sentence in document.sentences:
        at = sentence.first
        while at < sentence.last:
            name = _name_at(document, at, sentence.last)
            if name is None:
                at += 1
            else:
                found.append(name)
                at = name.last
    return found


def _name_at(document: Document, at: int, last: int) -> _Name | None:
    """The name that begins at `at`, with its titles; None where there is none."""
    words = document.words
    if not words[at][0].isupper() or document.lowers[at] in small_words():
        return None
    begin = at
    office: int | None = None
    gender: Gender | None = None
    while at < last and (words[at] in listed("titles") or (is_office(words[at]) and not _given(words[at]))):
        if words[at] in ("Frau", "Fr.", "Frl.", "Lady", "Madame"):
            gender = "f"
        elif words[at] in ("Herr", "Herrn", "Hr.", "Lord", "Sir"):
            gender = "m"
        elif words[at] not in listed("titles"):
            office, gender = at, gender or _gender_of(words[at])
        at += 1
        if at < last and words[at] == "." and words[at - 1] + "." in listed("titles"):
            at += 1
    if at >= last:
        return None
    end = _given_name(document, at, last)
    if end is not None:
        return _Name(at, end, True, _told_gender(words[at]) or gender, _role(document, office, at, begin))
    if at == begin:
        return None
    end = _after_title(document, at, last)
    if end is None:
        return None
    if end - at == 1:
        gender = gender or _told_gender(words[at])
    return _Name(at, end, end - at > 1, gender, _role(document, office, at, begin))


def _head(word: str) -> str:
    """A first name without what a hyphen adds: Hans-Peter."""
    return word.lower().partition("-")[0]


def _given(word: str) -> bool:
    return word[0].isupper() and _head(word) in gazetteer().genders


def _told_gender(name: str) -> Gender | None:
    """The gender that a first name tells."""
    told = gazetteer().genders.get(_head(name))
    return "m" if told == "m" else "f" if told == "f" else None


def _gender_of(office: str) -> Gender | None:
    lower = office.lower()
    if lower.endswith(_WOMEN):
        return "f"
    return None if lower.endswith(_EITHER) else "m"


def _given_name(document: Document, at: int, last: int) -> int | None:
    """Where the name that a first name begins at `at` ends: Anna Pohl, Karl-Heinz von der Aue."""
    words = document.words
    if not _given(words[at]) or words[at].isupper():
        return None
    end = at + 1
    while end < last and (_given(words[end]) or (len(words[end]) <= 2 and words[end].endswith("."))):
        end += 1
    begin = end
    end = _past_particles(document, end, last)
    if end + 1 < last and len(words[end]) == 1 and words[end].isupper() and words[end + 1] == ".":
        return end + 2  # Gerda P.
    told = at > 0 and is_office(words[at - 1]) and end < last and words[end][0].isupper()
    common = told and document.lowers[end] not in small_words() and not is_office(words[end])
    if end < last and not words[end].isupper() and (common or _is_surname(document, end, listed_too=False)):
        return end + 1
    return begin if begin - at > 1 and words[begin - 1][0].isupper() and words[begin - 1][-1] != "." else None


def _past_particles(document: Document, at: int, last: int) -> int:
    """The position behind the small words of a name: von der Leyen, de la Cruz."""
    words = document.words
    end = at
    while end < last and end - at < _MOST_PARTICLES:
        inner = end > at and words[end] in ("der", "den", "dem")
        if not (inner or words[end] in listed("name_particles")):
            break
        end += 1
    return end


def _after_title(document: Document, at: int, last: int) -> int | None:
    """Where the name behind a title ends: Minister Pohl, Sprecherin von Aue, Senatorin Orsolya Kertész."""
    words = document.words
    if words[at] in ("von", "vom", "zu", "zur"):
        return None  # Sprecher von Siemens: whose, not who
    end = _past_particles(document, at, last)
    if end >= last or not _is_surname(document, end, listed_too=True):
        return None
    if not _is_called(words[end]):
        return None
    end += 1
    return end + 1 if end < last and _goes_on(document, end) else end


def _goes_on(document: Document, at: int) -> bool:
    """Whether the name behind a title goes on at `at`: the one before is a first name, or this one no German noun."""
    word = document.words[at]
    if not _is_surname(document, at, listed_too=True) or len(word) < _SHORTEST:
        return False
    if not all(part[1:].islower() for part in word.split("-")):
        return False
    from tui.findings.actors.gazetteer import gazetteer as english

    given = _head(document.words[at - 1]) in english().genders
    return given or not word.lower().endswith(_NO_UNKNOWN_SURNAME)


def _is_called(word: str) -> bool:
    """Whether a word behind a title can be a name: not all in capitals, no plural in the dative."""
    return len(word) > 1 and (
        word[1:].islower() or "-" in word or any(c in "’'" for c in word) or word[1:] != word[1:].upper()
    )


def _is_surname(document: Document, at: int, *, listed_too: bool) -> bool:
    """Whether the word can be a surname: no small word, no common noun of the list, no known place or body."""
    word, lower = document.words[at], document.lowers[at]
    if not word[0].isupper() or lower in small_words() or lower in listed("time_words"):
        return False
    if word in listed("no_names") or lower.endswith(_NO_SURNAME) or (listed_too and is_office(word)):
        return False
    found = gazetteer().longest(document.words, at, at + 1)
    return found is None


def _role(document: Document, office: int | None, name: int, begin: int) -> Role | None:
    """The office before a name as its role, with the tense that an adjective or a prefix tells."""
    if office is None:
        return None
    start, end = (
        document.starts[office],
        document.ends[name - 1] if name - 1 == office else document.ends[office],
    )
    text = document.article.text[start:end]
    lower = text.lower()
    before = document.lowers[begin - 1] if begin else ""
    if before in listed("former_words") or lower.startswith(("ex-", "alt-")):
        return Role(text, start, end, text, "former")
    if lower.endswith(tuple(listed("candidate_words"))):
        return Role(text, start, end, text, "candidate")
    return Role(text, start, end, text, "current")


def _role_behind(document: Document, at: int) -> Role | None:
    """The role that an apposition tells: Anna Pohl, Sprecherin der Feuerwehr, …."""
    words, lowers = document.words, document.lowers
    if at + 1 >= len(words) or words[at] != ",":
        return None
    first = at + 1
    head = first
    while head < min(len(words), first + 3) and words[head][0].islower():
        head += 1
    if head >= len(words) or not words[head][0].isupper() or not is_office(words[head]):
        return None
    for end in range(head + 1, min(len(words), first + _LONGEST_ROLE)):
        if words[end] in (",", ".", ";", ":", "–"):
            text = document.article.text[document.starts[head] : document.ends[end - 1]]
            former = any(word in listed("former_words") for word in lowers[first:head])
            tense: Literal["current", "former"] = "former" if former else "current"
            return Role(" ".join(text.split()), document.starts[head], document.ends[end - 1], text, tense)
    return None

"""One article's persons: full names first, then the surnames and first names that mean them."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz, process

from tui.findings.actors.actor import ActorType, Relation
from tui.findings.actors.draft import Draft, WordSpan
from tui.findings.actors.gazetteer import gazetteer, pairs
from tui.findings.actors.transliteration import plain, skeleton
from tui.findings.actors.typing import SUFFIXES, Named
from tui.findings.actors.vocabulary import vocabulary
from tui.findings.actors.whole_names import whole_names
from tui.findings.document import Document
from tui.findings.language.wordlists import words as listed

Gender = Literal["m", "f"]

_LONG = 6
_INITIALS = 3  # names that a person has whose initials can stand for the whole, at least
_INNER = 4  # letters of a name between first name and surname that can stand for the whole, at least
_SLIP = 82
"""RapidFuzz's `ratio` from which two long names that stand in one article differ by a slip of the pen."""
_WEAK = 0.7
"""Confidence below which a single word is rather the short form of an organisation than a person."""
_GIVEN_TOO = frozenset({"kim", "lee", "park", "moon", "jia", "chen"})


@dataclass(slots=True, eq=False)
class Person:
    """A person of the article: the words of the fullest name, and the mentions with their relation to it."""

    words: tuple[str, ...]
    mentions: list[tuple[Named, Relation]] = field(default_factory=list)

    def draft(self, document: Document) -> Draft:
        """The person as an actor of the article."""
        return Draft(
            " ".join(self.words),
            "person",
            mentions=[
                WordSpan(n.candidate.first, n.candidate.last, relation) for n, relation in self.mentions
            ],
            gender=_gender(document, self),
            confidence=max(n.confidence for n, _ in self.mentions),
        )


def split_name(name: str) -> tuple[str, ...]:
    """The words of a name, without the comma and full stop of `Jr.`."""
    return tuple(word.rstrip(",") for word in name.split())


def surname(words: tuple[str, ...]) -> str:
    """The family name in lower case: the last word that is no `Jr.`, without the Arabic article; of some the first."""
    if len(words) > 1 and words[0] in listed("family_names_first") and _given_last(words):
        return words[0].lower()
    end = len(words)
    while end > 1 and words[end - 1].lower().rstrip(".") in SUFFIXES:
        end -= 1
    last = words[end - 1].lower()
    return last[3:] if last[:3] in ("al-", "el-") else last


def _given_last(words: tuple[str, ...]) -> bool:
    """Whether the given name stands behind the family name: `Xi Jinping`, `Kim Jong-un`, but not `Kim Smith`."""
    if any("-" in word for word in words[1:]):
        return True
    places = gazetteer()
    unlisted = all(
        word.lower() not in places.surnames and word.lower() not in places.genders for word in words[1:]
    )
    return unlisted and (len(words) == 3 or words[0].lower() not in _GIVEN_TOO)


def suffix(words: tuple[str, ...]) -> str:
    """`jr` and the like, or nothing."""
    last = words[-1].lower().rstrip(".")
    return last if last in SUFFIXES else ""


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names can be one person's: equal, an initial, or the short form of one name."""
    a, b = one.lower().rstrip("."), other.lower().rstrip(".")
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return full_first_name(a) == full_first_name(b)


def full_first_name(name: str) -> str:
    """The name that a short form stands for, in lower case."""
    return _full_names().get(name.lower(), name.lower())


def _full_names() -> dict[str, str]:
    if not _FULL:
        _FULL.update({short.lower(): full.lower() for short, full in pairs("nicknames").items()})
    return _FULL


_FULL: dict[str, str] = {}


def may_be_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names can name one person: the same surname, first names that agree, no two suffixes."""
    if plain(surname(a)) != plain(surname(b)) or suffix(a) != suffix(b):
        return False
    if surname(a) == a[0].lower() and surname(b) == b[0].lower():
        return [word.lower() for word in a] == [word.lower() for word in b]
    if not same_first_name(a[0], b[0]) and not _spelt_alike(a[0], b[0]):
        return a[:-1] == b[:-1][-len(a) + 1 :] or b[:-1] == a[:-1][-len(b) + 1 :]
    middle_a, middle_b = a[1:-1], b[1:-1]
    return not (middle_a and middle_b and middle_a[0][0].lower() != middle_b[0][0].lower())


def find_persons(document: Document, named: list[Named]) -> tuple[list[Person], list[Named]]:
    """The article's persons, and what is left of `named` when they have taken their mentions."""
    persons: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    singles: list[Named] = []
    shortened: list[Named] = []
    left: list[Named] = []
    named = whole_names(document, named)
    long = [n for n in named if n.type == "person" and n.candidate.last - n.candidate.first > 2]
    tails = {tail for n in long for tail in _with_particles(split_name(n.name))}
    for n in named:
        words = split_name(n.name)
        if n.candidate.entry is not None and n.candidate.entry.sure:
            (singles if len(words) == 1 else left).append(n)
        elif (
            len(words) == 1
            or (n.type == "person" and _is_surname(words))
            or (tails and plain(n.name) in tails)
        ):
            singles.append(n)
        elif n.type == "person" and len(words[-1].rstrip(".")) == 1:
            shortened.append(n)
        elif n.type == "person":
            _add_full(document, n, words, persons, by_surname)
        else:
            left.append(n)
    for n in shortened:
        _add_shortened(document, n, persons, by_surname)
    _add_singles(document, singles, persons, by_surname, left)
    return persons, _without_initials(persons, left)


def _without_initials(persons: list[Person], left: list[Named]) -> list[Named]:
    """`left` without what are the initials of one person's whole name: `AMLO`, `MBS`."""
    whole: dict[str, list[Person]] = {}
    for person in persons:
        if len(person.words) >= _INITIALS:
            letters = "".join(part[0] for word in person.words for part in word.split("-") if part)
            whole.setdefault(plain(letters).upper(), []).append(person)
    kept = []
    for n in left:
        named = whole.get(n.name, []) if n.candidate.entry is None else []
        if len(named) == 1:
            named[0].mentions.append((n, "acronym"))
        else:
            kept.append(n)
    return kept


def _add_shortened(
    document: Document, n: Named, persons: list[Person], by_surname: dict[str, list[Person]]
) -> None:
    """Give a name with a surname's initial alone, `John D.`, to the one person whose it can be."""
    words = split_name(n.name)
    same = [
        person
        for person in persons
        if same_first_name(person.words[0], words[0])
        and len(person.words[0].rstrip(".")) > 1
        and surname(person.words)[0] == words[-1][0].lower()
    ]
    if len(same) == 1:
        same[0].mentions.append((n, "variant"))
    else:
        _add_full(document, n, words, persons, by_surname)


def _with_particles(words: tuple[str, ...]) -> list[str]:
    """A full name's surnames with their particles: `van der Berg`, `der Berg`, `de Wit`."""
    particles = vocabulary().particles
    return [plain(" ".join(words[at:])) for at in range(1, len(words) - 1) if words[at] in particles]


def _is_surname(words: tuple[str, ...]) -> bool:
    """Whether a name begins with a particle: a surname alone, at a sentence's start or as some write it."""
    return words[0].lower() in vocabulary().particles and len(words[0]) > 1


def _add_full(
    document: Document,
    n: Named,
    words: tuple[str, ...],
    persons: list[Person],
    by_surname: dict[str, list[Person]],
) -> None:
    same = by_surname.setdefault(plain(surname(words)), [])
    person = next((p for p in same if may_be_one(p.words, words)), None)
    if person is None:
        person = Person(words)
        persons.append(person)
        same.append(person)
    elif (not n.name.isupper(), len(words)) > (not "".join(person.words).isupper(), len(person.words)):
        person.words = words
    turned = not n.name.startswith(document.words[n.candidate.first])
    person.mentions.append((n, "variant" if turned else "name"))


def _add_singles(
    document: Document,
    singles: list[Named],
    persons: list[Person],
    by_surname: dict[str, list[Person]],
    left: list[Named],
) -> None:
    """Give each single word to the person whose surname or first name it is, or let it be a person of its own."""
    by_first: dict[str, list[Person]] = {}
    for person in persons:
        by_first.setdefault(_given(person.words), []).append(person)
    full_mentions = Counter({id(person): len(person.mentions) for person in persons})
    alone: dict[str, Person] = {}
    bodies = {n.name.split()[0] for n in left if n.type == "organisation"}
    inner = _inner_names(persons)
    for n in singles:
        low = n.name.lower()
        key = plain(surname(split_name(n.name)))
        entry = n.candidate.entry
        same = [p for p in by_surname.get(key, ()) if _ends_so(p.words, split_name(n.name))]
        if not same and entry is None:
            same = _spelt_otherwise(key, by_surname)
        if entry and entry.sure and _stands_alone(n, entry.type, same, bodies) and not _titled(document, n):
            same = []
        if not same and entry is None and _titled(document, n):
            same = _misspelt(key, by_surname)
        if same:
            _choose(document, n, same, full_mentions).mentions.append((n, "surname"))
        elif entry is not None and entry.sure:
            left.append(n)
        elif low in by_first and (len(by_first[low]) == 1):
            by_first[low][0].mentions.append((n, "short"))
        elif len(inner.get(plain(low), ())) == 1:
            inner[plain(low)][0].mentions.append((n, "short"))
        elif n.type == "person" and not (n.name in bodies and n.confidence < _WEAK):
            if key not in alone:
                alone[key] = Person(split_name(n.name))
                persons.append(alone[key])
            alone[key].mentions.append((n, "name"))
        else:
            left.append(n)
    left.sort(key=lambda n: n.candidate.first)


def _given(words: tuple[str, ...]) -> str:
    """The first name in lower case, wherever it stands: of `Nguyen Phu Trong` the last word."""
    return words[-1 if len(words) > 1 and surname(words) == words[0].lower() else 0].lower()


def _inner_names(persons: list[Person]) -> dict[str, list[Person]]:
    """Persons by the names between first name and surname that no given name is: Lula da Silva, González Urrutia."""
    found: dict[str, list[Person]] = {}
    for person in persons:
        for word, following in zip(person.words[1:-1], person.words[2:], strict=True):
            given = plain(word) in gazetteer().genders and following.lower() not in vocabulary().particles
            if word[0].isupper() and len(word) >= _INNER and not given:
                found.setdefault(plain(word), []).append(person)
    return found


def _ends_so(words: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Whether a surname with particles is that of a full name: `Van der Berg` of `Peter van der Berg`."""
    if len(short) == 1:
        return True
    tail = [plain(word) for word in words[-len(short) :]]
    return tail == [plain(word) for word in short]


def _stands_alone(n: Named, kind: ActorType, same: list[Person], bodies: set[str]) -> bool:
    """Whether a word that the gazetteer knows is that rather than the surname of one of `same`."""
    if kind == "state" or n.name in gazetteer().capitals:
        return True
    if kind != "organisation":
        return False
    first = min((p.mentions[0][0].candidate.first for p in same), default=0)
    return n.name in bodies or n.candidate.first < first or all(suffix(p.words) for p in same)


def _titled(document: Document, n: Named) -> bool:
    """Whether an honorific or office stands right before the name."""
    before = document.lowers[n.candidate.first - 1].rstrip(".") if n.candidate.first else ""
    return before in vocabulary().honorifics or before in vocabulary().offices


def _choose(document: Document, n: Named, same: list[Person], full_mentions: Counter[int]) -> Person:
    """Of persons of one surname the one that is meant: by honorific, then the one whom the article names most."""
    if len(same) == 1:
        return same[0]
    before = document.lowers[n.candidate.first - 1].rstrip(".") if n.candidate.first else ""
    wanted = vocabulary().honorifics.get(before) or None
    fitting = [p for p in same if wanted and _first_name_gender(p) == wanted] or same
    elder = [p for p in fitting if not suffix(p.words)] or fitting
    introduced = [p for p in elder if p.mentions[0][0].candidate.first < n.candidate.first] or elder
    return max(introduced, key=lambda p: (full_mentions[id(p)], -p.mentions[0][0].candidate.first))


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two first names of one gender differ by a slip only: `Kristin`, `Kristen`."""
    a, b = one.lower(), other.lower()
    genders = gazetteer().genders
    alike = a[0] == b[0] and min(len(a), len(b)) >= _LONG and genders.get(a, "e") == genders.get(b, "e")
    return alike and fuzz.ratio(a, b) >= _SLIP


def _spelt_otherwise(key: str, by_surname: dict[str, list[Person]]) -> list[Person]:
    """The persons of the one surname that is `key` transliterated otherwise: Zelenskyy, Zelensky."""
    if len(key) < _LONG or key in gazetteer().surnames:
        return []
    near = [
        name
        for name in by_surname
        if name[0] == key[0] and name not in gazetteer().surnames and skeleton(name) == skeleton(key)
    ]
    return by_surname[near[0]] if len(near) == 1 else []


def _misspelt(key: str, by_surname: dict[str, list[Person]]) -> list[Person]:
    """The persons whose long surname differs from `key` by a slip, where only one surname does."""
    if len(key) < _LONG:
        return []
    near = [name for name in by_surname if name[0] == key[0] and len(name) >= _LONG]
    close = process.extract(key, near, scorer=fuzz.ratio, score_cutoff=_SLIP, limit=2)
    return by_surname[close[0][0]] if len(close) == 1 else []


def _first_name_gender(person: Person) -> Gender | None:
    found = gazetteer().genders.get(person.words[0].lower()) if len(person.words) > 1 else None
    return "m" if found == "m" else "f" if found == "f" else None


def _gender(document: Document, person: Person) -> Gender | None:
    """The gender that an honorific tells, else the first name."""
    known = vocabulary()
    for n, _ in person.mentions:
        first = n.candidate.first
        told = known.honorifics.get(document.lowers[first - 1].rstrip(".")) if first else None
        if told:
            return "m" if told == "m" else "f"
    return _first_name_gender(person)

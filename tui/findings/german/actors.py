"""Find the actors of a German article: all nouns have capitals there, so that a capital alone makes no name."""

from bisect import bisect_right

from tui.findings.actors.actor import ActorMention, ActorType, ArticleActor, Relation, named_apart
from tui.findings.actors.gazetteer import Entry
from tui.findings.document import Document
from tui.findings.german.gazetteer import gazetteer
from tui.findings.german.lexicon import ends_like, listed
from tui.findings.german.persons import NamedPerson, find_persons, plain_surname


def find_actors(document: Document) -> tuple[ArticleActor, ...]:
    """The actors of one German article, in order of first mention. What no list and no title tells is no actor."""
    persons = find_persons(document)
    taken = {at for person in persons for first, last in person.full for at in range(first, last)}
    found = _Found(document)
    for first, last in _ranges(document):
        at = first
        while at < last:
            at = found.known(at, last) if at not in taken else at + 1
    actors = [*_persons(document, persons, found.taken), *found.actors()]
    actors.sort(key=lambda actor: (actor.mentions[0].start, actor.name))
    return tuple(named_apart(actors))


def _ranges(document: Document) -> list[tuple[int, int]]:
    return [(sentence.first, sentence.last) for sentence in document.sentences]


class _Found:
    """Bodies, states, places and groups as they are met."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._entries: dict[tuple[str, ActorType], tuple[Entry, str, float]] = {}
        self._mentions: dict[tuple[str, ActorType], list[ActorMention]] = {}
        self.taken: set[int] = set()

    def known(self, at: int, last: int) -> int:
        """Add the known name at the word `at`, if there is one; the position to go on from."""
        words = self._document.words
        if not words[at][0].isupper():
            return at + 1
        company = self._company(at, last)
        if company:
            return company
        body = self._body(at, last)
        if body:
            return body
        found = gazetteer().longest(words, at, last)
        if found is None:
            if ends_like(words[at], "ministry_ends"):
                self._add(at, at + 1, Entry(words[at], "organisation", None, sure=True), "kind of body", 0.75)
            return at + 1
        count, entry, genitive = found
        if not entry.sure and not self._placed(at):
            return at + 1
        if entry.type == "group" and at + count < last and words[at + count][0].isupper():
            return at + 1  # der Deutschen Meisterschaft
        self._add(at, at + count, entry, "gazetteer", 0.9, cut=1 if genitive else 0)
        return at + count

    def _placed(self, at: int) -> bool:
        """Whether the words before say that a place follows."""
        before = self._document.lowers[at - 1] if at else ""
        return before in ("in", "aus", "nach", "bei", "stadt", "kanton")

    def _company(self, at: int, last: int) -> int | None:
        """A company by its legal form: Nordwerk AG, Pohl & Söhne GmbH."""
        words = self._document.words
        for end in range(at + 1, min(last, at + 5)):
            if words[end] in listed("legal_forms") and self._document.lowers[at] not in listed("determiners"):
                name = " ".join(words[at : end + 1])
                self._add(at, end + 1, Entry(name, "organisation", None, sure=True), "legal form", 0.9)
                return end + 1
            if not (words[end][0].isupper() or words[end] == "&"):
                return None
        return None

    def _body(self, at: int, last: int) -> int | None:
        """A body by its kind and its place: Landgericht Bremen, Polizei Köln."""
        words = self._document.words
        if words[at] not in listed("body_nouns") or at + 1 >= last:
            return None
        found = gazetteer().longest(words, at + 1, last)
        if found is None or found[1].type not in ("place", "state") or found[2]:
            return None
        end = at + 1 + found[0]
        name = " ".join(words[at:end])
        self._add(at, end, Entry(name, "organisation", None, sure=True), "kind of body", 0.85)
        return end

    def _add(self, first: int, last: int, entry: Entry, rule: str, sure: float, cut: int = 0) -> None:
        document = self._document
        start, end = document.starts[first], document.ends[last - 1] - cut
        text = document.article.text[start:end]
        key = (entry.name, entry.type)
        self._entries.setdefault(key, (entry, rule, sure))
        self._mentions.setdefault(key, []).append(ActorMention(text, start, end, _relation(text, entry)))
        self.taken.update(range(first, last))

    def actors(self) -> list[ArticleActor]:
        """All that were found."""
        return [
            ArticleActor(
                entry.name, entry.type, entry.parent, tuple(self._mentions[key]), (), None, rule, sure
            )
            for key, (entry, rule, sure) in self._entries.items()
        ]


def _relation(text: str, entry: Entry) -> Relation:
    if text == entry.name:
        return "name"
    return "acronym" if text.isupper() and len(text) > 1 else "variant"


def _persons(document: Document, persons: list[NamedPerson], taken: set[int]) -> list[ArticleActor]:
    """The persons with their full mentions, and those by surname alone, which go to who was named last."""
    text, starts, ends = document.article.text, document.starts, document.ends
    mentions: list[list[ActorMention]] = [
        [_mention(text, starts[first], ends[last - 1], person) for first, last in person.full]
        for person in persons
    ]
    covered = {at for person in persons for first, last in person.full for at in range(first, last)} | taken
    by_surname: dict[str, list[int]] = {}
    for index, person in enumerate(persons):
        by_surname.setdefault(person.surname, []).append(index)
    for at, word in enumerate(document.words):
        if at in covered or not word[0].isupper():
            continue
        surname, length = plain_surname(word, by_surname)
        if surname is None:
            continue
        index = _nearest(by_surname[surname], persons, at)
        begin = starts[at]
        mentions[index].append(ActorMention(text[begin : begin + length], begin, begin + length, "surname"))
    return [
        ArticleActor(
            name=person.name,
            type="person",
            parent=None,
            mentions=tuple(sorted(mentions[index], key=lambda mention: mention.start)),
            roles=tuple(sorted(person.roles, key=lambda role: role.start)),
            gender=person.gender,
            rule=person.rule,
            confidence=person.confidence,
        )
        for index, person in enumerate(persons)
    ]


def _mention(text: str, start: int, end: int, person: NamedPerson) -> ActorMention:
    written = text[start:end]
    if (
        written != person.name
        and written.endswith("s")
        and " ".join(written.split())[:-1] in (person.name, person.surname)
    ):
        end -= 1
        written = text[start:end]
    alone = " ".join(written.split()) == person.surname and person.surname != person.name
    return ActorMention(written, start, end, "surname" if alone else "name")


def _nearest(indices: list[int], persons: list[NamedPerson], at: int) -> int:
    """Which of several persons of one surname is meant at the word `at`: who was named in full last before it."""
    if len(indices) == 1:
        return indices[0]
    named = sorted((first, index) for index in indices for first, _ in persons[index].full)
    before = bisect_right(named, (at, len(persons)))
    return named[max(0, before - 1)][1]

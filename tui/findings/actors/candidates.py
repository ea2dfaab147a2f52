"""Cut an article's capitalised words into candidates for names.

A run of capitalised words is split where a title, an adjective of a people or a known name ends, so that
`U.S. President Donald Trump` gives `U.S.` and `Donald Trump`, and `Trump-Putin` gives two.
"""

from typing import NamedTuple

from tui.findings.actors.gazetteer import Entry, Gazetteer, gazetteer
from tui.findings.actors.vocabulary import Kind, is_common, kind, vocabulary
from tui.findings.document import Document

_OPENERS = frozenset("“\"‘'«„:•*-–—([…")
_NOBILIARY = ("al-", "el-", "ad-", "ar-", "as-", "az-")
_OF = frozenset({"of", "for", "and", "the", "&"})
_PLACE_OPENERS = frozenset({"Mount", "Lake", "Cape", "Port", "Isle", "Gulf", "Fort"})
_BODY_OPENERS = frozenset({"Air", "Team", "Radio", "Royal"})
_WITH_OF = frozenset({"republic", "kingdom", "house", "bank", "isle", "cape", "strait", "gulf", "university"})


class Candidate(NamedTuple):
    """Words `first:last` (half-open) that may name an actor.

    `entry` is what the gazetteer knows of them; `kind` what their last word says; `initial`: a sentence begins with
    them, so the capital alone says nothing; `heading`: they stand in a heading in title case or capitals, likewise.
    """

    first: int
    last: int
    entry: Entry | None
    kind: Kind
    initial: bool
    heading: bool


def candidates(document: Document) -> list[Candidate]:
    """All candidates of `document`, in order of position."""
    return _Cutter(document).cut()


def is_capitalised(word: str) -> bool:
    """Whether `word` is written as a name is: with a capital, or with an Arabic article before it."""
    return word[0].isupper() or (word[0] in "ae" and word[:3] in _NOBILIARY and word[3:4].isupper())


class _Cutter:
    """One pass over one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.gazetteer: Gazetteer = gazetteer()
        self.particles = vocabulary().particles
        self.found: list[Candidate] = []
        self.capitals = [
            i
            for i, word in enumerate(document.words)
            if word[0].isupper() or (word[0] in "ae" and is_capitalised(word))
        ]
        self.alone = self._alone()
        self.heading = False
        self.start = 0

    def _alone(self) -> set[str]:
        """Capitalised words that stand somewhere without a hyphen at their side."""
        words = self.words
        last = len(words) - 1
        return {
            words[i]
            for i in self.capitals
            if not (i and words[i - 1] == "-") and not (i < last and words[i + 1] == "-")
        }

    def cut(self) -> list[Candidate]:
        """Go through the sentences."""
        blocks = self.document.article.blocks
        capitals, at = self.capitals, 0
        for sentence in self.document.sentences:
            begin = at
            while at < len(capitals) and capitals[at] < sentence.last:
                at += 1
            if begin == at:
                continue
            self.heading = blocks[sentence.block].kind in ("headline", "heading") and self._shouts(
                sentence.first, sentence.last, at - begin
            )
            self.start = sentence.first
            done = sentence.first
            for i in capitals[begin:at]:
                if i >= done and kind(self.words[i]) is not Kind.STOP:
                    done = self._run_end(i, sentence.last)
                    self._split(i, done)
        return self.found

    def _shouts(self, first: int, last: int, capitals: int) -> bool:
        """Whether a heading's words are capitalised because it is a heading."""
        content = [word for word in self.words[first:last] if len(word) > 3 and word[0].isalpha()]
        return sum(word[0].isupper() for word in content) > 0.7 * len(content) or capitals > 0.8 * (
            last - first
        )

    def _run_end(self, first: int, limit: int) -> int:
        """Where the run of capitalised words that begins at `first` ends."""
        words = self.words
        end = first + 1
        while end < limit:
            word = words[end]
            if is_capitalised(word):
                if kind(word) is Kind.STOP:
                    break
                end += 1
            elif (skip := self._joined(first, end, limit)) > 0:
                end += skip
            else:
                break
        return end

    def _joined(self, first: int, at: int, limit: int) -> int:
        """How many words the small word at `at` carries the run on by, 0 where it ends it."""
        words = self.words
        word = words[at]
        if at + 1 >= limit:
            return 0
        following = words[at + 1]
        if word == "-":
            return 2 if is_capitalised(following) and self._hyphenated(at) else 0
        if word in "'’" and words[at - 1] == "O":
            return 2 if following[0].isupper() else 0
        if word in self.particles and word not in ("do", "a"):
            ahead = at + 1
            while ahead + 1 < limit and words[ahead] in self.particles:
                ahead += 1
            return ahead - at + 1 if words[ahead][0].isupper() and kind(words[at - 1]) is Kind.NAME else 0
        if word in _OF:
            return self._of(first, at, limit)
        return 0

    def _of(self, first: int, at: int, limit: int) -> int:
        """How far `of`, `for`, `and` and `&` carry on the name of an organisation, place or office."""
        words = self.words
        word = words[at]
        ahead = at + 2 if words[at + 1] == "the" and at + 2 < limit else at + 1
        if not is_capitalised(words[ahead]) or kind(words[ahead]) is Kind.STOP:
            return 0
        if word == "&":
            return ahead - at + 1
        heads = {kind(words[i]) for i in range(first, at)}
        if word == "of" and (
            heads & {Kind.ORGANISATION, Kind.PLACE, Kind.OFFICE, Kind.THING}
            or words[at - 1].lower() in _WITH_OF
        ):
            return ahead - at + 1
        if word == "for" and Kind.ORGANISATION in heads:
            return ahead - at + 1
        if word == "and" and Kind.ORGANISATION in heads and any(w in ("of", "for") for w in words[first:at]):
            return ahead - at + 1 if is_common(words[ahead]) and not self._known(ahead) else 0
        if word == "and" and is_common(words[at - 1]) and not self._known(at - 1):
            tail = ahead
            while (
                tail < limit
                and is_capitalised(words[tail])
                and kind(words[tail]) in (Kind.NAME, Kind.MODIFIER)
            ):
                tail += 1
            headed = tail < limit and words[tail][0].isupper() and kind(words[tail]) is Kind.ORGANISATION
            return ahead - at + 1 if headed and tail > ahead - 1 and not self._known(ahead) else 0
        return 0

    def _known(self, at: int) -> bool:
        return self.words[at] in self.gazetteer.singles or kind(self.words[at]) is Kind.DEMONYM

    def _hyphenated(self, at: int) -> bool:
        """Whether the hyphen at `at` is inside one name (`Jean-Claude`), not between two (`Trump-Putin`)."""
        left, right = self.words[at - 1], self.words[at + 1]
        if left.lower() in self.particles:
            return True
        if self._known(at - 1) or self._known(at + 1):
            return self.gazetteer.longest(self.words, at - 1, at + 2) is not None and bool(
                self.gazetteer.phrases.get(left)
                and self.gazetteer.longest(self.words, at - 1, at + 2)[0] == 3  # type: ignore[index]
            )
        if left.lower() in self.gazetteer.genders and right.lower() in self.gazetteer.genders:
            return True
        return not (left in self.alone and right in self.alone)

    # ---- splitting a run

    def _split(self, first: int, end: int) -> None:
        """Add the candidates in the run `first:end`."""
        words = self.words
        while first < end:
            found = kind(words[first])
            if found is Kind.HONORIFIC or (
                found in (Kind.OFFICE, Kind.MODIFIER) and self._titles(first, end) > first
            ):
                first = max(self._titles(first, end), first + 1)
                continue
            if words[first] in _OF or words[first] == "-":
                first += 1
                continue
            cut = self._next_title(first, end)
            self._name(first, cut)
            first = cut

    def _titles(self, first: int, end: int) -> int:
        """Where the titles that begin at `first` end; `first` itself where they are part of a name."""
        words = self.words
        if self.gazetteer.phrases.get(words[first]) and self.gazetteer.longest(words, first, end) is not None:
            return first
        at, office = first, False
        while at < end:
            found = kind(words[at])
            if found is Kind.OFFICE or found is Kind.HONORIFIC:
                office, at = True, at + 1
            elif found in (Kind.MODIFIER, Kind.DEMONYM):
                at += 1
            elif words[at] in ("of", "and") and office and at + 1 < end:
                at = self._office_of(at, end)
                break
            else:
                break
        if kind(words[min(at, end) - 1]) is not Kind.ORGANISATION and at < end:
            headed = any(kind(words[i]) is Kind.ORGANISATION for i in range(at, end))
            named = any(kind(words[i]) in (Kind.OFFICE, Kind.HONORIFIC) for i in range(at, end))
            if headed and not named and not office:
                return first
        return at if office else first

    def _office_of(self, at: int, end: int) -> int:
        """Where `of State`, `and Chief Executive` behind an office ends: what is known stays a candidate of its own."""
        words = self.words
        ahead = at + 2 if words[at + 1] == "the" else at + 1
        if ahead < end and (self._known(ahead) or self.gazetteer.longest(words, ahead, end)):
            return ahead
        if ahead < end and is_common(words[ahead]):
            return ahead + 1
        return ahead

    def _next_title(self, first: int, end: int) -> int:
        """Where the next title inside the run begins that ends the name at `first`."""
        words = self.words
        known = self.gazetteer.longest(words, first, end)
        least = first + known[0] if known else first + 1
        for at in range(least, end):
            found = kind(words[at])
            if found is Kind.HONORIFIC and words[at - 1] not in _OF:
                return at
            if found is Kind.OFFICE and words[at - 1] not in _OF and at + 1 <= end:
                begin = at
                while begin > least and kind(words[begin - 1]) is Kind.MODIFIER:
                    begin -= 1
                return begin
        return end

    def _name(self, first: int, end: int) -> None:
        """Add the candidates in `first:end`, which holds no title."""
        words = self.words
        while first < end:
            while end > first and (words[end - 1] in _OF or words[end - 1] == "-"):
                end -= 1
            if first == end:
                return
            known = self._entry(first, end)
            if known and known[0] == end - first:
                self._add(first, end, known[1], kind(words[end - 1]))
                return
            head = self._head(first, end)
            if head in (Kind.ORGANISATION, Kind.PLACE):
                cut = self._person_behind(first, end)
                self._add_whole(first, cut, head)
                if cut < end:
                    self._add(cut, end, None, Kind.NAME)
                return
            if head is Kind.THING:
                if known and known[1].type == "organisation" and known[1].sure:
                    self._add(first, first + known[0], known[1], Kind.NAME)
                return
            if kind(words[first]) is Kind.DEMONYM:
                if end - first == 1:
                    return
                first += 1
            elif known:
                first = self._known_then(first, end, known)
            else:
                self._add(first, end, None, Kind.NAME)
                return

    def _person_behind(self, first: int, end: int) -> int:
        """Where a person's name begins that follows an organisation's without a comma: `Acme Inc. John Doe`."""
        words = self.words
        for at in range(end - 2, max(first, end - 4), -1):
            if (
                words[at].lower() in self.gazetteer.genders
                and words[at - 1] not in _OF
                and kind(words[end - 1]) is Kind.NAME
                and not is_common(words[end - 1])
            ):
                return at
        return end

    def _add_whole(self, first: int, end: int, head: Kind) -> None:
        known = self._entry(first, end)
        self._add(first, end, known[1] if known and known[0] == end - first else None, head)

    def _entry(self, first: int, end: int) -> tuple[int, Entry] | None:
        """The gazetteer's entry at `first`; a word in capitals counts as the name it shouts."""
        known = self.gazetteer.longest(self.words, first, end)
        word = self.words[first]
        if known is None and len(word) > 3 and word.isupper():
            entry = self.gazetteer.singles.get(word.title())
            return (1, entry) if entry and entry.type != "organisation" else None
        return known

    def _known_then(self, first: int, end: int, known: tuple[int, Entry]) -> int:
        """Add the known name at `first`, or the longer one that it begins; where to go on."""
        count, entry = known
        following = self.words[first + count]
        if following in _OF or following == "-":
            self._add(first, first + count, entry, Kind.NAME)
            return first + count + 1
        rest = self.words[first + count : end]
        person = len(rest) > 1 and following.lower() in self.gazetteer.genders
        person = person or (
            entry.type == "state" and len(rest) in (2, 3) and not any(is_common(w) for w in rest)
        )
        if not entry.sure or (
            self.words[first].lower() in self.gazetteer.genders and count == 1 and not person
        ):
            self._add(first, end, None, Kind.NAME)
            return end
        if person or following in self.gazetteer.singles or any(c.isdigit() for c in following):
            self._add(first, first + count, entry, Kind.NAME)
            return first + count if not any(c.isdigit() for c in following) else end
        if kind(following) is Kind.DEMONYM:
            self._add(first, first + count, entry, Kind.NAME)
            return first + count
        self._add(first, end, None, Kind.ORGANISATION)
        return end

    def _head(self, first: int, end: int) -> Kind:
        """What the phrase `first:end` is, by the word that heads it: its last, or the last before `of`."""
        words = self.words
        if end - first == 1:
            found = kind(words[first])
            return found if found in (Kind.THING, Kind.ORGANISATION) else Kind.NAME
        person = words[first].lower() in self.gazetteer.genders
        last = kind(words[end - 1])
        if (
            last is Kind.PLACE
            and person
            and end - first == 2
            and words[end - 1].lower() in self.gazetteer.surnames
        ):
            return Kind.NAME
        if last in (Kind.ORGANISATION, Kind.PLACE, Kind.THING):
            return last
        for at in range(first + 1, end - 1):
            if words[at] in ("of", "for") and kind(words[at - 1]) in (
                Kind.ORGANISATION,
                Kind.PLACE,
                Kind.THING,
            ):
                return kind(words[at - 1])
        if kind(words[first]) is Kind.PLACE and words[first] in (
            "Mount",
            "Lake",
            "Cape",
            "Port",
            "Isle",
            "Gulf",
        ):
            return Kind.PLACE
        return (
            Kind.ORGANISATION
            if any(kind(w) is Kind.ORGANISATION for w in words[first:end]) and not person
            else Kind.NAME
        )

    def _add(self, first: int, end: int, entry: Entry | None, found: Kind) -> None:
        before = self.words[first - 1] if first > self.start else ""
        initial = first == self.start or before in _OPENERS
        self.found.append(Candidate(first, end, entry, found, initial, self.heading))

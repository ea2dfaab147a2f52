"""Cut an article's capitalised words into candidates for names.

A run of capitalised words is split where a title, an adjective of a people or a known name ends, so that
`U.S. President Donald Trump` gives `U.S.` and `Donald Trump`, and `Trump-Putin` gives two.
"""

import re
from typing import NamedTuple

from tui.findings.actors.gazetteer import Entry, Gazetteer, gazetteer
from tui.findings.actors.runs import OF, find_runs, is_known
from tui.findings.actors.vocabulary import Kind, head, is_common, kind
from tui.findings.document import Document
from tui.findings.language.wordlists import words as listed

_OPENERS = frozenset("“\"‘'«„:•*-–—([…")
_QUOTES = frozenset("“\"‘'«„")
_BEFORE_SPEECH = frozenset({",", ":", ".", "!", "?", "—", "–", "that", "”", '"'})
_PLACE_OPENERS = frozenset({"Mount", "Lake", "Cape", "Port", "Isle", "Gulf", "Fort"})
_PLACE_PREFIXES = frozenset(
    {"North", "South", "East", "West", "New", "San", "Santa", "Saint", "St.", "Los", "Las", "El"}
)
_BODY_OPENERS = frozenset({"Air", "Team", "Radio", "Royal", "Movimento", "Instituto", "Partido"})
_OF_A_PLACE = ("ian", "ite", "ist", "er", "crat")
_ROMAN = re.compile(r"[IVX]+$")
_SHORT = 4  # letters of a title that is written whole, at least
_BODIES = (Kind.ORGANISATION, Kind.PLACE)
_HEADS = (Kind.ORGANISATION, Kind.PLACE, Kind.THING)


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
    cutter = _Cutter(document.words)
    for run in find_runs(document):
        cutter.opens, cutter.heading = run.opens, run.heading
        cutter.split(run.first, run.last)
    return cutter.found


class _Cutter:
    """Splits the runs of one document."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.gazetteer: Gazetteer = gazetteer()
        self.treaties = listed("treaty_words")
        self.former = listed("former_words")
        self.legal = listed("legal_forms")
        self.found: list[Candidate] = []
        self.opens = 0
        self.heading = False

    def split(self, first: int, end: int) -> None:
        """Add the candidates in the run `first:end`."""
        words = self.words
        while first < end:
            found = kind(words[first])
            titles = self._titles(first, end) if found in (Kind.OFFICE, Kind.MODIFIER) else first
            if found is Kind.HONORIFIC or titles > first or words[first].lower() in self.former:
                first = max(titles, first + 1)
            elif words[first] in OF or words[first] == "-":
                first += 1
            else:
                cut = self._next_title(first, end)
                self._name(first, cut)
                first = cut

    # ---- titles

    def _titles(self, first: int, end: int) -> int:
        """Where the titles that begin at `first` end; `first` itself where they are part of a name."""
        words = self.words
        if self.gazetteer.phrases.get(words[first]) and self.gazetteer.longest(words, first, end) is not None:
            return first
        if self._of_members(first, end):
            return first
        at, office = first, False
        while at < end:
            found = kind(words[at])
            if found in (Kind.OFFICE, Kind.HONORIFIC):
                office, at = True, at + 1
            elif found in (Kind.MODIFIER, Kind.DEMONYM):
                at += 1
            elif words[at] in ("of", "and") and office and at + 1 < end:
                return self._office_of(at, end)
            else:
                break
        person = first < at < end and words[at].lower() in self.gazetteer.genders
        return at if office or person else first

    def _of_members(self, at: int, end: int) -> bool:
        """Whether an office only says whose body it is: `Nationalist Party`, `Governors Association`."""
        told = at + 1 < end and head(self.words[at + 1]) is Kind.ORGANISATION
        return told and (
            self.words[at].endswith(("s", "ist", "crat")) or self.words[at + 1 : end] == ["Party"]
        )

    def _office_of(self, at: int, end: int) -> int:
        """Where `of State`, `and Chief Executive` behind an office ends: what is known stays a candidate of its own."""
        words = self.words
        ahead = at + 2 if words[at + 1] == "the" else at + 1
        if ahead < end and (is_known(words[ahead]) or self.gazetteer.longest(words, ahead, end)):
            return ahead
        body = ahead + 1 < end and head(words[ahead + 1]) is Kind.ORGANISATION
        return ahead + 1 if ahead < end and is_common(words[ahead]) and not body else ahead

    def _next_title(self, first: int, end: int) -> int:
        """Where the next title inside the run begins that ends the name at `first`."""
        words = self.words
        known = self.gazetteer.longest(words, first, end)
        least = first + known[0] if known else first + 1
        for at in range(least, end):
            found = kind(words[at])
            if found not in (Kind.HONORIFIC, Kind.OFFICE) or words[at - 1] in OF:
                continue
            if self._of_members(at, end) or self._is_given(first, at, end):
                continue
            if at == end - 1 and len(words[at]) < _SHORT:
                continue  # a short title titles who stands behind it: Hun Sen
            if found is Kind.HONORIFIC:
                return at
            if not self._is_surname(first, at, end):
                begin = at
                while begin > least and kind(words[begin - 1]) is Kind.MODIFIER:
                    begin -= 1
                return begin
        return end

    def _is_given(self, first: int, at: int, end: int) -> bool:
        """Whether the office at `at` is a part of a given name behind its family name: `Choe Son Hui`."""
        three = at == first + 1 and end == first + 3
        return three and self.words[first] in listed("family_names_first")

    def _is_surname(self, first: int, at: int, end: int) -> bool:
        """Whether the office at `at` is the surname of a person whose first name begins the run: `Stephen King`."""
        words = self.words
        last = at == end - 1 or words[at + 1].lower() in ("jr.", "sr.")
        low = words[at].lower()
        return last and words[first].lower() in self.gazetteer.genders and low in self.gazetteer.surnames

    # ---- names

    def _name(self, first: int, end: int) -> None:
        """Add the candidates in `first:end`, which holds no title."""
        words = self.words
        while end > first and (words[end - 1] in OF or words[end - 1] == "-"):
            end -= 1
        while first < end:
            if self._is_treaty(end):
                return
            known = self._entry(first, end)
            if known and known[1].type == "group":
                first += known[0]
                continue
            if known and known[0] == end - first:
                self._add(first, end, known[1], kind(words[end - 1]))
                return
            headed = self._head(first, end, known)
            if headed is not Kind.NAME:
                self._headed(first, end, headed, known)
                return
            if kind(words[first]) is Kind.DEMONYM:
                rest = words[first + 1 : end]
                if rest and all(is_common(word) for word in rest):
                    if end >= len(words) or kind(words[end]) is not Kind.OFFICE:
                        self._add(first, end, None, Kind.ORGANISATION)
                    return  # Indian External Affairs in "Indian External Affairs Minister" is no body
                first += 1
            elif known:
                first = self._known_then(first, end, known)
            elif end - first > 2 and self._opens_late(first):
                first += 1
            else:
                self._add(first, end, None, Kind.NAME)
                return

    def _is_treaty(self, end: int) -> bool:
        """Whether a treaty's name ends at `end`, or goes on behind its acronym: `Nuclear Forces (INF) Treaty`."""
        behind = self.words[end : end + 4]
        if behind[:1] == ["("]:
            behind = behind[2:]
        return len(behind) > 1 and behind[0] == ")" and behind[1] in self.treaties

    def _headed(self, first: int, end: int, found: Kind, known: tuple[int, Entry] | None) -> None:
        """Add a phrase whose head says what it is: of a thing the name that begins it, of a treaty nothing."""
        if found is not Kind.THING:
            cut = self._person_behind(first, end)
            entry = self._entry(first, cut)
            self._add(first, cut, entry[1] if entry and entry[0] == cut - first else None, found)
            if cut < end:
                self._add(cut, end, None, Kind.NAME)
        elif not self.treaties.intersection(self.words[first:end]):
            heads = (at for at in range(end - 1, first + 1, -1) if self._head(first, at, known) in _BODIES)
            cut = next(heads, first)
            if cut > first + 1:
                self._headed(first, cut, self._head(first, cut, known), known)
            elif known and known[1].sure:
                self._add(first, first + known[0], known[1], Kind.NAME)

    def _opens_late(self, first: int) -> bool:
        """Whether a common word stands before a first name that begins the name: `Telling John Doe`."""
        one, two = self.words[first].lower(), self.words[first + 1].lower()
        common = is_common(one) or one.endswith(_OF_A_PLACE)
        return one not in self.gazetteer.genders and common and two in self.gazetteer.genders

    def _person_behind(self, first: int, end: int) -> int:
        """Where a person's name begins that follows an organisation's without a comma: `Acme Inc. John Doe`."""
        words = self.words
        plain = kind(words[end - 1]) is Kind.NAME and not is_common(words[end - 1])
        borne = words[end - 1].lower() in self.gazetteer.surnames
        told = self.words[first - 1 : first] == ["the"]
        if told and end - first == 4 and plain and self._unknown_behind_body(end - 2):
            return end - 2
        for at in range(end - 2, max(first, end - 4), -1):
            if words[at].lower() in self.gazetteer.genders and words[at - 1] not in OF:
                legal = words[at - 1].rstrip(".") in self.legal
                return at if plain or legal or (borne and head(words[at - 1]) is Kind.ORGANISATION) else end
        return end

    def _unknown_behind_body(self, at: int) -> bool:
        """Whether a word that nothing knows stands at `at`, right behind a body's head: “Harbour Council Orsolya …”."""
        word = self.words[at]
        plain = kind(word) is Kind.NAME and not is_common(word) and not is_known(word)
        return plain and head(self.words[at - 1]) is Kind.ORGANISATION

    def _entry(self, first: int, end: int) -> tuple[int, Entry] | None:
        """The gazetteer's entry at `first`; a word in capitals counts as the name it shouts."""
        known = self.gazetteer.longest(self.words, first, end)
        word = self.words[first]
        if known is None and len(word) > 2 and word.isupper():
            shouted = [each.title() for each in self.words[first:end] if each.isupper()]
            known = self.gazetteer.longest(shouted, 0, len(shouted))
            told = known and known[1].type != "organisation" and (known[0] > 1 or len(word) > 3)
            return known if told else None
        return known

    def _known_then(self, first: int, end: int, known: tuple[int, Entry]) -> int:
        """Add the known name at `first`, or the longer one that it begins; where to go on."""
        count, entry = known
        after = first + count
        rest = self.words[after:end]
        if rest[0] in OF or rest[0] == "-":
            self._add(first, after, entry, Kind.NAME)
            return after + 1
        person = len(rest) > 1 and rest[0].lower() in self.gazetteer.genders
        unknown = not any(is_common(word) for word in rest)
        person = person or (entry.type == "state" and len(rest) in (2, 3) and unknown)
        first_name = count == 1 and self.words[first].lower() in self.gazetteer.genders
        if not entry.sure or (first_name and not person):
            self._add(first, end, None, Kind.NAME)
            return end
        model = any(c.isdigit() for c in rest[0])
        known_too = rest[0] in self.gazetteer.singles or rest[0] in self.gazetteer.demonyms
        acronym = rest[0].isupper() and len(rest[0]) > 2
        if person or model or known_too or acronym:
            self._add(first, after, entry, Kind.NAME)
            return end if model else after
        self._add(first, end, None, Kind.ORGANISATION)
        return end

    def _head(self, first: int, end: int, known: tuple[int, Entry] | None) -> Kind:
        """What the phrase `first:end` is, by the word that heads it: its last, or the last before `of`."""
        words = self.words
        if end - first > 1 and _ROMAN.match(words[end - 1]):
            end -= 1
        if end - first == 1:
            alone = kind(words[first])
            return alone if alone in (Kind.THING, Kind.ORGANISATION) else Kind.NAME
        last = head(words[end - 1])
        person = words[first].lower() in self.gazetteer.genders
        if (
            last is Kind.PLACE
            and person
            and end - first == 2
            and words[end - 1].lower() in self.gazetteer.surnames
        ):
            return Kind.NAME
        if last in _HEADS:
            return last
        for at in range(first + 1, end - 1):
            if words[at] in ("of", "for") and head(words[at - 1]) in _HEADS:
                return head(words[at - 1])
        prefixed = words[first] in _PLACE_PREFIXES and end - first == 2 and not is_common(words[first + 1])
        if words[first] in _PLACE_OPENERS or prefixed:
            return Kind.PLACE
        rest = words[first + known[0] if known else first : end]
        headed = words[first] in _BODY_OPENERS or any(head(word) is Kind.ORGANISATION for word in rest)
        return Kind.ORGANISATION if headed and not person else Kind.NAME

    def _add(self, first: int, end: int, entry: Entry | None, found: Kind) -> None:
        before = self.words[first - 1] if first > self.opens else ""
        initial = first == self.opens or before in _OPENERS
        if before in _QUOTES and first - 1 > self.opens:
            initial = self.words[first - 2] in _BEFORE_SPEECH
        self.found.append(Candidate(first, end, entry, found, initial, self.heading))

"""Runs of capitalised words: what may be one name, or several side by side."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.findings.actors.gazetteer import gazetteer
from tui.findings.actors.vocabulary import Kind, head, is_common, kind, vocabulary
from tui.findings.document import Document
from tui.findings.language.wordlists import words as listed

OF = frozenset({"of", "for", "and", "the", "on", "&"})
"""Small words inside the names of organisations."""
_PREFIXES = frozenset(
    {"Trans", "Anti", "Non", "Pan", "Afro", "Anglo", "Sino", "Indo", "Neo", "Pre", "Post", "Inter", "Ex"}
)
_ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "az-")
_OF_ALSO = frozenset({"republic", "kingdom", "house", "bank", "isle", "cape", "strait", "gulf", "university"})
_OWNERS = frozenset({"People", "Women", "Children", "Men", "Workers", "Farmers", "Nation"})
"""Whose party or congress it can be: `European People's Party`."""
_OF_TIME = frozenset(
    {
        "in",
        "of",
        "on",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "-",
    }
)
_HEADS = frozenset({Kind.ORGANISATION, Kind.PLACE, Kind.THING})


class Run(NamedTuple):
    """The words `first:last` (half-open); `opens`: its sentence's first word; `heading`: all shout there."""

    first: int
    last: int
    opens: int
    heading: bool


def is_capitalised(word: str) -> bool:
    """Whether `word` is written as a name is: with a capital, or with an Arabic article before it."""
    return word[0].isupper() or (word[0] in "ae" and word[:3] in _ARTICLES and word[3:4].isupper())


def is_known(word: str) -> bool:
    """Whether the word alone is a name in the gazetteer, or of a people."""
    return word in gazetteer().singles or kind(word) is Kind.DEMONYM


def find_runs(document: Document) -> Iterator[Run]:
    """All runs of `document`, in order."""
    words, blocks = document.words, document.article.blocks
    capitals = [
        i for i, word in enumerate(words) if word[0].isupper() or (word[0] in "ae" and is_capitalised(word))
    ]
    joiner = _Joiner(document, capitals)
    at = 0
    for sentence in document.sentences:
        begin = at
        while at < len(capitals) and capitals[at] < sentence.last:
            at += 1
        if begin == at:
            continue
        heading = blocks[sentence.block].kind in ("headline", "heading") and _shouts(
            words[sentence.first : sentence.last], at - begin
        )
        done = sentence.first
        for i in capitals[begin:at]:
            named = kind(words[i]) is not Kind.STOP
            named = named or (i > sentence.first and (_given_name(words, i) or _month_name(words, i)))
            if i >= done and words[i - 1] not in ("@", "#") and named:
                done = joiner.end(i, sentence.last)
                first = i - 2 if i > sentence.first + 1 and _ordinal(words, i, words[done - 1]) else i
                yield Run(first, done, sentence.first, heading)


def _ordinal(words: list[str], first: int, last: str) -> bool:
    """Whether a number opens the name that goes on at `first` and ends with `last`: `82nd Airborne Division`."""
    numbered = words[first - 1] in ("st", "nd", "rd", "th") and words[first - 2].isdigit()
    return numbered and head(last) in (Kind.ORGANISATION, Kind.PLACE)


def _given_name(words: list[str], at: int) -> bool:
    """Whether a word that is mostly a pronoun or the like is a name behind an office: `Vice Premier He Lifeng`."""
    if at + 1 >= len(words) or not words[at].istitle() or not words[at + 1].istitle():
        return False
    if kind(words[at + 1]) is not Kind.NAME:
        return False
    if words[at - 1] in ("said", "says") and words[at].lower() in gazetteer().genders:
        return words[at + 1].lower() in gazetteer().surnames  # said Will Young
    office = words[at - 1][0].isupper() and kind(words[at - 1]) in (Kind.OFFICE, Kind.HONORIFIC)
    return office and not is_common(words[at + 1])


def _month_name(words: list[str], at: int) -> bool:
    """Whether the name of a month is a first name: `the trial of Jan Petrov`, but `in May Petrov said`."""
    if words[at].lower() not in gazetteer().genders or at + 1 >= len(words):
        return False
    before, behind = words[at - 1].lower(), words[at + 1]
    surname = behind.istitle() and kind(behind) is Kind.NAME and not is_common(behind)
    return surname and before not in _OF_TIME and not before[0].isdigit()


def _shouts(words: list[str], capitals: int) -> bool:
    """Whether a heading's words are capitalised because it is a heading."""
    if len(words) == 1:
        return False
    content = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in content) > 0.7 * len(content) or capitals > 0.8 * len(words)


class _Joiner:
    """Tells which words one run holds."""

    def __init__(self, document: Document, capitals: list[int]) -> None:
        self.words = words = document.words
        self.starts, self.ends = document.starts, document.ends
        self.particles = vocabulary().particles
        self.pairs = listed("pair_nouns")
        self.legal = listed("legal_forms")
        self.places = gazetteer()
        self.phrases = self.places.phrases
        last = len(words) - 1
        self.alone = {
            words[i]
            for i in capitals
            if not (i and words[i - 1] == "-") and not (i < last and words[i + 1] == "-")
        }

    def end(self, first: int, limit: int) -> int:
        """Where the run that begins at `first` ends."""
        words = self.words
        end = first + 1
        known = self.phrases.get(words[first]) and self.places.longest(words, first, limit)
        if known:
            end = first + known[0]
        while end < limit:
            word = words[end]
            if is_capitalised(word):
                if kind(word) is Kind.STOP:
                    break
                end += 1
            elif word == "," and self._legal(end + 1, limit):
                end += 2
            elif (count := self._carries(first, end, limit)) > 0:
                end += count
            else:
                break
        return end

    def _legal(self, at: int, limit: int) -> bool:
        """Whether a company's legal form stands at `at`, behind a comma: `Globex Industries, Inc.`."""
        return at < limit and self.words[at][0].isupper() and self.words[at].rstrip(".") in self.legal

    def _carries(self, first: int, at: int, limit: int) -> int:
        """How many words the small word at `at` carries the run on by, 0 where it ends it."""
        words = self.words
        word = words[at]
        if at + 1 >= limit:
            return 0
        following = words[at + 1]
        if word == "-":
            touching = self.ends[at - 1] == self.starts[at] and self.ends[at] == self.starts[at + 1]
            return 2 if touching and is_capitalised(following) and self._in_one_name(at) else 0
        if word in ("'s", "’s"):
            if self._is_saint(first, at):
                return 1
            return 2 if words[at - 1] in _OWNERS and head(following) is Kind.ORGANISATION else 0
        if word in "'’" and words[at - 1] == "O":
            return 2 if following[0].isupper() else 0
        if word in self.particles:
            ahead = at + 1
            while ahead + 1 < limit and words[ahead] in self.particles:
                ahead += 1
            named = (
                kind(words[at - 1]) is Kind.NAME
                and words[ahead][0].isupper()
                and kind(words[ahead]) is not Kind.STOP
            )
            return ahead - at + 1 if named else 0
        return self._of(first, at, limit) if word in OF else 0

    def _is_saint(self, first: int, at: int) -> bool:
        """Whether a saint stands before `at` whose school or church it is: `St Anne's`, but `St Petersburg's`."""
        saint = at == first + 2 and self.words[first].rstrip(".") in ("St", "Saint")
        known = self.places.longest(self.words, first, at)
        return saint and known is None and self.words[first + 1].lower() in self.places.genders

    def _of(self, first: int, at: int, limit: int) -> int:
        """How far `of`, `for`, `and` and `&` carry on the name of an organisation, place or office."""
        words = self.words
        word = words[at]
        ahead = at + 2 if words[at + 1] == "the" and at + 2 < limit else at + 1
        if not is_capitalised(words[ahead]) or kind(words[ahead]) is Kind.STOP:
            return 0
        heads = {head(words[i]) for i in range(first, at)}
        if word in ("for", "on") and self._ends_known(first, at):
            return 0
        if word == "of":
            joins = (
                bool(heads & _HEADS)
                or kind(words[at - 1]) is Kind.OFFICE
                or words[at - 1].lower() in _OF_ALSO
            )
        elif word == "for":
            joins = Kind.ORGANISATION in heads
        elif word == "on":
            joins = head(words[at - 1]) is Kind.ORGANISATION
        elif word == "and":
            joins = self._and(first, at, ahead, limit)
        else:
            joins = word == "&"
        return ahead - at + 1 if joins else 0

    def _ends_known(self, first: int, at: int) -> bool:
        """Whether a known name of several words ends before `at`: nothing carries it on."""
        for begin in range(max(first, at - 4), at - 1):
            known = self.places.longest(self.words, begin, at)
            if known and known[0] == at - begin:
                return True
        return False

    def _and(self, first: int, at: int, ahead: int, limit: int) -> bool:
        """Whether `and` is inside a name: `Department of Health and Human Services`, `Food and Drug Administration`."""
        words = self.words
        if is_known(words[ahead]) or ahead > at + 1:
            return False
        before = words[first:at]
        if Kind.ORGANISATION in {head(word) for word in before} and ("of" in before or "for" in before):
            return (is_common(words[ahead]) and kind(words[ahead]) is not Kind.ORGANISATION) or words[
                ahead
            ].endswith("s")
        if (
            kind(words[at - 1]) not in (Kind.NAME, Kind.MODIFIER)
            or not is_common(words[at - 1])
            or is_known(words[at - 1])
        ):
            return False
        tail = ahead
        while (
            tail < limit and is_capitalised(words[tail]) and kind(words[tail]) in (Kind.NAME, Kind.MODIFIER)
        ):
            tail += 1
        return ahead < tail < limit and words[tail][0].isupper() and head(words[tail]) is Kind.ORGANISATION

    def _in_one_name(self, at: int) -> bool:
        """Whether the hyphen at `at` is inside one name (`Jean-Claude`), not between two (`Trump-Putin`)."""
        left, right = self.words[at - 1], self.words[at + 1]
        places = gazetteer()
        if left.lower() in self.particles or left in _PREFIXES:
            return True
        if self.words[at + 2 : at + 3] and self.words[at + 2].rstrip(".") in self.legal:
            return True
        if is_known(left) or is_known(right):
            known = places.longest(self.words, at - 1, at + 2)
            return known is not None and known[0] == 3
        if left.lower() in places.genders and right.lower() in places.genders:
            return True
        if self.words[at + 2 : at + 3] and self.words[at + 2].lower() in self.pairs:
            return False
        return not (left in self.alone and right in self.alone)

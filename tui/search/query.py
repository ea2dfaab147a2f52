"""A query as typed, parsed: it never fails, what is wrong with it is told, and what can be understood is kept."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tui.corpus.text import fold
from tui.search.match import FIELDS, MatchKind

Manner = Literal["near", "exact", "prefix", "phrase"]
QUOTE_KINDS = ("direct", "fragment", "indirect")

WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r'"[^"]*"?|[^\s"]+')
_ALTERNATIVE = re.compile(r'"[^"]*"?|[^|"]+')
_NAME = re.compile(r"(!?)([a-z]+):(.*)", re.DOTALL)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FIELD_NAMES: dict[str, MatchKind] = {name: kind for kind in FIELDS for name in (kind, f"{kind}s")}

SYNTAX: tuple[tuple[str, str], ...] = (
    ("two words", "both, in any order, typos forgiven"),
    ("'exact", "this very word"),
    ("^begin", "words that begin so"),
    ('"a phrase"', "these words in a row"),
    ("!not", "not where this word stands"),
    ("one|other", "either"),
    ("speaker:name", "quotations by this speaker"),
    ("actor:name", "where this actor is named"),
    ("source:name", "articles of this publisher"),
    ("date:2025-02..2025-03", "articles of these days, months or years"),
    ("kind:indirect", "quotations that are direct, fragment or indirect"),
    ("title:word", "articles with this word in the title"),
    ("in:quotes", "only passages, quotes, titles or actors"),
)
"""What can be typed, and what it does, for whoever shows it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that is looked for. `words` are folded; more than one only in a phrase."""

    manner: Manner
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """Something that a match has to hold, any of `terms`; or must not hold, where it is `negated`."""

    terms: tuple[Term, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom or what a filter means where the reader told otherwise: numbers of the library, as JSON.

    Of a name, `members` are the actors of articles; `said` the quotations whose speaker the reader told and means,
    `told` all of those whose speaker the reader told. Of a date, `said` are the articles of whose date the reader told
    that it is one of these days, and `told` all of those whose date the reader told.
    """

    members: str
    said: str
    told: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Something that a match or its article has to be. `value` is folded; a date is `from..to`, each may be empty.

    `meant` tells of a name or a date what it means, where that is not what the library has.
    """

    name: Literal["speaker", "actor", "source", "date", "kind", "title"]
    value: str
    negated: bool = False
    meant: Meant | None = None


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """What is wrong with the characters `start` to `end` of a query, and what to type instead."""

    start: int
    end: int
    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.reason} — {self.advice}"


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. `fields` are those it asks for itself (`in:`), or None."""

    text: str
    clauses: tuple[Clause, ...]
    filters: tuple[Filter, ...]
    fields: tuple[MatchKind, ...] | None
    problems: tuple[QueryProblem, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are wanted, in order, each once."""
        wanted = [
            word
            for clause in self.clauses
            if not clause.negated
            for term in clause.terms
            for word in term.words
        ]
        return tuple(dict.fromkeys(wanted))


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.clauses: list[Clause] = []
        self.filters: list[Filter] = []
        self.fields: tuple[MatchKind, ...] | None = None
        self.problems: list[QueryProblem] = []

    def parse(self) -> Query:
        for start, piece in _pieces(self.text):
            named = _NAME.fullmatch(piece)
            if named and named[2] in _FILTERS:
                self.named(start, piece, named[2], named[3], negated=bool(named[1]))
            elif named and not named[3].startswith("//"):
                self.unknown(start, piece, *named.groups())
            else:
                self.words(start, piece)
        if self.clauses and all(clause.negated for clause in self.clauses) and not self.filters:
            self.problems.append(
                QueryProblem(0, len(self.text), "it only says what not to find", "add a word to find")
            )
        return Query(self.text, tuple(self.clauses), tuple(self.filters), self.fields, tuple(self.problems))

    def problem(self, start: int, piece: str, reason: str, advice: str) -> None:
        self.problems.append(QueryProblem(start, start + len(piece), reason, advice))

    def unknown(self, start: int, piece: str, mark: str, name: str, value: str) -> None:
        """What stands behind a field that there is not is looked for as words, or where nothing does its name."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        asked = value if WORD.search(fold(value)) else name
        near = process.extractOne(name, list(_FILTERS), scorer=OSA.distance, score_cutoff=2)
        meant = f"did you mean {near[0]}:?" if near else f"the fields are {_NAMES};"
        looked_for = asked.strip('"')
        searched = f"{looked_for} is left out" if mark else f"{looked_for} is searched everywhere"
        self.problem(start, piece, f"there is no field {name}:", f"{meant} {searched}")
        self.words(start, mark + asked)

    def named(self, start: int, piece: str, name: str, value: str, *, negated: bool) -> None:
        value = value.strip('"')
        if not value:
            self.problem(start, piece, f"{name}: says nothing yet", _FILTERS[name][1])
            return
        error = _FILTERS[name][0](self, name, value, negated)
        if error:
            self.problem(start, piece, error, _FILTERS[name][1])

    def plain(self, name: str, value: str, negated: bool) -> str:
        self.filters.append(Filter(name, fold(value), negated))  # type: ignore[arg-type]
        return ""

    def kind(self, name: str, value: str, negated: bool) -> str:  # noqa: ARG002
        found = next((kind for kind in QUOTE_KINDS if kind.startswith(value.lower())), None)
        if found is None:
            return f"{value} is no kind of quotation"
        self.filters.append(Filter("kind", found, negated))
        return ""

    def date(self, name: str, value: str, negated: bool) -> str:  # noqa: ARG002
        low, dots, high = value.partition("..")
        high = high if dots else low
        if any(day and not _DATE.fullmatch(day) for day in (low, high)) or not (low or high):
            return f"{value} is no date"
        if low and high and low[: len(high)] > high:
            return f"{low} is after {high}"
        self.filters.append(Filter("date", f"{low}..{high}", negated))
        return ""

    def within(self, name: str, value: str, negated: bool) -> str:  # noqa: ARG002
        told = [part for part in re.split("[,|]", value.lower()) if part]
        known = [_FIELD_NAMES[part] for part in told if part in _FIELD_NAMES]
        if known:
            self.fields = tuple(kind for kind in FIELDS if (kind in known) is not negated)
        wrong = [part for part in told if part not in _FIELD_NAMES]
        return f"nothing can be searched in {wrong[0]}" if wrong else ""

    def words(self, start: int, piece: str) -> None:
        negated = piece.startswith("!")
        body = piece[1:] if negated else piece
        if body.count('"') % 2:
            self.problem(start, piece, "the phrase has no end", 'close it with "')
        terms: list[Term] = []
        alternatives = [found[0].strip() for found in _ALTERNATIVE.finditer(body) if found[0].strip()]
        for alternative in alternatives:
            terms += _terms(alternative)
        if not terms:
            if body.strip("'^|\"") == "" and body:
                self.problem(start, piece, "there is no word to look for", "add a word after it")
            return
        if len(alternatives) == 1:
            self.clauses += [Clause((term,), negated) for term in terms]
        else:
            self.clauses.append(Clause(tuple(dict.fromkeys(terms)), negated))


def _pieces(text: str) -> list[tuple[int, str]]:
    """The blank-separated pieces of a query with their offsets; blanks in a phrase or around `|` do not separate."""
    found: list[tuple[int, str]] = []
    for match in _PIECE.finditer(text):
        start, piece = found[-1] if found else (0, "")
        either = piece.endswith("|") or (match[0].startswith("|") and piece)
        if found and (either or start + len(piece) == match.start()):
            found[-1] = start, text[start : match.end()]
        else:
            found.append((match.start(), match[0]))
    return found


def _terms(alternative: str) -> list[Term]:
    """The terms of one alternative: a phrase, an exact word, a prefix, or words to be found nearly."""
    words = tuple(WORD.findall(fold(alternative)))
    if not words:
        return []
    mark = alternative[0]
    if mark in "\"'" and len(words) > 1:
        return [Term("phrase", words)]
    if mark in "\"'":
        return [Term("exact", words)]
    if mark == "^":
        return [*(Term("exact", (word,)) for word in words[:-1]), Term("prefix", words[-1:])]
    return [Term("near", (word,)) for word in words]


_Take = Callable[[_Parser, str, str, bool], str]
_FILTERS: dict[str, tuple[_Take, str]] = {
    "speaker": (_Parser.plain, "type a name after it, such as speaker:smith"),
    "actor": (_Parser.plain, "type a name after it, such as actor:smith"),
    "source": (_Parser.plain, "type a publisher after it"),
    "title": (_Parser.plain, "type a word of the title after it"),
    "kind": (_Parser.kind, "it is one of direct, fragment, indirect"),
    "date": (_Parser.date, "type a year, month or day, or two with .. between: date:2025-02..2025-03"),
    "in": (_Parser.within, "it is one of passages, quotes, titles, actors"),
}
_NAMES = " ".join(f"{name}:" for name in _FILTERS)


def parse(text: str) -> Query:
    """Parse what was typed. Curly quotation marks do as well as straight ones."""
    return _Parser(text.translate(_MARKS)).parse()


_MARKS = {ord(curly): straight for curly, straight in zip("“”„‘’", '"""\'\'', strict=True)}

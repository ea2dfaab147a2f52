"""Where in a text a query's words stand, exactly or nearly: the spans to be lit."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui.corpus.article import Span
from tui.corpus.text import fold
from tui.search.query import WORD, Query, Term

_PREFIX_FROM = 2
_UNFINISHED_FROM = 5


def allowed_edits(word: str) -> int:
    """How many typos a word of a query is forgiven: none under four letters, one under six, else two."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2


def highlights(
    query: Query, text: str, start: int = 0, end: int | None = None, *, typos: bool = True
) -> tuple[Span, ...]:
    """The spans of `text[start:end]`, counted in `text`, that hold words of `query`, in order, none overlapping.

    Of each word its exact places; where there are none the words that begin with it; where there are none of these
    the words that are nearest to it, as far as typos are forgiven.
    """
    stop = len(text) if end is None else end
    words = _words(text[start:stop])
    found: set[Span] = set()
    for clause in query.clauses:
        if not clause.negated:
            for term in clause.terms:
                found.update(_places(term, words, typos=typos))
    return tuple(Span(start + begin, start + end) for begin, end in _apart(found))


@lru_cache(maxsize=512)
def _words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text and where they stand; kept, as a text is looked at again with each letter of a query."""
    return [(match[0], match.start(), match.end()) for match in WORD.finditer(fold(text))]


def _places(term: Term, words: list[tuple[str, int, int]], *, typos: bool) -> Iterable[Span]:
    if term.manner == "phrase":
        count = len(term.words)
        return [
            Span(words[at][1], words[at + count - 1][2])
            for at in range(len(words) - count + 1)
            if all(words[at + step][0] == word for step, word in enumerate(term.words))
        ]
    wanted = term.words[0]
    if term.manner == "prefix":
        return [Span(begin, begin + len(wanted)) for word, begin, _ in words if word.startswith(wanted)]
    exact = [Span(begin, stop) for word, begin, stop in words if word == wanted]
    if exact or term.manner == "exact":
        return exact
    if len(wanted) >= _PREFIX_FROM:
        begun = [Span(begin, begin + len(wanted)) for word, begin, _ in words if word.startswith(wanted)]
        if begun:
            return begun
    return _nearest(wanted, words) if typos else []


def _nearest(wanted: str, words: list[tuple[str, int, int]]) -> list[Span]:
    """The words with the fewest edits to `wanted`, whole or, where it may be unfinished, as their beginning."""
    edits = allowed_edits(wanted)
    if not edits:
        return []
    least = len(wanted) - edits
    near = [place for place in words if len(place[0]) >= least]
    grades: dict[int, int] = {}
    lengths = (len(wanted) - 1, len(wanted), len(wanted) + 1) if len(wanted) >= _UNFINISHED_FROM else ()
    for length in (None, *lengths):
        told = [word[:length] for word, _, _ in near]
        for _, grade, at in process.extract(
            wanted, told, scorer=OSA.distance, limit=None, score_cutoff=edits
        ):
            grades[at] = min(grade, grades.get(at, edits))
    best = min(grades.values(), default=0)
    return [Span(near[at][1], near[at][2]) for at, grade in sorted(grades.items()) if grade == best]


def _apart(spans: set[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)

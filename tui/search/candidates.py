"""Ask the index for the texts that may be meant: one clause a word, the best way in which it matches counts.

A word is worth its rarity, times 1.0 where it stands exactly, .9 where a word begins with it, .75 with one typo and .5
with two. Measured against fzf, SQLite FTS5, trigrams and plain RapidFuzz, this finds more of what was mistyped, sooner.
"""

from collections.abc import Iterable
from math import log1p
from typing import NamedTuple

import tantivy

from tui.search.highlight import allowed_edits
from tui.search.match import MatchKind
from tui.search.query import Clause, Query, Term

_EXACT, _PREFIX, _ONE, _TWO = 1.0, 0.9, 0.75, 0.5
_UNKNOWN_WORTH = 8.0
_WHOLE = 0.9995  # of the worth of all words, rounding left out


_Hit = tuple[float, tantivy.DocAddress]


class Candidate(NamedTuple):
    """A text that may be meant. `score` is relative to the best one; `whole`: it holds all words exactly."""

    number: int
    score: float
    whole: bool


class Asker:
    """Asks one field of one state of the index."""

    def __init__(
        self, schema: tantivy.Schema, searcher: tantivy.Searcher, field: MatchKind, *, typos: bool
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._field = field
        self._typos = typos
        self._total = searcher.num_docs

    def candidates(self, query: Query, hits: int, limit: int, *, copies: bool) -> Iterable[Candidate]:
        """The `limit` likeliest of the `hits` best texts, likeliest first; none where no word is looked for.

        Of texts that are equal but for their digits only the likeliest is given, unless `copies`.
        """
        wanted = [clause for clause in query.clauses if not clause.negated]
        if not wanted:
            return []
        worth = 0.0
        near: list[tuple[tantivy.Occur, tantivy.Query]] = []
        must: list[tuple[tantivy.Occur, tantivy.Query]] = []
        for clause in dict.fromkeys(wanted):
            asked, most = self._clause(clause)
            worth += most
            if self._typos and all(term.manner == "near" for term in clause.terms):
                near.append((tantivy.Occur.Should, asked))
            else:
                must.append((tantivy.Occur.Must, asked))
        if near:
            least = (len(near) + 1) // 2
            some = near[0][1] if len(near) == 1 else tantivy.Query.boolean_query(near, least)
            must.append((tantivy.Occur.Must, some))
        for clause in query.clauses:
            if clause.negated:
                must += [(tantivy.Occur.MustNot, asked) for asked in self._excluded(clause)]
        whole = must[0][1] if len(must) == 1 else tantivy.Query.boolean_query(must)
        found = self._likeliest(whole, hits, limit, copies=copies)
        if not found:
            return []
        numbers = self._searcher.fast_field_values("id", [address for _, address in found])
        top, enough = found[0][0] or 1.0, worth * _WHOLE
        return (
            Candidate(number, score / top, score >= enough)  # type: ignore[arg-type]
            for (score, _), number in zip(found, numbers, strict=True)
        )

    def _likeliest(self, asked: tantivy.Query, hits: int, limit: int, *, copies: bool) -> list[_Hit]:
        """The `limit` best of the `hits` best; fewer are asked for first, since mostly few are alike."""
        if copies:
            return self._searcher.search(asked, limit, count=False).hits
        unlike: list[_Hit] = []
        for most in (min(2 * limit, hits), hits):
            found = self._searcher.search(asked, most, count=False).hits
            groups = self._searcher.fast_field_values("group", [address for _, address in found])
            seen = set[float]()
            unlike = [hit for hit, group in zip(found, groups, strict=True) if _is_new(group, seen)]
            if len(unlike) >= limit or len(found) < most:
                break
        return unlike[:limit]

    def _clause(self, clause: Clause) -> tuple[tantivy.Query, float]:
        """The question for a clause, and what its best match is worth."""
        asked: list[tantivy.Query] = []
        most = 0.0
        for term in clause.terms:
            worths = [self._rarity(word) for word in term.words]
            asked.append(self._term(term, worths))
            most = max(most, sum(worths))
        return (asked[0] if len(asked) == 1 else tantivy.Query.disjunction_max_query(asked)), most

    def _term(self, term: Term, worths: list[float]) -> tantivy.Query:
        if term.manner == "near":
            return self._near(term.words[0], worths[0])
        if term.manner == "prefix":
            return _worth(self._fuzzy(term.words[0], 0, prefix=True), worths[0])
        each = [_worth(self._exact(word), worth) for word, worth in zip(term.words, worths, strict=True)]
        return (
            each[0]
            if len(each) == 1
            else tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in each])
        )

    def _near(self, word: str, worth: float) -> tantivy.Query:
        best = [_worth(self._exact(word), _EXACT * worth)]
        if len(word) >= 2:
            best.append(_worth(self._fuzzy(word, 0, prefix=True), _PREFIX * worth))
        edits = allowed_edits(word) if self._typos else 0
        if edits >= 1:
            best.append(_worth(self._fuzzy(word, 1, prefix=len(word) >= 5), _ONE * worth))
        if edits >= 2:
            best.append(_worth(self._fuzzy(word, 2, prefix=len(word) >= 8), _TWO * worth))
        return best[0] if len(best) == 1 else tantivy.Query.disjunction_max_query(best)

    def _excluded(self, clause: Clause) -> list[tantivy.Query]:
        """What a negated clause keeps out, as far as single words tell it: phrases are looked at in the text."""
        return [
            self._fuzzy(term.words[0], 0, prefix=True)
            if term.manner == "prefix"
            else self._exact(term.words[0])
            for term in clause.terms
            if term.manner != "phrase"
        ]

    def _exact(self, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, self._field, word)

    def _fuzzy(self, word: str, distance: int, *, prefix: bool) -> tantivy.Query:
        return tantivy.Query.fuzzy_term_query(
            self._schema, self._field, word, distance=distance, transposition_cost_one=True, prefix=prefix
        )

    def _rarity(self, word: str) -> float:
        documents = self._searcher.doc_freq(self._field, word)
        return log1p(self._total / (1 + documents)) if documents else _UNKNOWN_WORTH


def _is_new(group: float | None, seen: set[float]) -> bool:
    """Whether a text is unlike those before it; what has no group has no digits, and is like none."""
    if group is None:
        return True
    count = len(seen)
    seen.add(group)
    return len(seen) > count


def _worth(asked: tantivy.Query, worth: float) -> tantivy.Query:
    return tantivy.Query.const_score_query(asked, worth)

"""Search a corpus: the index gives candidates, their texts are ranked, the best are placed in their articles."""

import contextlib
import errno
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tui.search.found import Found, Hit, wordless
from tui.search.match import FIELDS, Match, MatchKind
from tui.search.query import Filter, Meant, Query, parse
from tui.search.texts import Place, Texts

if TYPE_CHECKING:
    from tui.search.index import Index

Cancelled = Callable[[], bool]
Meaning = Callable[[Filter], Meant | None]

NO_NUMBER = -1
"""The number of what was listed, not searched: no text has it."""

_NO_ROOM = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT)
_GONE = 1000  # texts that are sooner looked for each than all others are written anew
_HITS = 1200
_RANKED = 400
_RANKED_OF_EACH = 200  # where several fields are searched: what one has, another mostly has as well
_FILTERED_HITS = 3000
_SCANNED = 30_000
_ABBREVIATED_SCORE = 0.5
_SAME_MOMENT = 0.02  # seconds
_QUOTES_ONLY = frozenset({"speaker", "kind"})


def bytes_on_disk(folder: Path) -> int:
    """Bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())


class Stopped(Exception):  # noqa: N818 - it is no error
    """The search was cancelled."""


class Search:
    """The search of one corpus. Can be asked from several threads."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._lock = threading.RLock()
        self._writing = threading.Lock()  # taken after `_lock`, never before: who reads waits for no writer
        self._index: Index | None = None

    def index(self) -> "Index":
        """The index, opened when first asked for."""
        with self._lock:
            if self._index is None:
                from tui.search.index import Index

                try:
                    self._index = Index(self._texts.folder(), writable=self._texts.writable())
                except (ValueError, OSError):
                    self._index = Index(None)
                if self._index.folder is None or self._index.generation < self._texts.indexed():
                    self.catch_up()
            return self._index

    def size(self) -> int:
        """Bytes of the index on disk; it is not opened for that."""
        if self._index is not None:
            return self._index.size()
        folder = self._texts.folder()
        return bytes_on_disk(folder) if folder is not None and folder.is_dir() else 0

    def catch_up(self) -> None:
        """Bring the index to the generation of the library; make it anew where it is of another library's time.

        Where it is known to be there already, it is not opened: that takes as much memory as all lists.
        """
        if self._index is None and self._texts.indexed() == self._texts.generation():
            return
        try:
            self._catch_up()
        except (ValueError, OSError) as error:
            if isinstance(error, OSError) and error.errno in _NO_ROOM:
                raise
            with self._lock:
                self.index().clear()
                self._catch_up()

    def complete(self, cancelled: Cancelled) -> None:
        """Catch up once all has come. What came bit by bit is written anew in one go: fewer bytes, sooner answers.

        It is left as it was once `cancelled` says True, and where that cannot be done.
        """
        self.catch_up()
        index = self._index
        if index is None or not self._texts.writable():
            return
        with self._writing, contextlib.suppress(ValueError, OSError, Stopped):
            if index.scattered and index.has_room:
                index.rewrite(index.generation, self._all(_Check(cancelled)))

    def _catch_up(self) -> None:
        index = self.index()
        with self._writing:
            index.reload()
            generation = self._texts.generation()  # asked last: another process may have brought both further
            if index.folder and not self._texts.writable():
                return
            if index.generation > generation:
                index.clear()
            if index.generation < generation:
                gone = self._texts.gone(index.generation)
                if len(gone) > _GONE:
                    index.rewrite(generation, self._texts.newer(0))
                else:
                    index.update(generation, gone, self._texts.newer(index.generation))
            self._texts.caught_up(generation)

    def _all(self, check: "_Check") -> Iterator[tuple[int, int, str]]:
        for text in self._texts.newer(0):
            check()
            yield text

    def find(
        self,
        text: str,
        *,
        limit: int,
        fields: Sequence[MatchKind] = FIELDS,
        typos: bool = True,
        cancelled: Cancelled | None = None,
        meaning: Meaning | None = None,
    ) -> list[Match]:
        """What the query `text` finds in `fields`, best first, at most `limit`. `in:` in the query narrows `fields`.

        `meaning` tells whom a filter by name means, where that is not what the corpus calls so. Texts that are equal
        but for their digits count as one, unless the query has digits. Raises Stopped once `cancelled` says True; it
        is asked between the steps of a search.
        """
        found = self.found(
            text, limit=limit, fields=fields, typos=typos, cancelled=cancelled, meaning=meaning
        )
        check = _Check(cancelled)
        matches: list[Match] = []
        for match in found:
            check()
            matches.append(match)
        return matches

    def found(
        self,
        text: str,
        *,
        limit: int,
        fields: Sequence[MatchKind] = FIELDS,
        typos: bool = True,
        cancelled: Cancelled | None = None,
        meaning: Meaning | None = None,
    ) -> Found:
        """The same as `find` gives, each match made when it is first asked for: for lists that show some of them."""
        query = parse(text)
        if meaning is not None:
            query = replace(query, filters=tuple(replace(one, meant=meaning(one)) for one in query.filters))
        self._texts.generation()
        searched = _fields(query, fields)
        check = _Check(cancelled)
        try:
            return self._found(query, searched, limit, typos=typos, check=check)
        except (ValueError, OSError):  # the index is damaged, or was made anew by another process
            with self._lock:
                from tui.search.index import Index

                self._index = None if self._texts.writable() else Index(None)
                self.catch_up()
            return self._found(query, searched, limit, typos=typos, check=check)

    def _found(
        self, query: Query, searched: Sequence[MatchKind], limit: int, *, typos: bool, check: "_Check"
    ) -> Found:
        def make(hit: Hit) -> Match:
            return self._match(query, hit, unchanged, typos=typos)

        unchanged = _Unchanged(self._texts.generation)
        if query.words:
            likely: list[_Likely] = []
            keep = _RANKED if len(searched) == 1 else max(_RANKED_OF_EACH, limit)
            for field in searched:
                check()
                # What was found is shown in any case where there are no filters that it may not get through.
                known = [] if query.filters else [one.score for one in likely]
                likely += self._likely(query, field, limit, keep, known, typos=typos, check=check)
                likely.sort(key=lambda one: -one.score)
            check()
            return Found(self._placed(query, likely, limit), make)
        hits: list[Hit] = []
        for field in searched if query.filters else ():
            check()
            placed = self._texts.listed(field, query.filters, limit - len(hits))
            hits += [Hit.at(place, field, 1.0, NO_NUMBER) for place in placed]
        return Found(hits, make)

    def _likely(
        self,
        query: Query,
        field: MatchKind,
        limit: int,
        keep: int,
        known: Sequence[float],
        *,
        typos: bool,
        check: "_Check",
    ) -> "list[_Likely]":
        """The texts of one field that may be shown, best first: of the `keep` likeliest, where there are no filters.

        `known` are the scores of what was found in other fields, best first.
        """
        from tui.search.candidates import Asker
        from tui.search.ranking import ranked

        index = self.index()
        hits = _FILTERED_HITS if query.filters or _phrases(query) else _HITS
        asker = Asker(index.schema, index.searcher(), field, typos=typos)
        keep = _FILTERED_HITS if query.filters else keep
        digits = any(word.isdigit() for word in query.words)
        candidates = asker.candidates(query, hits, keep, copies=digits or bool(query.filters))
        check()
        order = ranked(
            query, candidates, lambda some: self._texts.texts(some, field, query.filters), limit, known
        )
        check()
        likely = [_Likely(score, field, number) for score, _, number in order]
        enough = len(known) >= limit and known[limit - 1] >= _ABBREVIATED_SCORE
        if typos and field in ("title", "actor") and not enough:
            likely += self._abbreviated(query, field, limit, likely)
        return likely

    def _placed(self, query: Query, likely: "list[_Likely]", limit: int) -> list[Hit]:
        """The best, placed in their articles; abbreviations only where the filters let them through."""
        hits: list[Hit] = []
        for at in range(0, len(likely), limit):
            some = likely[at : at + limit]
            placed: dict[tuple[MatchKind, int], Place] = {}
            for field in FIELDS:
                numbers = [one.number for one in some if one.field == field]
                if numbers:
                    told = self._texts.places(numbers, field, query.filters)
                    placed.update({(field, number): place for number, place in told.items()})
            for one in some:
                place = placed.get((one.field, one.number))
                if place is not None:
                    hits.append(Hit.at(place, one.field, one.score, one.number))
            if len(hits) >= limit:
                break
        return hits[:limit]

    def _abbreviated(
        self, query: Query, field: MatchKind, limit: int, known: "list[_Likely]"
    ) -> "list[_Likely]":
        """Titles and names that a single word abbreviates, where it is no word of theirs."""
        from tui.search.abbreviations import LEAST, abbreviated

        term = query.clauses[0].terms[0]
        if len(query.clauses) != 1 or term.manner != "near" or len(term.words[0]) < LEAST:
            return []
        if any(one.score > _ABBREVIATED_SCORE for one in known):
            return []
        found = abbreviated(term.words[0], self._texts.all(field, _SCANNED), limit)
        return [_Likely(score * _ABBREVIATED_SCORE, field, number) for score, number in found]

    def _match(self, query: Query, hit: Hit, unchanged: "_Unchanged", *, typos: bool) -> Match:
        """The match of a hit; it is placed anew where the library has changed since, empty where it is gone."""
        from tui.search.highlight import highlights

        place: Place | None = hit.place
        if not unchanged():
            place = self._texts.places([hit.number], hit.kind, query.filters).get(hit.number)
        if place is None:
            return wordless(hit)
        if hit.kind == "quote":
            place = self._texts.spoken(place)
        article, start, end, speaker, copies = place
        text, title = self._texts.raw(article)
        if end == 0:
            lit = highlights(query, title, typos=typos)
            return Match(article, hit.kind, None, None, title, hit.score, lit, speaker, copies)
        lit = highlights(query, text, start, end, typos=typos)
        score = round(hit.score, 4)
        return Match(article, hit.kind, start, end, text[start:end], score, lit, speaker, copies)


class _Unchanged:
    """Whether the library is as it was when this was made; not asked again for what is made at the same moment."""

    def __init__(self, generation: Callable[[], int]) -> None:
        self._ask = generation
        self._was, self._is = generation(), -1
        self._asked = -1.0

    def __call__(self) -> bool:
        if monotonic() - self._asked > _SAME_MOMENT:
            self._is, self._asked = self._ask(), monotonic()
        return self._is == self._was


class _Likely(NamedTuple):
    """A text that may be shown, not yet placed."""

    score: float
    field: MatchKind
    number: int


class _Check:
    """Raises Stopped once the search was cancelled."""

    def __init__(self, cancelled: Cancelled | None) -> None:
        self._cancelled = cancelled

    def __call__(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Stopped


def _fields(query: Query, asked: Sequence[MatchKind]) -> tuple[MatchKind, ...]:
    """The fields to be searched, in order: those asked for, narrowed by the query."""
    wanted = query.fields if query.fields is not None else FIELDS
    told: set[str] = {one.name for one in query.filters if not one.negated}
    if told & _QUOTES_ONLY:
        wanted = ("quote",)
        asked = wanted
    return tuple(field for field in FIELDS if field in asked and field in wanted)


def _phrases(query: Query) -> list[tuple[str, ...]]:
    return [term.words for clause in query.clauses for term in clause.terms if term.manner == "phrase"]

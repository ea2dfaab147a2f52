"""Everything about a corpus, lazily: what lists, readers and commands ask, answered from one database."""

from __future__ import annotations

import functools
import hashlib
import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from tui.corpus.naming import is_address
from tui.errors import WRONG_USAGE, CorpusError
from tui.library.damage import Damaged
from tui.library.listing import listed
from tui.library.rows import Counts, PlacedQuote, Rows
from tui.library.schema import SHAPE
from tui.library.store import Store, is_damage
from tui.paths import cache_folder
from tui.search.match import FIELDS, Match, MatchKind

if TYPE_CHECKING:
    from tui.corpus.article import Article
    from tui.corpus.problem import Problem
    from tui.findings.actors.actor import Actor
    from tui.findings.events.event import Event
    from tui.findings.findings import Findings
    from tui.findings.quotes.quote import Quote
    from tui.library.actors import Actors
    from tui.search.found import Found
    from tui.search.search import Cancelled, Meaning, Search

P = ParamSpec("P")
T = TypeVar("T")
_NO_DATES: Mapping[str, str] = {}


def _mending(ask: Callable[P, T]) -> Callable[P, T]:
    """Set a library aside where what it holds is damaged, and say so: what is asked next is asked of an empty one."""

    @functools.wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return ask(*args, **kwargs)
        except Damaged:
            library = args[0]
            assert isinstance(library, Library)  # noqa: S101 - it wraps methods
            library.set_aside()
            raise

    return asked


class Library:
    """A corpus as it was last read. Made by `Library.open`; brought up to date by `build.refresh`.

    Can be asked from several threads and while another process refreshes it. A database that turns out to be damaged
    is set aside on the way: the library is then empty until it is refreshed, and `problems` says so.
    """

    def __init__(self, paths: tuple[str, ...], store: Store) -> None:
        self.paths = paths
        self.store = store
        self._search: Search | None = None

    @classmethod
    def open(cls, paths: Sequence[str | Path], *, folder: Path | None = None) -> Library:
        """The library of the corpus at `paths` (files, folders, `-`) as it is; reads no article.

        It lies in `folder`, else in the reader's cache folder under a name made of the sorted real paths. Standard
        input is held in memory. CorpusError where `folder` holds the library of another corpus.
        """
        named = tuple(str(path) for path in paths)
        real = "\n".join(sorted(_real(path) for path in named if path != "-"))
        if "-" in named:
            return cls(named, Store(None))
        if folder is None:
            store = Store(
                cache_folder()
                / "libraries"
                / hashlib.sha256(real.encode("utf-8", "replace")).hexdigest()[:20]
            )
        else:
            store = Store(folder)
        library = cls(named, store)
        library._claim(real)
        return library

    def close(self) -> None:
        """Close the database and the search index."""
        self._search = None
        self.store.close()

    @functools.cached_property
    def _actors(self) -> Actors:
        from tui.library.actors import Actors

        return Actors(self.ask)

    # -- lists -------------------------------------------------------------------------------------------------

    def rows(
        self,
        *,
        sort: str = "path",
        filter: str = "",  # noqa: A002 - what it is called everywhere
        dates: Mapping[str, str] = _NO_DATES,
        unfolded: Collection[str] | None = None,
    ) -> Rows:
        """The articles as rows: `sort` is a name of `listing.SORTS`, a leading `-` turns it round.

        Each word of `filter` must stand in an article's title, publisher, author, date or id, whatever its case and
        accents; `source:`, `author:`, `date:` and `language:` narrow a word to one of them, `!` turns it round.
        `dates`, by article id, are in the place of the articles' own in order and filter. Where `unfolded` is given,
        articles that tell another's text again stand below it, and only where it names that one; where the filter
        leaves the other out, they stand for themselves.
        """
        return Rows(self.ask, array("q", listed(self.ask, sort, filter, dates, unfolded)))

    def counts(self) -> Counts:
        """How much there is. Costs one pass over the articles' rows."""
        articles, words, quotes, unknown, copies = self.ask(
            "SELECT count(*), coalesce(sum(words), 0), coalesce(sum(CASE WHEN copy_of IS NULL THEN quotes END), 0),"
            " coalesce(sum(CASE WHEN copy_of IS NULL THEN unknown END), 0), count(copy_of) FROM article"
        )[0]
        actors, events, passages, problems = self.ask(
            "SELECT (SELECT count(*) FROM actor), (SELECT count(*) FROM event), (SELECT count(*) FROM passage),"
            " (SELECT count(*) FROM problem)"
        )[0]
        problems += len(self.store.notices)
        return Counts(articles, words, quotes, unknown, actors, events, passages, problems, copies)

    def problems(self) -> list[Problem]:
        """What could not be read or kept, and what was mended, in the order of the corpus."""
        from tui.corpus.problem import Problem

        told = [
            Problem(str(self.store.folder or "-"), None, notice, "", False) for notice in self.store.notices
        ]
        found = self.ask("SELECT path, line, reason, advice, skipped FROM problem ORDER BY source, id")
        return told + [
            Problem(path, line, reason, advice, bool(skipped))
            for path, line, reason, advice, skipped in found
        ]

    # -- one article -------------------------------------------------------------------------------------------

    def resolve(self, name: str) -> str:
        """The id of the article that `name` means: an id, or a leading number that only one has. Else CorpusError."""
        if self.ask("SELECT 1 FROM article WHERE key = ?", (name,)):
            return name
        found = self.ask("SELECT key FROM article WHERE number = ? ORDER BY position LIMIT 3", (name,))
        if len(found) == 1:
            return str(found[0][0])
        if found:
            keys = ", ".join(str(row[0]) for row in found[:2])
            raise CorpusError(
                f"{name} is the number of several articles", f"Give a whole id: {keys} …", WRONG_USAGE
            )
        near = self.ask("SELECT key FROM article WHERE key LIKE ? ORDER BY position LIMIT 1", (f"%{name}%",))
        advice = f"Did you mean {near[0][0]}?" if near and name else "`corpus-tui articles` lists their ids."
        raise CorpusError(f"no article has the id {name!r}", advice, WRONG_USAGE)

    @_mending
    def article(self, id: str) -> Article:  # noqa: A002 - it is one
        """The article with this id, its text as read. CorpusError where there is none."""
        from tui.library import decoded

        found = self.ask(decoded.ARTICLE, (id,))
        if not found:
            return self.article(self.resolve(id))
        packed, data, sha256, *told = found[0]
        return decoded.article(id, self._text(packed, sha256), data, sha256, told)

    @_mending
    def findings(self, id: str) -> Findings:  # noqa: A002
        """What was found in the article with this id, nothing where that failed. CorpusError where there is none."""
        from tui.library import decoded

        found = self.ask(
            "SELECT a.id, b.data FROM article a JOIN body b ON b.article = a.id WHERE a.key = ?",
            (self.resolve(id),),
        )
        return decoded.findings(self.ask, *found[0])

    @_mending
    def block_starts(self, article: str) -> list[int]:
        """Where the blocks of an article begin, in order; the article itself is not read. None where it is gone."""
        from tui.library import decoded

        found = self.ask(
            "SELECT json_extract(b.data, '$[1]') FROM article a JOIN body b ON b.article = a.id WHERE a.key = ?",
            (article,),
        )
        return decoded.block_starts(found[0][0]) if found else []

    @_mending
    def quote_at(self, article: str, start: int) -> Quote | None:
        """The quotation whose words begin at this code point of an article, or None."""
        from tui.library import decoded

        found = self.ask(
            "SELECT q.data FROM article a JOIN quote q ON q.article = a.id WHERE a.key = ? AND q.start = ? LIMIT 1",
            (article, start),
        )
        return decoded.quote(found[0][0]) if found else None

    # -- the corpus --------------------------------------------------------------------------------------------

    @_mending
    def quotes(self, article: str | None = None) -> list[PlacedQuote]:
        """The quotations of one article, or of all, in the order of the articles, then of position."""
        from tui.library import decoded

        where, values = ("WHERE a.key = ?", (self.resolve(article),)) if article is not None else ("", ())
        found = self.ask(
            "SELECT a.key, coalesce(a.short, a.key), q.data, q.text, c.name"
            " FROM article a CROSS JOIN quote q ON q.article = a.id"
            " LEFT JOIN member m ON m.article = q.article AND m.name = q.actor"
            f" LEFT JOIN actor c ON c.id = m.actor {where} ORDER BY a.position, q.id",
            values,
        )
        found.reverse()
        placed: list[PlacedQuote] = []
        while found:  # there can be a million: a row is held until it is read, a name once
            key, short, data, text, actor = found.pop()
            quote = decoded.quote(data)
            speaker = actor or quote.actor
            placed.append(PlacedQuote(intern(key), intern(short), quote, text, speaker and intern(speaker)))
        return placed

    @_mending
    def actors(self, article: str | None = None) -> list[Actor]:
        """The actors of the corpus, most mentioned first; with `article`, those it names, first named first.

        Each is whole: its mentions in the other articles too.
        """
        columns = "c.id, c.name, c.type, c.data"
        if article is None:
            return self._actors.whole(self.ask(f"SELECT {columns} FROM actor c ORDER BY c.id"))
        return self._actors.whole(
            self.ask(
                f"SELECT {columns} FROM article a JOIN member m ON m.article = a.id JOIN actor c ON c.id = m.actor"
                " WHERE a.key = ? GROUP BY c.id ORDER BY min(m.id)",
                (self.resolve(article),),
            ),
        )

    @_mending
    def actor(self, name: str) -> Actor | None:
        """The actor with this name in the corpus, or None."""
        found = self._actors.whole(self.ask("SELECT id, name, type, data FROM actor WHERE name = ?", (name,)))
        return found[0] if found else None

    @_mending
    def events(self) -> list[Event]:
        """The events of the corpus, in the order of merging."""
        from tui.library import decoded

        found = self.ask("SELECT data FROM event ORDER BY id")
        return [decoded.event(data) for (data,) in found]

    @_mending
    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        fields: Iterable[MatchKind] = FIELDS,
        typos: bool = True,
        cancelled: Cancelled | None = None,
    ) -> list[Match]:
        """What `query` finds, best first. What is wrong with a query is told by `search.query.parse(query).problems`.

        `cancelled` is asked now and then; once it says True the search raises `search.search.Stopped`.
        """
        return self.searching().find(
            query, limit=limit, fields=tuple(fields), typos=typos, cancelled=cancelled
        )

    @_mending
    def found(
        self,
        query: str,
        *,
        limit: int = 20,
        fields: Iterable[MatchKind] = FIELDS,
        typos: bool = True,
        cancelled: Cancelled | None = None,
        meaning: Meaning | None = None,
    ) -> Found:
        """As `search`, each match made when it is first asked for; without words where they are gone by then.

        `meaning` tells whom a filter by name means, for a reader who calls them otherwise.
        """
        from tui.search.found import Found, Hit, wordless

        found = self.searching().found(
            query, limit=limit, fields=tuple(fields), typos=typos, cancelled=cancelled, meaning=meaning
        )

        def make(hit: Hit) -> Match:
            try:
                return found.make(hit)
            except Damaged:
                self.set_aside()
                return wordless(hit)

        return Found(found.hits, make)

    def searching(self) -> Search:
        """The search of this library, made when it is first asked for."""
        self.store.make_room_for_searches()
        if self._search is None:
            from tui.library.passages import StoredPassages
            from tui.search.search import Search

            self._search = Search(StoredPassages(self))
        return self._search

    def forget_search(self) -> None:
        """Open the search index anew when it is next asked for."""
        self._search = None

    # -- the database ------------------------------------------------------------------------------------------

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows that `sql` gives. A damaged database is set aside, and the new one, which is empty, asked."""
        try:
            return self.store.connection().execute(sql, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self.set_aside()
            return self.store.connection().execute(sql, tuple(values)).fetchall()

    def set_aside(self) -> None:
        """Begin an empty library in place of a damaged one."""
        self.store.set_aside()
        self._search = None

    def meta(self, key: str) -> str | None:
        """A value of the library's own notes."""
        found = self.ask("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else None

    def _claim(self, real: str) -> None:
        """Note whose library this is and how its findings are written, or see that it is."""
        if self.meta("shape") not in (None, SHAPE):
            self.store.set_aside("the library was made by another version of this program")
        told = self.meta("paths")
        if told is None and not self.store.read_only:
            noted = (("paths", real), ("shape", SHAPE))
            with self.store.writing() as connection:
                connection.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", noted)
        elif told is not None and told != real:
            raise CorpusError(
                f"{self.store.folder} holds the library of another corpus: {told.splitlines()[0]}",
                "Name another folder with --library, or the same paths as before.",
                WRONG_USAGE,
            )

    def _text(self, packed: bytes, sha256: str) -> str:
        """A stored text, checked: a damaged one is never shown as what an article says."""
        from tui.library.encoding import unpack_text

        text = unpack_text(packed)
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != sha256:
            raise Damaged
        return text


def _real(path: str) -> str:
    """What a path leads to, whatever name it was given by."""
    return path if is_address(path) else str(Path(path).resolve())

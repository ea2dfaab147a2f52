"""What the reader made: where marks stand in the articles, and findings as they were corrected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.app.glyphs import Glyphs
from tui.app.status import counted
from tui.app.text import cut, plain
from tui.corpus.article import Span

if TYPE_CHECKING:
    from tui.corpus.article import Article
    from tui.findings.actors.actor import Actor
    from tui.findings.actors.corrections import Correction
    from tui.findings.findings import Findings
    from tui.library.library import Library
    from tui.library.rows import Counts, PlacedQuote, Rows
    from tui.notebook.book import Book
    from tui.notebook.corrections import Corrected
    from tui.notebook.marks import Mark
    from tui.notebook.placing import Placed, Placing
    from tui.notebook.told import InText
    from tui.search.found import Found
    from tui.search.search import Cancelled

WORDS = 40
"""Cells of what is marked by which people are told which mark it is."""


SIGNED = ("note", "highlight", "star", "bookmark")
"""The kinds of marks that have a sign; where several meet, the first is shown."""


class Stretch(NamedTuple):
    """Code points `start` to `end` of an article that carry a mark; both 0 for the whole article."""

    start: int
    end: int
    mark: Mark


class Change(NamedTuple):
    """What became of one thing in the book: its kind, and what it was before and after, None where it was not."""

    kind: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Noted:
    """The reader's book over one library, from any thread. CorpusError where it cannot be read or saved."""

    def __init__(self, library: Library, *, metonyms: bool = True) -> None:
        self._library = library
        self.metonyms = metonyms
        self._lock = RLock()
        self._book: Book | None = None
        self._placing: Placing | None = None
        self._placed: dict[str, Placed] = {}
        self._stretches: dict[str, list[Stretch]] = {}
        self._corrected: tuple[list[str], Corrected] | None = None
        self._names: dict[tuple[str, str], str] | None = None
        self._in_force: Corrected | None = None
        self._counts: Counts | None = None
        self._damaged = 0
        self._stale = False

    # Reading the book.

    @property
    def book(self) -> Book:
        """The book, opened when it is first asked for."""
        from tui.notebook.book import Book

        with self._lock:
            if self._book is None:
                self._book = Book()
            return self._book

    def read(self) -> None:
        """Read what was written since, here or in another terminal, and find where all marks stand."""
        from tui.notebook.placing import Placing

        with self._lock:
            self.book.refresh()
            self._let_go()
            if self._placing is None:
                self._placing = Placing(self._library)
            all_placed: dict[str, Placed] = {}
            stretches: dict[str, list[Stretch]] = {}
            for mark in self.book.marks:
                if mark.kind == "judgement" and not mark.text:
                    continue
                before = self._placed.get(mark.id)
                placed = before if before and before.mark == mark else self._placing.one(mark)
                all_placed[mark.id] = placed
                for article, span in placed.spots:
                    stretches.setdefault(article, []).append(Stretch(*span, mark))
            self._placed, self._stretches = all_placed, stretches
            self._names = self._told_names()
            self._in_force = self.corrected if self._changes else None
            self._counts = self._in_force.counts() if self._in_force else None

    def warning(self) -> str:
        """What of the book could not be read, told once."""
        damaged = self._book.damaged if self._book else 0
        told, self._damaged = damaged > self._damaged, damaged
        return (
            f"{counted(damaged, 'line')} of your book cannot be read; they stay in its file." if told else ""
        )

    def forget(self) -> None:
        """The library holds something else now; what was made of the old one is let go when it is next asked for."""
        self._stale = True

    def _let_go(self) -> None:
        if self._stale:
            self._stale = False
            self._placing, self._corrected, self._names = None, None, None
            self._placed = {}

    # Marks.

    def placed(self) -> list[Placed]:
        """All marks as they were last read, the oldest first; those on articles that are not here too."""
        return list(self._placed.values())

    def within(self, article: str, start: int, end: int) -> list[Mark]:
        """The marks that begin in these code points of an article."""
        return [one.mark for one in self._stretches.get(article, ()) if start <= one.start < end and one.end]

    def on_article(self, article: str) -> list[Mark]:
        """The marks on an article as a whole."""
        return [one.mark for one in self._stretches.get(article, ()) if not one.end]

    def highlighted(self, article: str) -> tuple[Span, ...]:
        """The words of an article that are highlighted."""
        return tuple(
            Span(start, end)
            for start, end, mark in self._stretches.get(article, ())
            if end and mark.kind == "highlight"
        )

    def read_articles(self) -> set[str]:
        """The articles that were marked as read."""
        return {
            article
            for article, stretches in self._stretches.items()
            if any(one.mark.kind == "read" for one in stretches)
        }

    def signs(self, article: Article, glyphs: Glyphs) -> dict[int, str]:
        """The signs of marked blocks, by the block's place in the article."""
        found: dict[int, list[Mark]] = {}
        for one in self._stretches.get(article.id, ()):
            block = article.block_at(one.start) if one.end else None
            if block is not None:
                found.setdefault(block.number - 1, []).append(one.mark)
        return {at: sign for at, marks in found.items() if (sign := sign_of(marks, glyphs))}

    def articles(self, glyphs: Glyphs) -> dict[str, str]:
        """The signs of the articles that carry marks, by their ids."""
        signs = {
            article: sign_of([one.mark for one in stretches], glyphs)
            for article, stretches in self._stretches.items()
        }
        return {article: sign for article, sign in signs.items() if sign}

    def differences(self, glyphs: Glyphs) -> dict[str, str]:
        """The signs of the differences that carry marks, by their ids."""
        found: dict[str, list[Mark]] = {}
        for one in self._placed.values():
            if one.mark.target.about == "difference":
                found.setdefault(one.mark.target.key, []).append(one.mark)
        return {id_: sign for id_, marks in found.items() if (sign := sign_of(marks, glyphs))}

    def put(self, *marks: Mark) -> None:
        """Keep marks, new or changed."""
        with self._lock:
            self.book.put(*marks)
            self.read()

    def remove(self, *marks: Mark) -> None:
        """Take marks away."""
        with self._lock:
            self.book.remove(*marks)
            self.read()

    def undo(self) -> list[Change]:
        """Take back what was last made here; nothing where nothing was. Tells what changed by that."""
        return self._changed(self.book.undo)

    def redo(self) -> list[Change]:
        """Make again what was last taken back; as `undo`."""
        return self._changed(self.book.redo)

    def _changed(self, step: Callable[[], bool]) -> list[Change]:
        with self._lock:
            self.book.refresh()
            before = {(entry.kind, entry.id): entry.data for entry in self.book.entries()}
            if not step():
                return []
            after = {(entry.kind, entry.id): entry.data for entry in self.book.entries()}
            self.read()
        changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        return [Change(key[0], before.get(key), after.get(key)) for key in changed]

    # Corrections.

    def article(self, article: str) -> Article:
        """An article, with the date that the reader told, as far as the book was read; waits for nothing."""
        return self._in_force.article(article) if self._in_force else self._library.article(article)

    def findings(self, article: str) -> Findings:
        """What was found in an article, as corrected, as far as the book was read; waits for nothing."""
        return self._in_force.findings(article) if self._in_force else self._library.findings(article)

    def search(
        self, query: str, *, limit: int, typos: bool = True, cancelled: Cancelled | None = None
    ) -> Found:
        """What a search finds, with speakers and actors as corrected, as far as the book was read."""
        asked = self._in_force or self._library
        return asked.found(query, limit=limit, typos=typos, cancelled=cancelled)

    def dates(self) -> Mapping[str, str]:
        """The dates that the reader told of articles, by article, as far as the book was read."""
        return self._in_force.dates if self._in_force else {}

    def rows(self, sort: str, words: str, unfolded: Collection[str] = ()) -> Rows:
        """The list of articles as `Library.rows` has it, with the dates that the reader told; waits for nothing.

        Copies are folded away but for those of `unfolded`.
        """
        return self._library.rows(sort=sort, filter=words, dates=self.dates(), unfolded=unfolded)

    @property
    def corrected(self) -> Corrected:
        """The findings as the reader corrected them."""
        from tui.notebook.corrections import Corrected

        with self._lock:
            self._let_go()
            made = list(self.book.corrections)
            if self._corrected is None or self._corrected[0] != made:
                self._corrected, self._names = (
                    (made, Corrected(self._library, self.book, metonyms=self.metonyms)),
                    None,
                )
            return self._corrected[1]

    def correct(self, correction: Correction | InText) -> str:
        """Keep a correction; a sentence where it does not fit, and then it is not kept."""
        from tui.findings.actors.corrections import apply
        from tui.notebook.corrections import keep
        from tui.notebook.told import InText

        with self._lock:
            unfit = [] if isinstance(correction, InText) else apply(self.corrected.actors(), [correction])[1]
            if unfit:
                return plain(unfit[0].reason).capitalize() + "."
            keep(self.book, self._library, correction)
            self.read()
        return ""

    @property
    def _changes(self) -> bool:
        """Whether anything is shown otherwise than it was found."""
        return bool(self.book.corrections) or not self.metonyms

    def switch_metonyms(self) -> bool:
        """Let capitals stand for their states, or no longer; whether they do now."""
        with self._lock:
            self.metonyms = not self.metonyms
            self._corrected = None
            self.read()
        return self.metonyms

    def undate(self, article: str) -> bool:
        """Take back the date that the reader told of an article; whether there was one."""
        from tui.notebook.corrections import undated

        with self._lock:
            there = undated(self.book, self._library, article)
            self.read()
        return there

    def actors(self) -> list[Actor]:
        """The actors of the corpus as they are corrected now."""
        return self.corrected.actors()

    def quotes_of(self, actor: Actor) -> list[PlacedQuote]:
        """The quotations of an actor, as corrected, in the order of the articles."""
        from tui.library.counting import quotes_of

        corrected = self.corrected
        if corrected.quotes_as_found:
            return quotes_of(self._library, actor.name)
        return [placed for placed in corrected.quotes() if placed.actor == actor.name]

    def actor(self, name: str) -> Actor | None:
        """The actor of this name, as corrected."""
        if not self._changes:
            return self._library.actor(name)
        return next((actor for actor in self.corrected.actors() if actor.name == name), None)

    def bearer(self, members: Iterable[tuple[str, str]]) -> Actor | None:
        """The actor to which most of these article actors belong now; None where they are no actor."""
        wanted = set(members)
        found = max(self.corrected.actors(), key=lambda actor: len(wanted & set(actor.members)), default=None)
        return found if found is not None and wanted & set(found.members) else None

    def names(self, article: str, names: Iterable[str]) -> list[str]:
        """What actors of an article are called, where anything was corrected; without those that are none."""
        told = self._names
        if told is None:
            return list(names)
        return list(dict.fromkeys(told[article, name] for name in names if (article, name) in told))

    @property
    def has_corrections(self) -> bool:
        """Whether anything was corrected, as far as the book was read."""
        return self._names is not None

    def counts(self) -> Counts:
        """How much there is in the corpus, as corrected."""
        return self._counts or self._library.counts()

    def _told_names(self) -> dict[tuple[str, str], str] | None:
        if not self._changes:
            return None
        found = self.corrected
        if self._names is None:
            self._names = {member: actor.name for actor in found.actors() for member in actor.members}
        return self._names


def sign_of(marks: Iterable[Mark], glyphs: Glyphs) -> str:
    """The sign of what carries these marks, that of a note before others; empty where it is none that is shown."""
    kinds = {mark.kind for mark in marks}
    return next((getattr(glyphs, kind) for kind in SIGNED if kind in kinds), "")


def told_mark(mark: Mark) -> str:
    """`note on “the port might close”`, safe to draw."""
    exact = " … ".join(one.exact for one in mark.target.anchors if one.exact)
    kind = f"{mark.kind} {plain(mark.label)}" if mark.kind == "highlight" and mark.label else mark.kind
    return f"{kind} on “{cut(plain(exact or mark.target.name), WORDS)}”"


def told_correction(correction: Correction | InText) -> str:
    """`Lund is called Greta Lund`, safe to draw."""
    from tui.findings.actors.corrections import Merge, Reject, Rename, Retype
    from tui.notebook.told import Dated, NotSaid, Said

    match correction:
        case Dated(at, date):
            return f"{plain(at.article)} is of {date}"
        case NotSaid(at):
            return f"“{cut(plain(at.exact), WORDS)}” is no quotation"
        case Said(at, name):
            told = f"was said by {plain(name)}" if name else "has no speaker"
            return f"“{cut(plain(at.exact), WORDS)}” {told}"
        case Merge(into, others):
            return f"{plain(', '.join(others))} is {plain(into)}"
        case Rename(name, new):
            return f"{plain(name)} is called {plain(new)}"
        case Retype(name, kind):
            return f"{plain(name)} is of the type {kind}"
        case Reject(name):
            return f"{plain(name)} is no actor"
    return f"{plain(correction.new)} is another than {plain(correction.name)}"


def told_change(change: Change) -> str:
    """What undo or redo did to one thing, as a sentence that is safe to draw."""
    from tui.notebook import corrections, marks

    data = change.after or change.before or {}
    try:
        told = (
            told_mark(marks.from_data(data))
            if change.kind == "mark"
            else told_correction(corrections.from_data(data))
        )
    except ValueError:
        told = change.kind
    if change.before is None:
        return f"There again: {told}."
    return f"As it was before: {told}." if change.after is not None else f"Taken back: {told}."

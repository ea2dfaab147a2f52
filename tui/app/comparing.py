"""Comparisons of the library's articles, worked out once until something new is read. Can be asked from any thread."""

from __future__ import annotations

from threading import Lock, RLock
from typing import TYPE_CHECKING, NamedTuple

from tui.app.noted import Noted
from tui.library.library import Library

if TYPE_CHECKING:
    from tui.compare.counterpart import Counterpart, PassageMatch
    from tui.compare.difference import Difference
    from tui.compare.duplicates import Member
    from tui.compare.sourcing import Sourcing
    from tui.notebook.accounts import Accounts

FEW = 12
"""Articles that are all looked through for a counterpart; of more, those that a search finds likeliest."""

LIKELY = 6
COPIES = 2
"""Of the likeliest, those that may have its very words: a search gives only the first of texts that are the same."""


class Landmark(NamedTuple):
    """Where another article stands beside a passage: the code point where a passage of it starts.

    `level` says that the two are counterparts; else it is the last one before that has a counterpart.
    """

    start: int
    level: bool


class Comparing:
    """Counterparts and differences of one library, with the corrections and judgements that `noted` holds."""

    def __init__(self, library: Library, noted: Noted) -> None:
        self._library = library
        self._noted = noted
        self._lock = RLock()
        self._slow = Lock()  # a passage's counterparts do not wait until all differences are found
        self._accounts: Accounts | None = None
        self._counterparts: dict[tuple[str, str], list[Counterpart]] = {}
        self._differences: list[Difference] = []
        self._differing_of: Accounts | None = None

    def forget(self) -> None:
        """The library holds something else now, or other corrections are made."""
        with self._lock:
            self._accounts = None
            self._counterparts.clear()

    def counterparts(self, one: str, other: str) -> list[Counterpart]:
        """The passages of `one`, each with its counterparts in `other`. CorpusError where an article is gone."""
        from tui.compare.alignment import counterparts

        with self._lock:
            if (one, other) not in self._counterparts:
                accounts = self.accounts()
                self._counterparts[one, other] = counterparts(
                    accounts.one(one), accounts.one(other), accounts.weights()
                )
            return self._counterparts[one, other]

    def of_passage(self, article: str, start: int, end: int, others: list[str]) -> list[PassageMatch]:
        """The counterparts of the passage that touches the code points `start` to `end`, best first.

        They are looked for in `others`; where none are named, in the articles that are likeliest to have one.
        """
        found: list[PassageMatch] = []
        for other in others or self._likely(article, start, end):
            for passage in self.counterparts(article, other):
                if passage.start < end and passage.end > start:
                    found += passage.matches
        return sorted(found, key=lambda match: -match.score)

    def landmark(self, article: str, other: str, start: int, end: int) -> Landmark | None:
        """Where `other` stands beside the passage that touches `start` to `end`; None before the first one."""
        before: Landmark | None = None
        for passage in self.counterparts(article, other):
            if passage.start >= end:
                break
            if passage.matches and passage.end > start:
                return Landmark(passage.matches[0].start, level=True)
            if passage.matches:
                before = Landmark(passage.matches[0].start, level=False)
        return before

    def only_here(self, article: str, others: list[str]) -> list[tuple[int, int]]:
        """The passages of `article` that none of `others` tells, as spans of code points."""
        told = [self.counterparts(article, other) for other in others]
        if not told:
            return []
        return [
            (passages[0].start, passages[0].end)
            for passages in zip(*told, strict=True)
            if all(passage.only_here for passage in passages)
        ]

    def told_again(self, article: str) -> dict[tuple[int, int], tuple[Member, ...]]:
        """The passages of an article that it tells twice, with where it told them before."""
        from tui.compare.duplicates import told_again

        return told_again(self._library.article(article))

    def differences(self) -> list[Difference]:
        """What the accounts tell differently, the surest first, each in the state that the reader gave it."""
        from tui.notebook.judging import found_differences, judged

        with self._slow:
            accounts = self.accounts()
            if self._differing_of is not accounts:
                self._differences = found_differences(accounts)
                self._differing_of = accounts
            return judged(self._differences, self._noted.book)

    def sourcing(self, article: str) -> Sourcing:
        """On whose word an article leans. CorpusError where it is gone."""
        from tui.notebook.accounts import sourcing_of

        return sourcing_of(self._noted.corrected, article)

    def copies(self) -> dict[str, str]:
        """All articles that have the text of another, each with the first that told it."""
        from tui.library.repeated import kept_copies

        return kept_copies(self._library)

    def accounts(self) -> Accounts:
        """The articles as they are compared."""
        from tui.notebook.accounts import Accounts

        with self._lock:
            if self._accounts is None:
                self._accounts = Accounts(self._library, lambda: self._noted.corrected)
            return self._accounts

    def _likely(self, article: str, start: int, end: int) -> list[str]:
        from tui.library.repeated import word_for_word

        rows = self._library.rows()
        if len(rows) <= FEW:
            return [row.id for row in rows if row.id != article]
        text = self._library.article(article).text[start:end]
        words = sorted(set(text.split()), key=len)[-12:]
        found = self._library.search(" | ".join(word.strip("“”\"'.,;:!?()") for word in words), limit=60)
        likely = [
            *word_for_word(self._library, article, start, end, COPIES),
            *(match.article for match in found if match.article != article),
        ]
        return list(dict.fromkeys(likely))[:LIKELY]

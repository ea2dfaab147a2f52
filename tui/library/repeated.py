"""Which article's text an article tells again: one wire story in several papers counts once."""

import sqlite3
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from tui.library.library import Library
from tui.search.match import FIELDS

_TRIED = 3  # articles that share most sentences, which are compared passage by passage
_SHARED = (
    0.3  # part of an article's sentences that stand in another word for word before the two are compared
)
_ALL = 3  # sentences from which an article whose every sentence stands in another needs no closer look

_KEPT = (
    "SELECT a.key, first.key FROM article a JOIN article first ON first.id = a.copy_of ORDER BY a.position"
)
_WORD_FOR_WORD = """
SELECT a.key FROM article me JOIN place mine ON mine.article = me.id
JOIN place theirs ON theirs.passage = mine.passage AND theirs.field = mine.field JOIN article a ON a.id = theirs.article
WHERE me.key = ? AND mine.field = ? AND mine.start < ? AND mine.end > ? AND a.id != me.id
GROUP BY a.id ORDER BY count(*) DESC, a.position LIMIT ?
"""
_HOLDERS = 100  # articles that are remembered of a sentence: what more than these have tells no copy
_SENTENCES = (
    "SELECT DISTINCT passage,"
    " EXISTS (SELECT 1 FROM place theirs WHERE theirs.passage = mine.passage AND theirs.article <> mine.article)"
    " FROM place mine WHERE article = ? AND field = ?"
)


def told_again(library: Library) -> dict[str, str]:
    """Find the ids of all articles that tell another's text again, each with the id of the first that told it.

    One article at a time: what it holds grows with the number of different sentences that several articles have.
    Nearly the same words are enough, as in `compare.copies`.
    """
    first_of: dict[str, str] = {}
    found: dict[str, str] = {}
    holders: dict[int, list[str]] = {}
    field = FIELDS.index("passage")
    for number, article, sha256 in library.ask("SELECT id, key, sha256 FROM article ORDER BY position"):
        first = first_of.setdefault(sha256, article)
        if first != article:
            found[article] = found.get(first, first)
            continue
        sentences = library.ask(_SENTENCES, (number, field))
        shared = [passage for passage, elsewhere in sentences if elsewhere]
        told = _first_of(library, article, len(sentences), shared, holders)
        if told is not None:
            found[article] = found.get(told, told)
            continue
        for passage in shared:
            held = holders.setdefault(passage, [])
            if len(held) < _HOLDERS:
                held.append(article)
    return found


def _first_of(
    library: Library, article: str, sentences: int, mine: Sequence[int], holders: Mapping[int, list[str]]
) -> str | None:
    """The first of the articles before that holds most of an article's different sentences, as `holders` know it.

    `mine` are those of its sentences that other articles have word for word.
    """
    if len(mine) < _SHARED * sentences:
        return None
    counted = Counter(other for passage in mine for other in holders.get(passage, ()))
    likely = [other for other, count in counted.most_common(_TRIED) if count >= _SHARED * sentences]
    if not likely:
        return None
    if sentences >= _ALL and counted[likely[0]] == sentences:
        return likely[0]
    return _nearly(library, article, likely)


def keep_copies(connection: sqlite3.Connection, found: Mapping[str, str]) -> None:
    """Write which articles tell another's text again, as `told_again` found it, into the caller's transaction."""
    connection.execute("UPDATE article SET copy_of = NULL WHERE copy_of IS NOT NULL")
    connection.executemany(
        "UPDATE article SET copy_of = (SELECT id FROM article WHERE key = ?) WHERE key = ?",
        ((first, again) for again, first in found.items()),
    )


def kept_copies(library: Library) -> dict[str, str]:
    """The ids of the articles that tell another's text again, each with that of the first that told it, as kept."""
    return dict(library.ask(_KEPT))


class Placed(Protocol):
    """What stands in an article."""

    @property
    def article(self) -> str:
        """The article's id."""


_Placed = TypeVar("_Placed", bound=Placed)


def once(told: Iterable[_Placed], copies: Container[str]) -> tuple[_Placed, ...]:
    """Of mentions or quotations those that stand in no copy; all where every one does: a text counts once."""
    found = tuple(told)
    return tuple(one for one in found if one.article not in copies) or found


def _nearly(library: Library, article: str, likely: Sequence[str]) -> str | None:
    """Which of some articles holds most of an article's text, if in other words here and there."""
    from tui.compare.copies import copies  # loads what compares texts

    told = library.article(article)
    return next((one for one in likely if copies([library.article(one), told])), None)


def word_for_word(library: Library, article: str, start: int, end: int, limit: int) -> list[str]:
    """The ids of other articles with a sentence of these code points of an article, those with most of them first."""
    asked = (article, FIELDS.index("passage"), end, start, limit)
    return [key for (key,) in library.ask(_WORD_FOR_WORD, asked)]

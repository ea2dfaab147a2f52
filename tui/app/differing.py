"""Where what the reader reads is told differently elsewhere: looked up while reading, worked out in the background."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.app.text import plain

if TYPE_CHECKING:
    from tui.compare.difference import Difference
    from tui.corpus.article import Article

FEW = 60
"""Articles up to which all accounts are compared without being asked to; in a larger corpus d does it."""


class Differing:
    """The sides of the differences by article; those in doubt are left out, as in lists."""

    def __init__(self, found: Iterable[Difference] = ()) -> None:
        self._sides: dict[str, list[tuple[int, int, Difference]]] = {}
        self._named: dict[str, bool] = {}
        subjects = []
        for one in found:
            if not one.doubtful and one.state != "dismissed":
                subjects.append(one.about)
                for side in one.sides:
                    self._sides.setdefault(side.article, []).append((side.start, side.end, one))

        self._subjects = "\n".join(subjects)

    def names(self, actor: str) -> bool:
        """Whether an actor is what a difference is about."""
        if actor not in self._named:
            whole = rf"(?<!\w){re.escape(actor)}(?!\w)"
            self._named[actor] = re.search(whole, self._subjects) is not None
        return self._named[actor]

    def __contains__(self, article: object) -> bool:
        return article in self._sides

    def __len__(self) -> int:
        return len(self._sides)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sides)

    def within(self, article: str, start: int, end: int) -> list[Difference]:
        """The differences of which a side stands in these code points of an article, each once."""
        found = [one for begin, stop, one in self._sides.get(article, ()) if begin < end and stop > start]
        return list(dict.fromkeys(found))

    def blocks(self, article: Article) -> set[int]:
        """The blocks of an article in which a side begins, from 0."""
        starts = [start for start, _, _ in self._sides.get(article.id, ())]
        return {block.number - 1 for start in starts if (block := article.block_at(start))}


def told(one: Difference, short: dict[str, str]) -> str:
    """`Trump: former U.S. President (001) / U.S. President (002)`, safe to draw; `short` numbers the articles."""
    sides = [f"{plain(side.text)} ({plain(short.get(side.article, side.article))})" for side in one.sides[:3]]
    return f"{plain(one.about)}: {' / '.join(sides)}"

"""What a search found: where all of it stands is known at once, its words are read when they are looked at."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, overload

from tui.search.match import Match, MatchKind
from tui.search.texts import Place


class Hit(NamedTuple):
    """A result before its words are read. `number` is the text's; the rest is told by `Match`."""

    article: str
    kind: MatchKind
    start: int | None
    end: int | None
    score: float
    number: int
    place: Place

    @classmethod
    def at(cls, place: Place, kind: MatchKind, score: float, number: int) -> "Hit":
        """A hit that stands at `place`."""
        start, end = (place.start, place.end) if place.end else (None, None)
        return cls(place.article, kind, start, end, score, number, place)


class Found(Sequence[Match]):
    """The results of a search, best first. `hits` tells where they stand; `make` makes a match of a hit."""

    def __init__(self, hits: Sequence[Hit], make: Callable[[Hit], Match]) -> None:
        self.hits = hits
        self.make = make
        self._made: dict[int, Match] = {}

    def __len__(self) -> int:
        return len(self.hits)

    @overload
    def __getitem__(self, index: int) -> Match: ...
    @overload
    def __getitem__(self, index: slice) -> list[Match]: ...
    def __getitem__(self, index: int | slice) -> Match | list[Match]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self.hits))[index]
        if at not in self._made:
            self._made[at] = self.make(self.hits[at])
        return self._made[at]

    def __iter__(self) -> Iterator[Match]:
        for at in range(len(self.hits)):
            yield self[at]


def wordless(hit: Hit) -> Match:
    """The match of a hit whose words are no longer there."""
    return Match(hit.article, hit.kind, None, None, "", hit.score, ())


NOTHING = Found((), wordless)

"""What is lit up in the texts (a search's matches, an actor's mentions), and walking from one to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

LightKind = Literal["match", "mention"]


class Spot(NamedTuple):
    """A lit stretch: code points `start` to `end` of the article with this id."""

    article: str
    start: int
    end: int

    def holds(self, other: "Spot") -> bool:
        """Whether `other` lies wholly within this stretch."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end


@dataclass(slots=True)
class Light:
    """Lit spots, in article order and by position.

    `label` says what they are ("Vladimir Putin"), `kind` whether they are drawn as matches or as mentions. `stops` are
    what n and N walk: the spots themselves, or for a search the matches, each with all its words. `at` is the stop that
    the reader stands on, or None before the first step.
    """

    label: str = ""
    kind: LightKind = "mention"
    spots: tuple[Spot, ...] = ()
    stops: tuple[Spot, ...] = ()
    at: int | None = None
    _spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        label: str,
        kind: LightKind,
        spots: Iterable[Spot],
        order: Iterable[str],
        stops: Iterable[Spot] | None = None,
    ) -> "Light":
        """A light of `spots` in any order; `order` are the articles' ids in the order in which they are walked."""
        ranks: dict[str, int] = {}
        for article in order:
            ranks.setdefault(article, len(ranks))

        def sort(unsorted: Iterable[Spot]) -> tuple[Spot, ...]:
            return tuple(sorted(set(unsorted), key=lambda s: (ranks.get(s.article, len(ranks)), *s)))

        placed = sort(spots)
        return cls(
            label, kind, placed, placed if stops is None else sort(stops), None, _article_spans(placed)
        )

    @property
    def here(self) -> Spot | None:
        """The stop that the reader stands on."""
        return None if self.at is None else self.stops[self.at]

    def stand(self, stop: Spot) -> None:
        """Stand on a stop from now on."""
        self.at = self.stops.index(stop) if stop in self.stops else None

    def within(self, article: str, start: int, end: int) -> Sequence[Spot]:
        """The spots that touch the code points `start` to `end` of an article, in order."""
        first, last = self._spans.get(article, (0, 0))
        begin = bisect_right(self.spots, start, first, last, key=lambda spot: spot.end)
        stop = bisect_left(self.spots, end, begin, last, key=lambda spot: spot.start)
        return self.spots[begin:stop]

    def step(self, direction: int, article: str | None, offset: int) -> Spot | None:
        """Go to the next (1) or previous (-1) stop, from the one stood on, else from `offset` in `article`.

        Behind the last comes the first. None where nothing is lit.
        """
        if not self.stops:
            return None
        if self.at is not None:
            self.at = (self.at + direction) % len(self.stops)
        else:
            self.at = self._nearest(direction, article, offset)
        return self.stops[self.at]

    def _nearest(self, direction: int, article: str | None, offset: int) -> int:
        first, last = _article_spans(self.stops).get(article or "", (0, 0))
        if first == last:
            return 0 if direction > 0 else len(self.stops) - 1
        at = bisect_left(self.stops, offset, first, last, key=lambda spot: spot.start)
        return (at if direction > 0 else at - 1) % len(self.stops)


def _article_spans(spots: Sequence[Spot]) -> dict[str, tuple[int, int]]:
    """From which to which spot each article's go."""
    spans: dict[str, tuple[int, int]] = {}
    for index, spot in enumerate(spots):
        first, _ = spans.get(spot.article, (index, index))
        spans[spot.article] = (first, index + 1)
    return spans


DARK = Light()
"""Nothing is lit."""

"""What is lit up in the texts (a search's matches, an actor's mentions), and walking from one to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple


class Spot(NamedTuple):
    """A lit stretch: code points `start` to `end` of the article with this id."""

    article: str
    start: int
    end: int


@dataclass(slots=True)
class Light:
    """Lit spots, in article order and by position.

    `label` says what they are ("Vladimir Putin"), `kind` whether they are drawn as matches or as mentions. `at` is the
    spot that the reader stands on, or None before the first step.
    """

    label: str = ""
    kind: Literal["match", "mention"] = "mention"
    spots: tuple[Spot, ...] = ()
    at: int | None = None
    _articles: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, spot in enumerate(self.spots):
            first, _ = self._articles.get(spot.article, (index, index))
            self._articles[spot.article] = (first, index + 1)

    @classmethod
    def of(
        cls, label: str, kind: Literal["match", "mention"], spots: Iterable[Spot], order: Iterable[str]
    ) -> "Light":
        """A light of `spots` in any order; `order` are the articles' ids as the reader's list has them."""
        ranks: dict[str, int] = {}
        for article in order:
            ranks.setdefault(article, len(ranks))
        placed = sorted(
            set(spots), key=lambda spot: (ranks.get(spot.article, len(ranks)), spot.article, spot.start)
        )
        return cls(label, kind, tuple(placed))

    @property
    def here(self) -> Spot | None:
        """The spot that the reader stands on."""
        return None if self.at is None else self.spots[self.at]

    def within(self, article: str, start: int, end: int) -> list[Spot]:
        """The spots that touch the code points `start` to `end` of an article, in order."""
        first, last = self._articles.get(article, (0, 0))
        begin = bisect_right(self.spots, start, first, last, key=lambda spot: spot.end)
        stop = bisect_left(self.spots, end, begin, last, key=lambda spot: spot.start)
        return list(self.spots[begin:stop])

    def step(self, direction: int, article: str | None, offset: int) -> Spot | None:
        """Go to the next (1) or previous (-1) spot, from the one stood on, else from `offset` in `article`.

        Behind the last comes the first. None where nothing is lit.
        """
        if not self.spots:
            return None
        if self.at is not None:
            self.at = (self.at + direction) % len(self.spots)
        else:
            self.at = self._nearest(direction, article, offset)
        return self.spots[self.at]

    def _nearest(self, direction: int, article: str | None, offset: int) -> int:
        span = self._articles.get(article or "")
        if span is None:
            return 0 if direction > 0 else len(self.spots) - 1
        first, last = span
        if direction > 0:
            return bisect_left(self.spots, offset, first, last, key=lambda spot: spot.start) % len(self.spots)
        return (bisect_left(self.spots, offset, first, last, key=lambda spot: spot.start) - 1) % len(
            self.spots
        )


DARK = Light()
"""Nothing is lit."""

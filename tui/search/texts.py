"""What a search needs of whoever keeps the texts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from tui.search.match import MatchKind
from tui.search.query import Filter


class Place(NamedTuple):
    """Where a text stands: the article's id, and code points; both 0 for a title that is no part of the text.

    `speaker` is who said it, where it is a quotation; the name of an actor where it is one. `copies` counts the
    other places of the same text that the filters let through.
    """

    article: str
    start: int
    end: int
    speaker: str | None
    copies: int


class Texts(Protocol):
    """The searchable texts of a corpus, each with a number of its own, whatever its field."""

    def generation(self) -> int:
        """The last change; rises with each."""
        ...

    def folder(self) -> Path | None:
        """Where the index lies; None: in memory."""
        ...

    def writable(self) -> bool:
        """Whether the index may be written."""
        ...

    def newer(self, generation: int) -> Iterator[tuple[int, int, str]]:
        """(number, field as an index into `FIELDS`, folded text) of each text that came after `generation`."""
        ...

    def gone(self, generation: int) -> list[int]:
        """Numbers of texts that went after `generation`."""
        ...

    def indexed(self) -> int:
        """Up to which generation the index was told to have caught up; -1 where it is not kept, or no longer there."""
        ...

    def caught_up(self, generation: int) -> None:
        """The index holds what came up to `generation`, and no longer what went."""
        ...

    def texts(self, numbers: Sequence[int], field: MatchKind, filters: Sequence[Filter]) -> dict[int, str]:
        """The folded texts with these numbers, all of `field`.

        What is no longer there is left out, and what stands in no place that the filters let through.
        """
        ...

    def all(self, field: MatchKind, limit: int) -> list[tuple[int, str]]:
        """(number, folded text) of all texts of `field`, or none where they are more than `limit`."""
        ...

    def places(self, numbers: Sequence[int], field: MatchKind, filters: Sequence[Filter]) -> dict[int, Place]:
        """The first places of these texts that the filters let through, by number; what has none is left out.

        Who said a quotation is told by `spoken`.
        """
        ...

    def spoken(self, place: Place) -> Place:
        """The place of a quotation, with its speaker."""
        ...

    def listed(self, field: MatchKind, filters: Sequence[Filter], limit: int) -> list[Place]:
        """The first places that the filters let through, in the order of the corpus."""
        ...

    def raw(self, article: str) -> tuple[str, str]:
        """The raw text of an article, and its title."""
        ...

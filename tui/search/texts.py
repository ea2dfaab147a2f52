"""What a search needs of whoever keeps the texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the article's id, an index into `FIELDS`, code points. Both 0: in no text."""

    article: str
    field: int
    start: int
    end: int


class Texts(Protocol):
    """The searchable texts of a corpus, by number."""

    def generation(self) -> int: ...
    def folder(self) -> Path | None: ...
    def writable(self) -> bool: ...
    def newer(self, generation: int) -> Iterator[tuple[int, int, str]]: ...
    def gone(self, generation: int) -> list[int]: ...
    def texts(self, numbers: Sequence[int]) -> dict[int, str]: ...
    def places(self, number: int, limit: int) -> list[Place]: ...

"""Search a corpus: the index gives candidates, their texts are ranked, the best are placed in their articles."""

import re
import threading
from collections.abc import Callable, Iterator
from zlib import crc32

from tui.search.index import Index
from tui.search.match import Match, MatchKind
from tui.search.texts import Texts

Cancelled = Callable[[], bool]

_DIGITS = re.compile(r"\d+")


class Search:
    """The search of one corpus. Can be asked from several threads."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._lock = threading.RLock()
        self._index: Index | None = None

    def index(self) -> Index:
        """The index, opened when first asked for."""
        with self._lock:
            if self._index is None:
                self._index = Index(self._texts.folder())
            return self._index

    def size(self) -> int:
        """Bytes of the index on disk."""
        return self.index().size()

    def catch_up(self) -> None:
        """Bring the index to the generation of the library; make it anew where it is of another library's time."""
        with self._lock:
            index, generation = self.index(), self._texts.generation()
            index.reload()
            if index.generation == generation or not self._texts.writable():
                return
            if index.generation > generation:
                index.clear()
            index.update(generation, self._texts.gone(index.generation), self._new(index.generation))

    def _new(self, generation: int) -> Iterator[tuple[int, int, int, str]]:
        for number, field, folded in self._texts.newer(generation):
            yield number, crc32(_DIGITS.sub("0", folded).encode()), field, folded

    def find(
        self,
        query: str,
        *,
        limit: int,
        fields: tuple[MatchKind, ...],
        typos: bool = True,
        cancelled: Cancelled | None = None,
    ) -> list[Match]:
        """What `query` finds, best first."""
        return []

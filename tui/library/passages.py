"""What the search asks of a library: the searchable texts, and where they stand."""

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.search.texts import Place

if TYPE_CHECKING:
    from tui.library.library import Library

_AT_ONCE = 500
_INDEX_FORMAT = 1  # rises when the index holds something else of the same library


class StoredPassages:
    """The texts of one library, for its search index. See `search.texts.Texts` for what each method gives."""

    def __init__(self, library: "Library") -> None:
        self._library = library

    def generation(self) -> int:
        """The last change of the library."""
        return int(self._library.meta("generation") or 0)

    def folder(self) -> Path | None:
        """Where the index of this very database lies; None in memory. A database made anew has another."""
        store = self._library.store
        if store.folder is None:
            return None
        name = self._library.meta("index")
        if name is None and not store.read_only:
            with store.writing() as connection:
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('index', ?)", (secrets.token_hex(6),))
            name = self._library.meta("index")
        return store.folder / f"search-{_INDEX_FORMAT}-{name}"

    def writable(self) -> bool:
        """Whether the index may be written."""
        return not self._library.store.read_only

    def newer(self, generation: int) -> Iterator[tuple[int, int, str]]:
        """(number, field, folded text) of each text that came after `generation`."""
        connection = self._library.store.connection()
        yield from connection.execute(
            "SELECT id, field, folded FROM passage WHERE generation > ?", (generation,)
        )

    def gone(self, generation: int) -> list[int]:
        """Numbers of texts that went after `generation`."""
        return [
            row[0]
            for row in self._library.ask("SELECT passage FROM gone WHERE generation > ?", (generation,))
        ]

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """The folded texts with these numbers; what is no longer there is left out."""
        found: dict[int, str] = {}
        for at in range(0, len(numbers), _AT_ONCE):
            some = numbers[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(self._ask(f"SELECT id, folded FROM passage WHERE id IN ({marks})", some))
        return found

    def places(self, number: int, limit: int) -> list[Place]:
        """Where a text stands, in the order of the corpus, the first `limit`."""
        found = self._ask(
            "SELECT a.key, p.field, p.start, p.end FROM place p JOIN article a ON a.id = p.article"
            " WHERE p.passage = ? ORDER BY a.position, p.start LIMIT ?",
            (number, limit),
        )
        return [Place(*row) for row in found]

    def _ask(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._library.ask(sql, values)

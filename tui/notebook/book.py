"""A reader's book: marks and corrections, saved as they change, with undo and redo."""

import json
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tui.errors import CorpusError
from tui.notebook.journal import Entry, Journal
from tui.notebook.marks import Mark, from_data, now, to_data
from tui.paths import data_folder

Key = tuple[str, str]
Change = list[tuple[Key, dict[str, Any] | None, dict[str, Any] | None]]

MARK = "mark"
CORRECTION = "correction"


class Book:
    """What the reader made, in the reader's data folder or in `folder`.

    Each change is on the disk when its method returns; CorpusError where it cannot be saved, and then it is not made.
    Several programs can have one book open: `refresh` reads what the others wrote.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._journal = Journal(folder or data_folder())
        self._held: dict[Key, Entry] = {}
        self._undo: list[Change] = []
        self._redo: list[Change] = []
        self._marks: list[Mark] | None = None
        self.refresh()
        self._journal.tidy(list(self._held.values()))

    @property
    def damaged(self) -> int:
        """How many lines of the book could not be read; they stay in its file."""
        return self._journal.damaged

    def refresh(self) -> bool:
        """Read what was written since, by whom ever; whether anything was."""
        entries, anew = self._journal.news()
        if anew:
            self._held.clear()
        for entry in entries:
            self._take(entry)
        if entries or anew:
            self._marks = None
        return bool(entries)

    # -- marks -------------------------------------------------------------------------------------------------

    @property
    def marks(self) -> list[Mark]:
        """All marks, the oldest first."""
        if self._marks is None:
            found = []
            for entry in self._held.values():
                if entry.kind == MARK and entry.data is not None:
                    try:
                        found.append(from_data(entry.data))
                    except ValueError:
                        continue  # of a later version of this program: kept, not shown
            self._marks = sorted(found, key=lambda mark: (mark.created, mark.id))
        return self._marks

    def find(self, words: str = "", *, label: str | None = None, tag: str | None = None) -> list[Mark]:
        """The marks that say `words`, with this label and this tag."""
        return [
            mark
            for mark in self.marks
            if (label is None or mark.label == label)
            and (tag is None or tag in mark.tags)
            and (not words or mark.says(words))
        ]

    def labels(self) -> dict[str, int]:
        """The labels there are, and on how many marks each is."""
        counted: dict[str, int] = {}
        for mark in self.marks:
            if mark.label:
                counted[mark.label] = counted.get(mark.label, 0) + 1
        return dict(sorted(counted.items()))

    def put(self, *marks: Mark) -> None:
        """Add marks, or change those with the same ids. One step for undo."""
        self._change({(MARK, mark.id): to_data(mark) for mark in marks})

    def remove(self, *marks: Mark) -> None:
        """Remove marks. One step for undo."""
        self._change({(MARK, mark.id): None for mark in marks})

    # -- corrections -------------------------------------------------------------------------------------------

    @property
    def corrections(self) -> dict[str, dict[str, Any]]:
        """All corrections of findings by their ids, in the order in which they were made."""
        return {
            entry.id: entry.data
            for entry in self._held.values()
            if entry.kind == CORRECTION and entry.data is not None
        }

    def correct(self, corrections: Mapping[str, dict[str, Any] | None]) -> None:
        """Add corrections by id; None takes one back. One step for undo."""
        self._change({(CORRECTION, id_): data for id_, data in corrections.items()})

    # -- undo --------------------------------------------------------------------------------------------------

    def undo(self) -> bool:
        """Take back the last change of this program; False where there is none.

        CorpusError where another program changed the same thing since: then it stays, and is passed over from now on.
        """
        return self._step(self._undo, self._redo, back=True)

    def redo(self) -> bool:
        """Make the change again that was last taken back; False where there is none."""
        return self._step(self._redo, self._undo, back=False)

    # -- merging -----------------------------------------------------------------------------------------------

    def merge(self, entries: Iterable[Entry]) -> int:
        """Take over another book's entries, and return how many were new. One step for undo.

        The same entries twice change nothing; what was removed here comes back. Where both books changed one thing,
        the later change counts, and the earlier one of a mark stays beside it as a mark of its own.
        """
        wanted: dict[Key, dict[str, Any] | None] = {}
        for entry in entries:
            key = (entry.kind, entry.id)
            mine = self._held.get(key)
            if entry.data is None:
                continue
            if mine is None or mine.data is None:
                wanted[key] = entry.data
            elif mine.data != entry.data:
                wanted |= _both(key, mine.data, entry.data)
        changed = {key: data for key, data in wanted.items() if self._data(key) != data}
        if changed:
            self._change(changed)
        return len(changed)

    def entries(self) -> list[Entry]:
        """All that is in the book, for another book to merge."""
        return [entry for entry in self._held.values() if entry.data is not None]

    # -- how it is kept ----------------------------------------------------------------------------------------

    def _data(self, key: Key) -> dict[str, Any] | None:
        held = self._held.get(key)
        return held.data if held else None

    def _change(self, wanted: dict[Key, dict[str, Any] | None]) -> None:
        change: Change = [(key, self._data(key), data) for key, data in wanted.items()]
        self._write({key: data for key, _, data in change})
        self._undo.append(change)
        self._redo.clear()

    def _step(self, source: list[Change], other: list[Change], *, back: bool) -> bool:
        if not source:
            return False
        self.refresh()
        change = source[-1]
        if any(self._data(key) != (after if back else before) for key, before, after in change):
            source.pop()
            raise CorpusError("this was changed elsewhere since", "It stays as it is there.")
        self._write({key: before if back else after for key, before, after in change})
        other.append(source.pop())
        return True

    def _write(self, wanted: dict[Key, dict[str, Any] | None]) -> None:
        at = now()
        self._journal.add(Entry(kind, id_, at, data) for (kind, id_), data in wanted.items())
        self.refresh()

    def _take(self, entry: Entry) -> None:
        key = (entry.kind, entry.id)
        if entry.data is None:
            self._held.pop(key, None)
        self._held[key] = entry


def _both(key: Key, mine: dict[str, Any], theirs: dict[str, Any]) -> dict[Key, dict[str, Any] | None]:
    """What two changes of one thing make: the later one, and beside it the earlier one of a mark."""
    earlier, later = sorted((mine, theirs), key=lambda data: (str(data.get("modified")), json.dumps(data)))
    made: dict[Key, dict[str, Any] | None] = {key: later}
    if key[0] == MARK:
        copy = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(earlier, sort_keys=True)).urn
        made[MARK, copy] = {**earlier, "id": copy}
    return made

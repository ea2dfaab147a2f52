"""Searches that the reader named, to be done again: plain data in the reader's data folder."""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from tui.errors import CorpusError
from tui.paths import data_folder

FORM: Final = 1
"""The file's form: another is neither read nor written over."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with a name: what was typed, in which view its results were shown, and whether typos were forgiven."""

    name: str
    text: str
    view: str = "best"
    typos: bool = True


class SavedSearches:
    """The reader's saved searches, in `searches.json` of the data folder or of `folder`.

    The file is read for each question and replaced as a whole, so that several programs can have it open. A file that
    cannot be read is left as it is: every method then raises a CorpusError that names it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or data_folder()) / "searches.json"

    def all(self) -> list[SavedSearch]:
        """All of them, by name."""
        found = [search for entry in self._read() if (search := _search(entry)) is not None]
        return sorted(found, key=lambda search: search.name.casefold())

    def keep(self, search: SavedSearch) -> None:
        """Save a search, in place of one with the same name."""
        self._write([*self._without(search.name), asdict(search)])

    def remove(self, name: str) -> None:
        """Remove the search with this name, if there is one."""
        self._write(self._without(name))

    def _without(self, name: str) -> list[Any]:
        return [
            entry for entry in self._read() if not (isinstance(entry, dict) and entry.get("name") == name)
        ]

    def _read(self) -> list[Any]:
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
            if told["form"] == FORM and isinstance(told["searches"], list):
                return list(told["searches"])
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, KeyError):
            pass
        raise CorpusError(
            f"The saved searches cannot be read: {self.path}", "Mend the file, or move it away to begin anew."
        )

    def _write(self, entries: list[Any]) -> None:
        told = json.dumps({"form": FORM, "searches": entries}, ensure_ascii=False, indent=1)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _replace(self.path, told.encode("utf-8", "replace"))
        except OSError as error:
            raise CorpusError(
                f"The search cannot be saved: {error.strerror or error}",
                f"Make room for {self.path}, or let it be written.",
            ) from error


def _search(entry: object) -> SavedSearch | None:
    """The search that an entry of the file tells, or None; entries of a later version are kept, not shown."""
    if not isinstance(entry, dict):
        return None
    name, text = entry.get("name"), entry.get("text")
    view, typos = entry.get("view", "best"), entry.get("typos", True)
    if isinstance(name, str) and isinstance(text, str) and isinstance(view, str) and isinstance(typos, bool):
        return SavedSearch(name, text, view, typos)
    return None


def _replace(path: Path, told: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(told)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise

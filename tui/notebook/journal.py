"""The file of a reader's book: each change is a line that is added, so that nothing written before can be lost.

A line that was cut off by a crash is passed over. Several programs can add at once; each reads what the others added.
"""

import contextlib
import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tui.errors import CorpusError

FILE = "notebook.jsonl"
_ROOM = 4  # the file is written anew when it holds so many times the lines that count


class Entry(NamedTuple):
    """One change: from the moment `at`, the thing of this `kind` and `id` is `data`; None where it was removed."""

    kind: str
    id: str
    at: str
    data: dict[str, Any] | None


class Journal:
    """The lines of a book in `folder`. `damaged` counts lines that could not be read."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.damaged = 0
        self._read_to = 0
        self._inode = 0

    def news(self) -> tuple[list[Entry], bool]:
        """What was added since the last call, and whether it stands in place of all that was read before."""
        try:
            with self.path.open("rb") as file:
                status = os.fstat(file.fileno())
                anew = status.st_ino != self._inode or status.st_size < self._read_to
                if anew:
                    self._read_to, self._inode, self.damaged = 0, status.st_ino, 0
                file.seek(self._read_to)
                added = file.read()
        except FileNotFoundError:
            return [], False
        except OSError as error:
            raise CorpusError(
                f"{self.path}: cannot be read ({error.strerror})", "Check who may read it."
            ) from error
        whole = added[: added.rfind(b"\n") + 1]  # another program may be in the middle of a line
        self._read_to += len(whole)
        return list(self._entries(whole)), anew

    def add(self, entries: Iterable[Entry]) -> None:
        """Add lines, and wait until they are on the disk. Raises CorpusError where that fails; then none counts."""
        lines = b"".join(_line(entry) for entry in entries)
        try:
            with self._alone(), self.path.open("a+b") as file:
                end = file.seek(0, os.SEEK_END)
                if end and not self._ends_whole(file.fileno(), end):
                    lines = b"\n" + lines  # what a crash cut off stays a line of its own
                try:
                    file.write(lines)
                    file.flush()
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(end)
                    raise
        except OSError as error:
            reason = error.strerror or str(error)
            raise CorpusError(
                f"{self.path}: cannot be saved ({reason})", "Make room, or check who may write there."
            ) from error

    def tidy(self, entries: list[Entry]) -> None:
        """Write the file anew with only `entries`, where it holds many more lines. All at once, or not at all."""
        if not self.path.exists():
            return
        with contextlib.suppress(OSError), self._alone():
            held = self.path.read_bytes()
            if held.count(b"\n") < 200 + _ROOM * len(entries) or len(held) != self._read_to:
                return
            temporary = self.path.with_suffix(".new")
            with temporary.open("wb") as file:
                file.writelines(_line(entry) for entry in entries)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self.path)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no other program write meanwhile."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.with_suffix(".lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @staticmethod
    def _ends_whole(file: int, end: int) -> bool:
        return os.pread(file, 1, end - 1) == b"\n"

    def _entries(self, lines: bytes) -> Iterator[Entry]:
        for line in lines.split(b"\n"):
            if not line:
                continue
            entry = _entry(line)
            if entry is None:
                self.damaged += 1
            else:
                yield entry


def _entry(line: bytes) -> Entry | None:
    """The change that a line tells; None where it is damaged."""
    try:
        told = json.loads(line)
        entry = Entry(told["kind"], told["id"], told["at"], told["data"])
    except (ValueError, KeyError, TypeError):
        return None
    right = isinstance(entry.data, dict | None) and all(isinstance(name, str) for name in entry[:3])
    return entry if right else None


def _line(entry: Entry) -> bytes:
    return (json.dumps(entry._asdict(), ensure_ascii=False, separators=(",", ":")) + "\n").encode(
        "utf-8", "surrogatepass"
    )

"""Find the files of a corpus."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.corpus.problem import Problem, shown

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".jsonl", ".ndjson", ".csv", ".tsv"})
EXTRA_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".rss", ".atom", ".xml"})
_ADVICE = f"files that can be read end in {' '.join(sorted(SUFFIXES))}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a corpus. `root` is the folder that was named, or that of the file that was; `size` in bytes.

    `modified` is the time of its last change in nanoseconds since 1970: with `size`, what tells a changed file.
    """

    path: Path
    root: Path
    size: int
    modified: int

    @property
    def inside(self) -> str:
        """The path below `root`, with `/`."""
        return self.path.relative_to(self.root).as_posix()


@dataclass(frozen=True, slots=True)
class Discovered:
    """The files of a corpus in order of path, each once, and what was passed over and why."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def discover(paths: Iterable[Path | str]) -> Discovered:
    """Find all files below `paths`, folders recursively. Opens none. Hidden ones are passed over in silence.

    A link to a folder is followed once: the same folder is never entered again, so loops end.
    """
    found: dict[tuple[int, int], Source] = {}
    problems: list[Problem] = []
    for given in paths:
        path = Path(given)
        before = len(found), len(problems)
        for source, identity in _below(path, problems):
            found.setdefault(identity, source)
        if path.is_dir() and (len(found), len(problems)) == before:
            problems.append(Problem(shown(path), None, "the folder has no article in it", _ADVICE))
    return Discovered(tuple(sorted(found.values(), key=lambda source: str(source.path))), tuple(problems))


def _below(path: Path, problems: list[Problem]) -> Iterator[tuple[Source, tuple[int, int]]]:
    try:
        status = path.stat()
    except OSError as error:
        problems.append(_unreadable(path, error))
        return
    if not stat.S_ISDIR(status.st_mode):
        yield from _file(path, path.parent, status, problems, named=True)
        return
    entered: set[tuple[int, int]] = set()
    folders = [path]
    while folders:
        folder = folders.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            problems.append(_unreadable(folder, error))
            continue
        for name in names:
            inner = folder / name
            try:
                status = inner.stat()
            except OSError as error:
                problems.append(_unreadable(inner, error))
                continue
            if stat.S_ISDIR(status.st_mode):
                folders.append(inner)
            else:
                yield from _file(inner, path, status, problems, named=False)


def _file(
    path: Path, root: Path, status: os.stat_result, problems: list[Problem], *, named: bool
) -> Iterator[tuple[Source, tuple[int, int]]]:
    if not stat.S_ISREG(status.st_mode):
        problems.append(
            Problem(
                str(path), None, "this is no file but a pipe, socket or device", "name a file or a folder"
            )
        )
        return
    suffix = path.suffix.lower()
    if suffix in SUFFIXES or (named and suffix not in EXTRA_SUFFIXES and suffix != ".pdf"):
        yield Source(path, root, status.st_size, status.st_mtime_ns), (status.st_dev, status.st_ino)
    else:
        problems.append(
            Problem(shown(path), None, f"files of this kind ({suffix or 'no suffix'}) are not read", _ADVICE)
        )


def _unreadable(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(shown(path), None, "there is no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return Problem(shown(path), None, "no permission to read it", f"try: chmod u+r {shown(path)}")
    return Problem(shown(path), None, (error.strerror or str(error)).lower(), "check the path")

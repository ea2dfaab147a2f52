"""Find the files of a corpus."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from tui.corpus.address import Address, listed
from tui.corpus.kinds import SUFFIXES, Kind, how_to_install, is_installed, kind_of, suffix_of
from tui.corpus.naming import is_address
from tui.corpus.problem import Problem, shown

_ADVICE = f"files that can be read end in {' '.join(sorted(SUFFIXES))}"
_MOST_SUFFIXES = 8


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a corpus. `root` is the folder that was named, or that of the file that was; `size` in bytes.

    `modified` is the time of its last change in nanoseconds since 1970, of a file at an address a mark: with `size`,
    what tells a changed file. `folder` is where a relative `path` begins, for a program that runs elsewhere.
    """

    path: Path | Address
    root: Path | Address
    size: int
    modified: int
    folder: str = ""

    @property
    def inside(self) -> str:
        """The path below `root`, with `/`."""
        if isinstance(self.path, Path) and isinstance(self.root, Path):
            return self.path.relative_to(self.root).as_posix()
        return str(self.path).removeprefix(f"{self.root}/")

    def open(self) -> BinaryIO:
        """The file, to be read in bytes. Raises OSError."""
        if isinstance(self.path, Address):
            return self.path.open()
        return (Path(self.folder) / self.path).open("rb")

    def part(self, start: int, length: int) -> bytes:
        """`length` bytes of the file from `start`. Raises OSError."""
        if isinstance(self.path, Address):
            return self.path.part(start, length)
        with self.open() as file:
            file.seek(start)
            return file.read(length)


@dataclass(frozen=True, slots=True)
class Discovered:
    """The files of a corpus in order of path, each once, and what was passed over and why.

    `unseen` are folders and addresses of which cannot be told now what lies there, though they may be there.
    """

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    unseen: tuple[Path | Address, ...] = ()


@dataclass(slots=True)
class _PassedOver:
    """Files below one path that cannot be read for what they are: by what is missing, None where nothing helps."""

    files: dict[Kind | None, list[Path | Address]] = field(default_factory=dict)

    def add(self, kind: Kind | None, path: Path | Address) -> None:
        self.files.setdefault(kind, []).append(path)

    def problems(self, given: Path | Address) -> Iterator[Problem]:
        """One problem for all files of a reason. That other files lie among articles is no more than a notice."""
        for kind, paths in self.files.items():
            several = len(paths) > 1
            suffixes = _listed(paths)
            where = shown(given if several else paths[0])
            many = f"{len(paths):,} files are" if several else "this file is"
            if kind is None:
                kinds = "kinds that are" if "," in suffixes else "a kind that is"
                yield Problem(where, None, f"{many} of {kinds} not read ({suffixes})", "", skipped=False)
            else:
                reason = f"{many} not read ({suffixes}): the extra {kind.extra} is not installed"
                yield Problem(where, None, reason, how_to_install(kind))


def _listed(paths: list[Path | Address]) -> str:
    """The suffixes of files, the most frequent first."""
    counted = Counter(suffix_of(path.name) or "no suffix" for path in paths)
    told = [shown(Path(suffix)) for suffix, _ in counted.most_common(_MOST_SUFFIXES)]
    return ", ".join(told) + (" …" if len(counted) > _MOST_SUFFIXES else "")


def discover(paths: Iterable[Path | str]) -> Discovered:
    """Find all files below `paths`, folders recursively. Opens none. Hidden ones are passed over in silence.

    A link to a folder is followed once: the same folder is never entered again, so loops end.
    """
    found: dict[object, Source] = {}  # by what a file is, whatever its name
    problems: list[Problem] = []
    unseen: list[Path | Address] = []
    for given in paths:
        if is_address(given):
            for source in _at(str(given), problems, unseen):
                found.setdefault(source.path, source)
            continue
        path = Path(given)
        before, known = len(found), len(problems)
        passed = _PassedOver()
        for source, identity in _below(path, problems, passed, unseen):
            found.setdefault(identity, source)
        problems.extend(passed.problems(path))
        if path.is_dir() and len(found) == before and not any(one.skipped for one in problems[known:]):
            problems.append(Problem(shown(path), None, "the folder has no article in it", _ADVICE))
    sources = sorted(found.values(), key=lambda source: str(source.path))
    return Discovered(tuple(sources), tuple(problems), tuple(unseen))


def _at(url: str, problems: list[Problem], unseen: list[Path | Address]) -> Iterator[Source]:
    """The files at an address. Its root is the folder before the first `*`, or that of the file that it is."""
    try:
        files = list(listed(url))
    except OSError as error:
        problems.append(_unreadable(Address(url), error, unseen))
        return
    base = Address(url).base
    if len(files) == 1 and str(files[0].address) == base:
        base = base.rpartition("/")[0]
    passed = _PassedOver()
    for one in files:
        inside = str(one.address).removeprefix(base)
        if any(part.startswith(".") for part in inside.split("/")):
            continue
        kind = kind_of(suffix_of(one.address.name))
        if kind is None or not is_installed(kind):
            passed.add(kind, one.address)
        else:
            yield Source(one.address, Address(base), one.size, one.mark)
    problems.extend(passed.problems(Address(url)))
    if not files:
        problems.append(Problem(url, None, "there is no file at this address", "check it"))


def _below(
    path: Path, problems: list[Problem], passed: _PassedOver, unseen: list[Path | Address]
) -> Iterator[tuple[Source, tuple[int, int]]]:
    try:
        status = path.stat()
    except OSError as error:
        problems.append(_unreadable(path, error, unseen))
        return
    if not stat.S_ISDIR(status.st_mode):
        if _is_regular(path, status, problems):
            yield from _file(path, path.parent, status, passed, named=True)
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
            problems.append(_unreadable(folder, error, unseen))
            continue
        for name in names:
            inner = folder / name
            try:
                status = inner.stat()
            except OSError as error:
                problems.append(_unreadable(inner, error, unseen))
                continue
            if stat.S_ISDIR(status.st_mode):
                folders.append(inner)
            elif _is_regular(inner, status, problems):
                yield from _file(inner, path, status, passed, named=False)


def _is_regular(path: Path, status: os.stat_result, problems: list[Problem]) -> bool:
    if stat.S_ISREG(status.st_mode):
        return True
    reason = "this is no file but a pipe, socket or device"
    problems.append(Problem(shown(path), None, reason, "name a file or a folder"))
    return False


def _file(
    path: Path, root: Path, status: os.stat_result, passed: _PassedOver, *, named: bool
) -> Iterator[tuple[Source, tuple[int, int]]]:
    """The source that a file is. One that was `named` is told by its content later, whatever its name ends in."""
    kind = kind_of(suffix_of(path.name))
    if kind is None and not named:
        passed.add(None, path)
    elif kind is not None and not is_installed(kind):
        passed.add(kind, path)
    else:
        folder = "" if path.is_absolute() else str(Path.cwd())
        yield Source(path, root, status.st_size, status.st_mtime_ns, folder), (status.st_dev, status.st_ino)


def _unreadable(path: Path | Address, error: OSError, unseen: list[Path | Address]) -> Problem:
    """Why a path could not be looked at; it is `unseen` where that says nothing of what lies there."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(shown(path), None, "there is no such file or folder", "check the path")
    unseen.append(path)
    if isinstance(error, PermissionError) and isinstance(path, Path):
        return Problem(shown(path), None, "no permission to read it", f"try: chmod u+r {shown(path)}")
    if isinstance(path, Path):
        return Problem(shown(path), None, (error.strerror or str(error)).lower(), "check the path")
    return Problem(
        shown(path), None, f"it cannot be reached ({error.strerror or error})", "what it gave before is kept"
    )

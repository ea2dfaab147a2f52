"""What changed in a corpus since its library last read it."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from tui.corpus.address import Address
from tui.corpus.naming import is_address
from tui.corpus.sources import Discovered, Source
from tui.library.finders import finders_version
from tui.library.library import Library

WHOLE = "the whole corpus"
"""Where a problem lies that is none of a file's."""


@dataclass(frozen=True, slots=True)
class Known:
    """A file as the library knows it. `sha256` is of its bytes; empty where it has to be read whatever they are."""

    id: int
    ordinal: int
    size: int
    modified: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Changes:
    """`unread`: files to be looked at, with their place in the corpus and what is known of them.

    `moved` are (source id, new ordinal) of unchanged files that stand elsewhere in the order; `gone` the source ids of
    files that are no more.
    """

    unread: tuple[tuple[int, Source, Known | None], ...]
    moved: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]

    @property
    def nothing(self) -> bool:
        """Whether the library is up to date."""
        return not (self.unread or self.moved or self.gone)


def file_key(source: Source, real: Callable[[Path], str] = os.path.realpath) -> str:
    """The real path of a file, whatever name it was given by; bytes of it that are no UTF-8 are escaped.

    `real` tells where a path leads: who asks of many files may remember it.
    """
    if isinstance(source.path, Address) or isinstance(source.root, Address):
        return str(source.path)
    path, root = str(source.path), str(source.root).rstrip(os.sep) + os.sep
    below = path[len(root) :] if path.startswith(root) else os.path.relpath(path, root)
    path = os.path.join(real(source.root), below)  # noqa: PTH118
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def compare(library: Library, found: Discovered) -> Changes:
    """What differs between the files there are and the files the library knows: by path, size and time only.

    Files that lie where nothing could be seen are not gone.
    """
    known: dict[str, Known] = {}
    current: set[str] = set()
    rows = library.ask("SELECT path, id, ordinal, size, modified, sha256, version, complete FROM source")
    for path, number, ordinal, size, modified, sha256, version, complete in rows:
        usable = version == finders_version() and complete
        known[path] = Known(number, ordinal, size, modified, sha256 if usable else "")
        if usable:
            current.add(path)
    real = lru_cache(maxsize=None)(os.path.realpath)
    unread: list[tuple[int, Source, Known | None]] = []
    moved: list[tuple[int, int]] = []
    keys = [(file_key(source, real), source) for source in found.sources]
    kept = _kept(known.keys() - {path for path, _ in keys}, found.unseen)
    for ordinal, (path, source) in enumerate(sorted([*keys, *kept], key=itemgetter(0)) if kept else keys):
        old = known.pop(path, None)
        if source is None:
            continue
        if old is None or path not in current or (old.size, old.modified) != (source.size, source.modified):
            unread.append((ordinal, source, old))
        elif old.ordinal != ordinal:
            moved.append((old.id, ordinal))
    return Changes(tuple(unread), tuple(moved), tuple(old.id for old in known.values()))


def _kept(paths: Iterable[str], unseen: Sequence[Path | Address]) -> list[tuple[str, None]]:
    """Those of `paths` that lie where nothing could be seen, in the form of the files that were."""
    below = []
    for place in unseen:
        base = _spot(place.base) if isinstance(place, Address) else os.path.realpath(place)
        below.append((base, base.rstrip(os.sep) + os.sep))
    return [
        (path, None)
        for path in paths
        for base, folder in below
        if _spot(path) == base or _spot(path).startswith(folder)
    ]


def _spot(path: str) -> str:
    """`path`, of an address only what follows its protocol, which may have two names: `s3`, `s3a`."""
    return path.partition("://")[2] if is_address(path) else path

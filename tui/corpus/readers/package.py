"""Files in a ZIP archive (EPUB, DOCX), never more of them than is wanted, whatever the archive declares."""

import io
import zipfile
import zlib
from typing import BinaryIO

from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.whole import whole

LARGEST_PART = 20_000_000
"""Bytes of one file in an archive."""

LARGEST_ALL = 100_000_000
"""Bytes of all files that are read from one archive."""

_MOST_PARTS = 20_000
_ENTRY = b"PK\x01\x02"
_CHUNK = 65_536


class PackageError(Exception):
    """An archive, or a file in it, that is not read; the message says why."""


class Package:
    """An archive whose files can be read, each up to `LARGEST_PART` and all up to `LARGEST_ALL` bytes."""

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > _MOST_PARTS:
            raise PackageError(f"it has more than {_MOST_PARTS:,} files in it")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise PackageError(f"broken or cut off ({error})") from None
        self._left = LARGEST_ALL

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`. Raises PackageError where it is not there, broken, locked or too large."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            raise PackageError(f"{name} is missing in it") from None
        most = min(LARGEST_PART, self._left)
        if info.flag_bits & 1:
            raise PackageError(f"{name} is encrypted")
        if info.file_size > most:
            raise PackageError(f"{name} would unpack to {info.file_size / 1e6:,.0f} MB")
        data = bytearray()
        try:
            with self._archive.open(info) as part:
                while len(data) <= most and (chunk := part.read(_CHUNK)):
                    data += chunk
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
            raise PackageError(f"{name} is broken ({error})") from None
        if len(data) > most:
            raise PackageError(f"{name} unpacks to more than {most / 1e6:,.0f} MB")
        self._left -= len(data)
        return bytes(data)


def opened(file: BinaryIO, place: Place) -> Package | Problem:
    """The archive that a file is, or why it is none that is read."""
    data = whole(file, place)
    if isinstance(data, Problem):
        return data
    try:
        return Package(data)
    except PackageError as error:
        return not_read(place, error)


def not_read(place: Place, error: Exception, number: int | None = None) -> Problem:
    """That an archive, or the `number`th article in it, was not read."""
    return Problem(place.path, number, str(error), "save it anew, or its text as .txt or .md")

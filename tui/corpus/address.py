"""Files that are reached through fsspec: in an object store, on a web server, wherever a URL leads."""

import contextlib
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

_BUFFER = 1_000_000
_LONGEST_REASON = 200
_AT_ONCE = 16  # files that a server is asked of, where it lists no more than their names
_TELLING = {
    *("etag", "generation", "versionid", "contentmd5", "md5hash", "md5", "crc32c", "digest"),
    *("lastmodified", "updated", "mtime"),
}
"""What a file system may tell that changes when the file does, and only then; without capitals, `-` and `_`."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file lies, as a URL: `s3://bucket/2025/pages.warc.gz`."""

    url: str

    def __str__(self) -> str:
        return self.url

    @property
    def name(self) -> str:
        """The last part, as a file's name."""
        return self.url.rstrip("/").rpartition("/")[2]

    def open(self) -> BinaryIO:
        """The file, to be read in bytes. OSError where that cannot be had, also for want of a package."""
        with _as_os_error():
            import fsspec  # type: ignore[import-untyped]

            return io.BufferedReader(_Far(fsspec.open(self.url, "rb").open()), _BUFFER)

    def part(self, start: int, length: int) -> bytes:
        """`length` bytes of the file from `start`, and no others are fetched. Raises OSError."""
        with _as_os_error():
            from fsspec.core import url_to_fs  # type: ignore[import-untyped]

            system, path = url_to_fs(self.url)
            part: bytes = system.cat_file(path, start=start, end=start + length)
            whole = len(part) > length  # of a server that knows no parts
            return part[start : start + length] if whole else part

    @property
    def base(self) -> str:
        """Where the files lie that this address leads to: itself, or the folder before its first `*`."""
        before, star, _ = self.url.partition("*")
        return before.rpartition("/")[0] if star else self.url.rstrip("/")


class _Far(io.RawIOBase):
    """A file of another machine, which tells as an OSError whatever keeps it from being read on."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._file.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        with _as_os_error():
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


@dataclass(frozen=True, slots=True)
class Listed:
    """A file at an address. `size` in bytes, 0 where it is not told; `mark` changes when the file does."""

    address: Address
    size: int
    mark: int


def listed(url: str) -> Iterator[Listed]:
    """The files at `url`: itself, all below it, or with `*` those it matches. OSError where they cannot be told."""
    with _as_os_error():
        from fsspec.core import url_to_fs

        system, root = url_to_fs(url)
        system.invalidate_cache()  # of what it listed before
        found = system.glob(root, detail=True) if "*" in root else system.find(root, detail=True)
        if not found:  # also where nobody answers, which some pass over
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                system.ls(Address(root).base, detail=False)
        files = {path: told for path, told in sorted(found.items()) if told.get("type") != "directory"}
        if any(told.get("size") is None for told in files.values()):  # by a web server, which only names them
            files = _asked_for(system, files)
    for path, told in files.items():
        yield Listed(Address(system.unstrip_protocol(path)), told.get("size") or 0, _mark(told))


def _asked_for(system: Any, files: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What is told of `files` by path, each asked for by itself; what was known of those that cannot be had."""
    from concurrent.futures import ThreadPoolExecutor

    def told(path: str) -> dict[str, Any]:
        with contextlib.suppress(OSError):
            return dict(system.info(path))
        return files[path]

    with ThreadPoolExecutor(_AT_ONCE) as asking:
        return dict(zip(files, asking.map(told, files), strict=True))


def _mark(told: Mapping[str, object]) -> int:
    """A number of what tells a file from one that was there before; of all that is told where nothing does."""
    telling = {name: value for name, value in told.items() if re.sub("[-_]", "", name).lower() in _TELLING}
    digest = hashlib.blake2b(repr(sorted((telling or told).items())).encode(), digest_size=7).digest()
    return int.from_bytes(digest, "little")


@contextlib.contextmanager
def _as_os_error() -> Iterator[None]:
    """Tell whatever a file system of another machine raises as an OSError with its reason."""
    try:
        yield
    except OSError:
        raise
    except ImportError as error:
        reason = f'a package is missing ({error}); try: pip install "corpus-tui[cluster]"'
        raise OSError(None, reason) from error
    except Exception as error:
        raise OSError(None, f"{type(error).__name__}: {error}"[:_LONGEST_REASON]) from error

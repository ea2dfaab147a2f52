"""Files that are reached through fsspec: in an object store, on a web server, wherever a URL leads."""

import contextlib
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_BUFFER = 1_000_000
_LONGEST_REASON = 200


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

            return io.BufferedReader(fsspec.open(self.url, "rb").open(), _BUFFER)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file at an address. `size` in bytes, 0 where it is not told; `mark` changes when the file does."""

    address: Address
    size: int
    mark: int


def is_address(path: object) -> bool:
    """Whether `path` is a URL, and no path of this machine."""
    return _ADDRESS.match(str(path)) is not None


def listed(url: str) -> Iterator[Listed]:
    """The files at `url`: itself, all below it, or with `*` those it matches. OSError where they cannot be told."""
    with _as_os_error():
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]

        system, root = url_to_fs(url)
        found = system.glob(root, detail=True) if "*" in root else system.find(root, detail=True)
    for path, told in sorted(found.items()):
        if told.get("type") != "directory":
            mark = hashlib.blake2b(repr(sorted(told.items())).encode(), digest_size=7).digest()
            yield Listed(
                Address(system.unstrip_protocol(path)), told.get("size") or 0, int.from_bytes(mark, "little")
            )


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

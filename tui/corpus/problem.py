"""What could not be read as it stands."""

from dataclasses import dataclass
from pathlib import Path

from tui.corpus.address import Address


def shown(path: Path | Address) -> str:
    """`path` as a person would name it; bytes of its name that are no text become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an article or a file.

    `path` is the file as a person would name it, `line` counts from 1 where one is known; `reason` says what is wrong
    and `advice` what to do, each without a full stop. `skipped`: nothing was read there; else it is a notice, and the
    article was read.
    """

    path: str
    line: int | None
    reason: str
    advice: str
    skipped: bool = True

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.reason} ({self.advice})" if self.advice else f"{where}: {self.reason}"

"""How far a refresh has come, and how it is paused and stopped."""

import time
from dataclasses import dataclass
from typing import Literal, Protocol

Phase = Literal["looking", "waiting", "reading", "merging", "indexing", "done"]


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a refresh has come.

    `articles` were read in this run; `share` of the bytes to be read is done, 0 to 1; `rate` is articles a second,
    pauses left out; `seconds_left` is None while nothing can be said. `waiting` is for another process that refreshes
    the same library.
    """

    phase: Phase
    articles: int
    share: float
    rate: float
    seconds_left: float | None


class Progress(Protocol):
    """What a caller gives `refresh` to be told of its progress and to steer it, from any thread.

    While `paused` is True no new article is begun; once `cancelled` is True the refresh keeps what was read and
    returns. `report` is called in the thread of `refresh`, each time that a batch was kept.
    """

    @property
    def paused(self) -> bool:
        """Whether to begin no new article for now."""
        ...

    @property
    def cancelled(self) -> bool:
        """Whether to stop."""
        ...

    def report(self, progressed: Progressed) -> None:
        """Be told."""
        ...


class Quiet:
    """A progress that tells nobody; `paused` and `cancelled` can be set from any thread."""

    def __init__(self) -> None:
        self.paused = False
        self.cancelled = False

    def report(self, progressed: Progressed) -> None:
        """Tell nobody."""


class Clock:
    """Counts articles and bytes against the time that was spent reading them."""

    def __init__(self, total_bytes: int) -> None:
        self._total = max(1, total_bytes)
        self._bytes = 0
        self.articles = 0
        self._idle = 0.0
        self._began = time.monotonic()

    def count(self, articles: int, read_bytes: int) -> None:
        """Add what was read."""
        self.articles += articles
        self._bytes += read_bytes

    def rest(self, seconds: float) -> None:
        """Leave a pause out of the rate."""
        self._idle += seconds

    def progressed(self, phase: Phase) -> Progressed:
        """How far it has come now."""
        spent = max(1e-6, time.monotonic() - self._began - self._idle)
        share = min(1.0, self._bytes / self._total)
        left = spent / share * (1 - share) if share > 0 and spent > 0.2 else None
        return Progressed(phase, self.articles, share, self.articles / spent, left)

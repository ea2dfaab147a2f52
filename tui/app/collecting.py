"""Gathering many findings without the pauses in which Python looks for garbage among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MANY = 100_000
"""New objects from which on leaving them out is worth that no cycle among what is there now is ever freed."""

_lock = Lock()
_gathering = 0


@contextmanager
def without_pauses() -> Iterator[None]:
    """Put off the search for cycles while a thread makes very many objects that have none, and leave them out of it.

    Each search holds all threads up, for a second where there are millions of objects. Those that were made meanwhile
    are freed all the same when nothing refers to them any more. Where few were made nothing is left out.
    """
    global _gathering  # noqa: PLW0603 - there is one garbage collector
    with _lock:
        if not _gathering:
            gc.collect(1)
            gc.disable()
        _gathering += 1
    try:
        yield
    finally:
        with _lock:
            _gathering -= 1
            if not _gathering:
                if gc.get_count()[0] > MANY:
                    gc.freeze()
                gc.enable()

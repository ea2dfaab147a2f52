"""When Python looks for garbage: never while many findings are gathered, and seldom while the reader types."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

MANY = 100_000
"""New objects from which on leaving them out is worth that no cycle among what is there now is ever freed."""

NEW = 2_000
"""New objects after which they are looked through: those of a few letters, in half a millisecond."""

NEWER = 4
"""Searches of what is new after which what these left is looked through: so little that no letter waits for it."""

SELDOM = 100
"""Searches of what is newer after which all is looked through even while the reader types: a million objects."""

DUE = 3
"""Searches of what is new after which it is worth looking through all when the reader rests."""

_lock = Lock()
_gathering = 0


def put_off_until_rest() -> None:
    """What is there now stays as long as the program: leave it out, and look through the rest only in `collect_if_due`.

    To look through all holds all threads up for 50 ms, and would do so in the midst of typing; to look through what is
    new, several times a letter, takes it a millisecond.
    """
    gc.freeze()
    gc.set_threshold(NEW, NEWER, SELDOM)


def collect_if_due() -> None:
    """Look for garbage among all that was made, where that is worth it. For moments in which nobody types."""
    _, new, newer = gc.get_count()
    if gc.isenabled() and (newer or new >= DUE):
        gc.collect()


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

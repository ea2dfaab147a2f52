"""The processes that read and extract: as many as there are cores, gone when the program is."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, TypeVar

_SMALL = 250_000  # bytes that are read sooner here than processes start elsewhere

T = TypeVar("T")


class Inline(Executor):
    """Does the work at once, in the thread that asks."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Call `fn` and give its result as a future."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
            future.set_exception(error)
        return future


def executor(jobs: int | None, unread_bytes: int) -> tuple[Executor, int]:
    """An executor for so many bytes of articles, and how many tasks it does at once.

    `jobs` is the number of processes, by default that of the cores this program may use. A small corpus, or one job,
    is read by the program itself.
    """
    jobs = (
        jobs or len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else jobs or os.cpu_count() or 1
    )
    if jobs == 1 or unread_bytes < _SMALL:
        return Inline(), 1
    context = multiprocessing.get_context("spawn")
    with _clearing_away_quietly():
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin), jobs


@contextlib.contextmanager
def _clearing_away_quietly() -> Iterator[None]:
    """Have the process that clears away what the pool leaves do so without a word.

    Python begins it with the first pool, and it writes to the terminal where the program ends in the midst of reading.
    """
    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = ",".join(filter(None, (before, "ignore:resource_tracker:UserWarning")))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = before


def _begin() -> None:
    """Leave interrupts to the program, and end when it ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    with contextlib.suppress(Exception):
        parent.join()
    os._exit(1)

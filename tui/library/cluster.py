"""A Dask cluster that reads and extracts: an executor like any other (extra `cluster`)."""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from tui.errors import WRONG_USAGE, CorpusError
from tui.library.finders import finders_version

T = TypeVar("T")

_SECONDS = 15  # to find the scheduler, and to wait for its first worker
_MOST = 256  # tasks that are given out at once


@contextlib.contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of the Dask cluster with its scheduler at `address` (tcp://host:port), and how much it does at once.

    The workers read the files themselves: their paths have to lead to the same files there. Raises CorpusError where
    Dask is not installed, no scheduler or worker answers, or a worker lacks this very version of the program.
    """
    try:
        import distributed
    except ImportError as error:
        raise CorpusError(
            "Dask is not installed", 'Install it: pip install "corpus-tui[cluster]".', WRONG_USAGE
        ) from error
    connect: Any = distributed.Client
    try:
        client = connect(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise CorpusError(
            f"no Dask scheduler answers at {address} ({reason})",
            "Begin one with `dask scheduler`, and give the address that it tells.",
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError as error:
            raise CorpusError(
                f"the scheduler at {address} has no worker", f"Begin some: dask worker {address}"
            ) from error
        yield Checked(client.get_executor(pure=False)), min(_MOST, sum(client.nthreads().values()))


class Checked(Executor):
    """Gives tasks to another executor, which refuses those of another version of the program."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> "Future[T]":
        """Have `fn` called there."""
        return self._executor.submit(_checked, finders_version(), fn, *args, **kwargs)


def _checked(version: str, task: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """Do `task` where this is the version of the program that asks. Raises CorpusError."""
    if finders_version() != version:
        raise CorpusError(
            "a worker of the cluster has another version of corpus-tui", "Install the same one on all."
        )
    return task(*args, **kwargs)

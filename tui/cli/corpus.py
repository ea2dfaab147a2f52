"""The corpus of a command: its paths, its library brought up to date, and what could not be read told."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli.output import tell
from tui.errors import CorpusError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tui.corpus.problem import Problem
    from tui.library.build import Report
    from tui.library.library import Library
    from tui.library.progress import Progressed

TOLD_AT_MOST = 20
"""Problems of reading that a command tells before it only counts them; `index` tells all."""

LIBRARY = click.option(
    "--library",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Keep what was read in FOLDER, not in the cache.",
)


def corpus_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command PATH… and `--library`."""
    paths = click.argument(
        "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(allow_dash=True)
    )
    return paths(LIBRARY(command))


@contextlib.contextmanager
def corpus(paths: Sequence[str], folder: Path | None) -> "Iterator[Library]":
    """The library of `paths`, up to date. CorpusError where nothing could be read."""
    with opened(paths, folder) as library:
        bring_up_to_date(library)
        yield library


@contextlib.contextmanager
def opened(paths: Sequence[str], folder: Path | None) -> "Iterator[Library]":
    """The library of `paths` as it was left, closed at the end."""
    from tui.library.library import Library

    library = Library.open(paths, folder=folder)
    try:
        yield library
    finally:
        library.close()


def bring_up_to_date(
    library: "Library",
    *,
    jobs: int | None = None,
    executor: "Executor | None" = None,
    told: int = TOLD_AT_MOST,
) -> "Report":
    """Read what is new, with `executor` where there is one, and tell at most `told` of the problems.

    Raises CorpusError where the corpus has no article.
    """
    from tui.library.build import refresh
    from tui.settings.settings import load_settings

    bar = Bar()
    wanted = load_settings({"jobs": jobs}).settings.jobs or None
    report = refresh(library, jobs=wanted, progress=bar, executor=executor)
    bar.clear()
    problems = library.problems()
    if not len(library.rows()):
        raise _nothing_read(library.paths, problems)
    tell_problems(problems, told)
    return report


def tell_problems(problems: "list[Problem]", most: int) -> None:
    """Tell problems of reading, a line each: file, line, reason and what to do."""
    from tui.corpus.problem import summed_up

    problems = summed_up(problems)
    for problem in problems[:most]:
        tell(problem_line(problem))
    if len(problems) > most:
        tell(f"… and {len(problems) - most} more: `corpus-tui index` tells all")


def problem_line(problem: "Problem") -> str:
    """`file:line: reason — advice`."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return f"{place}: {problem.reason} — {problem.advice}" if problem.advice else f"{place}: {problem.reason}"


def _nothing_read(paths: Sequence[str], problems: "list[Problem]") -> CorpusError:
    """What a command ends with when there is nothing to answer from."""
    if len(problems) == 1:
        problem = problems[0]
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        return CorpusError(f"{place}: {problem.reason}", f"{problem.advice[:1].upper()}{problem.advice[1:]}.")
    tell_problems(problems, TOLD_AT_MOST)
    return CorpusError(
        f"no article could be read from {' '.join(paths)}", "Name a folder or a file with articles in it."
    )


class Bar:
    """A line on standard error that tells how far reading has come; only on a terminal, and only if it takes long."""

    DELAY = 0.4
    """Seconds of work before anything is drawn."""

    paused = False
    cancelled = False

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._wanted = sys.stderr.isatty()
        self._drawn = False

    def report(self, progressed: "Progressed") -> None:
        """Draw how far it has come."""
        if not self._wanted or time.monotonic() - self._begun < self.DELAY:
            return
        full = round(progressed.share * 24)
        left = "" if progressed.seconds_left is None else f" · {progressed.seconds_left:.0f} s left"
        done = f"{progressed.articles} articles · {progressed.rate:.0f}/s{left}"
        sys.stderr.write(f"\r{progressed.phase:<8} [{'#' * full}{'.' * (24 - full)}] {done}\x1b[K")
        sys.stderr.flush()
        self._drawn = True

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

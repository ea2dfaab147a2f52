"""Opening the app; where there is no terminal to open it in, a plain overview of the corpus."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.interrupts import end_quietly, raise_interrupts
from tui.cli.output import tell
from tui.imports import without
from tui.paths import bundled
from tui.settings.settings import Loaded

if TYPE_CHECKING:
    from tui.settings.keys import Bound

DRIVER = "TEXTUAL_DRIVER"
"""The environment names with it what draws and takes keys where that is no terminal: a page in a browser."""


def open_app(
    paths: Sequence[str],
    loaded: Loaded,
    *,
    folder: Path | None = None,
    fresh: bool = False,
    replay: Path | None = None,
    record: Path | None = None,
) -> None:
    """Open the articles at `paths`, the bundled ones where there are none, with the settings that were `loaded`.

    `folder` is where what was read is kept; `fresh`, `replay` and `record` are those of `tui.app.start`. Ends the
    process when the reader leaves. CorpusError where there is nothing at the paths.
    """
    for problem in loaded.problems:
        tell(str(problem))
    wanted = tuple(paths) or (str(bundled("seeds")),)
    if not has_terminal():
        raise_interrupts()
        from tui.cli.corpus import corpus
        from tui.cli.overview import print_overview

        with corpus(wanted, folder) as library:
            print_overview(library)
        return
    end_quietly()
    check_paths(wanted)
    _keys_from_terminal()
    with without("_hashlib"):  # OpenSSL, 4 MB: Python itself has the digests that are needed
        import hashlib  # noqa: F401
    from tui.library.library import Library

    library = Library.open(wanted, folder=folder)
    bound: Bound | None = None

    def keys() -> "Bound":
        nonlocal bound
        from tui.settings.keys import load_keys

        bound = load_keys(loaded.settings.preset)
        return bound

    try:
        from tui.app.start import run

        name = "" if paths else "bundled articles"
        status = run(
            library, loaded.settings, keys, corpus_name=name, fresh=fresh, replay=replay, record=record
        )
    finally:
        library.close()
        for wrong in bound.problems if bound is not None else ():
            tell(str(wrong))
    _leave(status)


def has_terminal() -> bool:
    """Whether the app can draw and take keys here: on a terminal, or by a driver that has another way."""
    if os.environ.get(DRIVER):
        return True
    if not sys.stdout.isatty() or os.environ.get("TERM", "") in {"", "dumb"}:
        return False
    return sys.stdin.isatty() or os.access("/dev/tty", os.R_OK)


def check_paths(paths: Sequence[str]) -> None:
    """Tell a path that is not there before the screen is taken. CorpusError where none is there."""
    if any(path == "-" or Path(path).exists() for path in paths):
        return
    from tui.corpus.naming import is_address
    from tui.corpus.sources import discover
    from tui.errors import CorpusError

    if any(map(is_address, paths)):
        return
    problem = discover(paths).problems[0]
    raise CorpusError(
        f"{problem.path}: {problem.reason}", f"{problem.advice[:1].upper()}{problem.advice[1:]}."
    )


def _leave(status: int) -> None:
    """End now, for what threads still work on is nothing of the reader's.

    An interpreter that is taken down around code that is not Python's (SQLite, the search index) may crash in them.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _keys_from_terminal() -> None:
    """Take keys from the terminal where standard input is a pipe, which may hold the articles."""
    if sys.stdin.isatty() or os.environ.get(DRIVER):
        return
    piped = os.dup(0)
    terminal = os.open("/dev/tty", os.O_RDONLY)
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = os.fdopen(piped, encoding="utf-8", errors="replace")

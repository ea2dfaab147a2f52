"""The command that opens the app; where there is no terminal to open it in, a plain overview of the corpus."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from tui.cli.corpus import LIBRARY, corpus, opened
from tui.cli.output import tell
from tui.paths import bundled

DRIVER = "TEXTUAL_DRIVER"
"""The environment names with it what draws and takes keys where that is no terminal: a page in a browser."""


class ThemeName(click.ParamType[str]):
    """The name of a theme; whether there is one is told with the other settings."""

    name = "theme"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The themes there are."""
        from tui.settings.themes import theme_files

        return [CompletionItem(name) for name in theme_files() if name.startswith(incomplete)]


def appearance(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--theme` and `--ascii`."""
    theme = click.option(
        "--theme", type=ThemeName(), metavar="NAME", help="The colours; `corpus-tui themes` lists them."
    )
    ascii_ = click.option(
        "--ascii/--no-ascii", "ascii_", default=None, help="Draw with letters and signs of ASCII alone."
    )
    return theme(ascii_(command))


@click.command(
    "open",
    epilog="""\b
Examples:
  corpus-tui
  corpus-tui ~/news --theme sepia
  grep -l Ryabkov ~/news/*.txt | xargs corpus-tui
  corpus-tui ~/news | less
  corpus-tui ~/news --record session.txt
  corpus-tui ~/news --replay session.txt
""",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(allow_dash=True))
@LIBRARY
@appearance
@click.option("--mouse/--no-mouse", default=None, help="Let the mouse point, scroll and select words.")
@click.option("--low-bandwidth", is_flag=True, help="Send less: for slow lines.")
@click.option("--fresh", is_flag=True, help="Start with the list, not with what lay open last.")
@click.option(
    "--replay",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Play a session that was written down.",
)
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write down what is pressed, to be played again.",
)
@click.option("--no-update", is_flag=True, help="Open what was read before; read nothing new.")
def open(  # noqa: A001 - it is what the command does
    paths: Sequence[str],
    folder: Path | None,
    theme: str | None,
    ascii_: bool | None,
    mouse: bool | None,
    low_bandwidth: bool,
    fresh: bool,
    no_update: bool,
    replay: Path | None,
    record: Path | None,
) -> None:
    """Open the articles at PATH in the app; the bundled ones where no PATH is given.

    Where output is no terminal, a plain overview is printed: the articles, who is quoted, the actors, what differs.
    """
    from tui.settings.settings import load_settings

    options = {
        "theme": theme,
        "ascii": ascii_,
        "mouse": mouse,
        "low_bandwidth": "always" if low_bandwidth else None,
        "watch": False if no_update else None,
    }
    loaded = load_settings(options)
    for problem in loaded.problems:
        tell(str(problem))
    wanted = tuple(paths) or (str(bundled("seeds")),)
    if not _has_terminal():
        if replay or record:
            raise click.UsageError("--replay and --record need a terminal")
        from tui.cli.overview import print_overview

        with corpus(wanted, folder) as library:
            print_overview(library)
        return
    check_paths(wanted)
    _keys_from_terminal()
    with opened(wanted, folder) as library:
        from tui.app.start import run
        from tui.settings.keys import load_keys

        bound = load_keys(loaded.settings.preset)
        for problem in bound.problems:
            tell(str(problem))
        name = "" if paths else "bundled articles"
        status = run(
            library, loaded.settings, bound, corpus_name=name, fresh=fresh, replay=replay, record=record
        )
    _leave(status)


def _has_terminal() -> bool:
    """Whether the app can draw and take keys here: on a terminal, or by a driver that has another way."""
    if os.environ.get(DRIVER):
        return True
    if not sys.stdout.isatty() or os.environ.get("TERM", "") in {"", "dumb"}:
        return False
    return sys.stdin.isatty() or os.access("/dev/tty", os.R_OK)


def check_paths(paths: Sequence[str]) -> None:
    """Tell a path that is not there before the screen is taken. CorpusError where none is there."""
    from tui.corpus.address import is_address
    from tui.corpus.sources import discover
    from tui.errors import CorpusError

    there = [path for path in paths if path == "-" or is_address(path) or Path(path).exists()]
    if there:
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

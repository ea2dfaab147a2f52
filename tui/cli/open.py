"""The command that opens the app, with its options."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from tui.cli.corpus import LIBRARY
from tui.cli.opening import has_terminal, open_app


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
    if (replay or record) and not has_terminal():
        raise click.UsageError("--replay and --record need a terminal")
    open_app(paths, loaded, folder=folder, fresh=fresh, replay=replay, record=record)

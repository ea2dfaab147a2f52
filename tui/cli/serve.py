"""`serve`: the app in a browser on this machine."""

from collections.abc import Sequence
from pathlib import Path

import click

from tui.cli.corpus import LIBRARY
from tui.cli.open import appearance
from tui.cli.opening import check_paths
from tui.cli.output import tell
from tui.errors import WRONG_USAGE, CorpusError
from tui.paths import bundled


@click.command(
    epilog="""\b
Examples:
  corpus-tui serve ~/news
  corpus-tui serve ~/news --port 8123 --theme light
"""
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@LIBRARY
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port; by default a free one."
)
@appearance
def serve(
    paths: Sequence[str],
    folder: Path | None,
    port: int,
    theme: str | None,
    ascii_: bool | None,
) -> None:
    """Open the articles at PATH in a browser on this machine; the bundled ones where no PATH is given.

    The address is printed. It holds a secret that is new each time, and is answered on this machine alone: keep it to
    yourself. Every page is a reader of its own. Ctrl+C ends all of them. Needs the extra `serve`.
    """
    try:
        from tui.cli.serving import Server
    except ImportError as error:
        raise CorpusError(
            "the extra `serve` is not installed", "Install it: pip install 'corpus-tui[serve]'.", WRONG_USAGE
        ) from error
    if "-" in paths:
        raise CorpusError(
            "standard input cannot be served", "Name a file or folder with articles in it.", WRONG_USAGE
        )
    wanted = tuple(paths) or (str(bundled("seeds")),)
    check_paths(wanted)
    options = [] if folder is None else ["--library", str(folder)]
    options += [] if theme is None else ["--theme", theme]
    options += [] if ascii_ is None else ["--ascii" if ascii_ else "--no-ascii"]
    try:
        server = Server([*options, "--mouse", "--", *wanted], port)
    except OSError as error:
        raise CorpusError(
            f"port {port} is not to be had: {error.strerror}", "Name another, or none."
        ) from error
    click.echo(server.address)
    tell("Open this address in a browser on this machine. Ctrl+C ends it.")
    server.run()

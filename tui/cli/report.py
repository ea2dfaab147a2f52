"""`report`: all the findings of a corpus in one file."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from tui.cli.corpus import corpus, corpus_options
from tui.cli.output import tell
from tui.cli.safe import safe
from tui.corpus.naming import corpus_name
from tui.errors import CorpusError
from tui.export.report import Report, gather
from tui.notebook.book import Book
from tui.plugins import plugins


@click.command(
    epilog="""\b
Examples:
  corpus-tui report ~/news -o report.html
  corpus-tui report ~/news -o report.md
  corpus-tui report ~/news -o - | less
"""
)
@corpus_options
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    metavar="FILE",
    help="FILE.html, FILE.md, or - for Markdown on standard output.",
)
@click.option("--title", metavar="TEXT", help="What the corpus is called; by default as its folder.")
@click.option("--all", "everything", is_flag=True, help="The doubtful quotations too.")
def report(
    paths: Sequence[str], folder: Path | None, output: Path, title: str | None, everything: bool
) -> None:
    """Write the articles, who is quoted with what, the actors, the timeline, the differences and your notes.

    Each finding is linked to its exact place in the texts, which stand at the end. An HTML report needs nothing from
    outside its one file.
    """
    pages = _pages(output)
    name = title or corpus_name(paths)
    with corpus(paths, folder) as library:
        gathered = gather(library, Book(), name, doubtful=everything)
    pieces = pages(gathered)
    if str(output) == "-":
        sys.stdout.writelines(map(safe, pieces))
        return
    try:
        with output.open("w", encoding="utf-8", errors="replace") as file:
            file.writelines(pieces)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(f"{output}: cannot be written ({reason})", "Name another file.") from error
    tell(f"{output}: {output.stat().st_size / 1000:,.0f} kB written")


def _pages(output: Path) -> Callable[[Report], Iterator[str]]:
    """What writes a report to a file of this name."""
    if output.suffix.lower() in {".html", ".htm"}:
        from tui.export.html import report_html

        return report_html
    if str(output) == "-" or output.suffix.lower() in {".md", ".markdown"}:
        from tui.export.report_markdown import report_markdown

        return report_markdown
    exporters = plugins("exporters")
    for plugin in exporters:
        if output.suffix.lower() == f".{plugin.name.lower()}":
            write: Callable[[Report], Iterator[str]] = plugin.load()
            return write
    suffixes = ", ".join([".html", ".md", *(f".{plugin.name}" for plugin in exporters)])
    raise click.UsageError(f"{output}: name a file that ends in one of {suffixes}, or - for standard output")

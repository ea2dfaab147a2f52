"""`add`: make Markdown files of articles, whatever they were saved as."""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.corpus import TOLD_AT_MOST, tell_problems
from tui.cli.output import counted, tell
from tui.cli.safe import safe
from tui.errors import CorpusError

if TYPE_CHECKING:
    from tui.corpus.article import Article
    from tui.corpus.problem import Problem


@click.command(
    epilog="""\b
Examples:
  corpus-tui add ~/Downloads/page.html --to ~/news
  corpus-tui add newsletters.mbox feed.xml report.pdf --to ~/news
  curl -s https://example.org/article | corpus-tui add - --to ~/news
"""
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(allow_dash=True))
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the files are put; made where it is not there.",
)
def add(sources: Sequence[str], folder: Path) -> None:
    """Write each article of SOURCE to FOLDER as Markdown, with its title, source, author, date and address.

    SOURCE is a folder, a file, or - for standard input: saved pages, feeds, mail, EPUB, Word, PDF, ninjs, web archives
    and all else that can be read. The files' names are printed. A file that is there already is never written over.
    """
    problems: list[Problem] = []
    written = there = 0
    for article in _articles(sources, problems):
        path, new = _put(article, folder)
        if new:
            written += 1
            sys.stdout.write(safe(str(path)) + "\n")
        else:
            there += 1
            tell(f"{path}: is there already")
    tell_problems(problems, len(problems) if written + there else TOLD_AT_MOST)
    if not written + there:
        raise CorpusError(
            f"no article could be read from {' '.join(sources)}", "Name a file or folder with articles in it."
        )
    tell(f"{counted(written, 'article')} written, {there:,} there already")


def _articles(sources: Sequence[str], problems: "list[Problem]") -> "Iterator[Article]":
    """All articles that can be read; what is wrong is added to `problems`."""
    from tui.corpus.article import Article
    from tui.corpus.loading import read, read_stdin
    from tui.corpus.sources import discover

    found = discover([source for source in sources if source != "-"])
    problems.extend(found.problems)
    readings = [read(source) for source in found.sources]
    if "-" in sources:
        readings.insert(0, read_stdin())
    for item in chain.from_iterable(readings):
        if isinstance(item, Article):
            yield item
        else:
            problems.append(item)


def _put(article: "Article", folder: Path) -> tuple[Path, bool]:
    """Write an article to a file of its own, and tell which, and whether it is new. CorpusError where that fails."""
    from tui.corpus.writing import as_markdown, file_name

    data = as_markdown(article).encode("utf-8")
    name = file_name(article)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = folder / (f"{name}-{number}.md" if number > 1 else f"{name}.md")
            if not path.exists():
                _write(path, data)
                return path, True
            if path.is_file() and path.read_bytes() == data:
                return path, False
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(
            f"{folder}: cannot write there: {reason}", "Name another folder with --to."
        ) from None
    raise AssertionError(name)


def _write(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all."""
    with path.open("xb") as file:
        try:
            file.write(data)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

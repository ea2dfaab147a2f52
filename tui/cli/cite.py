"""`cite`: articles and passages as citations."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from tui.cli.corpus import corpus, corpus_options
from tui.cli.output import say
from tui.errors import WRONG_USAGE, CorpusError
from tui.export.citation import Style, bibtex, csl
from tui.export.citation import cite as in_style

if TYPE_CHECKING:
    from tui.corpus.article import Article


@click.command(
    epilog="""\b
Examples:
  corpus-tui cite ~/news --style bibtex > news.bib
  corpus-tui cite ~/news --article 001 --block 5 --style apa
"""
)
@corpus_options
@click.option("--article", "wanted", metavar="ID", help="This article only.")
@click.option(
    "--block", type=click.IntRange(1), metavar="N", help="A passage: the number of its block (001:N)."
)
@click.option(
    "--style",
    type=click.Choice([*get_args(Style), "bibtex", "csl"]),
    help="By default the one of the settings, or chicago.",
)
def cite(
    paths: Sequence[str], folder: Path | None, wanted: str | None, block: int | None, style: str | None
) -> None:
    """Print citations of the articles at PATH, or of one passage with its exact words."""
    from tui.settings.settings import load_settings

    if block is not None and wanted is None:
        raise click.UsageError("--block needs --article")
    chosen = style or load_settings().settings.citation
    with corpus(paths, folder) as library:
        ids = [library.resolve(wanted)] if wanted is not None else [row.id for row in library.rows()]
        articles = (library.article(id_) for id_ in ids)
        if chosen == "csl":
            items = [csl(article) for article in articles]
            click.echo(json.dumps(items, ensure_ascii=False, indent=1))
            return
        for told in _cited(articles, chosen, block):
            say(told)


def _cited(articles: "Iterator[Article]", style: str, block: int | None) -> Iterator[str]:
    for article in articles:
        if style == "bibtex":
            yield bibtex(article)
        else:
            yield in_style(article, style, words=_words(article, block), block=block)  # type: ignore[arg-type]


def _words(article: "Article", number: int | None) -> str:
    """The words of a block; none where no block is asked for."""
    if number is None:
        return ""
    for block in article.blocks:
        if block.number == number:
            return article.text[block.start : block.end]
    raise CorpusError(
        f"{article.id} has no block {number}", f"Its blocks are 1 to {len(article.blocks)}.", WRONG_USAGE
    )

"""`articles` and `show`: what there is to read, and one article's text."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.corpus import corpus, corpus_options
from tui.cli.output import (
    Format,
    counted,
    default_format,
    emit,
    format_option,
    paragraph,
    text_format_option,
)
from tui.cli.safe import line, safe
from tui.errors import WRONG_USAGE, CorpusError
from tui.export.objects import article_object, block_object, sourced_object, text_object
from tui.library.listing import SORTS
from tui.library.rows import ArticleRow
from tui.notebook.book import Book
from tui.notebook.corrections import shown

if TYPE_CHECKING:
    from tui.compare.sourcing import Sourcing
    from tui.corpus.article import Article
    from tui.library.library import Library


@click.command(
    epilog="""\b
Examples:
  corpus-tui articles ~/news
  corpus-tui articles ~/news --format csv > articles.csv
  corpus-tui articles ~/news --sourcing
  corpus-tui articles ~/news --sort -date --filter "source:mail harbour"
"""
)
@corpus_options
@click.option(
    "--sourcing",
    "sourced",
    is_flag=True,
    help="How many sentences have a named source, an anonymous one, a hedge, or none.",
)
@click.option(
    "--sort",
    "order",
    type=click.Choice([turned + name for name in SORTS for turned in ("", "-")]),
    default="path",
    help="By path, title, date, source, author, words, quotes or unknown; a leading - turns it round.",
    metavar="ORDER",
)
@click.option(
    "--filter",
    "words",
    default="",
    metavar="WORDS",
    help="Only those with all WORDS in title, source, author, date or id; source:mail, date:2024 and !draft work too.",
)
@format_option
def articles(
    paths: Sequence[str], folder: Path | None, sourced: bool, order: str, words: str, form: Format
) -> None:
    """List the articles at PATH: title, source, date, length, and how many quotations were found.

    Orders are those of the app; dates that you told count in order and filter.
    """
    with corpus(paths, folder) as library:
        told = shown(library, Book())

        def to_text(row: ArticleRow) -> str:
            return article_line(row) + (
                f"  date told by you: {told.dates[row.id]}" if row.id in told.dates else ""
            )

        rows = (told.row(row) for row in library.rows(sort=order, filter=words, dates=told.dates))
        if not sourced:
            emit(form, "article", rows, to_object=article_object, to_text=to_text)
            return
        from tui.notebook.accounts import sourcing_of

        emit(
            form,
            "sourced",
            ((row, sourcing_of(told, row.id)) for row in rows),
            to_object=lambda one: sourced_object(*one),
            to_text=lambda one: f"{to_text(one[0])}\n  {sourcing_line(one[1])}",
        )


def sourcing_line(sourcing: "Sourcing") -> str:
    """On what an article's sentences stand, for people: `sentences: 3 named, 12 no source`."""
    counts = {
        "named": sourcing.named,
        "anonymous": sourcing.anonymous,
        "hedged": sourcing.hedged,
        "no source": sourcing.none,
    }
    return "sentences: " + (", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "none")


def article_line(row: ArticleRow) -> str:
    """An article for people, in one line."""
    unknown = f", {row.unknown} without a speaker" if row.unknown else ""
    quotes = counted(row.quotes, "quotation") + unknown
    told = [row.source, row.author, row.date or "undated", counted(row.words, "word"), quotes]
    return f"{row.short}  {line(row.title)}  ({' · '.join(line(part) for part in told if part)})"


@click.command(
    epilog="""\b
Examples:
  corpus-tui show ~/news --article 001 | less
  corpus-tui show ~/news --article 001 --blocks
  curl -s https://example.org/article.txt | corpus-tui show -
"""
)
@corpus_options
@click.option(
    "--article", "wanted", metavar="ID", help="An id, or a leading number that only one article has."
)
@click.option("--blocks", is_flag=True, help="Print its blocks: headline, headings, paragraphs …")
@text_format_option
def show(
    paths: Sequence[str], folder: Path | None, wanted: str | None, blocks: bool, form: Format | None
) -> None:
    """Print one article's text: exactly as read in a pipe, made safe on a terminal.

    This is the way to read for screen readers and pagers. Where PATH holds one article only, no ID is needed. With
    --format jsonl or csv the article is one object or row, with its text in the field text: a file that can be read.
    """
    with corpus(paths, folder) as library:
        article = library.article(_wanted(library, wanted))
        if blocks:
            emit(
                form or default_format(),
                "block",
                article.blocks,
                to_object=lambda block: block_object(article.id, block, article.text),
                to_text=lambda block: (
                    f"{block.number:>3}  {block.kind:<11} {line(article.text[block.start : block.end])}"
                ),
            )
        elif form in {None, "text"}:
            _show(article)
        else:
            emit(form, "text", [article], to_object=text_object, to_text=lambda one: one.text)


def _wanted(library: "Library", named: str | None) -> str:
    """The id of the article to show."""
    if named is not None:
        return library.resolve(named)
    rows = library.rows()
    if len(rows) == 1:
        return rows[0].id
    raise CorpusError(
        f"which of the {len(rows)} articles?",
        f"Name one with --article: {', '.join(row.short for row in rows[:5])}{' …' if len(rows) > 5 else ''}",
        WRONG_USAGE,
    )


def _show(article: "Article") -> None:
    if not sys.stdout.isatty():
        # The text itself: a text layer would give other line ends on some systems.
        sys.stdout.flush()
        sys.stdout.buffer.write(article.text.encode("utf-8", "replace"))
        return
    for told in safe(article.text).split("\n"):
        sys.stdout.write(paragraph(told) + "\n")

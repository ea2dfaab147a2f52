"""`notes add|judge|remove`: write into the reader's book by command."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click

from tui.cli.corpus import LIBRARY, corpus
from tui.cli.correcting import no_actor
from tui.cli.notes import mark_line, notes
from tui.cli.output import tell
from tui.compare.difference import State
from tui.corpus.article import Article, Span
from tui.errors import WRONG_USAGE, CorpusError
from tui.library.library import Library
from tui.notebook.anchors import anchor
from tui.notebook.book import Book
from tui.notebook.corrections import shown
from tui.notebook.judging import judged_differences, judgement
from tui.notebook.marks import About, Mark, Target
from tui.notebook.placing import Placed

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())


@notes.command(
    epilog="""\b
Examples:
  corpus-tui notes add ~/news --article 001 --words 'visible shifts' --text 'ask what he meant'
  corpus-tui notes add ~/news --article 001 --block 5 --kind highlight --label sourcing
  corpus-tui notes add ~/news --article 001 --kind star
  corpus-tui notes add ~/news --actor 'Sergei Ryabkov' --text 'interviewed in May'
"""
)
@PATHS
@click.option("--article", "wanted", metavar="ID", help="On this article.")
@click.option("--words", metavar="WORDS", help="On these words of it, as they stand there, once.")
@click.option("--block", type=click.IntRange(1), metavar="N", help="On this block of it (001:N).")
@click.option("--actor", metavar="NAME", help="On this actor.")
@click.option(
    "--kind", type=click.Choice(["note", "bookmark", "highlight", "star"]), default="note", show_default=True
)
@click.option("--text", default="", help="The note.")
@click.option("--label", default="", help="The label of a highlight.")
@click.option("--tag", "tags", multiple=True, help="A tag; can be given again.")
@LIBRARY
def add(
    paths: Sequence[str],
    wanted: str | None,
    words: str | None,
    block: int | None,
    actor: str | None,
    kind: str,
    text: str,
    label: str,
    tags: tuple[str, ...],
    folder: Path | None,
) -> None:
    """Put a note, a bookmark, a highlight or a star on an article, on words of it, or on an actor."""
    if (wanted is None) == (actor is None):
        raise click.UsageError("a note is on an article (--article) or on an actor (--actor)")
    with corpus(paths, folder) as library:
        target = (
            _on_actor(library, actor)
            if actor is not None
            else _on_article(library, wanted or "", words, block)
        )
        mark = Mark(kind, target, text=text, label=label, tags=tags)  # type: ignore[arg-type]  # click checked it
        Book().put(mark)
    tell(mark_line(Placed(mark, ())))


def _on_actor(library: Library, name: str) -> Target:
    actors = shown(library, Book()).actors()
    if name not in {actor.name for actor in actors}:
        raise no_actor(library, name)
    return Target("actor", name, name)


def _on_article(library: Library, wanted: str, words: str | None, block: int | None) -> Target:
    article = library.article(library.resolve(wanted))
    span = _stretch(article, words, block)
    about: About = "passage" if span.end > span.start else "article"
    return Target(about, article.title, "", (anchor(article, *span),))


def _stretch(article: Article, words: str | None, number: int | None) -> Span:
    """The words that are meant, in the block that is meant; the empty span for the whole article."""
    inside = Span(0, len(article.text))
    if number is not None:
        if number > len(article.blocks):
            last = len(article.blocks)
            raise CorpusError(
                f"{article.id} has no block {number}", f"Its blocks are 1 to {last}.", WRONG_USAGE
            )
        inside = Span(article.blocks[number - 1].start, article.blocks[number - 1].end)
    if words is None:
        return inside if number is not None else Span(0, 0)
    start = article.text.find(words, *inside)
    if not words or start < 0:
        raise CorpusError(
            f"{article.id} does not say {words!r}", "Give the words exactly as they stand there.", WRONG_USAGE
        )
    if article.text.find(words, start + 1, inside.end) >= 0:
        raise CorpusError(
            f"{article.id} says {words!r} more than once",
            "Give more words, or the block: --block N.",
            WRONG_USAGE,
        )
    return Span(start, start + len(words))


@notes.command(
    epilog="""\b
Examples:
  corpus-tui notes judge ~/news 3f2a91c0d4e5b677 dismissed --text 'two meetings'
"""
)
@click.argument("words", nargs=-1, required=True, metavar="PATH... ID STATE")
@click.option("--text", default="", help="Why.")
@LIBRARY
def judge(words: Sequence[str], text: str, folder: Path | None) -> None:
    """Say of a difference whether it is open, confirmed or dismissed; `differences` tells the ID of each."""
    if len(words) < 3 or words[-1] not in get_args(State):
        raise click.UsageError(
            f"judge takes PATH, the ID of a difference, and one of {', '.join(get_args(State))}"
        )
    *paths, wanted, state = words
    with corpus(paths, folder) as library:
        book = Book()
        found = next((one for one in judged_differences(library, book) if one.id == wanted), None)
        if found is None:
            raise CorpusError(
                f"no difference has the id {wanted!r}",
                "`corpus-tui differences --format jsonl` tells them.",
                WRONG_USAGE,
            )
        mark = judgement(library, book, found, state, text)  # type: ignore[arg-type]  # checked above
        book.put(mark)
    tell(mark_line(Placed(mark, ())))


@notes.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def remove(ids: Sequence[str]) -> None:
    """Take marks out of the book, by the ids that `notes export` tells."""
    book = Book()
    known = {mark.id: mark for mark in book.marks}
    for wanted in ids:
        if wanted not in known:
            raise CorpusError(
                f"no mark has the id {wanted!r}", "`corpus-tui notes export` tells them.", WRONG_USAGE
            )
    book.remove(*(known[wanted] for wanted in ids))
    tell(f"{len(ids)} removed")

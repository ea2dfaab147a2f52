"""`notes correct`: put right what was found, by command."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from tui.cli.corpus import LIBRARY, corpus
from tui.cli.notes import notes
from tui.cli.output import tell
from tui.errors import WRONG_USAGE, CorpusError
from tui.findings.actors.actor import Actor, ActorType
from tui.findings.actors.corrections import Correction, Merge, Reject, Rename, Retype, Split
from tui.library.library import Library
from tui.notebook.anchors import Anchor, anchor
from tui.notebook.book import Book
from tui.notebook.corrections import keep, shown
from tui.notebook.told import DATE_ASKED, Dated, InText, NotSaid, Said, date_told

Pairs = tuple[tuple[str, str], ...]
Triples = tuple[tuple[str, str, str], ...]


@notes.command(
    epilog="""\b
Examples:
  corpus-tui notes correct ~/news --rename 'Zelenskiy' 'Volodymyr Zelenskyy'
  corpus-tui notes correct ~/news --merge 'Ann Lee' 'Minister Lee'
  corpus-tui notes correct ~/news --split 'Lee' 002 'Bella Lee'
  corpus-tui notes correct ~/news --retype Ellstad place --reject 'Related Posts'
  corpus-tui notes correct ~/news --said 001 'It opens in May' 'Ann Lee'
  corpus-tui notes correct ~/news --date 000 2024-05-17
"""
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--merge", nargs=2, multiple=True, metavar="NAME OTHER", help="OTHER is NAME.")
@click.option(
    "--split", nargs=3, multiple=True, metavar="NAME ID NEW", help="NAME in the article ID is another: NEW."
)
@click.option("--rename", nargs=2, multiple=True, metavar="NAME NEW", help="NAME is called NEW.")
@click.option("--retype", nargs=2, multiple=True, metavar="NAME TYPE", help="NAME is of this type.")
@click.option("--reject", multiple=True, metavar="NAME", help="NAME is no actor.")
@click.option(
    "--said", nargs=3, multiple=True, metavar="ID WORDS NAME", help="The quotation with WORDS is NAME's."
)
@click.option(
    "--no-speaker", nargs=2, multiple=True, metavar="ID WORDS", help="Nobody is told to have said WORDS."
)
@click.option("--no-quotation", nargs=2, multiple=True, metavar="ID WORDS", help="WORDS are no quotation.")
@click.option(
    "--date", "dates", nargs=2, multiple=True, metavar="ID DATE", help=f"Article ID is of DATE: {DATE_ASKED}."
)
@LIBRARY
def correct(
    paths: Sequence[str],
    merge: Pairs,
    split: Triples,
    rename: Pairs,
    retype: Pairs,
    reject: tuple[str, ...],
    said: Triples,
    no_speaker: Pairs,
    no_quotation: Pairs,
    dates: Pairs,
    folder: Path | None,
) -> None:
    """Put right what was found; it holds in every list, and again after each rebuild.

    ID is an article, WORDS are words of a quotation as they stand there. A date lets "last week" be counted from it.
    """
    for _, kind in retype:
        if kind not in get_args(ActorType):
            raise click.UsageError(f"{kind!r} is not one of {', '.join(get_args(ActorType))}")
    for _, date in dates:
        if date_told(date) is None:
            raise click.UsageError(f"{date!r} is no date: give {DATE_ASKED}")
    with corpus(paths, folder) as library:
        book = Book()
        there = {actor.name: actor for actor in shown(library, book).actors()}
        wanted: list[Correction | InText] = [Merge(name, (other,)) for name, other in merge]
        wanted += [_split(library, there, *told) for told in split]
        wanted += [Rename(name, new) for name, new in rename]
        wanted += [Retype(name, kind) for name, kind in retype]  # type: ignore[arg-type]  # checked above
        wanted += [Reject(name) for name in reject]
        for name in _named(wanted):
            if name not in there:
                raise no_actor(library, name)
        wanted += [Said(_quotation(library, id_, words), name) for id_, words, name in said]
        wanted += [Said(_quotation(library, id_, words), None) for id_, words in no_speaker]
        wanted += [NotSaid(_quotation(library, id_, words)) for id_, words in no_quotation]
        wanted += [
            Dated(anchor(library.article(library.resolve(id_))), date_told(date) or "") for id_, date in dates
        ]
        if not wanted:
            raise click.UsageError(
                "nothing to correct: --merge, --rename, --said, --date …; --help tells all"
            )
        keep(book, library, *wanted)
    tell(f"{len(wanted)} kept; `corpus-tui actors`, `quotes` and `events` show the findings as they are now")


def no_actor(library: Library, name: str) -> CorpusError:
    """What to say where no actor has a name."""
    from difflib import get_close_matches

    near = get_close_matches(name, [actor.name for actor in library.actors()], n=1)
    advice = f"Did you mean {near[0]}?" if near else "`corpus-tui actors` lists them."
    return CorpusError(f"no actor is called {name!r}", advice, WRONG_USAGE)


def _named(corrections: Sequence[Correction | InText]) -> Iterator[str]:
    """The actors that corrections name."""
    for one in corrections:
        if isinstance(one, Merge):
            yield from (one.into, *one.others)
        elif isinstance(one, Split | Rename | Retype | Reject):
            yield one.name


def _split(library: Library, actors: dict[str, Actor], name: str, article: str, new: str) -> Split:
    """The split of what an article names from the actor `name`."""
    if name not in actors:
        raise no_actor(library, name)
    id_ = library.resolve(article)
    members = tuple(member for member in actors[name].members if member[0] == id_)
    if not members:
        raise CorpusError(f"{id_} does not name {name!r}", "`corpus-tui actors` tells where.", WRONG_USAGE)
    return Split(name, members, new)


def _quotation(library: Library, article: str, words: str) -> Anchor:
    """The quotation of an article that has these words."""
    id_ = library.resolve(article)
    text = library.article(id_)
    found = [
        (placed.quote.spans[0].start, placed.quote.spans[-1].end)
        for placed in library.quotes(id_)
        if words in placed.text
    ]
    if len(found) == 1:
        return anchor(text, *found[0])
    if found:
        raise CorpusError(
            f"{len(found)} quotations of {id_} have the words {words!r}", "Give more of them.", WRONG_USAGE
        )
    advice = f"`corpus-tui quotes --article {article} --all` lists them; give words as they stand there."
    raise CorpusError(f"no quotation of {id_} has the words {words!r}", advice, WRONG_USAGE)

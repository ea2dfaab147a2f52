"""`search`: what a query finds, mistyped, unfinished and reordered words included."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
from click.shell_completion import CompletionItem

from tui.cli.corpus import LIBRARY, corpus
from tui.cli.output import Format, emit, format_option, say, tell
from tui.cli.places import Places
from tui.cli.safe import line
from tui.errors import CorpusError
from tui.export.objects import match_object
from tui.export.table import COLUMNS, Object, csv_lines, json_line
from tui.notebook.book import Book
from tui.notebook.corrections import Corrected, shown
from tui.search.match import FIELDS, Match, MatchKind

if TYPE_CHECKING:
    from tui.library.library import Library

PLURALS: dict[str, MatchKind] = {f"{kind}s": kind for kind in get_args(MatchKind)}

SIGNS = {"passage": "¶", "quote": "“", "title": "#", "actor": "@"}


class Kinds(click.ParamType[tuple[MatchKind, ...]]):
    """`passages,quotes`: some of the kinds of things that can be searched."""

    name = "kinds"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[MatchKind, ...]:
        """The kinds that are named, in the order of the program's own list."""
        if isinstance(value, tuple):
            return value
        named = [word.strip() for word in str(value).split(",") if word.strip()]
        for name in named:
            if name not in PLURALS:
                self.fail(f"{name!r} is not one of {', '.join(PLURALS)}", param, ctx)
        return tuple(kind for kind in FIELDS if f"{kind}s" in named) or FIELDS

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The kinds that can still be named."""
        before, comma, last = incomplete.rpartition(",")
        names = (name for name in PLURALS if name.startswith(last) and name not in before.split(","))
        return [CompletionItem(f"{before}{comma}{name}") for name in names]


@click.command(
    epilog="""\b
Examples:
  corpus-tui search ~/news 'visble shfits'
  corpus-tui search ~/news 'speaker:ryabkov arms' --in quotes
  corpus-tui search ~/news --queries queries.txt --format jsonl
"""
)
@click.argument("words", nargs=-1, required=True, metavar="PATH... QUERY", type=click.Path(allow_dash=True))
@LIBRARY
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Matches at most."
)
@click.option(
    "--in",
    "fields",
    type=Kinds(),
    default="passages,quotes,titles,actors",
    show_default=True,
    metavar="KINDS",
)
@click.option(
    "--queries",
    type=click.File("r", encoding="utf-8", errors="replace", lazy=False),
    metavar="FILE",
    help="Answer each line of FILE (- for standard input) by one JSON object, as it comes.",
)
@format_option
def search(
    words: Sequence[str],
    folder: Path | None,
    limit: int,
    fields: tuple[MatchKind, ...],
    queries: Iterable[str] | None,
    form: Format,
) -> None:
    """Search the articles at PATH for QUERY, best match first.

    Words may be mistyped, unfinished and in any order. "quoted words" are found exactly; speaker:NAME narrows.
    """
    paths, query = _divided(words, queries is not None)
    if queries is not None and "-" in paths and getattr(queries, "name", "") == "<stdin>":
        raise click.UsageError("standard input cannot be both the articles and the queries")
    with corpus(paths, folder) as library:
        if queries is not None:
            answer_all(library, queries, limit, fields, form)
            return
        tell_query_problems(query)
        places = Places(library)
        emit(
            form,
            "match",
            shown(library, Book()).found(query, limit=limit, fields=fields),
            to_object=match_object,
            to_text=lambda match: match_line(match, places),
        )


def _divided(words: Sequence[str], all_paths: bool) -> tuple[Sequence[str], str]:
    """The paths, and the query, which is the last word."""
    if all_paths:
        return words, ""
    if len(words) < 2:
        raise click.UsageError("Missing argument 'QUERY': search takes a PATH and what to search for.")
    return words[:-1], words[-1]


def tell_query_problems(query: str) -> None:
    """Tell what is wrong with a query; what is right in it is searched for all the same."""
    from tui.search.query import parse

    for problem in parse(query).problems:
        tell(f"query: {problem}")


def answer_all(
    library: "Library", queries: Iterable[str], limit: int, fields: tuple[MatchKind, ...], form: Format
) -> None:
    """Answer each query as it comes."""
    corrected = shown(library, Book())
    if form == "csv":
        for written in csv_lines(_rows(corrected, queries, limit, fields), COLUMNS["match"]):
            sys.stdout.write(written)
            sys.stdout.flush()
        return
    places = Places(library)
    for asked in queries:
        query = asked.rstrip("\r\n")
        matches, milliseconds = _timed(corrected, query, limit, fields)
        if form == "jsonl":
            answer: Object = {
                "query": query,
                "ms": milliseconds,
                "matches": [match_object(match) for match in matches],
            }
            sys.stdout.write(json_line(answer) + "\n")
        else:
            say(f"{query}  ({len(matches)} in {milliseconds} ms)")
            for match in matches:
                say(f"  {match_line(match, places)}")
        sys.stdout.flush()


def _rows(
    corrected: Corrected, queries: Iterable[str], limit: int, fields: tuple[MatchKind, ...]
) -> Iterator[Object]:
    for asked in queries:
        query = asked.rstrip("\r\n")
        for match in corrected.found(query, limit=limit, fields=fields):
            yield {"query": query, **match_object(match)}


def _timed(
    corrected: Corrected, query: str, limit: int, fields: tuple[MatchKind, ...]
) -> tuple[list[Match], float]:
    """What a query finds, and the milliseconds that took."""
    begun = time.perf_counter()
    try:
        matches = list(corrected.found(query, limit=limit, fields=fields))
    except CorpusError as error:
        tell(f"{query}: {error.title}")
        matches = []
    return matches, round((time.perf_counter() - begun) * 1000, 3)


def match_line(match: Match, places: Places) -> str:
    """A match for people: kind, words, speaker, place."""
    speaker = f"  {line(match.speaker)}" if match.speaker else ""
    copies = f"  and {match.copies} more places" if match.copies else ""
    return (
        f"{SIGNS[match.kind]} {line(match.text)}{speaker}  [{places.at(match.article, match.start)}]{copies}"
    )

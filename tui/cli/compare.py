"""`compare` and `differences`: the same story in other words, and where the accounts differ."""

from collections.abc import Sequence
from pathlib import Path

import click

from tui.cli.corpus import corpus, corpus_options
from tui.cli.output import Format, emit, format_option, tell
from tui.cli.places import Places
from tui.cli.safe import line
from tui.compare.counterpart import Counterpart
from tui.compare.difference import Difference
from tui.export.objects import counterpart_object, difference_object
from tui.notebook.accounts import Accounts
from tui.notebook.book import Book
from tui.notebook.corrections import shown
from tui.notebook.judging import judged_differences


@click.command(
    epilog="""\b
Examples:
  corpus-tui compare ~/news --article 001 --article 002
  corpus-tui compare ~/news --article 001 --article 002 --only-here
"""
)
@corpus_options
@click.option(
    "--article", "named", multiple=True, metavar="ID", help="Twice: the article A, then the article B."
)
@click.option("--only-here", is_flag=True, help="Only the passages of A that B does not tell.")
@format_option
def compare(
    paths: Sequence[str], folder: Path | None, named: tuple[str, ...], only_here: bool, form: Format
) -> None:
    """Print the passages of A with their best counterparts in B, and those that A alone tells."""
    from tui.compare.alignment import counterparts

    if len(named) != 2:
        raise click.UsageError("compare takes two articles: --article A --article B")
    with corpus(paths, folder) as library:
        first, second = (library.resolve(name) for name in named)
        accounts = Accounts(library, lambda: shown(library, Book()))
        found = counterparts(accounts.one(first), accounts.one(second), accounts.weights())
        for note in dict.fromkeys(passage.note for passage in found if passage.note):
            tell(note)
        places = Places(library)
        emit(
            form,
            "counterpart",
            (passage for passage in found if passage.only_here or not only_here),
            to_object=counterpart_object,
            to_text=lambda passage: counterpart_lines(passage, places),
        )


@click.command(
    epilog="""\b
Examples:
  corpus-tui differences ~/news
  corpus-tui differences ~/news --all --format csv > differences.csv
"""
)
@corpus_options
@click.option("--all", "everything", is_flag=True, help="The doubtful ones too.")
@format_option
def differences(paths: Sequence[str], folder: Path | None, everything: bool, form: Format) -> None:
    """Print what accounts tell differently: roles, dates, numbers, places and more; the surest first.

    They differ; both may be right. Each side has its exact words. JSON Lines and CSV hold the doubtful ones too.
    """
    with corpus(paths, folder) as library:
        places = Places(library)
        found = judged_differences(library, Book())
        emit(
            form,
            "difference",
            (one for one in found if everything or form != "text" or not one.doubtful),
            to_object=difference_object,
            to_text=lambda one: difference_lines(one, places),
        )
        doubtful = sum(one.doubtful for one in found)
        if form == "text" and doubtful and not everything:
            tell(f"{doubtful} more are doubtful: --all prints them")


def counterpart_lines(passage: Counterpart, places: Places) -> str:
    """A passage and its counterparts for people."""
    lines = [f"{places.at(passage.article, passage.start)}  {line(passage.text)}"]
    for match in passage.matches:
        best = ", each other's best" if match.mutual else ""
        why = f" ({'; '.join(map(line, match.reasons))}{best})" if match.reasons or best else ""
        lines.append(
            f"  ≈ {match.score:.2f} {places.at(match.article, match.start)}  {line(match.text)}{why}"
        )
    if passage.only_here:
        lines.append("  ◆ told only here")
    return "\n".join(lines) + "\n"


def difference_lines(difference: Difference, places: Places) -> str:
    """A difference for people: what of, and each side with its words and place."""
    lines = [f"! {difference.kind} differs: {line(difference.about)}"]
    for side in difference.sides:
        words = f"  “{line(side.text)}”" if line(side.text) != side.value else ""
        lines.append(f"    {places.at(side.article, side.start)}  {line(side.value)}{words}")
    return "\n".join(lines)

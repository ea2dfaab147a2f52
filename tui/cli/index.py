"""`index`: read, extract and index what is new, so that opening and searching are quick."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

import click

from tui.cli.corpus import bring_up_to_date, corpus_options, opened
from tui.cli.output import Format, counted, format_option, say
from tui.export.table import csv_lines, json_line


@click.command(
    epilog="""\b
Examples:
  corpus-tui index ~/news
  corpus-tui index ~/news --jobs 4 --format jsonl
  corpus-tui index s3://bucket/news --scheduler tcp://head:8786
"""
)
@corpus_options
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Processes that read; by default one a processor."
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Have files read by the Dask cluster with its scheduler there: tcp://HOST:PORT.",
)
@format_option
def index(
    paths: Sequence[str], folder: Path | None, jobs: int | None, scheduler: str | None, form: Format
) -> None:
    """Read what is new or changed at PATH, find what is to be found, and keep it.

    Every other command does so first; this one only tells what it did: what was read, what was skipped, and why.
    """
    from tui.library.cluster import cluster

    with opened(paths, folder) as library:
        with cluster(scheduler) if scheduler else contextlib.nullcontext((None, jobs)) as (executor, width):
            report = bring_up_to_date(library, jobs=width, executor=executor, told=1_000_000)
        told = {
            "articles": report.articles,
            "passages": report.passages,
            "read": report.read,
            "skipped": report.skipped,
            "seconds": round(report.seconds, 3),
            "search_bytes": report.search_bytes,
            "store_bytes": report.store_bytes,
        }
    if form == "jsonl":
        click.echo(json_line(told))
    elif form == "csv":
        click.echo("".join(csv_lines([told], tuple(told))), nl=False)
    else:
        say(
            f"{counted(report.articles, 'article')}, {counted(report.passages, 'passage')}; {report.read:,} read,"
            f" {report.skipped:,} skipped in {told['seconds']:.1f} s; {_megabytes(report.store_bytes)} of findings,"
            f" {_megabytes(report.search_bytes)} of search index"
        )


def _megabytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB"

"""What commands print: findings to standard output as text, JSON Lines or CSV; all else to standard error."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from tui.cli.safe import safe

if TYPE_CHECKING:
    from tui.export.table import Object

Format = Literal["text", "jsonl", "csv"]
T = TypeVar("T")
Command = TypeVar("Command", bound=Callable[..., Any])

WIDEST = 100
"""Columns of text at most: longer lines are hard to read, however wide the terminal is."""


def format_option(command: Command) -> Command:
    """Give a command that prints findings `--format`: by default text on a terminal, JSON Lines in a pipe."""
    return _option(lambda told: told or default_format(), "text on a terminal, jsonl in a pipe")(command)


def plain_format_option(command: Command) -> Command:
    """Give a command that tells of the program itself `--format`: by default text, also in a pipe."""
    return _option(lambda told: told or "text", "text")(command)


def text_format_option(command: Command) -> Command:
    """Give a command that prints a text `--format`, which is None where that text itself is wanted."""
    return _option(lambda told: told, "the text itself")(command)


def _option(default: Callable[[str | None], str | None], named: str) -> Callable[[Command], Command]:
    import click  # the app tells its problems by this module, and needs no options

    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "jsonl", "csv"]),
        callback=lambda _context, _option, told: default(told),
        help=f"How it is printed; by default {named}.",
    )


def default_format() -> Format:
    """Text for people on a terminal, JSON Lines for programs in a pipe."""
    return "text" if sys.stdout.isatty() else "jsonl"


def prepare() -> None:
    """Make standard output and error able to write any text: UTF-8 in a pipe, the terminal's own encoding else."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def emit(
    form: Format,
    kind: str,
    items: Iterable[T],
    *,
    to_object: "Callable[[T], Object]",
    to_text: Callable[[T], str],
) -> int:
    """Print `items`, each as it comes, and return how many there were. `kind` names their columns in CSV."""
    from tui.export.table import COLUMNS, csv_lines, json_line  # the app needs none of it

    counted = _Counted(items)
    if form == "jsonl":
        lines: Iterable[str] = (json_line(to_object(item)) + "\n" for item in counted)
    elif form == "csv":
        lines = csv_lines((to_object(item) for item in counted), COLUMNS[kind])
        if sys.stdout.isatty():
            lines = map(safe, lines)
    else:
        lines = (paragraph(to_text(item)) + "\n" for item in counted)
    for written in lines:
        sys.stdout.write(written)
    return counted.count


class _Counted(Iterable[T]):
    """Items, and how many of them were asked for."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self.count += 1
            yield item


def paragraph(text: str) -> str:
    """Text for people, safe; on a terminal wrapped to its width, further lines of a paragraph moved in."""
    shown = safe(text)
    if not sys.stdout.isatty():
        return shown
    import shutil

    width = min(WIDEST, shutil.get_terminal_size().columns)
    return "\n".join(_wrapped(told, width) for told in shown.split("\n"))


def _wrapped(told: str, width: int) -> str:
    import textwrap

    indent = " " * (len(told) - len(told.lstrip()) + 2)
    return textwrap.fill(
        told,
        width,
        subsequent_indent=indent,
        break_on_hyphens=False,
        drop_whitespace=True,
        replace_whitespace=False,
    )


def counted(number: int, word: str) -> str:
    """`1 article`, `1,234 articles`."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def say(text: str = "") -> None:
    """Print text for people to standard output, as `paragraph` makes it."""
    sys.stdout.write(paragraph(text) + "\n")


def tell(text: str) -> None:
    """Tell something beside the data: one line on standard error, safe for a terminal."""
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.write(safe(text.replace("\n", " ")) + "\n")
        sys.stderr.flush()


def give_up_output() -> None:
    """After the reader of a pipe has gone: let nothing more be written, also not at the end of the program."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""`notes`: the reader's book: listed, and taken in and out as W3C Web Annotations or Markdown."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.corpus import LIBRARY, corpus
from tui.cli.output import counted, paragraph, say, tell
from tui.cli.safe import line
from tui.errors import FAILED, CorpusError

if TYPE_CHECKING:
    from tui.notebook.book import Book
    from tui.notebook.journal import Entry
    from tui.notebook.placing import Placed


@click.group(
    invoke_without_command=False,
    epilog="""\b
Examples:
  corpus-tui notes add ~/news --article 001 --words 'visible shifts' --text 'ask what he meant'
  corpus-tui notes list ~/news --find harbour
  corpus-tui notes export > notes.jsonld
  corpus-tui notes export -o notes.md
  corpus-tui notes import colleague.jsonld
""",
)
def notes() -> None:
    """Bookmarks, notes, highlights and corrections: make them, list them, take them out and in."""


@notes.command("list")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True))
@click.option("--find", "words", default="", metavar="WORDS", help="Only those that say WORDS.")
@click.option("--label", metavar="LABEL", help="Only those with this label.")
@click.option("--tag", metavar="TAG", help="Only those with this tag.")
@LIBRARY
def list_(paths: Sequence[str], words: str, label: str | None, tag: str | None, folder: Path | None) -> None:
    """List all marks, the oldest first; with PATH where each stands there, and which have lost their place."""
    from tui.notebook.placing import Placed, Placing

    book = _book()
    found = book.find(words, label=label, tag=tag)
    if not paths:
        for mark in found:
            say(mark_line(Placed(mark, ())))
        return
    with corpus(paths, folder) as library:
        for placed in Placing(library).all(found):
            if not placed.elsewhere:
                say(mark_line(placed))


@notes.command("export")
@click.option("--markdown", is_flag=True, help="As Markdown, for people to read, instead of JSON-LD.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A file, Markdown where it ends in .md; else printed.",
)
def export(markdown: bool, output: Path | None) -> None:
    """Print all marks and corrections as W3C Web Annotations (JSON-LD), or as Markdown; import takes both."""
    from tui.export.notes import notes_markdown
    from tui.notebook.annotations import export as page

    entries = _book().entries()
    if markdown or (output is not None and output.suffix.lower() in {".md", ".markdown"}):
        text = notes_markdown(entries)
    else:
        text = json.dumps(page(entries), ensure_ascii=False, indent=1) + "\n"
    write(text, output)


@notes.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
def import_(files: Sequence[str]) -> None:
    """Take over what `export` wrote, or annotations (JSON-LD) of other programs.

    The same FILE twice changes nothing, and nothing of yours is lost.
    """
    entries = [entry for name in files for entry in _entries(_text(name), name)]
    changed = _book().merge(entries)
    tell(f"{counted(len(entries), 'annotation')} read, {changed} new or changed")


def _entries(text: str, name: str) -> "list[Entry]":
    from tui.export.notes import read as read_markdown
    from tui.notebook.annotations import read as read_json

    return read_json(text, name) if text.lstrip()[:1] in {"{", "["} else read_markdown(text, name, tell)


def _book() -> "Book":
    from tui.notebook.book import Book

    book = Book()
    if book.damaged:
        tell(f"{counted(book.damaged, 'line')} of the book cannot be read; they stay in its file")
    return book


def _text(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(f"{name}: cannot be read ({reason})", "Check the path.", FAILED) from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{name}: is not UTF-8", "Save the file as UTF-8.", FAILED) from error


def write(text: str, output: Path | None) -> None:
    """Write `text` to a file, or to standard output, made safe where that is a terminal."""
    if output is None or str(output) == "-":
        sys.stdout.write(paragraph(text) if sys.stdout.isatty() else text)
        return
    try:
        output.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(f"{output}: cannot be written ({reason})", "Name another file.") from error
    tell(f"{output}: {len(text.encode('utf-8', 'replace')) / 1000:.0f} kB written")


def mark_line(placed: "Placed") -> str:
    """A mark for people: what it is, on what, what it says."""
    mark = placed.mark
    told = [
        line(mark.target.name),
        line(mark.text),
        line(mark.label),
        " ".join(f"#{tag}" for tag in mark.tags),
    ]
    words = " … ".join(f"“{line(anchor.exact)}”" for anchor in mark.target.anchors if anchor.exact)
    where = "  [orphan: its words are not there any more]" if placed.orphan else ""
    return f"{mark.kind} · {' · '.join(part for part in (*told, words) if part)}{where}"

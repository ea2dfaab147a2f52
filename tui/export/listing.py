"""Lists as files: Markdown for people, CSV for spreadsheets, JSON Lines for programs."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tui.errors import CorpusError
from tui.export.markdown import plain, row
from tui.export.table import COLUMNS, Object, Place, csv_lines, exact, flat, json_line, told

SHOWN: dict[str, tuple[str, ...]] = {
    kind: tuple(names.split())
    for kind, names in {
        "article": "id title source author date words",
        "block": "number kind text",
        "quote": "actor speaker.text cue.text text kind place",
        "actor": "actor type mentions aliases roles",
        "match": "kind text speaker place",
        "counterpart": "place text matches",
        "difference": "kind about sides state",
        "event": "date title place participants status mentions",
        "date": "place text value",
        "mark": "kind name text label tags spots",
        "line": "left text right place",
    }.items()
}
"""The columns of each kind that a person reads in Markdown, where all of them would not fit on a page; `place` says
where the words stand."""

SUFFIXES = (".md", ".csv", ".jsonl")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows, as it is shown.

    `kind` tells its columns; a list with columns of its own names them. `title` is its heading in Markdown. `place`
    writes places for people; programs are told them to the code point.
    """

    title: str
    kind: str
    items: Iterable[Object]
    columns: tuple[str, ...] = ()
    place: Place = exact


def lines(listing: Listing, suffix: str) -> Iterator[str]:
    """The file of a listing, line by line; `suffix` is one of `SUFFIXES`."""
    write: Callable[[Listing], Iterator[str]] = {".md": _markdown, ".csv": _csv, ".jsonl": _json}[suffix]
    return write(listing)


def save(listing: Listing, path: Path, *, over: bool = False) -> int:
    """Write a listing to a file, whole or not at all, and return how many items it has; the suffix tells the form.

    Raises CorpusError where the suffix is none of `SUFFIXES`, where it cannot be written, and where there is such a
    file already, unless it is to be written `over`.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise CorpusError(
            f"{path.name}: is no kind of file that lists are written to", "Use .md, .csv or .jsonl."
        )
    counted = _Counted(listing.items)
    whole = replace(listing, items=counted)
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="replace", dir=path.parent, prefix=".", newline="", delete=False
        ) as file:
            try:
                file.writelines(lines(whole, path.suffix.lower()))
                file.close()
                _put(Path(file.name), path, over=over)
            finally:
                Path(file.name).unlink(missing_ok=True)
    except FileExistsError:
        raise CorpusError(f"{path}: is there already", "Name another file.") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(f"{path}: cannot be written ({reason})", "Name another file.") from error
    return counted.count


def _put(written: Path, path: Path, *, over: bool) -> None:
    """Give a written file its name, and the rights of a file that was made anew."""
    umask = os.umask(0)
    os.umask(umask)
    written.chmod(0o666 & ~umask)
    if not over:
        path.open("x").close()  # fails where another has the name
    written.replace(path)


class _Counted:
    """Items, and how many of them were asked for."""

    def __init__(self, items: Iterable[Object]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[Object]:
        for item in self._items:
            self.count += 1
            yield item


def _csv(listing: Listing) -> Iterator[str]:
    return csv_lines(listing.items, listing.columns or COLUMNS[listing.kind])


def _json(listing: Listing) -> Iterator[str]:
    return (json_line(item) + "\n" for item in listing.items)


def _markdown(listing: Listing) -> Iterator[str]:
    columns = listing.columns or SHOWN[listing.kind]
    yield f"# {plain(listing.title)}\n\n{row(columns)}\n{row(['---'] * len(columns), raw=True)}\n"
    for item in listing.items:
        cells = flat(item, partial(told, place=listing.place)) | {"place": _place(item, listing.place)}
        yield row([cells.get(column, "") for column in columns]) + "\n"


def _place(item: Object, place: Place) -> str:
    """Where the words of an item stand; the article alone where they are no part of its text."""
    article, start, end = item.get("article"), item.get("start"), item.get("end")
    if article is None:
        return ""
    if "spans" in item:
        (start, _), (_, end) = item["spans"][0], item["spans"][-1]
    return str(article) if start is None or end is None else place(article, start, end)

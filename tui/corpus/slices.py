"""Cut a large file into slices that can each be read by themselves, wherever they are read: lines, archived pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from tui.corpus.decoding import LONGEST_LINE
from tui.corpus.kinds import is_installed
from tui.corpus.sniffing import ENOUGH, sniff

_PAGES_BYTES = 8_000_000  # of an archive's slice: some hundred pages
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Slice:
    """`length` bytes from `start` of a file of the kind with this name; `before` lines or pages stand before them."""

    kind: str
    start: int
    length: int
    before: int


def cut(file: BinaryIO, suffix: str, size: int) -> list[Slice]:
    """The slices of a file whose name ends in `suffix`, each of about `size` bytes or, of archives, some hundred pages.

    None where the file is of a kind that cannot be cut, or has something that only a reader of the whole can tell.
    """
    head = file.read(ENOUGH)
    file.seek(0)
    kind = sniff(head, suffix)
    if not is_installed(kind):
        return []
    if kind.name == "jsonlines" and not head.startswith(_UTF16):
        ends = _lines(file, size)
    elif kind.name == "warc":
        ends = _pages(file, _PAGES_BYTES)
    else:
        return []
    slices: list[Slice] = []
    start = before = 0
    try:
        for end, items in ends:
            slices.append(Slice(kind.name, start, end - start, before))
            start, before = end, items
    except Exception:  # noqa: BLE001 - what a broken file does to a library nobody knows beforehand
        return []
    return slices


def _lines(file: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
    """Where slices of lines end, and how many lines stand before. Raises ValueError where a line is odd."""
    at = lines = 0
    length = size
    while line := file.readline(LONGEST_LINE):
        line.decode(
            "utf-8"
        )  # an encoding is detected by its first line, which the other slices would not see
        if len(line) == LONGEST_LINE:
            raise ValueError("a line is too long to be held")
        at, lines, length = at + len(line), lines + 1, length - len(line)
        if length <= 0:
            yield at, lines
            length = size
    if length < size:
        yield at, lines


def _pages(file: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
    """Where slices of an archive end, and how many of its records that are kept stand before."""
    from tui.corpus.readers.warc import records

    begun = kept = 0
    for start, is_kept in records(file):
        if start - begun >= size:
            yield start, kept
            begun = start
        kept += is_kept
    end = file.seek(0, 2)
    if end > begun:
        yield end, kept

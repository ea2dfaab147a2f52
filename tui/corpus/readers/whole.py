"""Files that are held whole while they are read, up to a size that no article has."""

import io
from typing import BinaryIO

from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place

LARGEST = 50_000_000
"""Bytes of one article's file, or of one line, message or record of a file with many."""


def whole(file: BinaryIO, place: Place, *, most: int = LARGEST) -> bytes | Problem:
    """All bytes of a file from its beginning; or why they are not read: it is empty, or has more than `most` bytes."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    data = file.read(most + 1) if size <= most else b""
    if size > most or len(data) > most:
        return too_large(place, size, most)
    if not data:
        return Problem(place.path, None, "the file is empty", "delete it or put a text into it")
    return data


def too_large(place: Place, size: int, most: int, number: int | None = None) -> Problem:
    """That a file, or the `number`th article of one, was not read for its size."""
    reason = f"too large: {size / 1e6:,.0f} MB, at most {most / 1e6:,.0f} MB are read"
    advice = "cut it up, or save its articles as JSON Lines, one a line: such a file may be of any size"
    return Problem(place.path, number, reason, advice)

"""CSV and TSV: one article a row, columns by header, read row by row."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.decoding import decoded_lines
from tui.corpus.problem import Problem
from tui.corpus.readers.jsonlines import row_article, too_long
from tui.corpus.readers.place import Place
from tui.corpus.readers.plain import detected

_LONGEST_FIELD = 50_000_000


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The articles of a table; a row that is none is reported and passed over."""
    lines = _Lines(file)
    header_line = next(lines, None)
    if header_line is None or not header_line.strip():
        yield Problem(
            place.path, None, "the file is empty", "its first row names the columns, one of them text"
        )
        return
    lines.quotes = 0
    csv.field_size_limit(_LONGEST_FIELD)
    delimiter = "\t" if place.suffix == ".tsv" else max(",;\t", key=header_line.count)
    header = [name.strip().lower() for name in next(csv.reader([header_line], delimiter=delimiter))]
    if "text" not in header:
        names = ", ".join(header)[:100]
        yield Problem(
            place.path, 1, f"no column is named text (columns: {names})", "name the column of words text"
        )
        return
    rows = csv.reader(lines, delimiter=delimiter)
    told = False
    while True:
        number = lines.number + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Problem(place.path, number, f"broken row: {error}", "check its quotation marks")
            continue
        if row is not None and lines.quotes % 2 and lines.ended:
            advice = "close it: the rest of the file is in this one field"
            yield Problem(place.path, number, "a quotation mark is never closed", advice, skipped=False)
        lines.quotes = 0
        if lines.detected and not told:
            told = True
            yield detected(place, lines.detected, lines.detected_at)
        while lines.too_long:
            number = lines.too_long[0] + 1
            yield too_long(place, lines.too_long.pop(0))
        if row is None:
            return
        if any(cell.strip() for cell in row):
            fields: dict[str, object] = {name: cell for name, cell in zip(header, row, strict=False) if cell}
            yield row_article(fields, number, place)


class _Lines:
    """The lines of a table as the csv module takes them, and what was noticed on the way.

    `quotes` counts quotation marks since it was last put to 0; `ended`: there are no more lines; `too_long`: numbers
    of lines that were passed over for their length.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._lines = decoded_lines(file)
        self.number = 0
        self.quotes = 0
        self.ended = False
        self.detected = ""
        self.too_long: list[int] = []
        self.detected_at = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = None
        while line is None:
            following = next(self._lines, None)
            if following is None:
                self.ended = True
                raise StopIteration
            self.number, line = following
            if line is None:
                self.too_long.append(self.number)
        self.quotes += line.text.count('"')
        if not line.certain and not self.detected:
            self.detected, self.detected_at = line.encoding, self.number
        return line.text

"""JSON Lines: one article a line, read line by line."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from tui.corpus.article import Article
from tui.corpus.decoding import LONGEST_LINE, decoded_lines, without_surrogates
from tui.corpus.making import make_article
from tui.corpus.problem import Problem
from tui.corpus.readers.place import Place
from tui.corpus.readers.plain import detected

_ADVICE = 'each line is an object such as {"title": "…", "text": "…"}'


def read(file: BinaryIO, place: Place) -> Iterator[Article | Problem]:
    """The articles of a JSON Lines file; a line that is none is reported and passed over."""
    told = False
    seen = False
    for at, line in decoded_lines(file):
        number = place.before + at
        if line is None:
            seen = True
            yield too_long(place, number)
            continue
        if not line.text.strip():
            continue
        seen = True
        if not line.certain and not told:
            told = True
            yield detected(place, line.encoding, number)
        yield _article(line.text, number, place)
    if not seen and not place.before:
        yield Problem(place.path, None, "the file is empty", "delete it or put articles into it")


def too_long(place: Place, number: int) -> Problem:
    """That a line was passed over for its length."""
    reason = f"the line is longer than {LONGEST_LINE // 1_000_000} MB"
    return Problem(place.path, number, reason, "put one article in a line, and a book into several")


def _article(line: str, number: int, place: Place) -> Article | Problem:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem(place.path, number, f"broken JSON: {error.msg} at column {error.colno}", _ADVICE)
    except (ValueError, RecursionError):
        return Problem(place.path, number, "broken JSON: nested too deep, or a number too long", _ADVICE)
    if not isinstance(found, dict):
        return Problem(place.path, number, "this line is JSON, but no object", _ADVICE)
    return row_article(found, number, place)


def row_article(row: dict[str, object], number: int | None, place: Place) -> Article | Problem:
    """The article of one object or row that begins at line `number`, or is all its file; or why there is none."""
    text = row.get("text")
    if text is None:
        return Problem(
            place.path, number, "the field text is missing", "add it: it is the one that is required"
        )
    if not isinstance(text, str):
        return Problem(place.path, number, "the field text is no string", "put the article's words there")
    if not text.strip():
        return Problem(place.path, number, "the field text is empty", "put the article's words there")
    given = row.get("id")
    known = (
        without_surrogates(str(given)).strip()
        if isinstance(given, str | int) and not isinstance(given, bool)
        else ""
    )
    fallback = place.item(number) if number else place.stem
    return make_article(known or fallback, text, path=place.path, name=fallback, metadata=row)

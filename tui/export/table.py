"""Findings as tables and lines: comma-separated values for spreadsheets, JSON Lines for programs."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Object = dict[str, Any]
"""A finding as it leaves the program as JSON; `objects.py` makes them."""

ARTICLE = (
    "id",
    "title",
    "title_from",
    "source",
    "author",
    "date",
    "url",
    "language",
    "characters",
    "words",
    "sha256",
    "path",
    "blocks",
    "boilerplate",
    "copy_of",
)
"""The fields of an article."""

SOURCING = ("named", "anonymous", "hedged", "none")
"""On what an article's sentences stand, in the order of the bar."""

TEXT = ("id", "title", "source", "author", "date", "url", "language", "text")
"""The fields of an article with its text, as it can be read again."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the begin of a formula; an apostrophe before it keeps it words.

https://owasp.org/www-community/attacks/CSV_Injection
"""

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Control, bidi and invisible characters: JSON may write them as escapes, and no terminal obeys those."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_line(item: Object) -> str:
    """`item` as one line of JSON, without the line feed; whatever a terminal could obey is escaped."""
    line = _encode(item)
    return _UNSAFE.sub(_escape, line) if _UNSAFE.search(line) else line


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


def csv_lines(items: Iterable[Object], columns: tuple[str, ...]) -> Iterator[str]:
    """A header and one row an item, each with its line feed. Items are flattened by `flat` first."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for item in items:
        yield _taken(buffer)
        row = flat(item)
        writer.writerow([row.get(column, "") for column in columns])
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    line = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return line


Place = Callable[[str, int, int], str]
"""How code points `start` to `end` of an article are told."""


def exact(article: str, start: int, end: int) -> str:
    """`001_harbour 120-145`: code points of the article with this id, half-open."""
    return f"{article} {start}-{end}"


def told(value: Any, place: Place = exact) -> str:
    """One value as words: `3-9; 12-20` for spans, `; ` between what is many, each with its place if it has one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _part(value, place) if _is_span(value) else "; ".join(_part(part, place) for part in value)
    return str(value)


def cell(value: Any) -> str:
    """One value as a cell. Words that a spreadsheet would run as a formula begin with an apostrophe."""
    words = told(value)
    return f"'{words}" if isinstance(value, str | list) and words.startswith(_FORMULA) else words


def flat(item: Object, write: Callable[[Any], str] = cell) -> dict[str, str]:
    """An item as cells, each as `write` makes it: `speaker.text` for a field in a field."""
    cells: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, dict):
            cells |= {f"{name}.{inner}": write(one) for inner, one in value.items()}
        else:
            cells[name] = write(value)
    return cells


def _is_span(value: list[Any]) -> bool:
    return len(value) == 2 and all(isinstance(part, int) for part in value)


def _part(value: Any, place: Place) -> str:
    """One of many in a cell: a span as `3-9`, an object by its telling fields."""
    if isinstance(value, list):
        return "-".join(str(part) for part in value)
    if isinstance(value, dict):
        words = str(value.get("role") or value.get("value") or value.get("text") or "")
        at = f" ({place(value['article'], value['start'], value['end'])})" if "article" in value else ""
        return f"{words}{at}"
    return str(value)


COLUMNS: dict[str, tuple[str, ...]] = {
    kind: tuple(names.split())
    for kind, names in {
        "article": " ".join(ARTICLE),
        "sourced": " ".join((*ARTICLE, *(f"sourcing.{kind}" for kind in SOURCING))),
        "text": " ".join(TEXT),
        "block": "article number kind start end text rule confidence",
        "quote": "article kind spans text frame speaker.text speaker.start speaker.end actor resolved"
        " cue.text cue.start cue.end via attribution rule confidence",
        "actor": "actor type parent aliases mentions articles roles spans rule confidence",
        "match": "query article kind start end text score highlights speaker copies",
        "counterpart": "article start end text matches",
        "difference": "id kind about sides state rule confidence",
        "event": "title date date_text place level participants status mentions rule confidence",
        "date": "article start end text value anchored",
        "mark": "id kind about name text label tags spots orphan created modified",
        "line": "article start end left text right",
    }.items()
}
"""The columns of each kind of finding."""

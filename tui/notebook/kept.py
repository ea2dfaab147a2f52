"""Differences kept with the library until anything that they depend on changes: comparing a corpus takes time."""

import hashlib
import json
import sqlite3
from functools import cache
from importlib.resources import files

from tui.compare.difference import Difference, Side
from tui.library.library import Library

_KEY = "differences"


def kept_differences(library: Library, digest: str) -> list[Difference] | None:
    """The differences that were kept under this digest; None where there are none, or other ones."""
    known, _, told = (library.meta(_KEY) or "").partition("\n")
    if known != _of_comparing(digest):
        return None
    try:
        return [
            Difference(kind, about, tuple(Side(*side) for side in sides), rule, confidence)
            for kind, about, sides, rule, confidence in json.loads(told)
        ]
    except (TypeError, ValueError):
        return None


def keep_differences(library: Library, digest: str, found: list[Difference]) -> None:
    """Keep differences under the digest of what they were found in; where nothing can be written, they are not kept."""
    listed = [(one.kind, one.about, one.sides, one.rule, one.confidence) for one in found]
    told = f"{_of_comparing(digest)}\n{json.dumps(listed)}"
    try:
        with library.store.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY, told))
    except sqlite3.Error:
        return


def _of_comparing(digest: str) -> str:
    return f"{digest} {_comparing()}"


@cache
def _comparing() -> str:
    """A digest of the code that compares: what another version found is found again."""
    code = hashlib.sha256()
    for path in sorted(files("tui.compare").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py"):
            code.update(path.read_bytes())
    return code.hexdigest()[:16]

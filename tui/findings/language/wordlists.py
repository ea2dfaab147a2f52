"""Word lists of a language: a word or phrase a line, `#` starts a comment."""

from functools import cache
from pathlib import Path


@cache
def words(name: str, language: str = "english") -> frozenset[str]:
    """The entries of the list `name`, as written. FileNotFoundError where the language has no such list."""
    listed = (Path(__file__).parent / language / f"{name}.txt").read_text("utf-8")
    entries = (line.partition("#")[0].strip() for line in listed.splitlines())
    return frozenset(entry for entry in entries if entry)

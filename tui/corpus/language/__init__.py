"""What the corpus knows of a language: word lists, a word or phrase a line, for blocks and sentences."""

from functools import cache
from pathlib import Path


@cache
def word_list(name: str, language: str = "english") -> frozenset[str]:
    """The words of `LANGUAGE/NAME.txt`, lower case. Empty lines and lines that begin with `#` are left out."""
    text = (Path(__file__).parent / language / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line.lower() for line in lines if line and not line.startswith("#"))

"""Text in pieces: runs of 3 to 5 characters, and plain words. Pieces forgive endings, spellings and word order."""

import re

SIZES = (3, 4, 5)
"""Lengths of the runs: cosine over 3–5-grams tells counterparts from other passages as well as far dearer measures."""

_BLANKS = re.compile(r"\W+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def grams(folded: str) -> list[str]:
    """All runs of 3 to 5 characters of a folded text, marks and blanks as one blank."""
    text = f" {_BLANKS.sub(' ', folded).strip()} "
    return [text[at : at + size] for size in SIZES for at in range(len(text) - size + 1)]


def plain_words(folded: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(folded)

"""Numbers as a text writes them: figures and words."""

import re
from functools import cache

from tui.findings.language.wordlists import words

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@cache
def number_words() -> dict[str, int]:
    """Words for numbers below a hundred, and the numbers."""
    listed = (entry.split(maxsplit=1) for entry in words("number_words"))
    return {word: int(number) for number, word in listed}


def number(text: str) -> float | None:
    """The number that `text` writes in figures or in a word (1,200 · 3.5 · twenty-five), else None."""
    text = text.strip().lower()
    if _FIGURES.fullmatch(text):
        return float(text.replace(",", ""))
    known = number_words()
    parts = [known.get(part) for part in text.removeprefix("a ").removesuffix(" of").split("-")]
    return float(sum(part or 0 for part in parts)) if all(parts) else None

"""The words that two passages share, and those that only one has: what a reader can have lit side by side."""

import re
from functools import cache
from typing import NamedTuple

from tui.corpus.article import Span
from tui.corpus.text import fold
from tui.findings.language.wordlists import words

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDINGS = re.compile(r"(?:'s|ing|ed|es|s|ly|ion|ions)$")
_SHORTEST_STEM = 3
_SMALL_IN_GERMAN = (
    "function_words",
    "auxiliaries",
    "prepositions",
    "coordinators",
    "subordinators",
    "relatives",
    "question_words",
    "subject_pronouns",
    "object_pronouns",
)


class WordSpans(NamedTuple):
    """Spans of words in two passages, in code points from the start of each; small words are in none of them."""

    shared_left: tuple[Span, ...]
    shared_right: tuple[Span, ...]
    only_left: tuple[Span, ...]
    only_right: tuple[Span, ...]


def compare_words(left: str, right: str, language: str | None = "en") -> WordSpans:
    """Compare two passages word by word; endings are forgiven (negotiate, negotiating), small words left out.

    `language` is that of both, as `language_of` tells it.
    """
    small = small_words(language)
    one, other = _words(left, small), _words(right, small)
    shared = {stem for stem, _ in one} & {stem for stem, _ in other}

    def spans(found: list[tuple[str, Span]], *, both: bool) -> tuple[Span, ...]:
        return tuple(span for stem, span in found if (stem in shared) == both)

    return WordSpans(
        spans(one, both=True), spans(other, both=True), spans(one, both=False), spans(other, both=False)
    )


def stem(word: str) -> str:
    """A folded word without its ending, so that forms of one word are one."""
    cut = _ENDINGS.sub("", word)
    return cut.removesuffix("e") if len(cut) >= _SHORTEST_STEM else word.removesuffix("'s")


@cache
def small_words(language: str | None) -> frozenset[str]:
    """The folded words that stand in every text of a language; those of English where it has no lists of them."""
    if language == "de":
        return frozenset(fold(word) for name in _SMALL_IN_GERMAN for word in words(name, "german"))
    return words("function_words") | words("auxiliaries")


def _words(text: str, small: frozenset[str]) -> list[tuple[str, Span]]:
    """The words that carry meaning, by their stems, with where they stand."""
    folded = fold(text)
    return [
        (stem(match.group()), Span(match.start(), match.end()))
        for match in _WORD.finditer(folded)
        if match.group() not in small
    ]

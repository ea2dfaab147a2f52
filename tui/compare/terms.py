"""What a passage is about, in terms that reports share: meanings of words, numbers, and those whom it names.

One paper's premier is another's prime minister, two dozen are 24, and Ankara's planes are Turkish: likeness of terms
finds what likeness of spelling misses.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tui.compare.account import Account
from tui.compare.grams import plain_words
from tui.compare.naming import actors_by_passage, states_by_passage
from tui.compare.passages import Passage
from tui.compare.quantities import MAGNITUDES
from tui.compare.words import small_words, stem
from tui.corpus.languages import language_of
from tui.corpus.text import fold
from tui.findings.events.numbers import number, number_words
from tui.findings.language.wordlists import words

_SHORTEST = 3  # letters of a word that says something
_SMALLEST = 3  # one and two are everywhere


def terms(folded: str, named: Iterable[str], language: str | None = "en") -> frozenset[str]:
    """The terms of a passage: its folded words by their meaning, its numbers, and those whom it names."""
    small = small_words(language)
    spelled = plain_words(folded)
    found = {
        meaning(word)
        for word in spelled
        if len(word) >= _SHORTEST and word not in small and not word[0].isdigit()
    }
    numbers = (
        (number(match[1]) or 0) * MAGNITUDES.get(match[2] or "", 1) for match in _numbers().finditer(folded)
    )
    found.update(f"#{value:g}" for value in numbers if value >= _SMALLEST)
    found.update(f"@{name}" for name in named)
    return frozenset(found)


def terms_by_passage(account: Account, found: tuple[Passage, ...]) -> list[frozenset[str]]:
    """The terms of each passage of an article; among them its actors by their names in the corpus."""
    text, language = fold(account.article.text), language_of(account.article)
    named = zip(found, actors_by_passage(account, found), states_by_passage(account, found), strict=True)
    return [
        terms(text[passage.start : passage.end], actors.keys() | states, language)
        for passage, actors, states in named
    ]


@lru_cache(maxsize=1 << 16)
def meaning(word: str) -> str:
    """The first of the words that reports use for one another, else the word's stem."""
    cut = stem(word)
    return _meanings().get(word) or _meanings_of_stems().get(cut, cut)


@cache
def _meanings() -> dict[str, str]:
    """The meaning of each word that is listed; forms of other words can have its stem (plan, plane)."""
    listed = (entry.split() for entry in words("news_synonyms"))
    return {word: entry[0] for entry in listed for word in entry}


@cache
def _meanings_of_stems() -> dict[str, str]:
    """The meaning of each stem: that of the first word by the alphabet, where listed words of several have it."""
    found: dict[str, str] = {}
    for word, meant in sorted(_meanings().items()):
        found.setdefault(stem(word), meant)
    return found


@cache
def _numbers() -> re.Pattern[str]:
    """Numbers in figures or words, and what multiplies them."""
    spelled = "|".join(sorted(number_words().keys() - {"a", "an"}, key=len, reverse=True))
    by = "|".join(sorted(MAGNITUDES, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{spelled})(?:-(?:{spelled}))?)\b"
        rf"(?:[\s-]+({by})\b)?"
    )

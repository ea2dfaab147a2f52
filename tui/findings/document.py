"""An article cut into sentences and words, once, for all the finders."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tui.corpus.article import Article
from tui.corpus.languages import language_of
from tui.corpus.sentences import sentences

Add = Callable[[int, int], None]

_WORD = re.compile(
    r"[a-z]++(?![\w.'’&-])"  # most words: told first, for speed
    r"|(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|(?:Mrs?|Ms|Drs?|Prof|Gen|Govs?|Sens?|Reps?|Col|Capt|Lt|Sgt|Maj|Adm|Rev|Hon|Jr|Sr|St|Inc|Ltd|Corp|Co|Bros|vs|Messrs)\."
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_][^\W_]*((?:[.'’&-](?=[^\W_])[^\W_]*)+)?"  # the group: something inside the word
    r"|[^\W_]+"
    r"|\S"
)
_POSSESSIVE = re.compile(r"['’]s$")
_JOINED = re.compile(r"(?<=[^\W_])-(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: `start`/`end` in code points, `first`/`last` the half-open range of its words."""

    block: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article's words, in parallel lists, and its sentences.

    A word keeps inner apostrophes, dots and hyphens (O’Malley, U.S., re-election); a possessive `’s` is a word of its
    own, and so is the hyphen between two capitalised parts (U.S. - Russia, Trump - Putin): words that touch have
    `ends[i] == starts[i + 1]`. Boilerplate has neither sentences nor words. `block` of a sentence is an index into
    `article.blocks`. `language` is the article's as it was told or detected (`en`), English where it cannot be told;
    in German a compound with a hyphen (SPD-Chef) is one word.
    """

    article: Article
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    sentences: tuple[Sentence, ...]
    language: str


def analyse(article: Article) -> Document:
    """Cut `article` into sentences and words. Linear in the length of the text."""
    text = article.text
    language = language_of(article) or "en"
    joined = language == "de"
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    found: list[Sentence] = []

    def add(start: int, end: int) -> None:
        words.append(text[start:end])
        starts.append(start)
        ends.append(end)

    for index, block in enumerate(article.blocks):
        if block.kind == "boilerplate":
            continue
        for start, end in sentences(text, block.start, block.end, language):
            first = len(words)
            for match in _WORD.finditer(text, start, end):
                at, to = match.span()
                if match.lastindex and not joined:
                    _add_parts(text[at:to], at, add)
                else:
                    words.append(text[at:to])
                    starts.append(at)
                    ends.append(to)
            found.append(Sentence(index, start, end, first, len(words)))
    return Document(article, words, [word.lower() for word in words], starts, ends, tuple(found), language)


def _add_parts(word: str, at: int, add: Add) -> None:
    """Add `word`, its possessive ending and its capitalised parts as words of their own."""
    possessive = _POSSESSIVE.search(word) if len(word) > 2 else None
    end = at + (possessive.start() if possessive else len(word))
    piece = at
    if "-" in word and word[0].isupper():
        for hyphen in _JOINED.finditer(word, 0, end - at):
            add(piece, at + hyphen.start())
            add(at + hyphen.start(), at + hyphen.end())
            piece = at + hyphen.end()
    add(piece, end)
    if possessive:
        add(end, at + len(word))

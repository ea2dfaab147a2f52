"""The same text told twice: wire copy that several articles carry, and paragraphs that repeat their own article.

Passages are cut into runs of five words; passages with like runs are found by MinHash (Broder 1997, with one
permutation: Li, Owen and Zhang 2012) and confirmed by RapidFuzz, so that the time grows with the text alone.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from tui.compare.grams import plain_words
from tui.compare.passages import Passage, passages
from tui.compare.words import stem
from tui.corpus.article import Article
from tui.corpus.text import fold
from tui.findings.language.wordlists import words

_RUN = 5  # words in a run
_SHORTEST = 8  # words that a passage must have to be told from a phrase
_BINS, _BAND = 24, 2
_SAME = 82.0  # RapidFuzz ratio (0 to 100) from which two passages are one text
_TRIED = 6  # passages of a bucket that a new one is held against
_SUMMARY_WORDS, _COVERED, _SOURCES = 12, 0.6, 2
"""A paragraph of so many words or more, of which so many stand in at most so many others, repeats them."""
_BEFORE = (
    100  # passages before a paragraph among which the second of these is looked for: time grows with the text
)


class Member(NamedTuple):
    """A passage of a group: `text == article.text[start:end]`, offsets in code points."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that tell the same in the same words; its members count once.

    `same` text stands in all members; in a group that `repeats`, the first member tells again what the others told.
    """

    kind: Literal["same", "repeats"]
    members: tuple[Member, ...]


@dataclass(slots=True)
class _Text:
    """A distinct text, with the passages that have it."""

    plain: str
    words: list[str]
    members: list[Member]
    group: int


_Cut = list[tuple[Passage, list[str]]]
"""The passages of an article, each with its words."""


def duplicates(articles: Iterable[Article]) -> list[Group]:
    """Groups of passages with the same text, in several articles or in one; then paragraphs that repeat their own."""
    cut = [(article, _cut(article)) for article in articles]
    return [*_same(_texts(cut)), *(group for article, listing in cut for group in _repeats(article, listing))]


def same_passages(articles: Iterable[Article]) -> list[Group]:
    """The groups of `duplicates` that have the same text."""
    return _same(_texts((article, _cut(article)) for article in articles))


def _cut(article: Article) -> _Cut:
    folded = fold(article.text)
    return [(passage, plain_words(folded[passage.start : passage.end])) for passage in passages(article)]


def _texts(cut: Iterable[tuple[Article, _Cut]]) -> list[_Text]:
    """The distinct texts of passages that are long enough to be told from a phrase."""
    texts: dict[str, _Text] = {}
    for article, listing in cut:
        for passage, listed in listing:
            if len(listed) >= _SHORTEST:
                plain = " ".join(listed)
                known = texts.setdefault(plain, _Text(plain, listed, [], len(texts)))
                known.members.append(_member(article, passage))
    return list(texts.values())


def told_again(article: Article) -> dict[tuple[int, int], tuple[Member, ...]]:
    """The passages of an article that tell again what others before it in the article told, with these others."""
    found: dict[tuple[int, int], tuple[Member, ...]] = {}
    for group in duplicates([article]):
        first, *others = group.members
        if group.kind == "same":
            found.update({(member.start, member.end): (first,) for member in others})
        else:
            found.setdefault((first.start, first.end), tuple(others))
    return found


def _member(article: Article, passage: Passage) -> Member:
    return Member(article.id, passage.start, passage.end, article.text[passage.start : passage.end])


def _same(texts: list[_Text]) -> list[Group]:
    """Put texts that are nearly one into one group, by way of buckets of like runs."""
    buckets: dict[tuple[int, ...], list[int]] = {}
    for index, text in enumerate(texts):
        for key in _bands(text.words):
            bucket = buckets.setdefault(key, [])
            for other in bucket[:_TRIED]:
                if _root(texts, other) != _root(texts, index) and _is_same(text, texts[other]):
                    texts[_root(texts, index)].group = _root(texts, other)
            bucket.append(index)
    grouped: dict[int, list[Member]] = {}
    for index, text in enumerate(texts):
        grouped.setdefault(_root(texts, index), []).extend(text.members)
    return [Group("same", tuple(members)) for members in grouped.values() if len(members) > 1]


def _root(texts: list[_Text], index: int) -> int:
    while texts[index].group != index:
        texts[index].group = texts[texts[index].group].group
        index = texts[index].group
    return index


def _is_same(one: _Text, other: _Text) -> bool:
    return fuzz.ratio(one.plain, other.plain, score_cutoff=_SAME) > 0


def _bands(listed: list[str]) -> list[tuple[int, ...]]:
    """Keys that like passages share: pairs of the least hashes, one in each bin of the hashes' range."""
    bins: list[int | None] = [None] * _BINS
    for run in _runs(listed):
        hashed = zlib.crc32(run.encode("utf-8", "surrogatepass"))
        at, value = hashed % _BINS, hashed // _BINS
        least = bins[at]
        bins[at] = value if least is None else min(least, value)
    filled = [value if value is not None else _next(bins, at) for at, value in enumerate(bins)]
    return [(at, *filled[at : at + _BAND]) for at in range(0, _BINS, _BAND)]


def _next(bins: list[int | None], at: int) -> int:
    """What an empty bin borrows: the value of the next one that has any."""
    for step in range(1, len(bins)):
        value = bins[(at + step) % len(bins)]
        if value is not None:
            return value + step
    return 0


def _runs(listed: list[str]) -> set[str]:
    return {" ".join(listed[at : at + _RUN]) for at in range(max(1, len(listed) - _RUN + 1))}


def _repeats(article: Article, cut: _Cut) -> list[Group]:
    """Paragraphs whose words stand in one or two others of the article, with a run of words among them."""
    small = words("function_words")
    stems = [{stem(word) for word in listed if word not in small} for _, listed in cut]
    holders: dict[str, list[int]] = {}
    for index, (_, listed) in enumerate(cut):
        for run in _runs(listed) if len(listed) >= _RUN else ():
            holders.setdefault(run, []).append(index)
    found = []
    for index, (passage, listed) in enumerate(cut):
        if len(stems[index]) < _SUMMARY_WORDS:
            continue
        sharing = {held for run in _runs(listed) for held in holders.get(run, ())[:_TRIED] if held < index}
        sources = _sources(stems, index, sharing) if sharing else []
        if sources:
            members = [passage, *(cut[source][0] for source in sources)]
            found.append(Group("repeats", tuple(_member(article, member) for member in members)))
    return found


def _sources(stems: list[set[str]], index: int, sharing: set[int]) -> list[int]:
    """The one or two passages before that cover most of a passage's words, one of which shares a run with it."""
    wanted = stems[index]
    first = max(sharing, key=lambda other: (len(wanted & stems[other]), -other))
    left = wanted - stems[first]
    others = [other for other in range(max(0, index - _BEFORE), index) if other != first]
    second = max(others, key=lambda other: (len(left & stems[other]), -other), default=first)
    chosen = list(dict.fromkeys([first, second]))[:_SOURCES]
    covered = wanted & set().union(*(stems[other] for other in chosen))
    return sorted(chosen) if len(covered) >= _COVERED * len(wanted) else []

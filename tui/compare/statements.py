"""The same statement told by several articles: the same speaker, nearly the same words; and which words differ."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tui.corpus.article import Span
from tui.corpus.text import fold

SAME = 0.75
"""The similarity of the words of two statements (RapidFuzz: Indel, on words) from which they are one."""

_CONTAINED = 4  # words in a row from which a statement that stands wholly in another is the same
_TRIED = 40  # statements that are looked at for each word: frequent words bring no more
_SHARED = 0.5  # the share of the shorter statement's words without which two are not looked at
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


class Said(NamedTuple):
    """A statement: in which article, whose (empty where nobody is told), its words."""

    article: str
    speaker: str
    text: str


def same_statements(said: Sequence[Said]) -> list[list[int]]:
    """Put statements into groups, by their places in `said`; a group has at most one statement of each article.

    Each is compared with the first of each group with which it shares words, so that time grows with the number of
    statements and not with its square.
    """
    groups: list[list[int]] = []
    words: list[list[str]] = []
    holders: dict[tuple[str, str], list[int]] = {}
    for index, one in enumerate(said):
        listed = [match.group() for match in _WORD.finditer(fold(one.text))] if one.speaker else []
        shared = Counter(at for word in set(listed) for at in holders.get((one.speaker, word), ())[-_TRIED:])
        found = next(
            (
                at
                for at, count in shared.most_common(_TRIED)
                if count >= _SHARED * min(len(set(listed)), len(set(words[at])))
                and all(said[member].article != one.article for member in groups[at])
                and _is_same(listed, words[at])
            ),
            None,
        )
        if found is not None:
            groups[found].append(index)
            continue
        for word in set(listed):
            holders.setdefault((one.speaker, word), []).append(len(groups))
        groups.append([index])
        words.append(listed)
    return groups


def _is_same(one: list[str], other: list[str]) -> bool:
    if Indel.normalized_similarity(one, other, score_cutoff=SAME) > 0:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _CONTAINED and f" {' '.join(short)} " in f" {' '.join(long)} "


def differing_words(variants: Sequence[tuple[str, Sequence[Span]]]) -> list[tuple[Span, ...]]:
    """The words of each variant that another one does not have in their place: each against the one before.

    A variant is an article's text and the spans of a statement in it; so are the spans that come back, in code points.
    """
    listed = [_words(text, spans) for text, spans in variants]
    marked: list[set[Span]] = [set() for _ in variants]
    for at, (one, other) in enumerate(pairwise(listed)):
        for change in Indel.opcodes([word for word, _ in one], [word for word, _ in other]):
            if change.tag != "equal":
                marked[at].update(span for _, span in one[change.src_start : change.src_end])
                marked[at + 1].update(span for _, span in other[change.dest_start : change.dest_end])
    return [tuple(sorted(spans)) for spans in marked]


def _words(text: str, spans: Sequence[Span]) -> list[tuple[str, Span]]:
    return [
        (match.group(), Span(start + match.start(), start + match.end()))
        for start, end in spans
        for match in _WORD.finditer(fold(text[start:end]))
    ]

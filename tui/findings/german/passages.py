"""A block's words with each quotation folded into one, cut into sentences and into clauses at its commas."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.findings.document import Document
from tui.findings.german.lexicon import cue_forms, listed
from tui.findings.german.marks import pair_marks
from tui.findings.quotes.marks import Quoted

FOLDED = "„“"
"""The word that stands for a quotation."""
_BREAKS = frozenset({",", ";", ":", "–", "—", "(", ")", "-"})
_ENDS = frozenset({".", "!", "?", "…"})
_LONGEST = 160  # words of a sentence
_LONGEST_TITLE = 6  # words
_LONGEST_NAME = 3
_FAR = 40  # code points between a noun and the title behind it
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "im", "vom", "zum", "beim", "am", "zur"})
_ASIDE = 9  # words of an aside in brackets, with them


@dataclass(frozen=True, slots=True)
class Clause:
    """The words `start` to `end` (half-open) between two breaks; `mark` is the break before it, empty at the head."""

    start: int
    end: int
    mark: str


@dataclass(slots=True)
class Passage:
    """The words of one block in parallel lists, positions counted from 0; a quotation is one word (`FOLDED`).

    `places[k]` is the position of `quotes[k]`; `sentences` are half-open ranges of positions without their full stops.
    `starts`/`ends` are code points of `text`, the article's. `titles` are where titles in marks begin and end: their
    words are words of the sentence.
    """

    block: int
    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    quotes: list[Quoted]
    places: list[int]
    sentences: list[tuple[int, int]]
    titles: dict[int, int]

    def clauses(self, first: int, last: int) -> list[Clause]:
        """The clauses of the words `first` to `last`; empty ones are left out."""
        found: list[Clause] = []
        begin, mark = first, ""
        for at in range(first, last + 1):
            if begin == at - 1 and at < last and self._breaks_off(at):
                found.append(Clause(begin, at, mark))
                begin, mark = at, ","
            if at < last and (self.words[at] not in _BREAKS or self._joins(at)):
                continue
            if begin < at:
                found.append(Clause(begin, at, mark))
            if at < last:
                begin, mark = at + 1, self.words[at]
        return found

    def _breaks_off(self, at: int) -> bool:
        """Whether a verb of saying stands right behind a quotation without a comma: „Nein!“ sagte sie."""
        if self.words[at - 1] != FOLDED:
            return False
        return self.lowers[at] == "so" or any(
            cue.form == "finite" for cue in cue_forms().get(self.words[at], ())
        )

    def _joins(self, at: int) -> bool:
        """Whether the break at `at` is a hyphen that touches the word before: the „Bild“-Zeitung."""
        return self.words[at] == "-" and at > 0 and self.starts[at] == self.ends[at - 1]

    def final(self, index: int) -> str:
        """The last character of the quotation number `index`, nested marks left out."""
        quoted = self.quotes[index]
        inner = self.text[quoted.start : quoted.end].rstrip("“”‘’«»‹›\"'")
        return inner[-1:]


def passages(document: Document) -> Iterator[Passage]:
    """The passages of the blocks that have words, in order."""
    blocks = document.article.blocks
    ranges: dict[int, tuple[int, int]] = {}
    breaks: dict[int, set[int]] = {}
    for sentence in document.sentences:
        first, _ = ranges.get(sentence.block, (sentence.first, 0))
        ranges[sentence.block] = (first, sentence.last)
        breaks.setdefault(sentence.block, set()).add(sentence.start)
    quotes = pair_marks(document.article.text, [(blocks[index].start, blocks[index].end) for index in ranges])
    for (index, (first, last)), quoted in zip(ranges.items(), quotes, strict=True):
        if last > first:
            yield _passage(document, index, (first, last), quoted, breaks[index])


def _passage(
    document: Document, block: int, words: tuple[int, int], quotes: list[Quoted], breaks: set[int]
) -> Passage:
    passage = Passage(block, document.article.text, [], [], [], [], [], [], [], {})
    at, last = words
    for quoted in quotes:
        stop = bisect_left(document.starts, quoted.left, at, last)
        _add(passage, document, at, stop)
        behind = bisect_left(document.starts, quoted.right, stop, last)
        if is_title(document, quoted, stop, behind):
            _add_title(passage, document, quoted, (stop, behind))
            at = behind
            continue
        passage.quotes.append(quoted)
        passage.places.append(len(passage.words))
        passage.words.append(FOLDED)
        passage.lowers.append(FOLDED)
        passage.starts.append(quoted.left)
        passage.ends.append(quoted.right)
        at = behind
    _add(passage, document, at, last)
    passage.sentences = _sentences(passage, breaks)
    return passage


def _add_title(passage: Passage, document: Document, quoted: Quoted, words: tuple[int, int]) -> None:
    """Add the words of a title as words of the sentence, the marks as parts of its first and its last word."""
    begin = len(passage.words)
    first = bisect_left(document.starts, quoted.start, *words)
    last = bisect_left(document.starts, quoted.end, *words)
    passage.words += document.words[first:last]
    passage.lowers += document.lowers[first:last]
    passage.starts += document.starts[first:last]
    passage.ends += document.ends[first:last]
    if len(passage.words) > begin:
        passage.starts[begin], passage.ends[-1] = quoted.left, quoted.right
        passage.titles[begin] = len(passage.words)


def is_title(document: Document, quoted: Quoted, at: int, behind: int) -> bool:
    """Whether words in marks name a thing: der Film „Das Boot“, die sogenannte „Flotte“, die „Bild“-Zeitung.

    `at` and `behind` are the document's words with which they begin and that follow them.
    """
    written = document.article.text[quoted.start : quoted.end].split()
    if len(written) > _LONGEST_TITLE or not quoted.closed or written[-1][-1] in ".!?,":
        return False
    if (
        behind < len(document.words)
        and document.starts[behind] == quoted.right
        and document.words[behind] == "-"
    ):
        return True
    if at and document.words[at - 1] == "-" and document.ends[at - 1] == quoted.left:
        return True
    before = document.lowers[max(0, at - 2) : at]
    if not before or document.starts[at - len(before)] < quoted.left - _FAR:
        return False
    if not listed("so_called").isdisjoint(before) or before[-1].endswith(_work_endings()):
        return True
    named = all(word[0].isupper() for word in written) and len(written) <= _LONGEST_NAME
    return named and before[-1] in _DEFINITE


@cache
def _work_endings() -> tuple[str, ...]:
    return tuple(sorted(listed("work_nouns")))


def _add(passage: Passage, document: Document, first: int, last: int) -> None:
    """Add the document's words `first` to `last`, but for short asides in brackets: Karla Boll (52, SPD)."""
    at = first
    while at < last:
        stop = _opening_bracket(document.words, at, last)
        passage.words += document.words[at:stop]
        passage.lowers += document.lowers[at:stop]
        passage.starts += document.starts[at:stop]
        passage.ends += document.ends[at:stop]
        at = stop
        if stop < last:
            at = document.words.index(")", stop, min(last, stop + _ASIDE)) + 1


def _opening_bracket(words: list[str], first: int, last: int) -> int:
    """The position of the next bracket that is closed within a few words, else `last`."""
    for at in range(first, last):
        if words[at] == "(" and ")" in words[at : min(last, at + _ASIDE)]:
            return at
    return last


def _sentences(passage: Passage, breaks: set[int]) -> list[tuple[int, int]]:
    """The sentences by the document's breaks outside quotations: one that ends with ? or ! may go on behind it."""
    found: list[tuple[int, int]] = []
    first = 0
    count = len(passage.words)
    for at in range(1, count + 1):
        over = at == count or at - first >= _LONGEST
        if not over and not (passage.starts[at] in breaks and not _goes_on(passage, at)):
            continue
        last = at
        while last > first and passage.words[last - 1] in _ENDS:
            last -= 1
        if last > first:
            found.append((first, last))
        first = at
    return found


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether a sentence seems to end before `at` only because a quotation does: „Nein!“ sagte sie."""
    return passage.words[at - 1] == FOLDED and passage.words[at][0].islower()

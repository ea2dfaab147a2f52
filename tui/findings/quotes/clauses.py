"""A block's words with each quotation folded into one, and where its sentences and clauses begin."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui.findings.document import Document
from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.marks import Quoted

_MAY_END = frozenset({wc.STOP, wc.QUOTED})
_LONGEST_SENTENCE = 160  # words; longer is no sentence, and would cost more than its length
_LONGEST_DATELINE = 14  # words
FOLDED = "“”"
"""The word that stands for a quotation."""


@dataclass(slots=True)
class Passage:
    """The words of one block in parallel lists, positions counted from 0; a quotation is one word (`FOLDED`).

    `places[k]` is the position of `quotes[k]`; `sentences` are half-open ranges of positions. `text` is the article's,
    and `starts`/`ends` are code points in it.
    """

    block: int
    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    classes: list[str]
    quotes: list[Quoted]
    places: list[int]
    sentences: list[tuple[int, int]]

    def sentence_of(self, position: int) -> tuple[int, int]:
        """The range of the sentence that holds the word at `position`."""
        return self.sentences[min(bisect_right(self.sentences, position, key=_end), len(self.sentences) - 1)]


def _end(sentence: tuple[int, int]) -> int:
    return sentence[1]


def read_passage(document: Document, block: int, first: int, last: int, quotes: list[Quoted]) -> Passage:
    """The passage of the document's words `first` to `last` (half-open), those of the block at index `block`."""
    text = document.article.text
    if not quotes:
        lists = [part[first:last] for part in (document.words, document.lowers)]
        offsets = [part[first:last] for part in (document.starts, document.ends)]
        places: list[int] = []
    else:
        lists, offsets, places = _fold(document, first, last, quotes)
    classes = list(map(wc.word_class, lists[0]))
    for place in places:
        classes[place] = wc.QUOTED
    passage = Passage(block, text, lists[0], lists[1], offsets[0], offsets[1], classes, quotes, places, [])
    passage.sentences = _sentences(passage)
    return passage


def _fold(
    document: Document, first: int, last: int, quotes: list[Quoted]
) -> tuple[list[list[str]], list[list[int]], list[int]]:
    shown: list[str] = []
    lowers: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    places: list[int] = []
    at = first
    for quoted in quotes:
        left, right = _with_emphasis(document.article.text, quoted)
        stop = bisect_left(document.starts, left, at, last)
        shown += document.words[at:stop]
        lowers += document.lowers[at:stop]
        starts += document.starts[at:stop]
        ends += document.ends[at:stop]
        places.append(len(shown))
        shown.append(FOLDED)
        lowers.append(FOLDED)
        starts.append(quoted.left)
        ends.append(quoted.right)
        at = bisect_left(document.starts, right, stop, last)
    shown += document.words[at:last]
    lowers += document.lowers[at:last]
    starts += document.starts[at:last]
    ends += document.ends[at:last]
    return [shown, lowers], [starts, ends], places


def _with_emphasis(text: str, quoted: Quoted) -> tuple[int, int]:
    """From where to where the quotation and its Markdown emphasis stand: *“…”*."""
    left, right = quoted.left, quoted.right
    while left > 0 and text[left - 1] in "*_":
        left -= 1
    while right < len(text) and text[right] in "*_":
        right += 1
    return left, right


def _sentences(passage: Passage) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first = 0
    count = len(passage.words)
    quote = 0
    for position, word_class in enumerate(passage.classes):
        if word_class not in _MAY_END and position - first < _LONGEST_SENTENCE:
            continue
        if word_class == wc.QUOTED:
            if position > first and _opens_after_abbreviation(passage, position, passage.quotes[quote]):
                found.append((first, position))
                first = position
            over = _quotation_ends_sentence(passage, position, passage.quotes[quote])
            quote += 1
        else:
            over = word_class != wc.STOP or _stop_ends_sentence(passage, position)
        if over or position - first >= _LONGEST_SENTENCE:
            found.append((first, position + 1))
            first = position + 1
    if first < count or not found:
        found.append((first, count))
    return found


def _stop_ends_sentence(passage: Passage, position: int) -> bool:
    following = position + 1
    if following >= len(passage.words):
        return True
    after = passage.words[following]
    if passage.words[position] == ".":
        if position and passage.lowers[position - 1] == "no" and not after[0].isdigit():
            return True  # He said no.
        if position and passage.lowers[position - 1] in words("abbreviations"):
            touching = passage.ends[position - 1] == passage.starts[position]
            return not touching or (passage.classes[following] in "dorps" and after[0].isupper())
        if passage.starts[following] == passage.ends[position] and after[0].isalnum():
            return False
    return not after[0].islower() and after not in (".", ",", ")", "?", "!", "…")


def _opens_after_abbreviation(passage: Passage, position: int, quoted: Quoted) -> bool:
    """Whether a quotation of whole sentences opens a new one after a full stop that might be an abbreviation's."""
    written = passage.text[quoted.start : quoted.end]
    return (
        passage.words[position - 1].endswith(".")
        and written[0].isupper()
        and written[-1] in ".?!"
        and " " in written
    )


def _quotation_ends_sentence(passage: Passage, position: int, quoted: Quoted) -> bool:
    """Whether the sentence ends with the quotation: closed after a full stop, and nothing tells on who spoke it."""
    if not quoted.closed or position + 1 >= len(passage.words):
        return True
    final = passage.text[quoted.end - 1]
    after = passage.words[position + 1]
    if final in "’'\"”)" and quoted.end - quoted.start > 1:
        final = passage.text[quoted.end - 2]
    if (
        final not in ".?!…"
        or after[0].islower()
        or not (after[0].isalnum() or after == FOLDED or after in "[('‘")
    ):
        return False
    if after == FOLDED:
        return True
    return not _attribution_follows(passage, position + 1)


def _attribution_follows(passage: Passage, position: int) -> bool:
    """Whether a capitalised or pronoun subject and a verb of saying stand from `position` on: Smith said."""
    for at in range(position, min(position + 7, len(passage.words))):
        word_class = passage.classes[at]
        if word_class == wc.CUE:
            ends = at + 1 >= len(passage.words) or passage.classes[at + 1] in ".,q"
            return at > position and (ends or passage.lowers[at] not in words("weak_cues"))
        if word_class not in "Nnodb'" or (word_class == wc.DETERMINER and at > position + 1):
            return False
    return False


def after_dateline(passage: Passage, first: int) -> int:
    """Where the sentence that opens at `first` begins after its dateline: LEEDS, May 3 (Reuters) - The bridge …."""
    for position in range(first + 1, min(len(passage.classes) - 1, first + _LONGEST_DATELINE)):
        if passage.classes[position] == wc.DASH:
            spaced = passage.starts[position] > passage.ends[position - 1]
            opens = passage.words[first][0].isupper() or passage.classes[first] == wc.NUMBER
            return position + 1 if spaced and opens else first
        if passage.classes[position] not in "N(),mu.:":
            return first
    return first

"""An article's passages, quotations folded."""

from collections.abc import Iterator

from tui.findings.document import Document
from tui.findings.quotes.clauses import Passage, read_passage
from tui.findings.quotes.marks import pair_marks


def passages(document: Document) -> Iterator[Passage]:
    """The passages of the blocks that have words, in order."""
    blocks = document.article.blocks
    ranges: dict[int, tuple[int, int]] = {}
    for sentence in document.sentences:
        first, _ = ranges.get(sentence.block, (sentence.first, 0))
        ranges[sentence.block] = (first, sentence.last)
    edges = [(blocks[index].start, blocks[index].end) for index in ranges]
    quotes = pair_marks(document.article.text, edges)
    for (index, (first, last)), quoted in zip(ranges.items(), quotes, strict=True):
        if last > first:
            yield read_passage(document, index, first, last, quoted)

"""Which quotations touch which block of an article."""

from bisect import bisect_right

from tui.corpus.article import Block
from tui.findings.quotes.quote import Quote


def by_block(quotes: tuple[Quote, ...], blocks: tuple[Block, ...]) -> dict[int, list[Quote]]:
    """The quotations that touch a block, by its number."""
    starts = [block.start for block in blocks]
    found: dict[int, list[Quote]] = {}
    for quote in quotes:
        touched: dict[int, None] = {}
        for start, end in quote.spans:
            at = max(bisect_right(starts, start) - 1, 0)
            while at < len(blocks) and blocks[at].start < end:
                if blocks[at].end > start:
                    touched[blocks[at].number] = None
                at += 1
        for number in touched:
            found.setdefault(number, []).append(quote)
    return found

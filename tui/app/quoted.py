"""Which quotations a text shows by itself, and which of them touch which block."""

from bisect import bisect_left, bisect_right

from tui.corpus.article import Block
from tui.findings.quotes.quote import DOUBTFUL, Quote


def shown_in_text(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotations that are lit and stepped through in a text; a doubtful one is lit when a list leads to it."""
    return tuple(quote for quote in quotes if quote.confidence >= DOUBTFUL)


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


def quote_from(quotes: tuple[Quote, ...], block: Block, direction: int) -> Quote | None:
    """The next (1) or previous (-1) of `quotes` from `block`."""
    starts = [quote.spans[0].start for quote in quotes]
    at = bisect_left(starts, block.end) if direction > 0 else bisect_left(starts, block.start) - 1
    return quotes[at] if 0 <= at < len(starts) else None

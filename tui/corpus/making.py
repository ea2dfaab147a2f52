"""Make an article of a text and its metadata: title, date and blocks."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from tui.corpus.article import Article, Block, Span, TitleFrom
from tui.corpus.blocks import find_blocks
from tui.corpus.dateline import dateline, iso_date
from tui.corpus.decoding import without_surrogates

FIELDS = ("title", "source", "author", "date", "url", "language")
_LONGEST_TITLE = 500


def make_article(
    identity: str, text: str, *, path: str, name: str, metadata: Mapping[str, object], marked: bool = False
) -> Article:
    """An article of raw `text`. `name` is the title where neither metadata nor text give one.

    Metadata that are no words (or lists of words) are left out. Lone surrogates in `text` become U+FFFD.
    """
    text = without_surrogates(text)
    told = {field: _words(metadata.get(field)) for field in FIELDS}
    blocks = find_blocks(text, marked=marked)
    if told["title"]:
        blocks = _without_false_headline(told["title"], text, blocks)
    title, title_from, span = _title(told["title"], text, blocks, name)
    return Article(
        id=identity,
        text=text,
        title=title,
        title_from=title_from,
        title_span=span,
        blocks=blocks,
        path=path,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        source=told["source"],
        author=told["author"] or _byline(text, blocks),
        date=iso_date(told["date"] or "") or dateline(text),
        url=told["url"],
        language=told["language"],
    )


def _without_false_headline(title: str, text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks`, where a short first sentence is a paragraph if metadata tell that the title is another."""
    for at, block in enumerate(blocks):
        if block.kind == "headline":
            words = text[block.start : block.end]
            if words.endswith(".") and not _same(words, title):
                return (
                    *blocks[:at],
                    replace(block, kind="paragraph", rule="first_sentence"),
                    *blocks[at + 1 :],
                )
    return blocks


def _same(one: str, other: str) -> bool:
    """Whether two titles differ only in blanks, case and a final dot."""
    return " ".join(one.split()).rstrip(".").casefold() == " ".join(other.split()).rstrip(".").casefold()


def _byline(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Who wrote it by the byline under the headline, without its `By`."""
    line = next((block for block in blocks if block.rule == "byline"), None)
    return " ".join(text[line.start + 3 : line.end].split()) if line else None


def _words(value: object) -> str | None:
    """A field's value in words: a string or number as it is, a list joined by commas, anything else None."""
    if isinstance(value, list):
        value = ", ".join(filter(None, map(_words, value)))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return without_surrogates(str(value)).strip() or None


def _title(
    told: str | None, text: str, blocks: tuple[Block, ...], name: str
) -> tuple[str, TitleFrom, Span | None]:
    headline = next((block for block in blocks if block.kind == "headline"), None)
    words = " ".join(text[headline.start : headline.end].split()) if headline else ""
    if told:
        title = " ".join(told[:_LONGEST_TITLE].split())
        same = headline is not None and _same(words, title)
        return title, "metadata", Span(headline.start, headline.end) if headline and same else None
    if headline:
        return words[:_LONGEST_TITLE], "headline", Span(headline.start, headline.end)
    return name, "file", None

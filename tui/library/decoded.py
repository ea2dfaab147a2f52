"""What is stored of an article, put together again: itself, its findings, a quotation of it.

The list of articles needs none of it, and is shown before it is imported.
"""

from collections.abc import Sequence
from typing import Any

from tui.corpus.article import Article, Block, Span
from tui.findings.actors.actor import ArticleActor
from tui.findings.events.event import ArticleEvent, Event, TimeExpression
from tui.findings.findings import Findings
from tui.findings.quotes.quote import Quote
from tui.library.damage import damage
from tui.library.encoding import names, read, unpack
from tui.library.rows import Ask

_START = names(Block).index("start")

ARTICLE = (
    "SELECT b.text, b.data, a.sha256, a.title, a.title_from, a.path, a.publisher, a.author, a.date, a.url, a.language"
    " FROM article a JOIN body b ON b.article = a.id WHERE a.key = ?"
)
"""What `article` is made of: its packed text, its data, its digest, and the rest."""


def article(id: str, text: str, data: str, sha256: str, told: Sequence[Any]) -> Article:  # noqa: A002 - it is one
    """An article of its parts."""
    title, title_from, path, publisher, author, date, url, language = told
    with damage():
        title_span, blocks, *_ = read(data)
        place = None if title_span is None else Span(*title_span)
        cut = tuple([Block(*block) for block in blocks])
    return Article(
        id=id,
        text=text,
        title=title,
        title_from=title_from,
        title_span=place,
        blocks=cut,
        path=path,
        sha256=sha256,
        source=publisher,
        author=author,
        date=date,
        url=url,
        language=language,
    )


def block_starts(data: str) -> list[int]:
    """Where the blocks of an article begin."""
    with damage():
        return [block[_START] for block in read(data)]


def findings(ask: Ask, number: int, data: str) -> Findings:
    """What was found in the article with this number."""
    with damage():
        _, _, dates, events = read(data)
    return Findings(
        quotes=tuple(
            [
                quote(packed)
                for (packed,) in ask("SELECT data FROM quote WHERE article = ? ORDER BY id", (number,))
            ]
        ),
        actors=tuple(
            [
                unpack(ArticleActor, read(packed))
                for (packed,) in ask("SELECT data FROM member WHERE article = ? ORDER BY id", (number,))
            ]
        ),
        dates=tuple([unpack(TimeExpression, values) for values in dates]),
        events=tuple([unpack(ArticleEvent, values) for values in events]),
    )


def quote(data: str) -> Quote:
    """A quotation."""
    return unpack(Quote, read(data))


def event(data: str) -> Event:
    """An event of the corpus."""
    return unpack(Event, read(data))

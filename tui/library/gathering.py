"""An article made ready for the library: its rows, its findings as JSON, its passages. Runs in any process."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.corpus.article import Article
from tui.corpus.languages import WITH_FINDINGS
from tui.corpus.text import fold
from tui.library import encoding
from tui.library.finders import find_more
from tui.search.match import FIELDS

if TYPE_CHECKING:
    from tui.findings.document import Document
    from tui.findings.findings import Findings

PASSAGE, QUOTE, TITLE, ACTOR = range(len(FIELDS))
"""What a searchable text is, as the database counts it: an index into `FIELDS`."""

_LEADING_NUMBER = re.compile(r"(?:.*/)?(\d+)(?![^\W_])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gathered:
    """One article's rows, ready to be written; names as in `schema.sql`.

    `places` are (field, start, end, passage) and `passages` (id, field, folded text). `failed` tells what went wrong
    where its findings could not be made, else None; `notices` which plug-ins stumbled over it;
    `unruled` is its language where that has no rules for findings.
    """

    fingerprint: bytes
    key: str
    number: str | None
    row: tuple[object, ...]
    text: bytes
    data: str
    quotes: list[tuple[object, ...]]
    members: list[tuple[str, str, str]]
    places: list[tuple[int, int, int, int]]
    passages: list[tuple[int, int, str]]
    failed: str | None
    notices: tuple[str, ...] = ()
    unruled: str | None = None


def fingerprint(article: Article) -> bytes:
    """16 bytes of all that an article's findings depend on, and what is told of it: not its id, path or file's name."""
    told = (
        article.sha256,
        None if article.title_from == "file" else article.title,
        article.title_from,
        article.source,
        article.author,
        article.date,
        article.url,
        article.language,
        [(block.kind, block.start, block.end) for block in article.blocks],
    )
    return hashlib.blake2b(repr(told).encode("utf-8", "replace"), digest_size=16).digest()


def leading_number(key: str) -> str | None:
    """The number that leads the last part of an id (`001` of `2025/001_some-title`), or None."""
    found = _LEADING_NUMBER.match(key)
    return found[1] if found else None


def passage_id(field: int, folded: str) -> int:
    """The number of a searchable text: 63 bits of its hash, so that copies have one number in every process."""
    digest = hashlib.blake2b(folded.encode("utf-8", "replace"), digest_size=8, salt=bytes([field])).digest()
    return int.from_bytes(digest, "little") >> 1


def gather(article: Article, print_: bytes) -> Gathered:
    """Extract the findings of `article` and lay out its rows. A finder that fails leaves it without findings."""
    from tui.findings.document import Document, analyse
    from tui.findings.extraction import extract_from  # loads all rules and word lists
    from tui.findings.findings import Findings

    notices: list[str] = []
    failed, document = None, Document(article, [], [], [], [], (), "en")
    try:
        document = analyse(article)
        findings, notices = find_more(article, extract_from(document))
    except Exception as error:  # noqa: BLE001 - one article must not end the reading of a corpus
        findings, failed = Findings((), (), (), ()), f"{type(error).__name__}: {error}"
    pack = encoding.pack
    data = encoding.write(
        (
            article.title_span,
            [pack(block) for block in article.blocks],
            [pack(date) for date in findings.dates],
            [pack(event) for event in findings.events],
        )
    )
    places: list[tuple[int, int, int, int]] = []
    passages: list[tuple[int, int, str]] = []
    for field, start, end, folded in _searchable(document, findings):
        number = passage_id(field, folded)
        places.append((field, start, end, number))
        passages.append((number, field, folded))
    return Gathered(
        fingerprint=print_,
        key=article.id,
        number=leading_number(article.id),
        row=_row(article, findings),
        text=encoding.pack_text(article.text),
        data=data,
        quotes=[
            (
                quote.kind,
                quote.spans[0].start,
                quote.spans[-1].end,
                quote.speaker.text if quote.speaker else None,
                quote.actor,
                quote.words(article.text),
                encoding.write(pack(quote)),
            )
            for quote in findings.quotes
        ],
        members=[(actor.name, actor.type, encoding.write(pack(actor))) for actor in findings.actors],
        places=places,
        passages=passages,
        failed=failed,
        notices=tuple(notices),
        unruled=None if document.language in WITH_FINDINGS else document.language,
    )


def _searchable(document: "Document", findings: "Findings") -> Iterator[tuple[int, int, int, str]]:
    """All that can be searched in an article, as (field, start, end, folded text)."""
    article = document.article
    text, folded = article.text, fold(article.text)
    for sentence in document.sentences:
        yield PASSAGE, sentence.start, sentence.end, folded[sentence.start : sentence.end]
    for quote in findings.quotes:
        yield QUOTE, quote.spans[0].start, quote.spans[-1].end, fold(quote.words(text))
    yield TITLE, *title_place(article), fold(article.title)


def title_place(article: Article) -> tuple[int, int]:
    """Where an article's title stands in its text; 0, 0 where it is no part of it."""
    return article.title_span or (0, 0)


def listed_words(article: Article) -> str:
    """What the filter of a list looks at, folded."""
    told = (article.id, article.title, article.source, article.author, article.date)
    return fold(" ".join(filter(None, told)))


def _row(article: Article, findings: "Findings") -> tuple[object, ...]:
    """The columns of table `article` from `title` to `folded`, `differs` left out."""
    return (
        article.title,
        article.title_from,
        article.source,
        article.author,
        article.date,
        article.url,
        article.language,
        len(article.text),
        article.words,
        article.sha256,
        article.path,
        len(article.blocks),
        sum(block.kind == "boilerplate" for block in article.blocks),
        sum(not quote.doubtful for quote in findings.quotes),
        sum(not quote.doubtful and quote.attribution in {"unknown", "cut_off"} for quote in findings.quotes),
        listed_words(article),
    )

"""Findings as the plain objects that leave the program as JSON: names and order of fields are the program's promise.

Every span counts code points of the article's raw text, half-open: `text[start:end]` is the finding, to the letter.
"""

from collections.abc import Container
from typing import TYPE_CHECKING, Protocol

from tui.compare.counterpart import Counterpart
from tui.compare.difference import Difference
from tui.corpus.article import Article, Block
from tui.export.table import ARTICLE, SOURCING, TEXT, Object
from tui.findings.actors.actor import Actor
from tui.findings.events.event import Event, TimeExpression
from tui.findings.quotes.quote import Mention
from tui.library.repeated import once
from tui.library.rows import ArticleRow, PlacedQuote
from tui.notebook.placing import Placed
from tui.search.concordance import Line
from tui.search.match import Match

if TYPE_CHECKING:
    from tui.compare.sourcing import Sourcing


def article_object(row: ArticleRow) -> Object:
    """An article, without its text."""
    return {field: getattr(row, field) for field in ARTICLE}


def sourced_object(row: ArticleRow, sourcing: "Sourcing") -> Object:
    """An article, with how many of its sentences stand on what."""
    return {**article_object(row), "sourcing": {kind: getattr(sourcing, kind) for kind in SOURCING}}


def text_object(article: Article) -> Object:
    """An article with its text, in the fields by which articles are read from JSON Lines and tables."""
    return {field: getattr(article, field) for field in TEXT}


def block_object(article: str, block: Block, text: str) -> Object:
    """A block of `article`, whose raw text is `text`."""
    return {
        "article": article,
        "number": block.number,
        "kind": block.kind,
        "start": block.start,
        "end": block.end,
        "text": text[block.start : block.end],
        "rule": block.rule,
        "confidence": block.confidence,
    }


def quote_object(placed: PlacedQuote) -> Object:
    """A quotation; `actor` is the speaker's name in the corpus."""
    quote = placed.quote
    return {
        "article": placed.article,
        "kind": quote.kind,
        "spans": [list(span) for span in quote.spans],
        "text": placed.text,
        "frame": list(quote.frame) if quote.frame else None,
        "speaker": _mention(quote.speaker),
        "actor": placed.actor,
        "resolved": quote.resolved,
        "cue": _mention(quote.cue),
        "via": quote.via,
        "attribution": quote.attribution,
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def actor_object(actor: Actor, copies: Container[str] = ()) -> Object:
    """An actor of the corpus with all its mentions and roles; those in `copies` are told, and not counted."""
    return {
        "actor": actor.name,
        "type": actor.type,
        "parent": actor.parent,
        "aliases": [{"text": alias.text, "relation": alias.relation} for alias in actor.aliases],
        "mentions": len(once(actor.mentions, copies)),
        "articles": list(actor.articles),
        "roles": [{"role": role.role, **_words(role), "tense": role.tense} for role in actor.roles],
        "spans": [_words(mention) for mention in actor.mentions],
        "rule": actor.rule,
        "confidence": actor.confidence,
    }


def match_object(match: Match) -> Object:
    """A result of a search. A title that is no part of its article's text has null offsets."""
    return {
        "article": match.article,
        "kind": match.kind,
        "start": match.start,
        "end": match.end,
        "text": match.text,
        "score": round(match.score, 4),
        "highlights": [list(span) for span in match.highlights],
        "speaker": match.speaker,
        "copies": match.copies,
    }


def counterpart_object(counterpart: Counterpart) -> Object:
    """A passage and where the other article tells the same; no matches: told only here."""
    return {
        **_words(counterpart),
        "matches": [
            {
                **_words(match),
                "score": round(match.score, 4),
                "mutual": match.mutual,
                "reasons": list(match.reasons),
                "rule": match.rule,
            }
            for match in counterpart.matches
        ],
    }


def difference_object(difference: Difference) -> Object:
    """What accounts tell differently, with the exact words of each side."""
    return {
        "id": difference.id,
        "kind": difference.kind,
        "about": difference.about,
        "sides": [side._asdict() for side in difference.sides],
        "state": difference.state,
        "rule": difference.rule,
        "confidence": difference.confidence,
    }


def event_object(event: Event) -> Object:
    """An event of the corpus with all its mentions."""
    return {
        "title": event.title,
        "date": event.date,
        "date_text": event.date_text,
        "place": event.place,
        "level": event.level,
        "participants": list(event.participants),
        "status": event.status,
        "mentions": [_words(mention) for mention in event.mentions],
        "rule": event.rule,
        "confidence": event.confidence,
    }


def date_object(article: str, date: TimeExpression) -> Object:
    """A time expression of `article` and the days it names."""
    return {
        "article": article,
        "start": date.start,
        "end": date.end,
        "text": date.text,
        "value": date.value,
        "anchored": date.anchored,
    }


def mark_object(placed: Placed) -> Object:
    """Something that the reader marked or noted, and the words of the corpus that it stands on."""
    mark = placed.mark
    spots = zip(placed.spots, mark.target.anchors, strict=False)
    return {
        "id": mark.id,
        "kind": mark.kind,
        "about": mark.target.about,
        "name": mark.target.name,
        "text": mark.text,
        "label": mark.label,
        "tags": list(mark.tags),
        "spots": [
            {"article": spot.article, "start": spot.span.start, "end": spot.span.end, "text": anchor.exact}
            for spot, anchor in spots
        ],
        "orphan": placed.orphan,
        "created": mark.created,
        "modified": mark.modified,
    }


def line_object(line: Line) -> Object:
    """A line of a concordance: the words that were found, and those before and after them."""
    return {
        "article": line.article,
        "start": line.start,
        "end": line.end,
        "left": line.left,
        "text": line.match,
        "right": line.right,
    }


class _Words(Protocol):
    """Words of an article, and where they stand."""

    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


def _words(words: _Words) -> Object:
    return {"article": words.article, "start": words.start, "end": words.end, "text": words.text}


def _mention(mention: Mention | None) -> Object | None:
    return mention._asdict() if mention else None

"""The sentences of the status line: where the reader is, and what is under the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.app.text import plain
from tui.library.rows import ArticleRow, Counts, PlacedQuote

if TYPE_CHECKING:
    from tui.app.widgets.reader import Reader
    from tui.corpus.article import Block
    from tui.findings.actors.actor import Actor, ArticleActor
    from tui.findings.quotes.quote import Quote


def counted(number: int, thing: str) -> str:
    """`1 article`, `1,200 articles`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def corpus_counts(counts: Counts, dot: str) -> str:
    """How much there is in the corpus; `dot` stands between."""
    unknown = f", {counts.unknown} ?" if counts.unknown else ""
    copies = f" ({counts.copies:,} {'copy' if counts.copies == 1 else 'copies'})" if counts.copies else ""
    told = (
        counted(counts.articles, "article") + copies,
        counted(counts.actors, "actor"),
        counted(counts.quotes, "quote") + unknown,
    )
    return f" {dot} ".join(told)


def article_status(row: ArticleRow | None, cursor: int, count: int, kept: str) -> str:
    """Which article of how many."""
    if row is None:
        return "no articles"
    of = f"{count:,} kept by the filter" if kept else f"{count:,}"
    return f"article {cursor + 1:,} of {of}"


def copies_status(glyph: str, first: str, copies: int, unfold: str) -> str:
    """Whose text is told again (`first`), or how many `copies` of a text there are and how they are shown."""
    if first:
        return f"{glyph} same text as {first}"
    told = ", ".join(filter(None, (f"{copies:,} {'copy' if copies == 1 else 'copies'}", unfold)))
    return f"{glyph} {told}" if copies else ""


def named_within(actors: Iterable[ArticleActor], block: Block) -> list[str]:
    """The actors of an article that a block of it names, first named first."""
    found = {
        actor.name: mention.start
        for actor in actors
        for mention in reversed(actor.mentions)
        if block.start <= mention.start < block.end
    }
    return sorted(found, key=lambda name: found[name])


def actor_status(actor: Actor) -> str:
    """Who it is, and how often named."""
    mentions, articles = counted(len(actor.mentions), "mention"), counted(len(actor.articles), "article")
    differ = " · accounts tell other roles" if actor.roles_differ else ""
    return f"{plain(actor.name)} · {actor.type} · {mentions} in {articles}{differ}"


def text_status(reader: Reader, names: list[str], differs: str = "", noted: str = "") -> str:
    """Which block of how many, what the reader noted, what is told differently elsewhere, who is quoted or named."""
    article, block = reader.article, reader.block
    if article is None or block is None:
        return reader.short
    told = [f"{reader.short} block {block.number} of {len(article.blocks)}"]
    if block.kind == "boilerplate":
        told.append("belongs to the page, not to the article")
    if noted:
        told.append(noted)
    here = reader.quotes_here
    if here:
        told.append(quoted(here[0]) + (f" and {len(here) - 1} more" if len(here) > 1 else ""))
    if differs:
        told.append(differs)
    if names:
        told.append(", ".join(plain(name) for name in names))
    return " · ".join(told)


def quoted(quote: Quote) -> str:
    """Who is quoted and how, as far as it is told."""
    kinds = {"direct": "direct quotation", "fragment": "quoted words", "indirect": "reported speech"}
    if quote.attribution == "cut_off":
        return f"? {kinds[quote.kind]}, cut off before its speaker"
    told = speaker_told(quote, quote.actor)
    known = quote.actor or quote.speaker
    return f"{kinds[quote.kind]} of {told}" if known else f"? {kinds[quote.kind]}, {told}"


def speaker_told(quote: Quote, name: str | None) -> str:
    """`Lund (said)`, `no speaker told, as you told`; `name` is the speaker's where it is known."""
    from tui.findings.actors.corrections import (
        RULE,
    )  # brings what finds actors: not needed for the first screen

    by_you = ", as you told" if quote.rule == RULE else ""
    name = name or (quote.speaker.text if quote.speaker else "")
    if not name:
        return f"no speaker told{by_you}"
    cue = f" ({plain(quote.cue.text)})" if quote.cue else ""
    return f"{plain(name)}{cue}{by_you}"


def quote_status(placed: PlacedQuote) -> str:
    """Where a quotation stands, who spoke it and how that is known."""
    from tui.app.widgets.sidebar import speaker_name

    quote = placed.quote
    told = [plain(placed.short), quoted(quote), speaker_name(placed)]
    if quote.attribution == "named" and quote.resolved and quote.resolved != "name":
        told.append(f"told by {quote.resolved}")
    return " · ".join(dict.fromkeys(told))

"""How often each article has each actor and each speaker, counted by the database: nothing is put together for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.corpus.article import Span
from tui.findings.actors.actor import ArticleActor
from tui.findings.quotes.quote import Quote
from tui.library import encoding
from tui.library.library import Library
from tui.library.rows import PlacedQuote

_MENTIONS = encoding.names(ArticleActor).index("mentions")
_ATTRIBUTION = encoding.names(Quote).index("attribution")
UNTOLD = ("unknown", "cut_off")
"""The attributions of quotations of which no speaker is told."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Who is named or quoted, how often in each article (by id), and what else is told of them: an actor's type."""

    name: str
    note: str
    counts: Mapping[str, int]


def counted_actors(library: Library) -> list[Counted]:
    """The mentions of each actor of a corpus in each article."""
    counts: dict[int, dict[str, int]] = {}
    for actor, article, mentions in library.ask(
        f"SELECT m.actor, a.key, json_array_length(m.data, '$[{_MENTIONS}]')"
        " FROM article a CROSS JOIN member m ON m.article = a.id ORDER BY a.position, m.id"
    ):
        by_article = counts.setdefault(actor, {})
        by_article[article] = by_article.get(article, 0) + mentions
    return [
        Counted(name, kind, counts[number])
        for number, name, kind in library.ask("SELECT id, name, type FROM actor ORDER BY id")
        if number in counts
    ]


def actor_places(library: Library, name: str, article: str) -> list[Span]:
    """Where an article names the actor of this name in the corpus, in order."""
    found = library.ask(
        "SELECT m.data FROM actor c JOIN member m ON m.actor = c.id JOIN article a ON a.id = m.article"
        " WHERE c.name = ? AND a.key = ?",
        (name, article),
    )
    actors = [encoding.unpack(ArticleActor, encoding.read(data)) for (data,) in found]
    return sorted(Span(one.start, one.end) for actor in actors for one in actor.mentions)


def quotes_of(library: Library, name: str) -> list[PlacedQuote]:
    """The quotations of the actor of this name in the corpus, in the order of the articles."""
    found = library.ask(
        "SELECT a.key, coalesce(a.short, a.key), q.data, q.text FROM actor c CROSS JOIN member m ON m.actor = c.id"
        " CROSS JOIN quote q ON q.article = m.article AND q.actor = m.name JOIN article a ON a.id = q.article"
        " WHERE c.name = ? ORDER BY a.position, q.id",
        (name,),
    )
    return [
        PlacedQuote(key, short, encoding.unpack(Quote, encoding.read(data)), text, name)
        for key, short, data, text in found
    ]


def counted_speakers(library: Library, nobody: str) -> list[Counted]:
    """The quotations of each speaker in each article; those of which no speaker is told stand under `nobody`."""
    counts: dict[str, dict[str, int]] = {}
    for article, speaker, attribution in library.ask(
        f"SELECT a.key, coalesce(c.name, q.actor, q.speaker), json_extract(q.data, '$[{_ATTRIBUTION}]')"
        " FROM article a CROSS JOIN quote q ON q.article = a.id"
        " LEFT JOIN member m ON m.article = q.article AND m.name = q.actor"
        " LEFT JOIN actor c ON c.id = m.actor ORDER BY a.position, q.id"
    ):
        name = speaker if speaker and attribution not in UNTOLD else nobody
        by_article = counts.setdefault(name, {})
        by_article[article] = by_article.get(article, 0) + 1
    return [Counted(name, "", by_article) for name, by_article in counts.items()]

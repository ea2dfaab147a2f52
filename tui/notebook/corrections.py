"""A reader's corrections: kept in the book, and applied to what a library found, again after each rebuild."""

import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tui.corpus.article import Article
from tui.findings.actors.actor import Actor, ActorMention, PlacedMention
from tui.findings.actors.cities import cities_of_article, cities_of_corpus, cities_of_events, city
from tui.findings.actors.corrections import (
    Correction,
    Merge,
    Reject,
    Rename,
    Retype,
    Split,
    Unfit,
    apply,
)
from tui.findings.events.event import ArticleEvent, Event
from tui.findings.quotes.quote import Quote
from tui.library.library import Library
from tui.library.rows import ArticleRow, Counts, PlacedQuote
from tui.notebook.anchors import Anchor
from tui.notebook.book import Book
from tui.notebook.marks import Mark, Target
from tui.notebook.placing import Placing
from tui.notebook.told import Dated, InText, NotSaid, Said, called_later, corrected_quote
from tui.search.match import FIELDS, MatchKind

if TYPE_CHECKING:
    from tui.findings.findings import Findings
    from tui.notebook.searching import CorrectedSearch
    from tui.search.found import Found
    from tui.search.search import Cancelled

_KINDS: dict[str, type[Correction | InText]] = {
    kind.__name__.lower(): kind for kind in (Merge, Split, Rename, Retype, Reject, Said, NotSaid, Dated)
}
_MOST_TEXTS = 200  # articles by which a correction knows its corpus
_Quotes = dict[tuple[int, int], str | NotSaid | None]


def to_data(correction: Correction | InText, texts: Iterable[str]) -> dict[str, Any]:
    """A correction as plain data, with the sha256 of texts that it was made on: it counts where one of them is."""
    told = {name: _plain(value) for name, value in asdict(correction).items()}
    return {"correct": type(correction).__name__.lower(), **told, "texts": list(texts)}


def from_data(data: dict[str, Any]) -> Correction | InText:
    """The correction that `to_data` made. Raises ValueError where it is none."""
    told = {name: value for name, value in data.items() if name not in {"correct", "texts"}}
    try:
        kind = _KINDS[data["correct"]]
        if kind is Merge:
            told["others"] = tuple(told["others"])
        elif kind is Split:
            told["members"] = tuple((str(article), str(name)) for article, name in told["members"])
        elif kind in (Said, NotSaid, Dated):
            told["at"] = Anchor(**told["at"])
        return kind(**told)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"no correction: {error}") from error


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def keep(book: Book, library: Library, *corrections: Correction | InText) -> None:
    """Write corrections of `library` into the book. One step for undo; CorpusError where it cannot be saved."""
    actors: dict[str, Actor] = {}
    if not all(isinstance(one, InText) for one in corrections):
        actors = {actor.name: actor for actor in Corrected(library, book).actors()}
    book.correct({uuid.uuid4().urn: to_data(one, _texts(library, actors, one)) for one in corrections})


def _texts(library: Library, actors: Mapping[str, Actor], correction: Correction | InText) -> list[str]:
    """The texts of the articles that a correction is about: its actors as they are called now, or were found."""
    if isinstance(correction, InText):
        return [correction.at.sha256]
    names = (correction.into, *correction.others) if isinstance(correction, Merge) else (correction.name,)
    found = (actor for name in names if (actor := actors.get(name) or library.actor(name)))
    articles = dict.fromkeys(article for actor in found for article in actor.articles)
    return [library.article(article).sha256 for article in list(articles)[:_MOST_TEXTS]]


def undated(book: Book, library: Library, article: str) -> bool:
    """Take the date back that the reader told of `article`; whether there was one. One step for undo."""
    places = Placing(library)
    told = {
        id_: None
        for id_, data in book.corrections.items()
        if (one := _read(data)) and isinstance(one, Dated) and _where(places, one)[:1] == [article]
    }
    if told:
        book.correct(told)
    return bool(told)


def _read(data: dict[str, Any]) -> Correction | InText | None:
    try:
        return from_data(data)
    except ValueError:
        return None  # of a later version of this program: kept, not applied


def _where(places: Placing, correction: InText) -> list[Any]:
    """Article, start and end of what a correction is about, as the text is now; nothing where it is not found."""
    placed = places.one(Mark("judgement", Target("quote", "", "", (correction.at,))))
    return [placed.spots[0].article, *placed.spots[0].span] if placed.spots else []


def shown(library: Library, book: Book) -> "Corrected":
    """What a library found, as corrected in `book`, and as the settings in force ask for."""
    from tui.settings.settings import load_settings

    return Corrected(library, book, metonyms=load_settings().settings.metonyms)


class Corrected:
    """What a library found, as the reader corrected it. `unfit` are corrections that no longer fit, and why.

    Without `metonyms` a capital is never its state: "Moscow objects" names the city.
    """

    def __init__(self, library: Library, book: Book, *, metonyms: bool = True) -> None:
        self._library = library
        self._metonyms = metonyms
        told = [(data, one) for data in book.corrections.values() if (one := _read(data))]
        self._told = [one for data, one in told if isinstance(one, InText) or self._is_of_this(data)]
        self._corrections = [one for one in self._told if not isinstance(one, InText)]
        self.unfit: list[Unfit] = []
        self._actors: list[Actor] | None = None

    @cached_property
    def digest(self) -> str:
        """Names the corrections in force and what the settings ask for: what follows can be kept under it."""
        return hashlib.sha256(
            repr((self._metonyms, self._told)).encode("utf-8", "surrogatepass")
        ).hexdigest()[:16]

    def _is_of_this(self, data: dict[str, Any]) -> bool:
        """Whether one of the texts that a correction was made on is in this library."""
        texts = data.get("texts") or []
        marks = ",".join("?" * len(texts))
        return bool(self._library.ask(f"SELECT 1 FROM article WHERE sha256 IN ({marks}) LIMIT 1", texts))  # noqa: S608

    # -- what stands in the texts ------------------------------------------------------------------------------

    @cached_property
    def _in_texts(self) -> tuple[dict[str, str], dict[str, _Quotes]]:
        """The dates that the reader told, by article; and by article and place the speakers of quotations."""
        dates: dict[str, str] = {}
        quotes: dict[str, _Quotes] = {}
        places = Placing(self._library)
        for number, one in enumerate(self._told):
            if not isinstance(one, InText) or not (where := _where(places, one)):
                continue
            article, start, end = where
            if isinstance(one, Dated):
                dates[article] = one.date
                continue
            name: str | NotSaid | None = one if isinstance(one, NotSaid) else one.name
            if isinstance(name, str):
                later = self._told[number + 1 :]
                name = called_later(name, [each for each in later if not isinstance(each, InText)])
            quotes.setdefault(article, {})[start, end] = name
        return dates, quotes

    @property
    def dates(self) -> dict[str, str]:
        """The dates that the reader told of articles, by article (EDTF)."""
        return self._in_texts[0]

    @property
    def told_quotes(self) -> Mapping[str, Mapping[tuple[int, int], str | NotSaid | None]]:
        """The speakers that the reader told of quotations, by article, then start and end."""
        return self._in_texts[1]

    @cached_property
    def _searching(self) -> "CorrectedSearch":
        from tui.notebook.searching import CorrectedSearch

        return CorrectedSearch(self._library, self)

    def found(
        self,
        query: str,
        *,
        limit: int = 20,
        fields: Iterable[MatchKind] = FIELDS,
        typos: bool = True,
        cancelled: "Cancelled | None" = None,
    ) -> "Found":
        """What a search finds, best first, with actors and speakers called, and found, as the reader calls them."""
        ask = self._searching.found if self._told or not self._metonyms else self._library.found
        return ask(query, limit=limit, fields=tuple(fields), typos=typos, cancelled=cancelled)

    def row(self, row: ArticleRow) -> ArticleRow:
        """The row of an article, with the date that the reader told."""
        return row._replace(date=self.dates[row.id]) if row.id in self.dates else row

    def article(self, article: str) -> Article:
        """As `Library.article`, with the date that the reader told."""
        found = self._library.article(article)
        return replace(found, date=self.dates[found.id]) if found.id in self.dates else found

    def findings(self, article: str) -> "Findings":
        """As `Library.findings`; where the reader told a date, its time expressions and events hang on that."""
        found = self._library.findings(article)
        key = self._library.resolve(article) if self._told else article
        if self._told and key in self.dates:
            from tui.findings.extraction import redated

            found = redated(self.article(key), found)
        if not self._metonyms:
            found = _of_cities(found)
        if not self._told:
            return found
        told = self._in_texts[1].get(key)
        if told:
            quotes = [_as_told(quote, told) for quote in found.quotes]
            found = replace(found, quotes=tuple(quote for quote in quotes if quote is not None))
        return found

    # -- lists -------------------------------------------------------------------------------------------------

    @property
    def actors_as_found(self) -> bool:
        """Whether the actors are those of the library, corrected in nothing."""
        return not self._corrections and self._metonyms

    @property
    def quotes_as_found(self) -> bool:
        """Whether the quotations and their speakers are those of the library."""
        return not self._told and self._metonyms

    def actors(self, article: str | None = None) -> list[Actor]:
        """As `Library.actors`."""
        if self.actors_as_found:
            return self._library.actors(article)
        if article is None:
            return self._all()
        key = self._library.resolve(article)
        return sorted(
            (actor for actor in self._all() if key in actor.articles),
            key=lambda actor: next(mention.start for mention in actor.mentions if mention.article == key),
        )

    def quotes(self, article: str | None = None) -> list[PlacedQuote]:
        """As `Library.quotes`. One whose speaker the reader told has its name, as it is called now, for `actor`."""
        found = self._library.quotes(article)
        if not self._metonyms:
            found = self._quotes_of_cities(found)
        if not self._told:
            return found
        if self._corrections:
            names = {member: actor.name for actor in self._all() for member in actor.members}
            found = [
                placed._replace(actor=names.get((placed.article, placed.quote.actor)))
                if placed.quote.actor is not None
                else placed
                for placed in found
            ]
        told = self._in_texts[1]
        return [now for placed in found if (now := _placed_as_told(placed, told.get(placed.article)))]

    def _quotes_of_cities(self, found: list[PlacedQuote]) -> list[PlacedQuote]:
        """Quotations whose speaker is a capital that stands for its state: the city's."""
        cities: dict[str, list[PlacedMention]] = {}
        for actor in self._library.actors():
            for mention in actor.mentions:
                if mention.relation == "metonym":
                    cities.setdefault(mention.article, []).append(mention)
        changed = []
        for placed in found:
            quote = _of_city(placed.quote, cities.get(placed.article, ()))
            changed.append(
                placed if quote is placed.quote else placed._replace(quote=quote, actor=quote.actor)
            )
        return changed

    def counts(self) -> Counts:
        """As `Library.counts`."""
        counts = self._library.counts()
        if not self._told and self._metonyms:
            return counts
        quotes, unknown = counts.quotes, counts.unknown
        for article in self._in_texts[1]:
            for found, sign in ((self._library.findings(article), -1), (self.findings(article), 1)):
                sure = [quote for quote in found.quotes if not quote.doubtful]
                quotes += sign * len(sure)
                unknown += sign * sum(quote.attribution in {"unknown", "cut_off"} for quote in sure)
        return counts._replace(quotes=quotes, unknown=unknown, actors=len(self.actors()))

    def events(self) -> list[Event]:
        """As `Library.events`."""
        found = self._events()
        if not self._corrections:
            return found
        names = self._renamed()
        told = [[names.get(name, name) for name in event.participants] for event in found]
        return [
            replace(event, participants=tuple(dict.fromkeys(name for name in now if name is not None)))
            for event, now in zip(found, told, strict=True)
        ]

    def _events(self) -> list[Event]:
        """The events of the library; merged anew where the reader told dates that relative ones hang on.

        So they are without metonyms.
        """
        dates = self.dates if self._told else {}
        if self._metonyms and not dates:
            return self._library.events()
        from tui.library.merging import events_with

        mentions = {} if self._metonyms else self._mentions()

        def change(article: str, events: tuple[ArticleEvent, ...]) -> tuple[ArticleEvent, ...]:
            if article in dates:
                return self.findings(article).events
            return cities_of_events(events, mentions[article]) if article in mentions else events

        return events_with(self._library.store.connection(), change)

    def _mentions(self) -> dict[str, dict[str, list[PlacedMention]]]:
        """The mentions of actors that are meant by a metonym anywhere, by article and the name there."""
        found: dict[str, dict[str, list[PlacedMention]]] = {}
        for actor in self._library.actors():
            if any(mention.relation == "metonym" for mention in actor.mentions):
                for mention in actor.mentions:
                    found.setdefault(mention.article, {}).setdefault(mention.actor, []).append(mention)
        return found

    def _renamed(self) -> dict[str, str | None]:
        """The names that changed, for actors that all went to one; None for those that the reader rejected."""
        now = {member: actor.name for actor in self._all() for member in actor.members}
        renamed: dict[str, str | None] = {}
        for actor in self._library.actors():
            names = {now.get(member) for member in actor.members}
            name = names.pop() if len(names) == 1 else actor.name
            if name != actor.name:
                renamed[actor.name] = name
        return renamed

    def _all(self) -> list[Actor]:
        if self._actors is None:
            order = [row.id for row in self._library.rows()]
            found = self._library.actors()
            if not self._metonyms:
                found = cities_of_corpus(found, order)
            self._actors, self.unfit = apply(found, self._corrections, order)
        return self._actors


def _of_cities(found: "Findings") -> "Findings":
    """Findings of an article with its metonyms switched off."""
    metonyms = [one for actor in found.actors for one in actor.mentions if one.relation == "metonym"]
    if not metonyms:
        return found
    quotes = tuple(_of_city(quote, metonyms) for quote in found.quotes)
    events = cities_of_events(found.events, {actor.name: actor.mentions for actor in found.actors})
    return replace(found, actors=cities_of_article(found.actors), quotes=quotes, events=events)


def _of_city(quote: Quote, metonyms: Sequence[ActorMention | PlacedMention]) -> Quote:
    """A quotation whose speaker is one of `metonyms` is the city's."""
    said = quote.speaker
    by = next((one for one in metonyms if said and said.start <= one.start and one.end <= said.end), None)
    return quote if by is None else replace(quote, actor=city(by.text))


def _as_told(quote: Quote, told: _Quotes) -> Quote | None:
    """A quotation as the reader corrected it; None where it is none."""
    place = (quote.spans[0].start, quote.spans[-1].end)
    if place not in told:
        return quote
    name = told[place]
    return None if isinstance(name, NotSaid) else corrected_quote(quote, name)


def _placed_as_told(placed: PlacedQuote, told: _Quotes | None) -> PlacedQuote | None:
    quote = _as_told(placed.quote, told) if told else placed.quote
    if quote is None or quote is placed.quote:
        return placed if quote else None
    return placed._replace(quote=quote, actor=quote.actor)

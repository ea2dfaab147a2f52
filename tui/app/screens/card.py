"""An actor's card: other names, roles as each article tells them, company, what was said, every mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.app.company import Beside, company
from tui.app.lighting import Spot
from tui.app.screens.findings import FindingsScreen
from tui.app.status import counted, quoted
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.findings.actors.actor import Actor, PlacedMention, PlacedRole
from tui.library.repeated import once
from tui.library.rows import PlacedQuote
from tui.settings.places import Place

if TYPE_CHECKING:
    from tui.app.app import CorpusApp

AROUND = 60
"""Code points of the text that are shown before a mention."""


class CardScreen(FindingsScreen):
    """All that the corpus tells of one actor."""

    waiting = "Gathering what is told …"
    nothing = "This actor is no longer in the corpus. {back} goes back."

    def __init__(self, app: CorpusApp, name: str) -> None:
        super().__init__(app)
        self.actor_name = name
        self.actor: Actor | None = None
        self.quotes: Sequence[PlacedQuote] = ()
        self.beside: Sequence[Beside] = ()
        self.list.heading = plain(name)

    @property
    def place(self) -> Place:
        """The card."""
        return "card"

    def find(self) -> None:
        """The actor as it is known and corrected now, and its quotations."""
        noted, before = self.corpus_app.noted, self.actor
        self.actor = noted.actor(self.actor_name)
        if self.actor is None and before is not None:
            self.actor = noted.bearer(before.members)
        if self.actor is not None:
            self.actor_name = self.actor.name
            copies = self.corpus_app.comparing.copies()
            self.actor = replace(self.actor, mentions=once(self.actor.mentions, copies))
            self.quotes = once(noted.quotes_of(self.actor), copies)
        else:
            self.quotes = ()
        self.beside = self._company(self.actor) if self.actor else []

    def _company(self, actor: Actor) -> list[Beside]:
        app = self.corpus_app
        return company(
            actor,
            lambda article: app.noted.corrected.findings(article).actors,
            app.actor_of,
            app.library.block_starts,
        )

    def rows(self) -> Sequence[Row]:
        """Names, roles, company, quotations, mentions; what costs to make is made when it is seen, or filtered."""
        actor = self.actor
        if actor is None:
            return []
        self.list.heading = f"{plain(actor.name)} {self.look.glyphs.dot} {actor.type}"
        rows = [
            *self._names(actor),
            *self._roles(actor),
            *self._beside(),
            *self._quotes(),
            *self._mentions(actor),
        ]
        return [row() if callable(row) else row for row in rows] if self.words_of_filter else rows

    def _names(self, actor: Actor) -> list[Row]:
        aliases = [alias for alias in actor.aliases if alias.text != actor.name]
        rows: list[Row] = [Heading("Other names", str(len(aliases)))]
        places: dict[str, list[Spot]] = {}
        for mention in actor.mentions:
            places.setdefault(mention.text, []).append(Spot(mention.article, mention.start, mention.end))
        for alias in aliases:
            spots = tuple(places.get(alias.text, ()))
            relation = "for the state" if alias.relation == "metonym" else alias.relation.replace("_", " ")
            told = f"{plain(alias.text)}: {relation}, {counted(len(spots), 'mention')}"
            rows.append(Finding(" ", relation, alias.text, str(len(spots)), spots, told))
        return rows

    def _roles(self, actor: Actor) -> list[Row]:
        differ = "  ! accounts tell other roles" if actor.roles_differ else ""
        sign = self.look.glyphs.differs if actor.roles_differ else " "
        heading = Heading(f"Roles{differ}", str(len(actor.roles)))
        return [heading, *(partial(self._role, role, sign) for role in actor.roles)]

    def _role(self, role: PlacedRole, sign: str) -> Finding:
        place = self.place_of(role.article, role.start)
        spots = (Spot(role.article, role.start, role.end),)
        return Finding(
            sign, role.tense, role.role, place, spots, f"{place} tells: {plain(role.text)}", "warn"
        )

    def _beside(self) -> list[Row]:
        rows: list[Row] = [Heading("Named with", str(len(self.beside)))]
        for name, spots in self.beside:
            told = f"{plain(name)}: in {counted(len(spots), 'paragraph')} with {plain(self.actor_name)}"
            rows.append(Finding(" ", "", name, str(len(spots)), spots, told))
        return rows

    def _quotes(self) -> list[Row]:
        heading = Heading("Quotes", str(len(self.quotes)))
        return [heading, *(partial(self._quote, placed) for placed in self.quotes)]

    def _quote(self, placed: PlacedQuote) -> Finding:
        quote = placed.quote
        spots = tuple(Spot(placed.article, start, end) for start, end in quote.spans)
        place = self.place_of(placed.article, quote.spans[0].start)
        cue = plain(quote.cue.text) if quote.cue else ""
        sign = self.look.glyphs.quote(quote)
        return Finding(sign, cue, placed.text, place, spots, f"{place} {quoted(quote)}", quotes=(placed,))

    def _mentions(self, actor: Actor) -> list[Row]:
        heading = Heading("Mentions", str(len(actor.mentions)))
        return [heading, *(partial(self._mention, mention) for mention in actor.mentions)]

    def _mention(self, mention: PlacedMention) -> Finding:
        article = self.corpus_app.article_or_none(mention.article)
        words = mention.text
        if article is not None:
            block = article.block_at(mention.start)
            start = max(mention.start - AROUND, block.start if block else 0)
            words = article.text[start : mention.end + 2 * AROUND]
            words = f"…{words}" if block and start > block.start else words
        place = self.place_of(mention.article, mention.start)
        spots = (Spot(mention.article, mention.start, mention.end),)
        return Finding(" ", mention.text, words, place, spots, f"{place} {plain(mention.text)}")

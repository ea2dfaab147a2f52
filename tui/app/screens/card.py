"""An actor's card: other names, roles as each article tells them, what was said, every mention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app.lighting import Spot
from tui.app.screens.findings import FindingsScreen
from tui.app.status import counted, quoted
from tui.app.text import plain
from tui.app.widgets.finding_list import Finding, Row
from tui.app.widgets.sidebar import Heading
from tui.findings.actors.actor import Actor
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
        articles = self.actor.articles if self.actor else ()
        self.quotes = [
            placed
            for article in articles
            for placed in noted.corrected.quotes(article)
            if placed.actor == self.actor_name
        ]

    def rows(self) -> Sequence[Row]:
        """Names, roles, quotations, mentions."""
        actor = self.actor
        if actor is None:
            return []
        self.list.heading = f"{plain(actor.name)} {self.look.glyphs.dot} {actor.type}"
        return [*self._names(actor), *self._roles(actor), *self._quotes(), *self._mentions(actor)]

    def _names(self, actor: Actor) -> list[Row]:
        aliases = [alias for alias in actor.aliases if alias.text != actor.name]
        rows: list[Row] = [Heading("Other names", str(len(aliases)))]
        for alias in aliases:
            spots = tuple(Spot(m.article, m.start, m.end) for m in actor.mentions if m.text == alias.text)
            relation = "for the state" if alias.relation == "metonym" else alias.relation.replace("_", " ")
            told = f"{plain(alias.text)}: {relation}, {counted(len(spots), 'mention')}"
            rows.append(Finding(" ", relation, alias.text, str(len(spots)), spots, told))
        return rows

    def _roles(self, actor: Actor) -> list[Row]:
        differ = "  ! accounts tell other roles" if actor.roles_differ else ""
        rows: list[Row] = [Heading(f"Roles{differ}", str(len(actor.roles)))]
        for role in actor.roles:
            sign = self.look.glyphs.differs if actor.roles_differ else " "
            place = self.place_of(role.article, role.start)
            spots = (Spot(role.article, role.start, role.end),)
            rows.append(
                Finding(
                    sign, role.tense, role.role, place, spots, f"{place} tells: {plain(role.text)}", "warn"
                )
            )
        return rows

    def _quotes(self) -> list[Row]:
        rows: list[Row] = [Heading("Quotes", str(len(self.quotes)))]
        for placed in self.quotes:
            quote = placed.quote
            spots = tuple(Spot(placed.article, start, end) for start, end in quote.spans)
            place = self.place_of(placed.article, quote.spans[0].start)
            cue = plain(quote.cue.text) if quote.cue else ""
            sign = self.look.glyphs.quote(quote)
            status = f"{place} {quoted(quote)}"
            rows.append(Finding(sign, cue, placed.text, place, spots, status, quotes=(placed,)))
        return rows

    def _mentions(self, actor: Actor) -> list[Row]:
        rows: list[Row] = [Heading("Mentions", str(len(actor.mentions)))]
        for mention in actor.mentions:
            article = self.corpus_app.article_or_none(mention.article)
            words = mention.text
            if article is not None:
                block = article.block_at(mention.start)
                start = max(mention.start - AROUND, block.start if block else 0)
                words = article.text[start : mention.end + 2 * AROUND]
                words = f"…{words}" if block and start > block.start else words
            place = self.place_of(mention.article, mention.start)
            spots = (Spot(mention.article, mention.start, mention.end),)
            rows.append(Finding(" ", mention.text, words, place, spots, f"{place} {plain(mention.text)}"))
        return rows

"""Putting a quotation right: another speaker, none that is told, or no quotation at all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.app.screens.choosing import ChoosingScreen
from tui.app.status import quote_status
from tui.app.text import cut, plain
from tui.app.widgets.choice_list import Choice
from tui.errors import CorpusError

if TYPE_CHECKING:
    from tui.app.app import CorpusApp
    from tui.library.rows import PlacedQuote
    from tui.notebook.anchors import Anchor

WORDS = 60
"""Cells of the quotation by which it is told which it is."""


class QuoteCorrectingScreen(ChoosingScreen):
    """Corrects one quotation."""

    def __init__(self, app: CorpusApp, placed: PlacedQuote) -> None:
        super().__init__(app)
        self.placed = placed

    def where(self) -> str:
        """The quotation that is corrected."""
        return quote_status(self.placed)

    def start(self) -> None:
        """Ask what is wrong."""
        from tui.notebook.told import NotSaid, Said

        at = self._at()
        if at is None:
            self.list.show("", (), self.keyed("The article is no longer in the corpus. {back} goes back."))
            return
        choices = [Choice("Another speaker …", "choose who said it, or type a name", self._ask_speaker)]
        if self.placed.actor or self.placed.quote.speaker:
            choices.append(
                Choice("No speaker told", "the text does not say who", partial(self.correct, Said(at, None)))
            )
        choices.append(
            Choice("No quotation", "nobody said this; leave it out", partial(self.correct, NotSaid(at)))
        )
        self.list.show(f"Correct “{cut(plain(self.placed.text), WORDS)}”", choices)

    def _at(self) -> Anchor | None:
        from tui.notebook.anchors import anchor

        article, spans = self.corpus_app.article_or_none(self.placed.article), self.placed.quote.spans
        return anchor(article, spans[0].start, spans[-1].end) if article else None

    def _ask_speaker(self) -> None:
        noted = self.corpus_app.noted
        try:
            here = {actor.name for actor in noted.corrected.actors(self.placed.article)}
            actors = noted.actors()
        except CorpusError as error:
            self.say(f"{plain(error.title)}. {plain(error.advice)}", warning=True)
            return
        actors = sorted(
            actors, key=lambda one: (one.name not in here, one.type != "person", -len(one.mentions))
        )
        self.back = self.start
        self.ask_actor("Who said it?", actors, self._said, new=True)

    def _said(self, name: str) -> None:
        from tui.notebook.told import Said

        at = self._at()
        if at is not None:
            self.correct(Said(at, name))

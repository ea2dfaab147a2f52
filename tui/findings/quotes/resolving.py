"""Resolving speakers in any language: each once, in the order of the text. A language tells whom words mean."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from tui.findings.actors.actor import ArticleActor
from tui.findings.document import Document
from tui.findings.quotes.antecedents import Antecedents
from tui.findings.quotes.quote import Mention, Quote, Resolved


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a speaker's words mean, how that is known, and how much it is to be trusted (0 to 1)."""

    actor: ArticleActor | None
    resolved: Resolved | None
    trust: float


NOBODY = Resolution(None, None, 1.0)
"""The text does not tell whom the words mean."""


class Resolver(ABC):
    """Resolves the speakers of an article, and keeps what has been resolved so far."""

    inherited: frozenset[str] = frozenset()
    """Rules whose speaker is taken over from another quotation."""

    def __init__(self, document: Document, actors: tuple[ArticleActor, ...], quotes: list[Quote]) -> None:
        self.actors = actors
        self.placed = sorted(
            ((mention, actor) for actor in actors for mention in actor.mentions),
            key=lambda pair: pair[0].start,
        )
        self.starts = [mention.start for mention, _ in self.placed]
        self.antecedents = Antecedents(document, self.placed, quotes)
        self._known: dict[int, Resolution] = {}

    @abstractmethod
    def resolution(self, speaker: Mention, cue: Mention | None) -> Resolution:
        """Whom the words of `speaker` mean."""

    def trust(self, quote: Quote, found: Resolution) -> float:  # noqa: ARG002 - for those that look at the words
        """How much is to be trusted that this speaker spoke: 0 to 1."""
        return found.trust

    def resolve(self, quote: Quote) -> Quote:
        """The quotation with its actor, if the article tells one."""
        speaker = quote.speaker
        if speaker is None:
            return quote
        found = self._known.get(speaker.start)
        if found is None:
            found = self._known[speaker.start] = self.resolution(speaker, quote.cue)
            if found.actor is not None:
                self.antecedents.spoke(found.actor, speaker.start)
        taken_over = quote.rule in self.inherited and found.actor is not None
        resolved: Resolved | None = "inherited" if taken_over else found.resolved
        return Quote(
            quote.kind,
            quote.spans,
            quote.frame,
            speaker,
            quote.cue,
            found.actor.name if found.actor else None,
            resolved,
            quote.via,
            "anonymous" if resolved == "anonymous" else quote.attribution,
            quote.rule,
            round(quote.confidence * self.trust(quote, found), 3),
        )

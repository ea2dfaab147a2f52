"""Whom a pronoun means: by recency, subject position and gender, after the way of Hobbs and of Lappin and Leass."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from tui.findings.actors.actor import ActorMention, ArticleActor
from tui.findings.document import Document
from tui.findings.language.wordlists import words
from tui.findings.quotes.quote import Quote

_FARTHEST = 4  # paragraphs
_MOST = 60  # mentions looked at
_CLEAR = 0.6


class _Weight(NamedTuple):
    """What speaks for a mention as antecedent, apart from its distance."""

    block: int
    score: float


class Antecedents:
    """The persons and bodies of an article as candidates for its pronouns."""

    def __init__(
        self, document: Document, placed: list[tuple[ActorMention, ArticleActor]], quotes: list[Quote]
    ) -> None:
        self._document = document
        self._placed = placed
        self._starts = [mention.start for mention, _ in placed]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._quoted = sorted(span for quote in quotes if quote.kind == "direct" for span in quote.spans)
        self._weights: dict[int, _Weight] = {}
        self._spoke: list[tuple[int, ArticleActor]] = []
        self._called: dict[
            str, str
        ] = {}  # by actor's name, the gender of the first pronoun for whom no name tells one

    def spoke(self, actor: ArticleActor, start: int) -> None:
        """Remember that `actor` was found to speak by the words at `start`."""
        self._spoke.append((start, actor))

    def person(self, start: int, gender: str | None) -> tuple[ArticleActor | None, float]:
        """The person that a pronoun at `start` means, and how much to trust it; None where none fits."""
        here = self._block(start)
        scores: dict[str, float] = {}
        people: dict[str, ArticleActor] = {}
        last = bisect_left(self._starts, start)
        sentence_start = self._sentence_starts[max(0, bisect_right(self._sentence_starts, start) - 1)]
        for index in range(last - 1, max(-1, last - _MOST), -1):
            mention, actor = self._placed[index]
            if not self._fits(actor, gender):
                continue
            weight = self._weight(index)
            if here - weight.block > _FARTHEST:
                break
            score = weight.score - 1.6 * (here - weight.block) - (start - mention.start) / 2000
            score += 0.5 if gender and actor.gender == gender else 0.0
            score += 0.4 if mention.start >= sentence_start else 0.0
            if score > scores.get(actor.name, -1e9):
                scores[actor.name], people[actor.name] = score, actor
        for at, actor in self._spoke[-3:]:
            if at < start and self._fits(actor, gender):
                score = 3.1 - 1.6 * (here - self._block(at)) - (start - at) / 2000
                if here - self._block(at) <= _FARTHEST and score > scores.get(actor.name, -1e9):
                    scores[actor.name], people[actor.name] = score, actor
        if not scores:
            return None, 1.0
        ranked = sorted(scores, key=lambda name: -scores[name])
        clear = len(ranked) == 1 or scores[ranked[0]] - scores[ranked[1]] >= _CLEAR
        if gender and not people[ranked[0]].gender:
            self._called.setdefault(ranked[0], gender)
        return people[ranked[0]], 0.85 if clear else 0.75

    def _fits(self, actor: ArticleActor, gender: str | None) -> bool:
        """Whether the actor is a person who can be meant by a pronoun of `gender`; who was "he" is not "she" later."""
        told = actor.gender or self._called.get(actor.name)
        return actor.type == "person" and (not gender or not told or told == gender)

    def body(self, start: int, *, plural: bool) -> ArticleActor | None:
        """The group (`plural`) or organisation that spoke last before `start`, not farther than a paragraph."""
        here = self._block(start)
        for at, actor in reversed(self._spoke[-3:]):
            fits = actor.type in (("group", "organisation") if plural else ("organisation", "state"))
            if fits and here - self._block(at) <= 1:
                return actor
        return None

    def _block(self, start: int) -> int:
        sentence = bisect_right(self._sentence_starts, start) - 1
        return self._document.sentences[max(0, sentence)].block

    def _weight(self, index: int) -> _Weight:
        known = self._weights.get(index)
        if known is None:
            known = self._weigh(index)
            self._weights[index] = known
        return known

    def _weigh(self, index: int) -> _Weight:
        document = self._document
        mention, _ = self._placed[index]
        sentence = document.sentences[max(0, bisect_right(self._sentence_starts, mention.start) - 1)]
        score = 0.0
        if self._is_quoted(mention.start):
            score -= 2.0
        first = bisect_left(document.starts, mention.start)
        after = bisect_left(document.starts, mention.end)
        following = document.lowers[after : after + 2]
        if following and following[0] in ("’s", "'s", "’", "'"):
            score -= 1.0
        before = document.lowers[max(sentence.first, first - 2) : first]
        if before in (["for"], ["to"]) and first == sentence.first + 1:
            score += 1.8  # For Smith, the bridge was a dream.
        elif any(word in words("prepositions") or word == "and" for word in before):
            score -= 1.0
        elif mention.start - sentence.start < 60 and self._first_in_sentence(index, sentence.start):
            score += 1.8
        if any(word in words("cues") for word in following) or any(
            word in words("cues") for word in before[-1:]
        ):
            score += 1.2
        return _Weight(sentence.block, score)

    def _first_in_sentence(self, index: int, start: int) -> bool:
        """Whether no other person is named earlier in the sentence that begins at `start`."""
        for earlier in range(index - 1, max(-1, index - 6), -1):
            mention, actor = self._placed[earlier]
            if mention.start < start:
                return True
            if actor.type == "person":
                return False
        return True

    def _is_quoted(self, start: int) -> bool:
        at = bisect_right(self._quoted, (start, 1 << 60)) - 1
        return at >= 0 and self._quoted[at][0] <= start < self._quoted[at][1]

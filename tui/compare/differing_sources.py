"""What one account tells on a named source's word, and another on an unnamed one's or none's."""

from tui.compare.account import Account
from tui.compare.difference import Difference, Side
from tui.compare.sourcing import Sourced, SourceKind, sourced_sentences
from tui.compare.tellings import Paired, Telling, about, twice_told

_CONFIDENCE: dict[frozenset[SourceKind], float] = {
    frozenset({"named", "anonymous"}): 0.65,
    frozenset({"named", "hedged"}): 0.6,
}


def differing_sources(one: Account, other: Account, pairs: Paired) -> list[Difference]:
    """Tellings of one event, in counterparts, on a named source's word and on another kind of word.

    Of each event only the surest one.
    """
    here, there = sourced_sentences(one), sourced_sentences(other)
    best: dict[str, Difference] = {}
    for first, second in twice_told(one, other):
        if pairs.of(first, second) is None:
            continue
        sentences = _sentence(here, first), _sentence(there, second)
        if sentences[0] is None or sentences[1] is None:
            continue
        confidence = _CONFIDENCE.get(frozenset({sentences[0].kind, sentences[1].kind}), 0.0)
        sides = _side(first, sentences[0]), _side(second, sentences[1])
        subject = f"on whose word: {about(first, second)}"
        known = best.get(subject)
        if confidence and sides[0] and sides[1] and (known is None or known.confidence < confidence):
            best[subject] = Difference(
                "sourcing", subject, (sides[0], sides[1]), "sources of one event", confidence
            )
    return list(best.values())


def _sentence(sentences: list[Sourced], telling: Telling) -> Sourced | None:
    start = telling.event.start
    return next((sentence for sentence in sentences if sentence.start <= start < sentence.end), None)


def _side(telling: Telling, sentence: Sourced) -> Side | None:
    """The words that say on whose word it is told."""
    if sentence.words is None:
        return None
    return telling.side(f"{sentence.kind}", sentence.words.start, sentence.words.end)

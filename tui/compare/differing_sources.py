"""What one account tells on a named source's word, and another on an unnamed one's or none's."""

import re
from functools import cache

from tui.compare.account import Account
from tui.compare.alignment import Aligned
from tui.compare.difference import Difference, Side
from tui.compare.profiles import Profile
from tui.compare.sourcing import Sourced, SourceKind, sourced_sentences
from tui.compare.tellings import Paired, Telling, about, twice_told
from tui.findings.language.wordlists import words

_CONFIDENCE: dict[frozenset[SourceKind], float] = {
    frozenset({"named", "anonymous"}): 0.65,
    frozenset({"named", "hedged"}): 0.6,
}
_OF_COUNTERPARTS = 0.6
_ALIKE = 0.27  # score of two passages from which on their sources are compared


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


def differing_words_taken(one: Account, other: Account, pairs: list[Aligned]) -> list[Difference]:
    """Passages that are each other's counterparts, one all on unnamed sources' word and one on a named one's."""
    here, there = sourced_sentences(one), sourced_sentences(other)
    found = []
    for pair in pairs:
        if not pair.mutual or pair.score < _ALIKE:
            continue
        first, second = _source(here, pair.first), _source(there, pair.second)
        if first and second and {first.kind, second.kind} == {"named", "anonymous"}:
            unnamed = (one, first) if first.kind == "anonymous" else (other, second)
            if not _anonymity().search(unnamed[0].article.text, unnamed[1].start, unnamed[1].end):
                continue
            sides = tuple(
                Side(
                    sentence.kind,
                    account.article.id,
                    *sentence.words,
                    account.article.text[slice(*sentence.words)],
                )
                for account, sentence in ((one, first), (other, second))
                if sentence.words
            )
            named = sorted(pair.first.actors.keys() & pair.second.actors.keys())[:2]
            shared = (
                named or sorted(pair.first.words & pair.second.words - words("function_words"), key=len)[-1:]
            )
            subject = f"on whose word: {', '.join(shared)}"
            found.append(Difference("sourcing", subject, sides, "sources of counterparts", _OF_COUNTERPARTS))
    return found


@cache
def _anonymity() -> re.Pattern[str]:
    """Words that say that a source is not to be named; officials and experts are only left without a name."""
    ordered = sorted(words("anonymity_phrases"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(ordered)})\b".replace(" ", r"\s+"), re.IGNORECASE)


def _source(sentences: list[Sourced], profile: Profile) -> Sourced | None:
    """The sentence with a source in a passage, where all its sources are of one kind."""
    start, end = profile.passage.start, profile.passage.end
    sourced = [
        sentence
        for sentence in sentences
        if start <= sentence.start < end and sentence.kind in {"named", "anonymous"}
    ]
    return sourced[0] if len({sentence.kind for sentence in sourced}) == 1 and sourced[0].words else None


def _sentence(sentences: list[Sourced], telling: Telling) -> Sourced | None:
    start = telling.event.start
    return next((sentence for sentence in sentences if sentence.start <= start < sentence.end), None)


def _side(telling: Telling, sentence: Sourced) -> Side | None:
    """The words that say on whose word it is told."""
    if sentence.words is None:
        return None
    return telling.side(f"{sentence.kind}", sentence.words.start, sentence.words.end)

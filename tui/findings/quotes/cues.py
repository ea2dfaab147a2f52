"""Verbs of saying in a passage: which words are used as one, and how they are written."""

from functools import cache

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.phrases import phrase_ending
from tui.findings.quotes.quote import Mention

_HAVE = frozenset({"have", "has", "had", "having"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})


def is_cue(passage: Passage, position: int) -> bool:
    """Whether the word at `position` is used as a verb that brings quoted words."""
    word_class = passage.classes[position]
    if word_class != wc.CUE:
        return word_class == wc.NAME and _opens_as_verb(passage, position)
    if passage.lowers[position] in words("particle_cues") and not with_particle(passage, position):
        return False
    return is_verb(passage, position)


def is_verb(passage: Passage, position: int) -> bool:
    """Whether a word that can be a verb is used as one here, not as a noun: her claim, a report."""
    if position == 0:
        return True
    word = passage.lowers[position]
    before = passage.classes[position - 1]
    noun_too = word in words("noun_cues")
    if noun_too and passage.lowers[position - 1] in _HAVE and word != "thought":
        return False
    if noun_too and _agrees(passage, position):
        return True
    brings = passage.classes[position + 1 : position + 2] == [wc.THAT]
    if noun_too and (before == wc.ADVERB or (brings and _plural_speaks(passage, position))):
        return True
    if (
        noun_too
        and position + 1 < len(passage.words)
        and passage.classes[position + 1] in (wc.CUE, wc.VERB, wc.AUXILIARY)
        and not passage.lowers[position + 1].endswith("ing")
    ):
        return False
    if before == wc.DETERMINER:
        return passage.lowers[position - 1] in words("quantifiers") and not noun_too
    if before == wc.POSSESSIVE and position > 1 and passage.classes[position - 2] == wc.PRONOUN:
        return not noun_too  # he ’s saying
    if before == wc.POSSESSIVE:
        return word not in words("weak_cues") and word not in words("noun_cues")
    if before == wc.PREPOSITION:
        return passage.lowers[position - 1] == "to" or word.endswith("ing")
    return not noun_too or not _in_noun_phrase(passage, position)


def _agrees(passage: Passage, position: int) -> bool:
    """Whether the noun before it and what follows tell that it is a verb: records show that, the poll shows he."""
    noun = passage.lowers[position - 1]
    plural = noun.endswith("s") and not noun.endswith("ss")
    if plural and noun in words("speaker_nouns") and not passage.lowers[position].endswith("s"):
        return True
    following = passage.classes[position + 1 : position + 2]
    if not following or following[0] in ".,":
        return _closes_clause(passage, position, plural)
    moves = passage.lowers[position + 1] == "to" and passage.lowers[position] in words("infinitive_cues")
    asks = passage.lowers[position + 1] in words("question_words")
    if following[0] not in "tdoN" and not moves and not asks:
        return False
    if passage.lowers[position].endswith("s"):
        return passage.classes[position - 1] == wc.NOUN and not plural
    return passage.classes[position - 1] in (wc.NOUN, wc.NAME) and plural


def _closes_clause(passage: Passage, position: int, plural: bool) -> bool:
    """Whether a noun and a verb that agrees with it follow a comma and end there: …, records show."""
    if passage.classes[position - 1] != wc.NOUN or plural == passage.lowers[position].endswith("s"):
        return False
    start = phrase_ending(passage, position - 1, max(0, position - 12)).start
    return start > 0 and passage.classes[start - 1] == wc.COMMA


def _plural_speaks(passage: Passage, position: int) -> bool:
    """Whether people are the subject of a verb that might be a noun: many fear that, people in town report that."""
    if passage.lowers[position].endswith("s"):
        return False
    if passage.lowers[position - 1] in words("quantifiers"):
        return True
    if passage.classes[position - 1] not in (wc.NOUN, wc.NAME):
        return False
    subject = phrase_ending(passage, position - 1, max(0, position - 12))
    head = passage.lowers[subject.head]
    return head in words("speaker_nouns") and (head.endswith("s") or head == "people")


def with_particle(passage: Passage, position: int) -> bool:
    """Whether a particle that belongs to the verb at `position` follows it: points out, shot back."""
    if passage.lowers[position] not in _phrasal() or position + 1 >= len(passage.words):
        return False
    return f"{passage.lowers[position]} {passage.lowers[position + 1]}" in words("phrasal_cues")


@cache
def _phrasal() -> frozenset[str]:
    """The verbs that a particle can belong to."""
    return frozenset(phrase.split()[0] for phrase in words("phrasal_cues"))


def _in_noun_phrase(passage: Passage, position: int) -> bool:
    """Whether the word ends a phrase like "the latest request", and is no verb after its subject."""
    at = position - 1
    while at > 0 and passage.classes[at] == wc.ADVERB:
        at -= 1
    if passage.classes[at] == wc.NUMBER:
        return True
    if passage.classes[at] == wc.NOUN and passage.lowers[at] not in words("speaker_nouns"):
        return True
    while at >= 0 and passage.classes[at] == wc.NOUN and position - at < 4:
        at -= 1
    return at < position - 2 and (at < 0 or passage.classes[at] in "d'p")


def _opens_as_verb(passage: Passage, position: int) -> bool:
    """Whether a capitalised verb opens its sentence: Said Smith, Calling it … ."""
    word = passage.lowers[position]
    opens = position == 0 or passage.classes[position - 1] in (wc.STOP, wc.QUOTED, wc.COLON)
    return (
        opens
        and word in words("cues")
        and (word.endswith("ing") or word in ("said", "says", "asked", "tweeted", "wrote"))
    )


def is_passive(passage: Passage, position: int) -> bool:
    """Whether the verb at `position` is passive, so that its subject does not speak: was told, is called."""
    at = position - 1
    while at >= 0 and passage.classes[at] == wc.ADVERB:
        at -= 1
    return at >= 0 and passage.lowers[at] in _BE and not passage.lowers[position].endswith("ing")


def mention(passage: Passage, start: int, end: int) -> Mention:
    """The words `start` to `end` (half-open positions) as they stand in the text."""
    first, last = passage.starts[start], passage.ends[end - 1]
    return Mention(passage.text[first:last], first, last)


def cue_mention(passage: Passage, position: int) -> Mention:
    """The cue at `position` with the particle that belongs to it: referred to, pointed out."""
    return mention(passage, position, position + (2 if with_particle(passage, position) else 1))

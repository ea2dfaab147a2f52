"""Noun phrases in a passage's words, without a parse: where one begins and ends, and what its head is."""

from typing import NamedTuple

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import Passage

NOMINAL = frozenset({wc.NAME, wc.NOUN, wc.NUMBER})
_RUN = NOMINAL | {wc.POSSESSIVE}
_LONGEST_RUN = 9


class Phrase(NamedTuple):
    """A noun phrase: positions `start` to `end` (half-open) in the passage's words, and its `head`."""

    start: int
    end: int
    head: int


def phrase_ending(passage: Passage, last: int, low: int, depth: int = 0) -> Phrase:
    """The noun phrase whose last word is at `last`, with what "of", "for", … join to it, not before `low`."""
    classes = passage.classes
    if classes[last] == wc.PRONOUN:
        return Phrase(last, last + 1, last)
    start = run_start(passage, last, low)
    phrase = Phrase(start, last + 1, last)
    before = start - 1
    joins = before > low and depth < 3 and classes[before] == wc.PREPOSITION
    if (
        joins
        and passage.lowers[before] in words("joining_prepositions")
        and _nominal_end(passage, before - 1)
    ):
        outer = phrase_ending(passage, before - 1, low, depth + 1)
        return Phrase(outer.start, last + 1, outer.head)
    if joins and before - 2 > low and _is_reduced_relative(passage, before - 1):
        outer = phrase_ending(passage, before - 2, low, depth + 1)
        return Phrase(outer.start, last + 1, outer.head)
    return phrase


def _is_reduced_relative(passage: Passage, participle: int) -> bool:
    """Whether a participle and its preposition follow a noun: a letter seen by, a report published in."""
    word = passage.lowers[participle]
    formed = word.endswith(("ed", "en")) or word in ("led", "sent", "held", "made")
    return (
        formed
        and passage.classes[participle - 1] in (wc.NOUN, wc.NAME)
        and passage.lowers[participle + 1] in ("by", "to", "in")
    )


def _nominal_end(passage: Passage, position: int) -> bool:
    if passage.classes[position] == wc.CLOSE or passage.lowers[position] in words("verb_particles"):
        return False
    if passage.classes[position] == wc.CUE:
        return position > 0 and passage.classes[position - 1] in "d'"
    return passage.classes[position] in NOMINAL or passage.lowers[position] in words("quantifiers")


def run_start(passage: Passage, last: int, low: int) -> int:
    """The first position, from `low` on, of the unbroken run of nouns and names that ends with `last`."""
    classes = passage.classes
    start = last
    while start > low and last - start < _LONGEST_RUN:
        before = classes[start - 1]
        if before in _RUN or _inside_name(passage, start - 1):
            start -= 1
        elif before == wc.DETERMINER:
            start -= 1
            if (
                start > low
                and passage.lowers[start] not in ("the", "a", "an")
                and classes[start - 1] == wc.DETERMINER
            ):
                start -= 1
            break
        elif before == wc.CUE and start - 1 > low and classes[start - 2] in "d'":
            start -= 1
        else:
            break
    while start < last and classes[start] == wc.POSSESSIVE:
        start += 1
    return start


def _inside_name(passage: Passage, position: int) -> bool:
    """Whether the word joins parts of one name: U.S. - Russia, Marks & Spencer, the boys’ club."""
    if not 0 < position < len(passage.words) - 1:
        return False
    word = passage.words[position]
    if word == "and":
        before, after = passage.classes[position - 1], passage.classes[position + 1]
        return before == wc.NAME == after and position > 1 and passage.words[position - 2] == "The"
    if passage.classes[position] == wc.TIME:
        return word[0].isupper() and passage.classes[position - 1] == wc.NAME == passage.classes[position + 1]
    if word in ("-", "’", "'"):
        return passage.words[position - 1] != "-" and passage.ends[position - 1] == passage.starts[position]
    return word == "&"


def phrase_starting(passage: Passage, first: int, high: int) -> Phrase:
    """The noun phrase whose first word is at `first`, before `high`; a common noun keeps its "of" or "for" phrase."""
    classes = passage.classes
    if classes[first] == wc.PRONOUN:
        return Phrase(first, first + 1, first)
    at = first
    while at < high and classes[at] == wc.DETERMINER:
        at += 1
    opened = at > first
    while at < high:
        if classes[at] == wc.CUE and at > first and classes[at - 1] in "d'" and at == first + 1:
            at += 1  # her claim
            continue
        if not (
            classes[at] in _RUN
            or _inside_name(passage, at)
            or (at > first and _leads_to_speaker(passage, at))
        ):
            break
        if classes[at] == wc.NOUN and at > first and not _goes_on(passage, at, opened):
            break
        at += 1
    end = max(at, first + 1)
    head = end - 1
    joined = end + 1 < high and passage.lowers[end] in ("of", "for", "from", "at", "with", "by")
    if joined and classes[head] == wc.NOUN and classes[end + 1] in "dNnu":
        end = phrase_starting(passage, end + 1, high).end
    elif joined and passage.lowers[end] == "of" and passage.lowers[head] in words("quantifiers"):
        if passage.lowers[end + 1] in words("object_pronouns"):
            end += 2  # one of them
        elif classes[end + 1] in "dNnu":
            end = phrase_starting(passage, end + 1, high).end
    return Phrase(first, end, head)


def _goes_on(passage: Passage, at: int, opened: bool) -> bool:
    """Whether the word in small letters at `at` still belongs to the phrase that began before it."""
    nouns = words("speaker_nouns")
    before = passage.classes[at - 1]
    word = passage.lowers[at]
    if before == wc.NAME:
        before_verb = (
            at + 1 < len(passage.words) and passage.classes[at + 1] in "xkv" and not word.endswith("ed")
        )
        if opened and not word.endswith("ed"):
            return True
        return word in nouns or before_verb or _leads_to_speaker(passage, at)
    if before == wc.NOUN and passage.lowers[at - 1] in nouns:
        return word in nouns
    return opened or before == wc.POSSESSIVE or word in nouns or _leads_to_speaker(passage, at)


def _leads_to_speaker(passage: Passage, at: int) -> bool:
    """Whether small words from `at` on lead to a noun for a speaker: state news agency."""
    nouns = words("speaker_nouns")
    for position in range(at, min(at + 3, len(passage.words))):
        if passage.lowers[position] in nouns and position > at:
            return True
        nominal = passage.classes[position] == wc.NOUN or passage.lowers[position] in words("noun_cues")
        if not nominal or passage.words[position][0].isupper():
            return False
    return False


def described(passage: Passage, first: int, high: int) -> Phrase:
    """The noun phrase whose first word is at `first`, and the name that small words lead to: a shaken Smith."""
    plain = phrase_starting(passage, first, high)
    if plain.end >= high or passage.classes[plain.head] in (wc.NAME, wc.PRONOUN):
        return plain
    acts = passage.lowers[plain.end].endswith("ing") and passage.classes[plain.head] == wc.NOUN
    at = plain.end if passage.classes[plain.head] == wc.POSSESSIVE else first
    while at < min(high, first + _LONGEST_RUN) and _describes(passage, at, first):
        at += 1
    if acts or at < plain.end or at >= high or passage.classes[at] != wc.NAME:
        return plain
    named = phrase_starting(passage, at, high)
    return Phrase(first, named.end, named.head)


def _describes(passage: Passage, at: int, first: int) -> bool:
    """Whether the word is one in small letters before a name: lead author, 34-year-old, teacher and historian."""
    if passage.words[at][0].isupper():
        return False
    word_class = passage.classes[at]
    if word_class == wc.DASH:
        return _inside_name(passage, at)
    if word_class == wc.CUE:
        return passage.lowers[at] in words("noun_cues")
    if word_class == wc.COORDINATOR:
        return at > first and passage.lowers[at] == "and" and passage.classes[at - 1] == wc.NOUN
    return word_class in "nkub'" or (word_class == wc.DETERMINER and at == first)


def with_name(passage: Passage, phrase: Phrase, high: int) -> Phrase:
    """The phrase with the name that explains it: the prosecutor, Mary Smith, · her adviser (…), Mary Smith."""
    classes = passage.classes
    titled = classes[phrase.start] == wc.DETERMINER and passage.lowers[phrase.head] in words("speaker_nouns")
    if classes[phrase.head] != wc.NOUN and not titled:
        return phrase
    comma = phrase.end
    if comma < high and classes[comma] == wc.OPEN:
        while comma < high - 1 and classes[comma] != wc.CLOSE:
            comma += 1
        comma += 1
    if comma + 1 >= high or classes[comma] != wc.COMMA or classes[comma + 1] != wc.NAME:
        return phrase
    named = phrase_starting(passage, comma + 1, high)
    closes = named.end >= len(classes) or classes[named.end] in ",.q(:v"
    if closes and classes[named.head] == wc.NAME and named.end - named.start <= 5:
        return Phrase(phrase.start, named.end, named.head)
    return phrase


def can_speak(passage: Passage, subject: Phrase) -> bool:
    """Whether the subject is somebody or something that speaks: no "these efforts suggest", no "you know"."""
    head = passage.lowers[subject.head]
    if passage.classes[subject.head] == wc.PRONOUN:
        return head not in ("you", "it", "we")
    if passage.classes[subject.head] in (wc.NAME, wc.RELATIVE, wc.DETERMINER, wc.NUMBER):
        return True
    return any(
        passage.lowers[at] in words("speaker_nouns") and not _modifies(passage, at, subject.end)
        for at in range(subject.start, subject.end)
    )


def _modifies(passage: Passage, at: int, end: int) -> bool:
    """Whether the noun at `at` only tells more of the one after it: the rival drafts."""
    return at + 2 == end and passage.classes[at + 1] == wc.NOUN

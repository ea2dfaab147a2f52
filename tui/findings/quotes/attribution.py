"""Find who spoke a quotation, by what stands around it: one function a pattern, the surest first."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.clauses import FOLDED, Passage
from tui.findings.quotes.cues import cue_mention, is_cue, is_passive, mention, with_particle
from tui.findings.quotes.phrases import (
    Phrase,
    can_speak,
    described,
    phrase_ending,
    phrase_starting,
    with_name,
)
from tui.findings.quotes.quote import Mention
from tui.findings.quotes.subjects import main_subject, subject_after, subject_before

_LEADS = frozenset({wc.COMMA, wc.DASH, wc.OPEN})
_ACCORDING = frozenset({("according", "to"), ("words", "of"), ("to", "quote")})
_MODALS = frozenset({"would", "will", "could", "can", "should", "must", "may", "might"})
_TURNS = frozenset({wc.COORDINATOR, wc.SUBORDINATOR, wc.RELATIVE, wc.THAT})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who spoke, by which words the text says so, and the rule that found it."""

    speaker: Mention
    cue: Mention | None
    rule: str
    confidence: float


@dataclass(slots=True)
class Place:
    """A quotation in its sentence: `at` its position, `first`/`last` the sentence, `final` its last character.

    `word_count` is how many words the quotation has.
    """

    passage: Passage
    index: int
    at: int
    first: int
    last: int
    final: str
    word_count: int

    @property
    def opens_sentence(self) -> bool:
        """Whether nothing but marks, a joining word or a dateline stands before it in its sentence."""
        before = self.passage.classes[self.first : self.at]
        dateline = bool(before) and before[-1] == wc.DASH and all(c in "N(),-mu" for c in before)
        return dateline or all(c in ",-(cb" for c in before)


def place(passage: Passage, index: int) -> Place:
    """Where the passage's quotation number `index` stands."""
    at = passage.places[index]
    first, last = passage.sentence_of(at)
    quoted = passage.quotes[index]
    final = passage.text[quoted.end - 1]
    if final in "’'”\"" and quoted.end - quoted.start > 2:
        final = passage.text[quoted.end - 2]  # inside nested marks
    count = len(passage.text[quoted.start : quoted.end].split())
    return Place(passage, index, at, first, last, final, count)


def attribute(here: Place) -> Attribution | None:
    """The attribution that stands by the quotation itself, or None."""
    for rule in _RULES:
        found = rule(here)
        if found is not None:
            return found
    return None


def _made(
    here: Place, phrase: Phrase | None, cue: int | None, rule: str, confidence: float
) -> Attribution | None:
    if phrase is None:
        return None
    phrase = with_name(here.passage, phrase, here.last)
    speaker = mention(here.passage, phrase.start, phrase.end)
    return Attribution(speaker, None if cue is None else cue_mention(here.passage, cue), rule, confidence)


def _after(here: Place) -> Attribution | None:
    """“…,” said Smith · “…,” Smith said."""
    passage = here.passage
    if not passage.quotes[here.index].closed or here.at + 1 >= here.last or _led_in(here):
        return None
    high = _next_quotation(passage, here.at, here.last)
    lead = here.at + 1
    while lead < high and passage.classes[lead] in _LEADS:
        lead += 1
    turn = lead
    while turn < high and passage.classes[turn] == wc.ADVERB:
        turn += 1
    if turn >= high or (passage.classes[turn] in _TURNS and passage.lowers[turn] not in ("as", "then")):
        return None
    strong = here.final in ",?!—–-" or lead > here.at + 1
    if not (strong or here.opens_sentence):
        return None
    return (
        _cue_after(here, lead, high)
        or _came(here, lead, high)
        or _according(here, lead, high)
        or _inverted_by_form(here, lead, high)
        or _subject_after(here, lead, high)
    )


def _subject_after(here: Place, lead: int, high: int) -> Attribution | None:
    """“…,” she paused, “…”: somebody does something between the halves of a quotation or at its end."""
    passage = here.passage
    named = passage.classes[lead] == wc.NAME or passage.lowers[lead] in ("he", "she", "they")
    if here.final != "," or not named or high - lead > 12:
        return None
    subject = phrase_starting(passage, lead, high)
    acts = subject.end < high and passage.classes[subject.end] in (wc.NOUN, wc.VERB, wc.CUE)
    return _made(here, subject, None, "follows", 0.75) if acts else None


def _cue_after(here: Place, lead: int, high: int) -> Attribution | None:
    passage = here.passage
    for verb in range(lead, high):
        if passage.classes[verb] in (wc.COLON, wc.SEMICOLON):
            return None
        if not is_cue(passage, verb) or is_passive(passage, verb):
            continue
        participle = passage.lowers[verb].endswith("ing")
        if participle and verb == lead:
            return None
        if all(c == wc.ADVERB or c == wc.AUXILIARY for c in passage.classes[lead:verb]):
            inverted = _made(here, subject_after(passage, verb, high), verb, "inverted", 0.97)
            if inverted or verb == lead:
                return inverted
        return _made(here, subject_before(passage, verb, lead), verb, "follows", 0.97)
    return None


def _led_in(here: Place) -> bool:
    """Whether a verb of saying right before the quotation already brings it: Smith said, “…”."""
    before = here.at - 1
    passage = here.passage
    if before >= here.first and is_cue(passage, before):
        return True
    if before <= here.first or passage.classes[before] not in (wc.COMMA, wc.COLON):
        return False
    if before - 1 > here.first and is_cue(passage, before - 1):
        return True
    near = range(max(here.first, before - 6), before)
    return any(is_cue(passage, at) and passage.lowers[at] not in words("weak_cues") for at in near)


def _next_quotation(passage: Passage, at: int, last: int) -> int:
    for position in range(at + 1, last):
        if passage.words[position] is FOLDED:
            return position
    return last


def _according(here: Place, low: int, high: int) -> Attribution | None:
    """According to Smith, in the words of Smith, to quote Smith."""
    passage = here.passage
    for at in range(low, high - 2):
        if tuple(passage.lowers[at : at + 2]) in _ACCORDING and passage.classes[at + 2] in "dNnuo":
            return _made(here, described(passage, at + 2, high), at, "according", 0.9)
    return None


def _after_its_sentence(here: Place) -> Attribution | None:
    """“….” Those were the words of Smith."""
    passage = here.passage
    start = here.at + 6
    if here.last != here.at + 1 or start >= len(passage.words):
        return None
    first, _, *rest = passage.lowers[here.at + 1 : start]
    if first not in ("those", "these") or rest != ["the", "words", "of"]:
        return None
    high = passage.sentence_of(start)[1]
    return _made(here, described(passage, start, high), start - 2, "according", 0.9)


def _came(here: Place, lead: int, high: int) -> Attribution | None:
    """“…,” came the reply from Smith."""
    passage = here.passage
    if passage.lowers[lead] not in ("came", "comes") or passage.classes[lead + 1 : lead + 2] != [
        wc.DETERMINER
    ]:
        return None
    for at in range(lead + 2, min(high - 1, lead + 6)):
        if passage.lowers[at] == "from" and passage.classes[at + 1] in "dNnu":
            return _made(here, described(passage, at + 1, high), lead, "inverted", 0.9)
    return None


def _inverted_by_form(here: Place, lead: int, high: int) -> Attribution | None:
    """“…,” zinged Smith: a word that no list knows, in the form of a verb, between the quotation and a name."""
    passage = here.passage
    formed = passage.classes[lead] == wc.NOUN and passage.lowers[lead].endswith("ed") and lead + 1 < high
    if not formed or here.final not in ",?!" or not here.opens_sentence or lead != here.at + 1:
        return None
    subject = described(passage, lead + 1, high) if passage.classes[lead + 1] in "dNnu" else None
    named = subject is not None and passage.classes[subject.head] == wc.NAME
    return _made(here, subject, lead, "inverted", 0.8) if named else None


def _for(here: Place) -> Attribution | None:
    """For Smith, the question is “…”."""
    passage = here.passage
    if passage.lowers[here.first] != "for" or passage.classes[here.first + 1 : here.first + 2] != [wc.NAME]:
        return None
    subject = phrase_starting(passage, here.first + 1, here.at)
    follows = subject.end < here.at and passage.classes[subject.end] == wc.COMMA
    return _made(here, subject, here.first, "according", 0.7) if follows and completes(here) else None


def completes(here: Place) -> bool:
    """Whether the quotation is what a clause tells of its subject, and ends it: it was “…”, the aim is a “…”."""
    passage = here.passage
    before = here.at - 1
    while before > here.first and passage.classes[before] in (wc.DETERMINER, wc.ADVERB):
        before -= 1
    is_so = before >= here.first and passage.classes[before] == wc.AUXILIARY
    return is_so and (here.at + 1 >= here.last or passage.classes[here.at + 1] in (wc.STOP, wc.COMMA))


def _dash(here: Place) -> Attribution | None:
    """“…” — Smith · ‘…’: Smith on the bridge, and nothing more in the paragraph."""
    passage = here.passage
    lead = here.at + 1
    if lead + 1 >= len(passage.words) or passage.classes[lead] not in (wc.DASH, wc.COLON):
        return None
    opens = here.first == here.at or (here.at > 1 and passage.classes[here.at - 1] == wc.COLON)
    if not opens or (passage.classes[lead] == wc.COLON and passage.classes[-1] == wc.STOP):
        return None
    if len(passage.words) - lead > 12 or passage.classes[lead + 1] != wc.NAME:
        return None
    return _made(here, phrase_starting(passage, lead + 1, len(passage.words)), None, "dash", 0.8)


def _before(here: Place) -> Attribution | None:
    """Smith said, “…” · said Smith: “…” · Smith said the plan was “…”.

    The nearest verb counts, but one that often means something else gives way to a clear verb of saying before it:
    Smith said he hopes for a “…”.
    """
    passage = here.passage
    weak: Attribution | None = None
    for verb in range(here.at - 1, here.first - 1, -1):
        if weak is not None and passage.classes[verb] in (wc.SEMICOLON, wc.QUOTED):
            break
        if not is_cue(passage, verb) or is_passive(passage, verb):
            continue
        subject = subject_before(passage, verb, here.first)
        if subject is None and (verb <= here.first + 1 or passage.classes[verb - 2] in "cb"):
            subject = subject_after(passage, verb, here.at)
        if subject is None or _is_supposed(passage, subject, here.first):
            continue
        adds = with_particle(passage, verb) and passage.classes[here.at - 1] not in (wc.COMMA, wc.COLON)
        if _is_foretold(passage, verb, subject) or (adds and not can_speak(passage, subject)):
            continue  # the search would go on “…”
        found = _made(here, subject, verb, "before", 0.93)
        if passage.lowers[verb] not in words("weak_cues") or verb >= here.at - 2:
            return found
        weak = weak or (found if can_speak(passage, subject) else None)
    return weak


def _is_supposed(passage: Passage, subject: Phrase, low: int) -> bool:
    """Whether the subject does something in a condition only: if Smith shows …, unless Smith admits …."""
    return subject.start > low and passage.lowers[subject.start - 1] in words("conditions")


def _is_foretold(passage: Passage, verb: int, subject: Phrase) -> bool:
    """Whether somebody else tells what the subject will do: Smith said that the council would respond to “…”."""
    reported = passage.classes[subject.start - 2 : subject.start] == [wc.CUE, wc.THAT]
    return reported and not _MODALS.isdisjoint(passage.lowers[subject.end : verb])


def _name_and_colon(here: Place) -> Attribution | None:
    """A name and a colon bring the quotation: Mary Smith: “…”."""
    passage = here.passage
    name = here.at - 2
    if name < here.first or passage.classes[here.at - 1] != wc.COLON or passage.classes[name] != wc.NAME:
        return None
    phrase = phrase_ending(passage, name, here.first)
    if phrase.start > here.first and passage.classes[phrase.start - 1] != wc.DASH:
        return None
    return _made(here, phrase, None, "colon", 0.9)


def _according_before(here: Place) -> Attribution | None:
    return _according(here, here.first, here.at)


def _closing(here: Place) -> Attribution | None:
    """The end of the sentence tells: “…” by May, said Smith. · “…” if it passed, Smith said."""
    passage = here.passage
    high = here.last
    while high > here.at and passage.classes[high - 1] == wc.STOP:
        high -= 1
    for verb in range(high - 1, here.at + 2, -1):
        if not is_cue(passage, verb) or is_passive(passage, verb) or passage.lowers[verb].endswith("ing"):
            continue
        if passage.classes[verb - 1] == wc.COMMA:
            subject = subject_after(passage, verb, high)
            return _made(here, subject, verb, "inverted", 0.9)
        subject = subject_before(passage, verb, here.at + 1)
        alone = subject is not None and passage.classes[subject.start - 1] == wc.COMMA
        ends = verb + 1 == high or passage.classes[verb + 1] in (wc.TIME, wc.PREPOSITION, wc.COMMA)
        return _made(here, subject, verb, "follows", 0.9) if alone and ends else None
    return None


def _colon(here: Place) -> Attribution | None:
    """Smith was blunt: “…”."""
    before = here.at - 1
    if before <= here.first or here.passage.classes[before] != wc.COLON:
        return None
    return _made(here, main_subject(here.passage, here.first, before), None, "colon", 0.75)


_RULES: tuple[Callable[[Place], Attribution | None], ...] = (
    _after,
    _after_its_sentence,
    _dash,
    _name_and_colon,
    _before,
    _according_before,
    _closing,
    _colon,
    _for,
)

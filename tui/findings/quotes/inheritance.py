"""Quotations without an attribution of their own: the speaker goes on, or the sentence before tells who it is."""

from dataclasses import replace

from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.attribution import Attribution, Place, attribute, place
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.cues import cue_mention, is_cue, is_passive, mention
from tui.findings.quotes.phrases import phrase_starting
from tui.findings.quotes.quote import Mention
from tui.findings.quotes.subjects import main_subject, subject_before

_AFTER = frozenset({"inverted", "follows"})
_SHORTEST = 4
_REMEMBERED = 3  # paragraphs

History = list[tuple[Passage, list[Attribution | None]]]
"""The passages above, with what was found about their quotations."""

_CUT_OFF = 6  # words after a quotation whose speaker is missing


def attribute_all(passage: Passage, history: History) -> list[tuple[Place, Attribution | None]]:
    """Each quotation of the passage with its attribution; `history` holds the paragraphs above."""
    if not passage.quotes:
        return []
    places = [place(passage, index) for index in range(len(passage.quotes))]
    found = [attribute(here) for here in places]
    for index, here in enumerate(places):
        if found[index] is None:
            found[index] = _from_sentence_before(here, found[index - 1] if index else None)
    _within_paragraph(places, found)
    _from_paragraph_before(places, found, history)
    return list(zip(places, found, strict=True))


def _from_sentence_before(here: Place, previous: Attribution | None) -> Attribution | None:
    """The sentence before names the speaker: Smith did not hold back. “…”."""
    passage = here.passage
    long = here.word_count >= _SHORTEST
    if (
        not here.opens_sentence
        or previous is not None
        or here.first == 0
        or not (long or here.final in ".?!")
    ):
        return None
    low = passage.places[here.index - 1] + 1 if here.index else 0
    for verb in range(here.first - 1, low - 1, -1):
        if is_cue(passage, verb) and not is_passive(passage, verb):
            subject = subject_before(passage, verb, passage.sentence_of(verb)[0])
            if subject is not None:
                speaker = mention(passage, subject.start, subject.end)
                return Attribution(speaker, cue_mention(passage, verb), "sentence before", 0.8)
    if not long:
        return None
    first, last = passage.sentence_of(here.first - 1)
    subject = main_subject(passage, max(first, low), last)
    if subject is None or passage.classes[subject.head] not in (wc.NAME, wc.PRONOUN):
        return None
    return Attribution(mention(passage, subject.start, subject.end), None, "sentence before", 0.65)


def _within_paragraph(places: list[Place], found: list[Attribution | None]) -> None:
    """The speaker of a quotation goes on in the next one of the paragraph that stands as a sentence of its own."""
    spoke: Attribution | None = None
    for index, here in enumerate(places):
        spoke = found[index] or spoke
        if found[index] is not None or not (here.opens_sentence or _goes_on(places, found, index)):
            continue
        source = spoke
        if source is None and index + 1 < len(places):
            following = found[index + 1]
            source = following if following and following.rule in _AFTER else None
        if source is not None:
            found[index] = replace(source, rule="same speaker", confidence=min(source.confidence, 0.9))


def _goes_on(places: list[Place], found: list[Attribution | None], index: int) -> bool:
    """Whether the quotation takes up the one before it after its attribution: “…,” said Smith, “…”."""
    if index == 0:
        return False
    previous = found[index - 1]
    here = places[index]
    return previous is not None and previous.rule in _AFTER and here.passage.classes[here.at - 1] == wc.COMMA


def _from_paragraph_before(places: list[Place], found: list[Attribution | None], history: History) -> None:
    """A paragraph that begins with quoted words and names nobody: who spoke last goes on."""
    if not places or found[0] is not None or places[0].at or is_cut_off(places[0]):
        return
    first = places[0]
    if first.word_count >= _SHORTEST or first.passage.quotes[0].continues:
        before = last_speaker(history)
        if before is not None:
            found[0] = Attribution(before, None, "paragraph before", 0.75)
            _within_paragraph(places, found)


def is_cut_off(here: Place) -> bool:
    """Whether the text breaks off before the speaker: “…,” and no more than "said" or "the", or inside the words."""
    passage = here.passage
    left = len(passage.classes) - here.at
    quoted = passage.quotes[here.index]
    if not quoted.closed:
        return here.final not in ".?!…" and not passage.text[quoted.end :].strip()
    if here.final != "," or left > _CUT_OFF:
        return False
    return all(word_class in ",-bv.d" for word_class in passage.classes[here.at + 1 :])


def signature(passage: Passage) -> Mention | None:
    """The name that signs the quotation in the paragraph before, where the passage is no more: "- Mary Smith."."""
    if not 1 < len(passage.words) <= 8 or passage.classes[0] != wc.DASH or passage.classes[1] != wc.NAME:
        return None
    phrase = phrase_starting(passage, 1, len(passage.words))
    return mention(passage, phrase.start, phrase.end)


def last_speaker(history: History) -> Mention | None:
    """Who would go on speaking after the paragraphs of `history`: who spoke last, else whom a paragraph is about."""
    for passage, found in history[: -_REMEMBERED - 1 : -1]:
        spoke = [attribution.speaker for attribution in found if attribution]
        speaker = spoke[-1] if spoke else _subject_of(passage)
        if speaker is not None:
            return speaker
    return None


def _subject_of(passage: Passage) -> Mention | None:
    """Whom a paragraph without quotations brings in: its first subject, or the last where it ends with a colon."""
    announces = passage.classes[-1] == wc.COLON
    first, last = passage.sentences[-1 if announces else 0]
    if announces:
        for verb in range(last - 1, first - 1, -1):
            if is_cue(passage, verb) and not is_passive(passage, verb):
                subject = subject_before(passage, verb, first)
                if subject is not None:
                    return mention(passage, subject.start, subject.end)
    subject = main_subject(passage, first, last)
    if subject is None or passage.classes[subject.head] not in (wc.NAME, wc.PRONOUN):
        return None
    return mention(passage, subject.start, subject.end)

"""Tell what somebody said from scare quotes, titles of works, nicknames and coined terms; direct from fragment."""

import re

from tui.findings.language.wordlists import words
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.attribution import Attribution, Place, completes
from tui.findings.quotes.cues import is_cue
from tui.findings.quotes.wordclasses import word_class

_LETTERS = re.compile(r"[^\W\d_][^\W\d_'’]*")
_LONG = 4
_LONGEST_TITLE = 10  # words
_NEAR = 16
_AND_THAT = [wc.COORDINATOR, wc.THAT]
_AFTER = ("inverted", "follows")
_SMALL_IN_TITLES = frozenset({wc.DETERMINER, wc.PREPOSITION, wc.COORDINATOR})


def is_statement(here: Place, attribution: Attribution | None) -> bool:
    """Whether the quotation is something that was said; short ones need a verb of saying right by them."""
    if _is_title(here) and not (
        attribution and attribution.rule in _AFTER and here.final == "," and here.opens_sentence
    ):
        return False
    if here.word_count >= _LONG:
        return True
    if attribution is None:
        return False
    if attribution.rule == "according" and _belongs(here):
        return True
    if attribution.rule in _AFTER or attribution.rule in ("dash", "according"):
        return here.final in ",?!" or here.opens_sentence or _comma_follows(here)
    if attribution.rule == "before":
        return _in_clause_of_cue(here)
    if attribution.rule == "colon":
        return here.final in ".?!"
    if attribution.rule == "paragraph before":
        return here.passage.quotes[here.index].continues
    goes_on = here.opens_sentence or here.passage.classes[here.at - 1] == wc.COMMA
    return attribution.rule in ("same speaker", "sentence before") and here.final in ".?!" and goes_on


def _belongs(here: Place) -> bool:
    """Whether the words are what somebody holds, or a clause of his: According to Smith, it was “…”."""
    before = here.passage.classes[here.at - 1] if here.at > here.first else wc.STOP
    ends = here.at + 1 >= here.last or here.passage.classes[here.at + 1] == wc.STOP
    return completes(here) or (ends and before == wc.COMMA)


def _comma_follows(here: Place) -> bool:
    return here.at + 1 < here.last and here.passage.classes[here.at + 1] == wc.COMMA


def _is_title(here: Place) -> bool:
    if here.word_count >= _LONGEST_TITLE:
        return False
    quoted = here.passage.quotes[here.index]
    written = _LETTERS.findall(here.passage.text[quoted.start : quoted.end])
    capitalised = sum(word[0].isupper() for word in written)
    if capitalised > 1 and here.final not in "?!":
        small = (word for word in written if not word[0].isupper())
        if all(word_class(word) in _SMALL_IN_TITLES for word in small):
            return True
    before = here.at - 1
    if before >= here.first and here.passage.classes[before] == wc.COMMA:
        before -= 1
    return (
        here.word_count < _LONG
        and before >= here.first
        and here.passage.lowers[before] in words("work_nouns")
    )


def _in_clause_of_cue(here: Place) -> bool:
    """Whether a verb of saying stands before the quotation with no comma between: called the plan a "disaster"."""
    passage = here.passage
    before = here.at - 1
    if before < here.first:
        return False
    if passage.classes[before] in (wc.COMMA, wc.COLON):
        return True
    for at in range(before, max(here.first - 1, before - _NEAR), -1):
        if passage.classes[at] == wc.COMMA and passage.classes[at + 1 : at + 3] != _AND_THAT:
            return False
        if is_cue(passage, at):
            return True
    return False


def _is_object(here: Place) -> bool:
    """Whether the words are what a verb is done to, and no sentence: hailed “a new chapter”."""
    quoted = here.passage.quotes[here.index]
    first = here.passage.text[quoted.start : quoted.end].split(maxsplit=1)[0]
    return here.passage.lowers[here.at - 1] in words("object_cues") and word_class(first) == wc.DETERMINER


def is_direct(here: Place) -> bool:
    """Whether the quotation is a sentence of its own or the whole object of its verb; else it is a fragment."""
    passage = here.passage
    brought = here.opens_sentence or passage.classes[here.at - 1] in (wc.COMMA, wc.COLON)
    if not brought:
        brought = is_cue(passage, here.at - 1) and not _is_object(here)
    following = passage.classes[here.at + 1] if here.at + 1 < here.last else wc.STOP
    return brought and (
        here.final in ".,?!—–-…" or following in (wc.COMMA, wc.STOP, wc.CUE, wc.DASH, wc.COLON)
    )

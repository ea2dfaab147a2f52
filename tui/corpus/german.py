"""Where a German sentence ends: „ opens and “ closes, numbers with a full stop are ordinals (am 3. Oktober).

Word lists: `language/german/{titles,short_forms,abbreviations,openers,ordinal_leads,ordinal_nouns}.txt`.
"""

import re
from functools import partial

from tui.corpus.language import word_list

SENTENCE_END = re.compile(
    r"""([.!?…](?<![.!?…].)[.!?…]*+)
        (?:["”“’‘'»«›‹)\]]|[ \xa0]"(?=\s|\Z))*+
        ()(?:\s++(["“”„‚‘»«›‹(\[—–-]*+)\s*+(\w[\w'’-]*+)?|\Z)""",
    re.VERBOSE,
)
"""A candidate: end marks, closing marks, then a blank, opening marks and the next word; groups as in `sentences.py`."""

_list = partial(word_list, language="german")
_TITLES = _list("titles")
_SHORT_FORMS = _list("short_forms")
_ABBREVIATIONS = _list("abbreviations")
_OPENERS = _list("openers")
_ORDINAL_LEADS = _list("ordinal_leads")
_ORDINAL_NOUNS = _list("ordinal_nouns")
_DASHES = frozenset("—–-")
_BEFORE = "(\"“„‚‘»«›‹'[—–-"
_ROMAN = re.compile(r"[IVX]+\Z")
_LONGEST_SHORT_FORM = 16
_SHORTEST = 12
_ORDINAL_DIGITS = 3


def ends_sentence(text: str, begin: int, at: int, marks: str, opening: str, word: str) -> bool:
    """Whether the sentence that began at `begin` ends with `marks` at `at`, where `opening` and `word` follow."""
    if not _DASHES.isdisjoint(opening):
        return False
    if marks != ".":
        return marks[0] in "?!" or at - begin > _SHORTEST
    before = text[max(begin, at - _LONGEST_SHORT_FORM) : at].split()
    if not before:
        return True
    form = before[-1].lstrip(_BEFORE).rpartition("-")[2]
    opens = bool(opening) or word.lower() in _OPENERS
    if form.isdigit() and len(form) <= _ORDINAL_DIGITS:
        if word.lower() in _ORDINAL_NOUNS:
            return False
        leads = len(before) > 1 and before[-2].lower() in _ORDINAL_LEADS
        return opens or not (leads or at - len(before[-1]) <= begin)
    if form == "X" and len(before) > 1 and before[-2].islower():
        return True  # schrieb sie auf X.
    return _ends_after(form, opens)


def _ends_after(form: str, opens: bool) -> bool:
    """Whether the dot after the word `form` ends a sentence; `opens`: the next word opens sentences."""
    lower = form.lower()
    if (form[:1].isupper() and lower in _TITLES) or (form.islower() and lower in _SHORT_FORMS):
        return False
    if len(form) == 1 and form.isalpha():
        return False
    return opens or not (_ROMAN.match(form) or lower in _ABBREVIATIONS)

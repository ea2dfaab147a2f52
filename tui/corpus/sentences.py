"""Cut a block into sentences.

A candidate is a run of end marks with the closing marks after it, then a blank. Whether a sentence ends there is told
by the word in front (abbreviations, initials, U.S.) and the word behind (lower case, or a word that opens sentences).
Word lists: `language/english/{titles,abbreviations,openers}.txt`. What German does otherwise is in `german.py`.
"""

import re
from collections.abc import Callable

from tui.corpus import german
from tui.corpus.article import Span
from tui.corpus.language import word_list

_END = re.compile(
    r"""([.!?…](?<![.!?…].)[.!?…]*+)               # end marks, once a run
        (?:["”’'»)\]]|[ \xa0]"(?=\s|\Z))*+          # closing marks; in some texts a blank stands before the last one
        ()(?:\s++(["“”‘’'«(\[—–-]*+)\s*+(\w[\w'’-]*+)?|\Z)  # a blank, opening marks, the next word""",
    re.VERBOSE,
)
_WORD = re.compile(r"\w")
_DOTTED = re.compile(r"(?:\w\.)+\w\Z")
_LONGEST_SHORT_FORM = 16
_SHORTEST = 12
_MARKS = frozenset(".!?…")
_CLOSING = frozenset("”\"’'»")
_DASHES = frozenset("—–-")
_OPENING = frozenset("“‘\"'«")
_BEFORE = "(\"“‘'[—–-«"
_WHOSE = re.compile(rf"(?:[A-Z][\w.’'-]*+\s++){{1,4}}(?:{'|'.join(sorted(word_list('asking')))})\b")
_TITLES = word_list("titles")
_ABBREVIATIONS = word_list("abbreviations")
_OPENERS = word_list("openers")
_UNITS = frozenset({"ft", "sec"})
_CLOCK = frozenset({"a.m", "p.m"})
_AFTER_CLOCK = word_list("after_clock")


def sentences(text: str, start: int, end: int, language: str = "en") -> list[Span]:
    """The sentences of `text[start:end]`, trimmed of outer blanks, in order; together they hold all that is no blank.

    `language` is the text's, as `languages.language_of` tells it; one without rules of its own is cut by those of
    English. Linear in `end - start`.
    """
    end_mark, ends = _BY_LANGUAGE.get(language, _ENGLISH)
    found: list[Span] = []
    begin = _first_non_blank(text, start, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    for match in end_mark.finditer(text, begin, end):
        marks, _, opening, word = match.groups()
        stop = match.start(2)
        if word is None:
            if stop < end and _WORD.search(text, stop, end) is None:
                break
            if stop < end and text[match.end() : match.end() + 1] in _MARKS:  # a spaced pause: . . .
                continue
        elif (
            word[0].islower()
            or not ends(text, begin, match.start(), marks, opening, word)
            or (text[stop - 1] in _CLOSING and marks[-1] in "?!" and _WHOSE.match(text, match.start(4), end))
        ):
            continue
        found.append(Span(begin, stop))
        begin = _first_non_blank(text, stop, end)
    if begin < end:
        found.append(Span(begin, end))
    return found


def _first_non_blank(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends(text: str, begin: int, at: int, marks: str, opening: str, word: str) -> bool:
    """Whether the sentence that began at `begin` ends with `marks` at `at`, where `opening` and `word` follow."""
    if not _DASHES.isdisjoint(opening):
        return False
    if marks != "." or text[max(begin, at - 2) : at] == ". ":
        if marks[0] in "?!":
            return True
        return word != "I" and at - begin > _SHORTEST
    before = text[max(begin, at - _LONGEST_SHORT_FORM) : at].split()
    if not before:
        return True
    form = before[-1].lstrip(_BEFORE).rpartition("-")[2]
    if len(form) > 6 and "." not in form:
        return True
    quoted = opening != "" and opening[-1] in _OPENING
    return _ends_after(form, word, quoted or word.lower() in _OPENERS, first=at - len(before[-1]) <= begin)


def _ends_after(form: str, word: str, opens: bool, *, first: bool) -> bool:
    """Whether the dot after `form` ends a sentence before `word`.

    `opens`: `word` opens sentences or stands behind an opening mark; `first`: `form` stands at the sentence's head.
    """
    lower = form.lower()
    if lower in _CLOCK:
        return word.lower() not in _AFTER_CLOCK
    if lower in _TITLES:
        return form.islower() and lower in _UNITS
    if len(form) == 1 and form.isalpha():
        return form == "I" and opens and not first
    if first and form.isdigit():
        return False
    if lower in _ABBREVIATIONS:
        return _ends_after_abbreviation(form, lower, word, opens)
    return opens or not _DOTTED.search(form)


def _ends_after_abbreviation(form: str, lower: str, word: str, opens: bool) -> bool:
    if lower in {"no", "nos"}:
        return not word[0].isdigit()
    if form.islower() and lower != "etc":
        return True
    return opens


_ENGLISH: tuple[re.Pattern[str], Callable[[str, int, int, str, str, str], bool]] = (_END, _ends)
_BY_LANGUAGE = {"en": _ENGLISH, "de": (german.SENTENCE_END, german.ends_sentence)}

"""Cut a block into sentences.

A candidate is a run of end marks with the closing marks after it, then a blank. Whether a sentence ends there is told
by the word in front (abbreviations, initials, U.S.) and the word behind (lower case, or a word that opens sentences).
Word lists: `language/english/{titles,abbreviations,openers}.txt`.
"""

import re

from tui.corpus.article import Span
from tui.corpus.language import word_list

_END = re.compile(
    r"""[.!?…](?<![.!?…].)[.!?…]*+                # end marks, once a run
        (?:["”’'»)\]]|[ \xa0]"(?=\s|\Z))*+         # closing marks; in some texts a blank stands before the last one
        (?=\s)""",
    re.VERBOSE,
)
_NEXT = re.compile(r"""\s*+(["“”‘’'«(\[—–-]*+)\s*+(\w[\w'’-]*)""")
_WORD = re.compile(r"\w")
_DOTTED = re.compile(r"(?:\w\.)+\w\Z")
_LONGEST_SHORT_FORM = 16
_OPENING = "“‘\"'«"
_CLOCK = frozenset({"a.m", "p.m"})
_AFTER_CLOCK = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today tomorrow eastern central mountain pacific et est
    edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest msk local ist""".split()
)


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`, trimmed of outer blanks, in order; together they hold all that is no blank.

    Linear in `end - start`.
    """
    found: list[Span] = []
    begin = _first_non_blank(text, start, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    for match in _END.finditer(text, begin, end):
        stop = match.end()
        following = _NEXT.match(text, stop, end)
        if following is None:
            if _WORD.search(text, stop, end) is None:
                break
        elif not _ends(text, begin, match, following):
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


def _ends(text: str, begin: int, match: re.Match[str], following: re.Match[str]) -> bool:
    """Whether the sentence that began at `begin` ends with `match`."""
    opening, word = following.groups()
    if word[0].islower():
        return False
    marks = match.group()
    if marks[0] == "…" or marks.startswith("..."):
        return word != "I" and text.count(" ", begin, match.start()) >= 2
    if marks != ".":
        return True
    at = match.start()
    short = text[max(begin, at - _LONGEST_SHORT_FORM) : at].split()[-1:]
    if not short:
        return True
    form = short[0].lstrip("(\"“‘'[—–-")
    return _ends_after(form, word, bool(opening) and opening[-1] in _OPENING, at - len(short[0]) <= begin)


def _ends_after(form: str, word: str, quoted: bool, first: bool) -> bool:
    """Whether the dot after `form` ends a sentence before `word`; `quoted`: `word` stands behind an opening mark."""
    lower = form.lower()
    if lower in _CLOCK:
        return word.lower() not in _AFTER_CLOCK
    opens = quoted or word.lower() in word_list("openers")
    if lower in word_list("titles"):
        return form.islower() and lower in {
            "st",
            "ft",
            "mt",
            "v",
            "ed",
            "sec",
            "fr",
            "col",
            "det",
            "rep",
            "gen",
        }
    if len(form) == 1 and form.isalpha():
        return form == "I" and opens and not first
    if first and form.isdigit():
        return False
    if lower in word_list("abbreviations"):
        if lower in {"no", "nos"}:
            return not word[0].isdigit()
        if form.islower() and lower != "etc":
            return True
        return opens
    if _DOTTED.search(form):
        return opens
    return True

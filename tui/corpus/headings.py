"""Tell a headline, bare headings, datelines and captions by their shape and by what stands around them."""

import re

from tui.corpus.language import word_list
from tui.corpus.lines import Line

_KICKER_TIGHT = re.compile(r"([A-Z][A-Za-z&]+(?: ?[A-Za-z&]+)?(?: \d{1,2})?)-(?=[A-Z])")
_KICKER = re.compile(r"([\w&-]+(?: [\w&-]+){0,2}?)\s*(?:\s[-–—|]|[:|])\s+(?=\S)")
_NUMBERED = re.compile(r"\s*\d+\Z")
_LOOSE_ONLY = frozenset(
    {"live", "watch", "video", "photos", "feature", "focus", "review", "poll", "letter", "profile", "update"}
)
_DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,}(?:,\s[^-–—]{1,40})?\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—]{1,2})\s")
_SENTENCE_INSIDE = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?]['\"”’)]*\s+['\"“‘(]*[A-Z]"
)
_CAPTION = re.compile(
    r"(?:file\s+)?(?:photo|image|picture|caption|pictured|video|screenshot)s?\s*(?:credit\s*)?[:—-]\s"
    r"|.*\b(?:image|photo|photograph|picture|credit|screenshot)s?\s*(?::|\bby\b)\s*[^.]{2,60}\.?\Z"
    r"|.*\((?:left|right|centre|center|l|r|pictured|file photo|getty images|ap photo[^)]*)\)"
    r"|.*\b(?:file photo|getty images|ap photo)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|said|says|will|would|can|could|should|may|might|must|isn['’]t|wasn['’]t|don['’]t|won['’]t|I['’]m|it['’]s)\b"
)
_FUNCTION = re.compile(
    r"\b(?:of|the|a|an|to|in|on|at|and|or|for|with|by|from|as|is|are|was|were|how|why|what)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:so[ ,…]+|and\s+|but\s+)?(?:who|what|when|where|why|how|which|is|are|was|were|will|would|can|could|should|do|does|did|has|have)(?:['’]s|['’]re)?\b",
    re.IGNORECASE,
)
_ENDS = ".!?…"
_CLOSING = "\"”’')]"


def ends_open(text: str) -> bool:
    """Whether a line ends without a mark that ends a sentence or clause."""
    return text.rstrip(_CLOSING)[-1:] not in ".!?…:;," and text[-1] not in '"”'


def title_case(text: str) -> float:
    """The share of words of more than three letters that begin with a capital; 0 where there is none."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else float(text[:1].isupper())


def is_dateline(text: str) -> bool:
    """Whether a paragraph opens with a place in capitals and a dash: `BERLIN, May 3 (AP) —`."""
    return _DATELINE.match(text[:90]) is not None


def is_caption(text: str) -> bool:
    """Whether the line has the marks of a picture's caption."""
    return len(text) <= 400 and _CAPTION.match(text) is not None


def kicker_end(text: str) -> int:
    """How many code points a label in front of a headline takes (`EXPLAINER - `), or 0."""
    kickers = word_list("kickers")
    loose = _KICKER.match(text[:60])
    if loose:
        label = _NUMBERED.sub("", loose.group(1)).lower()
        if label in kickers:
            return loose.end()
    tight = _KICKER_TIGHT.match(text[:40])
    if tight:
        label = _NUMBERED.sub("", tight.group(1)).lower()
        numbered = tight.group(1)[-1].isdigit()
        if label in kickers and (numbered or label not in _LOOSE_ONLY):
            return tight.end()
    return 0


def is_headline(line: Line, following: Line | None) -> bool:
    """Whether the first line of an article is its headline, `following` being the next one."""
    text = line.text[kicker_end(line.text) :]
    words = len(text.split())
    if len(text) > 220 or words > 32 or "\n" in text or is_dateline(text) or text[-1] in ":,":
        return False
    if _SENTENCE_INSIDE.search(text[:-1]) and title_case(text) < 0.75:
        return False
    if ends_open(text) or text[-1] == ";":
        return text[0] not in '“"' or words > 2
    if following is None:
        return False
    if title_case(text) >= 0.7 or text.rstrip(_CLOSING)[-1:] in "?!":
        return words <= 28
    return words <= 18 and (is_dateline(following.text) or len(following.text) > 1.2 * len(text))


def heading_rule(line: Line, following: Line | None) -> str | None:
    """The rule by which a bare line above `following` is a heading, or None.

    `bare_question` is weak: it needs other headings beside it.
    """
    text = line.text
    words = text.split()
    if (
        following is None
        or len(text) > 110
        or len(words) > 14
        or not _opens_heading(text)
        or text[-1] in ":;,"
    ):
        return None
    if len(following.text) < len(text) and following.text[-1:] not in _ENDS and not ends_open(following.text):
        return None
    share = title_case(text)
    if text.isupper() and len(words) <= 8 and len(text) > 3:
        return "capitals"
    if ends_open(text):
        return _open_heading(text, words, share)
    if text[-1] == "?" and text[0] not in '“"':
        if share >= 0.75 and len(words) > 1:
            return "title_case"
        return "bare_question" if _ASKS.match(text) and len(words) <= 12 else None
    return None


def _opens_heading(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or (text[0] in "“‘'\"" and text[1:2].isupper())


def _open_heading(text: str, words: list[str], share: float) -> str | None:
    if share >= 0.75:
        return "title_case"
    if len(words) <= 10 and not _FINITE.search(text):
        return "bare_line"
    return None


def is_orphan(text: str) -> bool:
    """Whether a line under the headline is a stray tag or picture text: a few capitalised words and no grammar."""
    words = text.split()
    if (
        not ends_open(text)
        or len(words) > 5
        or not all(word[:1].isupper() or word[:1].isdigit() for word in words)
    ):
        return False
    if words[-1].lower() in word_list("agency_nouns"):
        return True
    return _FUNCTION.search(text) is None and text.lower() not in word_list("section_names")

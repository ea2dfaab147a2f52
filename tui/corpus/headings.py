"""Tell a headline, bare headings, datelines and captions by their shape and by what stands around them."""

import re

from tui.corpus.language import word_list
from tui.corpus.lines import Line
from tui.corpus.sentences import sentences

_KICKER_TIGHT = re.compile(r"([A-Z][A-Za-z&]+(?: [A-Za-z&]+)?(?: \d{1,2})?)-(?=[A-Z])")
_KICKER = re.compile(r"(\w[\w&-]*(?: [\w&]+){0,2}?)(?:\s+[-–—|]|\s?[:|])\s+(?=\S)")
_COUNT = re.compile(r"\s*\d+\Z")
_SPACED_ONLY = frozenset(
    {
        "live",
        "watch",
        "video",
        "photos",
        "feature",
        "focus",
        "review",
        "poll",
        "letter",
        "profile",
        "update",
        "opinion",
    }
)
_DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,}(?:,\s[^-–—]{1,40})?\s*(?:\([^)]{1,40}\)\s*)?[-–—]{1,2}\s")
_CREDIT = r"(?:Images?|Photos?|Fotos?|Photographs?|Pictures?|Credits?|Screenshots?)"
_CAPTION = re.compile(
    rf"(?:File\s+|AP\s+)?(?:{_CREDIT}|Caption|Pictured)\s*:\s*\S"
    r"|(?:Image|Media|Video|Photo) caption\b[,:]?\s*\S"
    rf"|.*\b{_CREDIT}(?:\s+credit)?(?:\s*:|\s+by)\s+[A-Z@][^.]{{1,60}}\.?\)?\Z"
    r"|.{0,160}[a-z]\s+\((?:left|right|centre|center|pictured)\)[ ,.]"
    r"|.*\((?:AP Photo|Photo by|Photo:|Getty Images|File [Pp]hoto)[^)]*\)\W*\Z"
    r"|.*\b(?:[Ff]ile [Pp]hoto|via Getty Images|/Getty Images)\b[^.]{0,40}\.?\Z"
)
_LONGEST_CAPTION = 300
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|said|says|will|would|can|could|should|may|might|must|am"
    r"|\w+n['’]t|\w+['’](?:m|re|ve|ll))\b"
)
_FUNCTION = re.compile(
    r"\b(?:of|the|a|an|to|in|on|at|and|or|for|with|by|from|as|is|are|was|were|how|why|what)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:so[ ,…]+)?(?:who|what|when|where|why|how|which|is|are|was|were|will|would|can|could|should|do|does|did"
    r"|has|have|wer|was|wann|wo|warum|wieso|weshalb|wie|welche[rmns]?|wohin|woher|ist|sind|war|waren|wird|werden"
    r"|kann|können|soll|sollen|muss|müssen|darf|dürfen|hat|haben)(?:['’]s|['’]re)?\b",
    re.IGNORECASE,
)
_CASED_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CLOSING = "\"”’')]"
_LONGEST_HEADLINE, _LONGEST_HEADING = 220, 110


def ends_open(text: str) -> bool:
    """Whether a line ends without a mark that ends a sentence, a clause or a quotation."""
    return text[-1] not in '"”' and text.rstrip(_CLOSING)[-1:] not in ".!?…:;,—"


def title_case(text: str) -> float:
    """The share of words that begin with a capital, among those of more than three letters where there are any."""
    words = _CASED_WORD.findall(text)
    words = [word for word in words if len(word) > 3] or words
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def is_dateline(text: str) -> bool:
    """Whether a paragraph opens with a place in capitals and a dash: `BERLIN, May 3 (AP) —`."""
    return text[:3].isupper() and _DATELINE.match(text[:90]) is not None


def is_caption(text: str) -> bool:
    """Whether the line has the marks of a picture's caption: a credit, `(left)`, `File photo`."""
    if len(text) > _LONGEST_CAPTION or not (
        ":" in text or "(" in text or "aption" in text or "hoto" in text or "Getty" in text
    ):
        return False
    return _CAPTION.match(text) is not None


def kicker_end(text: str) -> int:
    """How many code points a label in front of a headline takes (`EXPLAINER - `), or 0."""
    kickers = word_list("kickers")
    spaced = _KICKER.match(text[:60])
    if spaced and _COUNT.sub("", spaced.group(1)).lower() in kickers:
        return spaced.end()
    tight = _KICKER_TIGHT.match(text[:40])
    if tight:
        label = _COUNT.sub("", tight.group(1)).lower()
        if label in kickers and (tight.group(1)[-1].isdigit() or label not in _SPACED_ONLY):
            return tight.end()
    return 0


def is_section_label(text: str) -> bool:
    """Whether a line above the headline is only a label: a kicker by itself, or the one word of a section."""
    return " " not in text.strip() or text.strip(" :-–—|").lower() in word_list("kickers")


def is_headline(line: Line, following: Line | None) -> bool:
    """Whether the first line of an article is its headline, `following` being the next one."""
    text = line.text[kicker_end(line.text) :]
    words = len(text.split())
    if (
        not 0 < len(text) <= _LONGEST_HEADLINE
        or words > 32
        or "\n" in text
        or is_dateline(text)
        or text[-1] in ":,"
    ):
        return False
    capitals = title_case(text)
    if len(sentences(text, 0, len(text))) > 1 and capitals < 0.75 and words > 14:
        return False
    if ends_open(text) or text[-1] == ";":
        return True
    if following is None:
        return False
    if capitals >= 0.7 or text.rstrip(_CLOSING)[-1:] in "?!":
        return words <= 28
    return words <= 18 and (is_dateline(following.text) or len(following.text) > 1.2 * len(text))


def heading_rule(line: Line, following: Line) -> str | None:
    """The rule by which a bare line above `following` is a heading, or None.

    `bare_question` is weak: it needs other headings beside it.
    """
    text = line.text
    if len(text) > _LONGEST_HEADING or not _opens_heading(text) or text[-1] in ":;,":
        return None
    words = len(text.split())
    if words > 14:
        return None
    if text.isupper() and words <= 8 and len(text) > 3:
        return "capitals"
    if ends_open(text):
        return _open_rule(text, words, following.text)
    if text[-1] == "?" and words > 1:
        return _question_rule(text, words)
    return None


def is_dashed(text: str) -> bool:
    """Whether a line stands between two dashes, as some agencies set their headings: `– Old hands –`."""
    return text[0] in "–—-" and text.rstrip(".")[-1:] in "–—-" and 4 < len(text) <= _LONGEST_HEADING


def _opens_heading(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or (text[0] in "“‘'\"" and text[1:2].isupper())


def _open_rule(text: str, words: int, following: str) -> str | None:
    """A line with no end mark: in title case a heading, else one where it has no verb and a sentence follows."""
    if title_case(text) >= 0.75:
        return "title_case"
    sentence = not ends_open(following) and len(following) > len(text) + 20
    if sentence and words <= 10 and not _FINITE.search(text):
        return "bare_line"
    return None


def _question_rule(text: str, words: int) -> str | None:
    if text[0] in '“"':
        return None
    if title_case(text) >= 0.75:
        return "title_case"
    return "bare_question" if words <= 12 and _ASKS.match(text) else None


def is_orphan(text: str) -> bool:
    """Whether a line is a stray tag or a picture's text: a few capitalised words and no grammar."""
    words = text.split()
    if (
        len(words) > 5
        or not ends_open(text)
        or not all(word[0].isupper() or word[0].isdigit() for word in words)
    ):
        return False
    return _FUNCTION.search(text) is None and text.lower() not in word_list("section_names")


def is_newsroom(text: str) -> bool:
    """Whether an orphan line names an agency or newsroom: it ends in a word such as `News` or `Wire`."""
    return text.rsplit(maxsplit=1)[-1].lower() in word_list("agency_nouns")


def is_fragment(text: str) -> bool:
    """Whether a line is a piece of a picture's text: small first letter, no verb, no end mark."""
    return text[0].islower() and ends_open(text) and len(text.split()) <= 12 and not _FINITE.search(text)

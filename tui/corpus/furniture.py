"""Tell what belongs to the page, not to the article, from a line alone: labels, credits, separators, calls to click."""

import re

from tui.corpus.language import word_list

LONGEST = 300
"""No line of more code points is furniture."""

_WORD = re.compile(r"\w")
_FIRST = re.compile(r"[\W_]*+([^\W_]+)")
_MARKUP = re.compile(r"(?:<[^<>]*+>\W*+)+\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++\Z", re.IGNORECASE)
_SOURCE = re.compile(r"(?:(?:data\s+)?sources?|chart|graphic|graph|map|infographic)\s*:\s*\S", re.IGNORECASE)
_CHART_NOTE = re.compile(r"notes?\s*:\s*\S", re.IGNORECASE)
_CHART_WORDS = re.compile(
    r"notes?\s*:\s*(?:the\s+|all\s+)?"
    r"(?:data|figures?|numbers?|percentages?|values?|totals?|charts?|axis|includes?|excludes?|based on|as of)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:(?:(?:editor|author|reporter|publisher|translator)s?[’']?s?\s+)?note"
    r"|correction|clarification|disclosure|disclaimer)s?\s*:"
    r"|this\s+(?:story|article|post|report|piece)\s+(?:has\s+been|was)\s+"
    r"(?:first\s+|originally\s+)?(?:updated|corrected|amended|published)\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"(?:tags?|tagged(?: with| in)?|topics?|categor(?:y|ies)|filed under|posted in|keywords|related(?: \w+)?"
    r"|also (?:read|on \w+)|read (?:more|also|next)|see also|more from|share(?: this)?"
    r"|(?:photo |image |picture )?credits?|copyright|advertisement|our standards|h/t/?)\s*:\s*\S|h/t\s+\S"
    r"|image (?:source|copyright)\b[,:]?\s*\S"
    r"|(?:lesen sie (?:auch|hier|mehr|weiter)|lesen sie (?:hierzu|dazu) auch|mehr (?:dazu|zum thema|zu diesem thema)"
    r"|siehe auch|schlagw[oö]rte?r?|stichw[oö]rte?r?|themen|quellen?|bildquelle)\s*:\s*\S",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\s+(?:©|\(c\)|\d{4}))", re.IGNORECASE)
_REPORTING = re.compile(
    r"[(\[]?(?:additional\s+)?(?:reporting|writing|editing)(?:\s+and\s+\w+)?\s+by\s+[A-Z]", re.IGNORECASE
)
_MADE_BY = re.compile(
    r"\W?(?:[Ww]ritten|[Ee]dited|[Cc]ompiled|[Tt]ranslated|[Cc]o-authored)\s+by\s+(?:[A-Z][\w.’'-]*\W*|and\s+){1,8}\Z"
)
_CALL = re.compile(
    r"(?:click|tap|watch|listen|follow us|like us|download|see|read)\b.*"
    r"\b(?:here|above|below|on facebook|on twitter)\W*\Z"
    r"|(?:click|tap) (?:here|to share)\b.*\Z|(?:sign up|subscribe|register)\s+(?:for|to|now|today|here)\b.*\Z"
    r"|(?:get|join)\b.*\bnewsletters?\W*\Z",
    re.IGNORECASE,
)
_PROMOTION = re.compile(r"(?:READ|WATCH|MORE|LISTEN|ALSO|SEE)(?: MORE| ALSO| NEXT)?\s?:\s\S")
_COUNT = re.compile(r"\d[\d.,]*k?\s+(?:comments?|shares?|views?|likes?|min(?:ute)?s?[ -]read)\Z")
_STARTERS = word_list("furniture_starts") | word_list("furniture_starts", "german")
_LABELS = word_list("furniture") | word_list("furniture", "german")
_PHOTO = re.compile(r"(?:[\w .’'-]{0,40}(?:/|\bvia\s))?([\w ’'-]+)\Z")
_CREDITED = frozenset({"photo", "photos", "image", "images", "picture", "credit", "video", "source"})
_LONGEST_CALL = 10
_SIGNED = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*)+ in (?:[A-Z][\w.’'-]+ ?){1,3}\Z")
_BY = ("By ", "BY ", "by ", "Von ", "VON ")
_LONGEST_LABEL = 60
_LONGEST_CREDIT = 70
_TAIL = word_list("tail_starts")
_TAIL_HEADINGS = word_list("tail_headings") | word_list("tail_headings", "german")


def plain(text: str) -> str:
    """`text` in lower case, without the marks around it."""
    return text.strip(" \t\xa0.:…|»›>*#[]()-–—").lower()


def boilerplate_rule(text: str) -> str | None:
    """The rule by which a line, seen alone, belongs to the page, or None."""
    if len(text) > LONGEST:
        return None
    first = _FIRST.match(text)
    if first is None:
        return "separator"
    if len(text) <= _LONGEST_CREDIT and (rule := _label_rule(plain(text), text)):
        return rule
    if first.group(1).lower() in _STARTERS or text[0] == "©":
        return _furniture_rule(text)
    if text[0] == "<" and _MARKUP.match(text):
        return "markup"
    if text[0] in "hHwW" and _ADDRESS.match(text):
        return "address"
    lower = text.lower()
    if "rights reserved" in lower:
        return "rights"
    if "contributed reporting" in lower or "contributed to this" in lower:
        return None if _quoted(text) else "credits"
    return None


def _label_rule(words: str, text: str) -> str | None:
    if words in _LABELS:
        return "page_label" if len(text) <= _LONGEST_LABEL and not _ends_like_prose(text) else None
    if _COUNT.match(words) or _all_furniture(words):
        return "page_label"
    agencies = word_list("agencies")
    if words in agencies:
        return "agency"
    if words.partition(":")[0] in _CREDITED and words.partition(":")[2].strip() in agencies:
        return "picture_credit"
    if "/" in words or " via " in words:
        match = _PHOTO.match(words)
        if match and match.start(1) > 0 and match.group(1).strip() in agencies:
            return "picture_credit"
    return None


def _ends_like_prose(text: str) -> bool:
    """Whether a dot ends the line, as it ends a sentence of one word (`Listen.`) and seldom a label."""
    return text[-1] == "." and not text.endswith("..") and not text.isupper()


def _all_furniture(words: str) -> bool:
    """Whether a line strings labels together: `Share Tweet Email`."""
    parts = words.split()
    return 1 < len(parts) <= 6 and all(part in _LABELS for part in parts)


def _furniture_rule(text: str) -> str | None:
    """The rule for a line whose first word lets one look closer."""
    if _quoted(text):
        return None
    inner = text.lstrip("([")
    if _LISTING.match(inner) or _PROMOTION.match(inner):
        return "page_listing"
    if _RIGHTS.match(text):
        return "rights"
    if _REPORTING.match(text) or _MADE_BY.match(text):
        return "credits"
    if _CALL.match(inner) and len(text.split()) <= _LONGEST_CALL:
        return "call_to_click"
    return None


def is_chart(text: str) -> bool:
    """Whether the line names a chart's source: `Source: Ministry of Finance`."""
    return (
        text[0] in "SsDdCcGgMmIi"
        and len(text) <= LONGEST
        and _SOURCE.match(text) is not None
        and not _quoted(text)
    )


def is_chart_note(text: str, after_chart: bool) -> bool:
    """Whether the line is a note to a chart; `after_chart`: the line before it belongs to a chart."""
    if text[0] not in "Nn" or len(text) > LONGEST or not _CHART_NOTE.match(text) or _quoted(text):
        return False
    return after_chart or _CHART_WORDS.match(text) is not None


def is_note(text: str) -> bool:
    """Whether the line is the newsroom's own note about the article: a correction, an update."""
    return text[0] in "EeAaRrPpTtCcDdNn*([" and _NOTE.match(text.lstrip("*([ ")) is not None


def is_byline(text: str) -> bool:
    """Whether the line is a bare byline: `By Jane Doe and John Roe`, `Von Anna Meier`."""
    if len(text) > 100 or not text.startswith(_BY) or text[-1] in ".?!:":
        return False
    words = text.replace(",", " ").split()[1:]
    small = {
        "and",
        "und",
        "for",
        "of",
        "in",
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "bin",
        "al",
        "del",
        "da",
        "di",
        "|",
        "&",
    }
    return (
        1 <= len(words) <= 10
        and words[0][0].isupper()
        and all(word[0].isupper() or word in small for word in words)
    )


def is_signature(text: str) -> bool:
    """Whether a line is a name and a place, as some papers sign under the headline: `Jane Doe in Berlin`."""
    return len(text) <= 80 and _SIGNED.match(text) is not None


def opens_tail(text: str) -> bool:
    """Whether a line can stand above the links and titles with which a page ends."""
    if len(text) > _LONGEST_LABEL:
        return False
    words = plain(text)
    if words in _TAIL_HEADINGS:
        return True
    return words in _LABELS and words.split()[0] in _TAIL


def _quoted(text: str) -> bool:
    return "“" in text or "”" in text or '"' in text

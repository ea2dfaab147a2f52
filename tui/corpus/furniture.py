"""Tell what belongs to the page, not to the article: labels, credits, charts' sources, separators, calls to click."""

import re

from tui.corpus.language import word_list
from tui.corpus.lines import Line

_WORD = re.compile(r"\w")
_MARKUP = re.compile(r"(?:<[^<>]*+>\W*+)+\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++\Z", re.IGNORECASE)
_CHART = re.compile(
    r"(?:data\s+)?sources?\s*:\s*(?=\S)|(?:chart|graphic|graph|map|infographic)\s*:\s*(?=\S)", re.IGNORECASE
)
_CHART_NOTE = re.compile(r"notes?\s*:\s*(?=\S)", re.IGNORECASE)
_CHART_WORDS = re.compile(
    r"notes?\s*:\s*(?:the\s+|all\s+)?(?:data|figures?|numbers?|percentages?|values?|totals?|charts?|axis|includes?|excludes?|based on|as of)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:(?:editor|author|reporter|publisher|translator)[’']?s?[’']?\s+notes?|notes?\s+(?:to|from)\s+(?:the\s+)?(?:editors?|readers?)|notes?"
    r"|corrections?|clarifications?|update|disclaimer|disclosure)\s*:"
    r"|(?:this|the)\s+(?:story|article|post|report|piece|page)\s+(?:has\s+been|was|is\s+being)\s+"
    r"(?:first\s+|originally\s+)?(?:updated|corrected|amended|published|edited|translated|produced)",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"(?:tags?|tagged(?: with| in)?|topics?|categories|filed under|posted in|keywords|related(?: \w+)?|also (?:read|on \w+)|read (?:more|also|next)"
    r"|see also|more from|share(?: this)?|photo(?: credit)?|image credit|credit|copyright|advertisement|h/?t/?)\s*:\s*\S",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\s+(?:©|\(c\)|\d{4}))|.*\ball rights reserved\b", re.IGNORECASE)
_CREDITS = re.compile(
    r"[(\[]?(?:(?:additional\s+)?reporting(?:\s+and\s+\w+)?\s+by\s|(?:edited|written|compiled|translated|co-authored)\s+by\s)"
    r"|.{3,160}\bcontributed\s+(?:reporting|to\s+this\s+(?:report|story|article|post))\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:click|tap|watch|listen|sign up|subscribe|follow us|like us|download|register)\b.*\b(?:here|above|below|now|today|newsletters?|free|facebook|twitter)\W*\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|from)\s+((?:[A-Z][\w.’'-]*|[a-z]{2,3}|and|&|,)(?:\s*,?\s+|\Z)){1,8}\Z")
_PHOTO = re.compile(r"(?:[\w .’'-]{0,40}(?:/|\bvia\s))?([\w -]+)\Z", re.IGNORECASE)
_LONGEST_CREDIT = 12
_LONGEST_LISTING = 300


def _plain(text: str) -> str:
    return text.strip(" \t\xa0.:…|»›>*#[]()-–—").lower()


def is_label(text: str) -> bool:
    """Whether the line is a bare label of the page: `Related Posts`, `Tags`, `Advertisement`."""
    return len(text) <= 60 and _plain(text) in word_list("furniture")


def is_agency(text: str) -> bool:
    """Whether the line is nothing but the name of a news agency, or a photo credit that ends in one."""
    if len(text) > 70:
        return False
    plain = _plain(text)
    if plain in word_list("agencies"):
        return True
    match = _PHOTO.match(plain)
    return match is not None and match.start(1) > 0 and match.group(1).strip() in word_list("agencies")


def is_chart(line: Line) -> bool:
    """Whether the line names a chart's source: `Source: Ministry of Finance`."""
    return (
        len(line.text) <= _LONGEST_LISTING and _CHART.match(line.text) is not None and not _quoted(line.text)
    )


def is_chart_note(line: Line, after_chart: bool) -> bool:
    """Whether the line is a note to a chart; `after_chart`: the line before it belongs to a chart."""
    text = line.text
    if len(text) > _LONGEST_LISTING or not _CHART_NOTE.match(text) or _quoted(text):
        return False
    return after_chart or _CHART_WORDS.match(text) is not None


def is_note(text: str) -> bool:
    """Whether the line is the newsroom's own note about the article: a correction, an update."""
    return _NOTE.match(text) is not None


def is_byline(text: str) -> bool:
    """Whether the line is a bare byline: `By Jane Doe`."""
    return (
        len(text) <= 90
        and text[:1] in "BbFf"
        and _BYLINE.match(text) is not None
        and text[:2] in ("By", "BY", "by")
    )


def boilerplate_rule(text: str) -> str | None:
    """The rule by which a line, seen alone, belongs to the page, or None."""
    if _WORD.search(text) is None:
        return "separator"
    if is_label(text):
        return "page_label"
    if len(text) <= 70 and is_agency(text):
        return "agency"
    if text[0] == "<" and _MARKUP.match(text):
        return "markup"
    if _ADDRESS.match(text):
        return "address"
    return _furniture_rule(text) if len(text) <= _LONGEST_LISTING else None


def _furniture_rule(text: str) -> str | None:
    if _quoted(text):
        return None
    if _LISTING.match(text):
        return "page_listing"
    if _RIGHTS.match(text):
        return "rights"
    if _CREDITS.match(text):
        return "credits"
    if _CALL.match(text) and len(text.split()) <= _LONGEST_CREDIT:
        return "call_to_click"
    return None


def _quoted(text: str) -> bool:
    return any(mark in text for mark in '“”"')

"""Find the time expressions of an article and the days they name."""

import re
from bisect import bisect_right

from tui.findings.document import Document
from tui.findings.events import edtf
from tui.findings.events.anchors import Anchor, lies_ahead, published
from tui.findings.events.doubts import is_time
from tui.findings.events.event import TimeExpression
from tui.findings.events.patterns import Form, forms
from tui.findings.events.values import Reading, Value, in_year, value_of

_IN = re.compile(r"\bin\s+$", re.IGNORECASE)
_YEARLESS = frozenset({"month", "month_day", "day_month"})
_JOINTS = frozenset({"or", "and", "to", "-", "–", "until", "through", "/"})
_NEXT_YEAR = "year of the next"
NEAR = 250  # code points within which "the next day" can follow a day told
_COMPLETE = frozenset({"iso", "month_day_year", "day_month_year", "month_year"})


def find_dates(document: Document) -> tuple[TimeExpression, ...]:
    """The time expressions of one article, in order of position.

    Relative ones are resolved against the article's date; without it they stay unresolved (`anchored` is False),
    save bare months and days under a heading, or after dates, that tell their year.
    """
    text, blocks = document.article.text, document.article.blocks
    starts = [sentence.start for sentence in document.sentences]
    headings = _heading_above(document)
    anchor, section = Anchor(published(document.article)), -1
    found: list[TimeExpression] = []
    for form in forms(document):
        sentence = document.sentences[bisect_right(starts, form.start) - 1]
        if not is_time(form, text, sentence.start):
            continue
        if headings[sentence.block] != section:
            section, anchor.section = headings[sentence.block], None
        if anchor.last and form.start - anchor.last_at > NEAR:
            anchor.last = None
        reading = Reading(anchor, lies_ahead(text, sentence.start, form.start, form.end))
        value = value_of(_kind_there(form, text, reading), form.parts, reading)
        found.append(_expression(form, text, value, anchor))
        _remember(anchor, form, value, in_heading=blocks[sentence.block].kind == "heading")
    return tuple(_with_year_of_next(found, text))


def _with_year_of_next(found: list[TimeExpression], text: str) -> list[TimeExpression]:
    """Give a month or day without a year that of the date it is joined to: May or June 2031."""
    for index in range(len(found) - 2, -1, -1):
        date, following = found[index], found[index + 1]
        kind, days = date.rule.split(",")[0], edtf.days(following.value)
        dated = following.rule in _COMPLETE or following.rule.endswith(_NEXT_YEAR)
        joined = text[date.end : following.start].strip().lower() in _JOINTS
        if kind in _YEARLESS and dated and days and joined:
            value = in_year(date.text, days[0].year)
            found[index] = date._replace(value=value, anchored=True, rule=f"{kind}, {_NEXT_YEAR}")
    return found


def _heading_above(document: Document) -> list[int]:
    """For each block the index of the heading that it stands under, or -1; a heading stands under itself."""
    found, current = [], -1
    for index, block in enumerate(document.article.blocks):
        if block.kind == "heading":
            current = index
        found.append(current)
    return found


def _kind_there(form: Form, text: str, reading: Reading) -> str:
    """The form's kind where it stands: "in two weeks" is a length of time, or a time to come."""
    lasting = form.kind == "duration" and not form.parts["h"]
    if lasting and reading.ahead and reading.today and _IN.search(text[max(0, form.start - 4) : form.start]):
        return "hence"
    return form.kind


def _expression(form: Form, text: str, value: Value, anchor: Anchor) -> TimeExpression:
    """The time expression of a form; its rule says what the value hangs on."""
    anchored = value.hangs_on != "document date" or anchor.published is not None
    rule = f"{form.kind}, {value.hangs_on}" if value.hangs_on else form.kind
    return TimeExpression(text[form.start : form.end], form.start, form.end, value.edtf, anchored, rule)


def _remember(anchor: Anchor, form: Form, value: Value, *, in_heading: bool) -> None:
    """Keep what later expressions can hang on."""
    days = edtf.days(value.edtf)
    if days is None:
        return
    if in_heading and anchor.section is None:
        anchor.section = value.edtf
    if form.kind in _COMPLETE and not in_heading:
        anchor.told.append((days[0].year, days[0].month))
    if days[0] == days[1]:
        anchor.last, anchor.last_at = days[0], form.end

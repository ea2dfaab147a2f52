"""Find the blocks of a text: headline, headings, paragraphs, items of lists, captions, notes, and what belongs to the page.

Rules look at a line's shape and its neighbours, never at what an article tells. Each block carries its rule.
"""

from dataclasses import dataclass

from tui.corpus.article import Block, BlockKind
from tui.corpus.dateline import is_date_line
from tui.corpus.furniture import (
    boilerplate_rule,
    is_agency,
    is_byline,
    is_chart,
    is_chart_note,
    is_label,
    is_note,
)
from tui.corpus.headings import ends_open, heading_rule, is_caption, is_headline, is_orphan, kicker_end
from tui.corpus.lines import Line, is_item, paragraphs
from tui.corpus.markdown import marked_lines

_TOP = 6
_CONFIDENCE = {
    "blank_line": 1.0,
    "single_line": 0.95,
    "marked": 1.0,
    "bullet": 0.98,
    "first_line": 0.9,
    "title_case": 0.9,
    "capitals": 0.85,
    "bare_line": 0.75,
    "bare_question": 0.7,
    "page_label": 0.95,
    "page_tail": 0.7,
    "orphan_caption": 0.7,
    "chart_title": 0.8,
}
_USUAL = 0.9


@dataclass(slots=True)
class _Seen:
    """A line and what it was taken for so far."""

    line: Line
    kind: BlockKind = "paragraph"
    rule: str = ""


def find_blocks(text: str, *, marked: bool) -> tuple[Block, ...]:
    """The blocks of `text`, in order; `marked` says that it is Markdown. Linear in the length of the text."""
    if marked:
        seen = [_Seen(line, kind, rule) for line, kind, rule in marked_lines(text)]
    else:
        seen = [_Seen(line) for line in paragraphs(text)]
    spaced = 2 * sum(one.line.gap for one in seen) > len(seen)
    for one in seen:
        if not one.rule:
            _tell_alone(one)
    _tell_charts(seen)
    headline = _tell_headline(seen)
    if not marked:
        _tell_headings(seen, headline)
    _tell_under_headline(seen, headline)
    _tell_tail(seen)
    for one in seen:
        if not one.rule:
            one.rule = "blank_line" if spaced else "single_line"
    return _numbered(seen)


def _tell_alone(one: _Seen) -> None:
    """What a line is that can be told from itself."""
    text = one.line.text
    if rule := boilerplate_rule(text):
        one.kind, one.rule = "boilerplate", rule
    elif is_item(text):
        one.kind, one.rule = "list_item", "bullet"
    elif is_note(text):
        one.kind, one.rule = "note", "newsroom_note"


def _tell_charts(seen: list[_Seen]) -> None:
    """A chart's source, its notes, and its title above them: the line that is no sentence."""
    chart = False
    for index, one in enumerate(seen):
        if is_chart(one.line):
            one.kind, one.rule = "boilerplate", "chart_source"
            above = seen[index - 1] if index else None
            if (
                above
                and not above.rule
                and index > 1
                and len(above.line.text) <= 100
                and ends_open(above.line.text)
            ):
                above.kind, above.rule = "boilerplate", "chart_title"
            chart = True
        elif is_chart_note(one.line, chart):
            one.kind, one.rule = "boilerplate", "chart_note"
        else:
            chart = False


def _tell_headline(seen: list[_Seen]) -> int:
    """Find the headline among the first lines; its index, or -1 where there is none."""
    for index, one in enumerate(seen[:_TOP]):
        if one.kind == "headline":
            return index
        if is_date_line(one.line.text) or (index == 0 and is_byline(one.line.text)):
            one.kind, one.rule = "note", "date_line"
            continue
        if one.kind == "boilerplate":
            continue
        following = next((other.line for other in seen[index + 1 :] if other.kind != "boilerplate"), None)
        if one.rule or not is_headline(one.line, following):
            return -1
        one.kind, one.rule = "headline", "first_line"
        return index
    return -1


def _tell_headings(seen: list[_Seen], headline: int) -> None:
    """Bare lines above a paragraph. Questions count where other headings stand beside them."""
    weak: list[_Seen] = []
    strong = 0
    for index, one in enumerate(seen):
        if one.rule or index <= headline:
            continue
        following = next(
            (other.line for other in seen[index + 1 : index + 3] if other.kind != "boilerplate"), None
        )
        rule = heading_rule(one.line, following)
        if rule == "bare_question":
            weak.append(one)
        elif rule:
            one.kind, one.rule = "heading", rule
            strong += 1
    if strong >= 1 or len(weak) >= 3:
        for one in weak:
            one.kind, one.rule = "heading", "bare_question"


def _tell_under_headline(seen: list[_Seen], headline: int) -> None:
    """Date lines, bylines, an agency's bare name and stray captions between the headline and the first paragraph."""
    if headline < 0:
        _tell_captions(seen)
        return
    others = sum(one.kind == "heading" for one in seen[headline + 1 :])
    for index, one in enumerate(seen[headline + 1 : headline + _TOP], headline + 1):
        text = one.line.text
        if is_date_line(text):
            one.kind, one.rule = "note", "date_line"
        elif is_byline(text):
            one.kind, one.rule = "boilerplate", "byline"
        elif one.kind == "boilerplate" or one.kind == "note" or is_agency(text):
            continue
        elif one.line.gap and is_orphan(text) and one.rule != "capitals":
            alone = others <= 1 or len(text.split()) == 1
            after = seen[index + 1] if index + 1 < len(seen) else None
            if alone and after and after.line.gap:
                one.kind, one.rule = "boilerplate", "orphan_caption"
            break
        else:
            break
    _tell_captions(seen)


def _tell_captions(seen: list[_Seen]) -> None:
    for one in seen:
        if (not one.rule or one.rule in ("title_case", "bare_line")) and is_caption(one.line.text):
            one.kind, one.rule = "caption", "caption"


def _tell_tail(seen: list[_Seen]) -> None:
    """What follows a last `Related Posts`: titles of other articles, no sentence among them."""
    for index in range(len(seen) - 1, -1, -1):
        one = seen[index]
        if is_label(one.line.text):
            for other in seen[index + 1 :]:
                if other.kind != "boilerplate":
                    other.kind, other.rule = "boilerplate", "page_tail"
        elif one.kind not in ("boilerplate", "list_item", "heading") and not (
            ends_open(one.line.text) and len(one.line.text) <= 120
        ):
            return


def _numbered(seen: list[_Seen]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for one in seen:
        start, end = one.line.start, one.line.end
        if one.kind == "headline" and (kicker := kicker_end(one.line.text)):
            blocks.append(Block(len(blocks) + 1, "boilerplate", start, start + kicker, "kicker", _USUAL))
            start += kicker
        blocks.append(
            Block(len(blocks) + 1, one.kind, start, end, one.rule, _CONFIDENCE.get(one.rule, _USUAL))
        )
    return tuple(blocks)

"""Find the blocks of a text: headline, headings, paragraphs, list items, captions, notes, the page's furniture.

Rules look at a line's shape and its neighbours, never at what an article tells. Each block carries its rule. Where a
rule is in doubt, the line is a paragraph.
"""

from dataclasses import dataclass

from tui.corpus.article import Block, BlockKind
from tui.corpus.dateline import is_date_line
from tui.corpus.furniture import (
    boilerplate_rule,
    is_byline,
    is_chart,
    is_chart_note,
    is_note,
    is_signature,
    opens_tail,
)
from tui.corpus.headings import (
    ends_open,
    heading_rule,
    is_caption,
    is_dashed,
    is_fragment,
    is_headline,
    is_newsroom,
    is_orphan,
    is_section_label,
    kicker_end,
)
from tui.corpus.lines import Line, is_item, number_end, paragraphs
from tui.corpus.markdown import heading_inside, marked_lines

_TOP = 6
_LONGEST_TITLE = 120
_LONGEST_DECK = 300
_CERTAIN = {"blank_line": 1.0, "single_line": 0.95, "marked": 1.0, "bullet": 0.98, "page_label": 0.95}
_DOUBTFUL = {
    "capitals": 0.85,
    "chart_title": 0.8,
    "bare_line": 0.75,
    "bare_question": 0.7,
    "orphan_caption": 0.7,
}
_CONFIDENCE = _CERTAIN | _DOUBTFUL | {"page_tail": 0.7, "stray_text": 0.7, "numbered": 0.7}
_USUAL = 0.9


@dataclass(slots=True)
class _Seen:
    """A line and what it was taken for so far; an empty rule: for nothing yet."""

    line: Line
    kind: BlockKind = "paragraph"
    rule: str = ""

    def take(self, kind: BlockKind, rule: str) -> None:
        self.kind = kind
        self.rule = rule


def find_blocks(text: str, *, marked: bool) -> tuple[Block, ...]:
    """The blocks of `text`, in order; `marked` says that it is Markdown. Linear in the length of the text."""
    if marked:
        seen = [_Seen(line, kind, rule) for line, kind, rule in marked_lines(text)]
    else:
        seen = [_Seen(line) for line in paragraphs(text)]
    for index, one in enumerate(seen):
        if not one.rule and not (index == 0 and kicker_end(one.line.text)):
            _tell_alone(one)
    _tell_charts(seen)
    spaced = 2 * sum(one.line.gap for one in seen) > len(seen)
    headline = _tell_headline(seen)
    if headline >= 0 and spaced:
        _tell_deck(seen, headline)
    if not marked:
        _tell_headings(seen, headline)
    if headline >= 0:
        _tell_under_headline(seen, headline)
    _tell_tail(seen)
    return _numbered(seen, "blank_line" if spaced else "single_line")


def _tell_alone(one: _Seen) -> None:
    """What a line is that can be told from itself."""
    text = one.line.text
    if inside := heading_inside(one.line):
        one.line = inside
        one.take("heading", "marked")
    elif rule := boilerplate_rule(text):
        one.take("boilerplate", rule)
    elif is_caption(text):
        one.take("caption", "picture_text")
    elif is_dashed(text):
        one.take("heading", "dashed")
    elif is_item(text):
        one.take("list_item", "bullet")
    elif is_note(text):
        one.take("note", "newsroom_note")


def _tell_charts(seen: list[_Seen]) -> None:
    """A chart's source, its notes, and its title above them: the line that is no sentence."""
    chart = False
    for index, one in enumerate(seen):
        text = one.line.text
        if index and is_chart(text):
            one.take("boilerplate", "chart_source")
            _tell_chart_title(seen, index)
            chart = True
        elif is_chart_note(text, chart):
            one.take("boilerplate", "chart_note")
            chart = True
        else:
            chart = False


def _tell_chart_title(seen: list[_Seen], source: int) -> None:
    for index in range(source - 1, max(0, source - 3), -1):
        one = seen[index]
        if one.rule or len(one.line.text) > _LONGEST_TITLE or not ends_open(one.line.text):
            return
        one.take("boilerplate", "chart_title")
        if not one.line.text[0].islower():
            return


def _tell_headline(seen: list[_Seen]) -> int:
    """Find the headline among the first lines; its index, or -1 where there is none."""
    for index, one in enumerate(seen[:_TOP]):
        if one.kind == "headline":
            return index
        if is_date_line(one.line.text):
            one.take("note", "date_line")
        elif is_byline(one.line.text):
            one.take("boilerplate", "byline")
        elif one.kind not in ("boilerplate", "note", "caption"):
            following = _longest_next(seen, index)
            if one.rule not in ("", "marked") or not is_headline(one.line, following):
                return -1
            if index == 0 and is_section_label(one.line.text) and _is_headline_at(seen, 1):
                one.take("boilerplate", "kicker")
                continue
            one.take("headline", one.rule or "first_line")
            return index
    return -1


def _next_told(seen: list[_Seen], index: int) -> Line | None:
    """The next line after `index` that the page's furniture does not hold, looking no farther than a few lines."""
    return next((one.line for one in seen[index + 1 : index + _TOP] if one.kind != "boilerplate"), None)


def _is_headline_at(seen: list[_Seen], index: int) -> bool:
    """Whether the line at `index` would be a headline if it were the first."""
    if index >= len(seen) - 1 or seen[index].rule not in ("", "marked"):
        return False
    line = seen[index].line
    return (
        len(line.text.split()) > 2 and ends_open(line.text) and is_headline(line, _longest_next(seen, index))
    )


def _longest_next(seen: list[_Seen], index: int) -> Line | None:
    """The longest of the few lines after `index` that the page's furniture does not hold."""
    after = [one.line for one in seen[index + 1 : index + _TOP] if one.kind != "boilerplate"]
    return max(after, key=lambda line: len(line.text), default=None)


def _tell_deck(seen: list[_Seen], headline: int) -> None:
    """Where empty lines part paragraphs, a line that hangs on the headline goes on with it."""
    if headline + 2 >= len(seen):
        return
    one, after = seen[headline + 1], seen[headline + 2]
    if not one.rule and not one.line.gap and after.line.gap and len(one.line.text) <= _LONGEST_DECK:
        one.take("heading", "deck")


def _tell_headings(seen: list[_Seen], headline: int) -> None:
    """Bare lines above a paragraph. Questions in small letters count where other headings stand beside them."""
    weak: list[_Seen] = []
    strong = False
    for index in range(headline + 1, len(seen)):
        one = seen[index]
        if one.rule == "bullet":
            _tell_numbered_heading(seen, index)
        if one.rule or len(one.line.text) > _LONGEST_TITLE:
            continue
        following = _next_told(seen, index)
        rule = heading_rule(one.line, following) if following else None
        if rule == "bare_question":
            weak.append(one)
        elif rule:
            one.take("heading", rule)
            strong = strong or rule != "capitals"
    if len(weak) >= (1 if strong else 3):
        for one in weak:
            one.take("heading", "bare_question")


def _tell_numbered_heading(seen: list[_Seen], index: int) -> None:
    """`2. The economy` is a heading where a paragraph follows, not another item."""
    one = seen[index]
    after = seen[index + 1] if index + 1 < len(seen) else None
    number = number_end(one.line.text)
    if number and after and not after.rule:
        unnumbered = one.line._replace(text=one.line.text[number:])
        if heading_rule(unnumbered, after.line):
            one.take("heading", "numbered")


def _tell_under_headline(seen: list[_Seen], headline: int) -> None:
    """Date lines, bylines, an agency's bare name and stray tags between the headline and the first paragraph."""
    headings = sum(one.kind == "heading" and one.rule != "deck" for one in seen)
    story = False
    for index in range(headline + 1, min(headline + _TOP, len(seen))):
        one = seen[index]
        text = one.line.text
        if is_date_line(text):
            one.take("note", "date_line")
        elif is_byline(text) or (is_signature(text) and (not story or _is_dated(seen, index + 1))):
            one.take("boilerplate", "byline")
        elif not story and one.kind in ("heading", "paragraph") and one.rule not in ("deck", "marked"):
            story = not _is_stray(seen, index, headings)
            if not story:
                one.take("boilerplate", "orphan_caption")


def _is_stray(seen: list[_Seen], index: int, headings: int) -> bool:
    """Whether a line under the headline stands apart and is no heading: an agency's name, a tag, a picture's text."""
    one = seen[index]
    text = one.line.text
    if not one.line.gap or index + 1 >= len(seen) or not is_orphan(text):
        return False
    after = seen[index + 1].line
    if headings <= 1 or " " not in text or is_newsroom(text):
        return after.gap
    return _is_dated(seen, index + 1)


def _is_dated(seen: list[_Seen], index: int) -> bool:
    return index < len(seen) and is_date_line(seen[index].line.text)


def _tell_tail(seen: list[_Seen]) -> None:
    """What follows a last `Related Posts`: titles of other articles, no sentence among them. Stray text at the end."""
    tail = len(seen)
    for index in range(len(seen) - 1, -1, -1):
        one = seen[index]
        text = one.line.text
        if opens_tail(text) and (one.kind == "boilerplate" or index < len(seen) - 1):
            tail = index
        elif one.kind != "boilerplate" and not (len(text) <= _LONGEST_TITLE and ends_open(text)):
            break
        elif not one.rule and is_fragment(text):
            one.take("boilerplate", "stray_text")
    for one in seen[tail:]:
        if one.kind != "boilerplate":
            one.take("boilerplate", "page_tail")


def _numbered(seen: list[_Seen], usual: str) -> tuple[Block, ...]:
    """The blocks; `usual` is the rule of what no other rule told."""
    blocks: list[Block] = []
    for one in seen:
        line = one.line
        start = line.start
        if one.kind == "headline" and (kicker := kicker_end(line.text)):
            blocks.append(Block(len(blocks) + 1, "boilerplate", start, start + kicker, "kicker", _USUAL))
            start += kicker
        rule = one.rule or usual
        blocks.append(Block(len(blocks) + 1, one.kind, start, line.end, rule, _CONFIDENCE.get(rule, _USUAL)))
    return tuple(blocks)

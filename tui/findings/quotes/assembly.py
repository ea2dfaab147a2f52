"""Make quotations of what was found about each quoted stretch: kinds, pieces of one, frames."""

import re
from bisect import bisect_left
from dataclasses import replace

from tui.corpus.article import Span
from tui.findings.quotes import wordclasses as wc
from tui.findings.quotes.agencies import passed_on_by
from tui.findings.quotes.attribution import Attribution, Place
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.cues import cue_mention, mention
from tui.findings.quotes.endings import content_end
from tui.findings.quotes.indirect import find_reports
from tui.findings.quotes.inheritance import is_cut_off
from tui.findings.quotes.quote import Mention, Quote
from tui.findings.quotes.statements import is_direct

_INHERITED = ("same speaker", "paragraph before")


def add_quotations(
    found: list[Quote], attributed: list[tuple[Place, Attribution | None]], agencies: re.Pattern[str] | None
) -> None:
    """Add the quotations of one passage to those `found` before it; the pieces of one quotation become one."""
    before: Place | None = None
    for here, attribution in attributed:
        quote = _quotation(here, attribution, agencies)
        joined = _joined(found[-1], quote, here, before) if found else None
        if joined is not None:
            found[-1] = joined
        elif quote.kind == "direct" or attribution is not None:
            found.append(quote)
        before = here


def sign(found: list[Quote], name: Mention) -> None:
    """Give the last quotation `found` to the `name` that signs it, unless its own paragraph tells who spoke."""
    last = found[-1]
    if last.speaker is None or last.rule == "paragraph before":
        found[-1] = replace(last, speaker=name, attribution="named", rule="signature", confidence=0.85)


def _quotation(here: Place, attribution: Attribution | None, agencies: re.Pattern[str] | None) -> Quote:
    passage = here.passage
    quoted = passage.quotes[here.index]
    direct = is_direct(here)
    return Quote(
        kind="direct" if direct else "fragment",
        spans=(Span(quoted.start, quoted.end),),
        frame=None if direct else _frame(here, attribution),
        speaker=attribution.speaker if attribution else None,
        cue=attribution.cue if attribution else None,
        actor=None,
        resolved=None,
        via=_passed_on(agencies, _around(here), attribution.speaker if attribution else None)
        if agencies
        else None,
        attribution="named" if attribution else "cut_off" if is_cut_off(here) else "unknown",
        rule=attribution.rule if attribution else "no attribution",
        confidence=attribution.confidence if attribution else 0.5,
    )


def _passed_on(agencies: re.Pattern[str], sentence: str, speaker: Mention | None) -> str | None:
    """The agency that passed the words on, unless it speaks itself."""
    agency = passed_on_by(agencies, sentence)
    return None if agency and speaker and agency in speaker.text else agency


def _sentence(passage: Passage, position: int) -> str:
    first, last = passage.sentence_of(position)
    return passage.text[passage.starts[first] : passage.ends[last - 1]]


def _around(here: Place) -> str:
    """The sentence without the quoted words themselves."""
    passage = here.passage
    quoted = passage.quotes[here.index]
    start, end = passage.starts[here.first], passage.ends[here.last - 1]
    return f"{passage.text[start : quoted.left]} {passage.text[quoted.right : end]}"


def _joined(last: Quote, quote: Quote, here: Place, before: Place | None) -> Quote | None:
    """The `last` quotation with the new one as its next piece, where both are pieces of one; else None."""
    if last.kind != "direct" or quote.kind != "direct":
        return None
    spans = (*last.spans, *quote.spans)
    if here.passage.quotes[here.index].continues and before is None:
        if quote.rule in _INHERITED or quote.speaker is None:
            return replace(last, spans=spans)
        if last.speaker is None or last.rule in _INHERITED:
            return replace(quote, spans=spans)
        return None
    adjoins = before is not None and here.first <= before.last
    same = quote.speaker is not None and quote.speaker == last.speaker
    same = same and (quote.rule == "same speaker" or quote.cue == last.cue)
    return replace(last, spans=spans) if adjoins and same else None


def _frame(here: Place, attribution: Attribution | None) -> Span | None:
    """The writer's reporting clause around a fragment: from its verb of saying on, or up to what attributes it."""
    if attribution is None or attribution.cue is None:
        return None
    passage = here.passage
    cue = bisect_left(passage.starts, attribution.cue.start)
    last = here.last
    while last > here.at + 1 and passage.classes[last - 1] == wc.STOP:
        last -= 1
    if here.first <= cue < here.at:
        end = content_end(passage, here.at, last)
        return Span(attribution.cue.start, passage.ends[end - 1])
    end = here.at + 1
    while end < last and passage.classes[end] != wc.COMMA and passage.starts[end] < attribution.speaker.start:
        end += 1
    return Span(passage.starts[here.first], passage.ends[end - 1])


def reported(
    passage: Passage, attributed: list[tuple[Place, Attribution | None]], agencies: re.Pattern[str] | None
) -> list[Quote]:
    """The indirect quotations of one passage, beside the quoted words that were `attributed`."""
    taken = {
        bisect_left(passage.starts, attribution.cue.start): attribution.rule
        for here, attribution in attributed
        if attribution and attribution.cue and passage.starts[0] <= attribution.cue.start
    }
    speakers = [one.speaker for _, one in attributed if one and one.rule == "inverted"]
    found: list[Quote] = []
    for report in find_reports(passage, taken):
        if any(speaker.start < passage.starts[report.cue] < speaker.end for speaker in speakers):
            continue  # said world champion Smith
        speaker = report.speaker and mention(passage, report.speaker.start, report.speaker.end)
        found.append(
            Quote(
                kind="indirect",
                spans=tuple(
                    Span(passage.starts[start], passage.ends[end - 1]) for start, end in report.pieces
                ),
                frame=None,
                speaker=speaker,
                cue=cue_mention(passage, report.cue),
                actor=None,
                resolved=None,
                via=_passed_on(agencies, _sentence(passage, report.cue), speaker) if agencies else None,
                attribution="named" if speaker else "unknown",
                rule=report.rule,
                confidence=report.confidence,
            )
        )
    return found

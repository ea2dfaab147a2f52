"""Make quotations of what was found about each quoted stretch: kinds, pieces of one, frames."""

from dataclasses import replace

from tui.corpus.article import Span
from tui.findings.quotes.attribution import Attribution, Place
from tui.findings.quotes.clauses import Passage
from tui.findings.quotes.cues import cue_mention, mention
from tui.findings.quotes.indirect import find_reports
from tui.findings.quotes.quote import Quote
from tui.findings.quotes.statements import is_direct, is_statement


def assemble(attributed: list[tuple[Place, Attribution | None]]) -> list[Quote]:
    """The quotations of one passage; the pieces that one attribution splits are one quotation."""
    found: list[Quote] = []
    for here, attribution in attributed:
        if not is_statement(here, attribution):
            continue
        quoted = here.passage.quotes[here.index]
        span = Span(quoted.start, quoted.end)
        direct = is_direct(here)
        if (
            attribution
            and attribution.rule == "same speaker"
            and direct
            and found
            and found[-1].kind == "direct"
        ):
            found[-1] = replace(found[-1], spans=(*found[-1].spans, span))
            continue
        if not direct and attribution is None:
            continue
        found.append(
            Quote(
                kind="direct" if direct else "fragment",
                spans=(span,),
                frame=None,
                speaker=attribution.speaker if attribution else None,
                cue=attribution.cue if attribution else None,
                actor=None,
                resolved=None,
                via=None,
                attribution="named" if attribution else "unknown",
                rule=attribution.rule if attribution else "no attribution",
                confidence=attribution.confidence if attribution else 0.5,
            )
        )
    return found


def reported(passage: Passage, taken: set[int]) -> list[Quote]:
    """The indirect quotations of one passage, but for verbs that brought quoted words (`taken`: where they start)."""
    found: list[Quote] = []
    for report in find_reports(passage):
        if passage.starts[report.cue] in taken:
            continue
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
                via=None,
                attribution="named" if speaker else "unknown",
                rule=report.rule,
                confidence=report.confidence,
            )
        )
    return found

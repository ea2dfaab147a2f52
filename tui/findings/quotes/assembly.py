"""Make quotations of what was found about each quoted stretch: kinds, pieces of one, frames."""

from dataclasses import replace

from tui.corpus.article import Span
from tui.findings.quotes.attribution import Attribution, Place
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

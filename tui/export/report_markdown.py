"""A report as one Markdown document, each finding linked to its block in the texts at the end."""

from collections.abc import Iterator

from tui import __version__
from tui.export.markdown import plain, table
from tui.export.report import HOW_SURE, Report, cue_of, left_out, one_a_block, remarks, when
from tui.findings.events.event import Event
from tui.library.rows import PlacedQuote

Lines = Iterator[str]


def report_markdown(report: Report) -> Lines:
    """The report, piece by piece."""
    yield f"# {plain(report.name)}\n\n"
    yield f"{report.summary}\n\n"
    yield f"{HOW_SURE} Made by corpus-tui {__version__}.\n\n"
    yield "## Articles\n\n"
    yield table(
        ("", "Title", "Source", "Date", "Words", "Quotations"),
        (
            (
                row.short,
                row.title,
                row.source or "",
                row.date or "undated",
                f"{row.words:,}",
                f"{row.quotes:,}",
            )
            for row in report.rows
        ),
    )
    yield from _quotes(report)
    yield from _differences(report)
    yield from _events(report)
    yield from _actors(report)
    yield from _notes(report)
    yield from _texts(report)


def _place(report: Report, article: str, start: int) -> str:
    """A link to the block that holds the code point at `start`."""
    block, _ = report.passage(article, start)
    return f"[{plain(report.short(article))}:{block}](#t{report.number(article)}-{block})"


def _quotes(report: Report) -> Lines:
    yield "\n## Who is quoted\n\n"
    if not report.speakers:
        yield "No quotation was found.\n"
    for speaker, quotes in report.speakers.items():
        yield f"### {plain(speaker)}\n\n"
        for placed in quotes:
            yield f"* {_quotation(placed)} ({_told(report, placed)})\n"
        yield "\n"
    if told := left_out(report):
        yield f"{told}\n"


def _quotation(placed: PlacedQuote) -> str:
    words = plain(placed.text)
    if placed.quote.kind != "indirect":
        return f"“{words}”"
    cue = cue_of(placed)
    return f"{plain(cue)} · {words}" if cue else words


def _told(report: Report, placed: PlacedQuote) -> str:
    place = _place(report, placed.article, placed.quote.spans[0].start)
    return ", ".join([placed.quote.kind, place, *map(plain, remarks(placed))])


def _differences(report: Report) -> Lines:
    yield "\n## Where accounts differ\n\n"
    if not report.compared:
        yield f"Not looked for in {len(report.rows):,} articles.\n"
    elif not report.differences:
        yield "None was found.\n"
    for difference in report.differences:
        state = "" if difference.state == "open" else f", {difference.state}"
        yield f"### {plain(difference.about)}\n\n{difference.kind} differs{state}\n\n"
        for side in difference.sides:
            whole = report.articles[side.article].text
            _, span = report.passage(side.article, side.start)
            before, after = (
                plain(whole[span.start : side.start]),
                plain(whole[side.end : max(side.end, span.end)]),
            )
            yield f"* **{plain(side.value)}** {_place(report, side.article, side.start)}\n"
            yield f"  > {before} **{plain(side.text)}** {after}\n\n"


def _events(report: Report) -> Lines:
    yield "\n## Timeline\n\n"
    if not report.events:
        yield "No event was found.\n"
        return
    yield "| Date | Event | Place | Participants | Status | Told in |\n| --- | --- | --- | --- | --- | --- |\n"
    for event in sorted(report.events, key=lambda one: one.date or "~"):
        yield _event(report, event)


def _event(report: Report, event: Event) -> str:
    told = (
        when(event),
        event.title,
        event.place or "",
        ", ".join(event.participants),
        event.status,
    )
    where = " ".join(_place(report, mention.article, mention.start) for mention in one_a_block(report, event))
    return f"| {' | '.join(map(plain, told))} | {where} |\n"


def _actors(report: Report) -> Lines:
    yield "\n## Actors\n\n| Actor | Type | Mentions | Also | Roles |\n| --- | --- | --- | --- | --- |\n"
    for actor in report.actors:
        aliases = ", ".join(dict.fromkeys(alias.text for alias in actor.aliases if alias.text != actor.name))
        roles = ", ".join(
            f"{plain(role.role)} {_place(report, role.article, role.start)}" for role in actor.roles
        )
        mark = "! " if actor.roles_differ else ""
        yield f"| {plain(actor.name)} | {actor.type} | {len(actor.mentions)} | {plain(aliases)} | {mark}{roles} |\n"


def _notes(report: Report) -> Lines:
    yield "\n## Notes\n\n"
    if not report.notes:
        yield "There are none.\n"
    for placed in report.notes:
        mark = placed.mark
        where = ", ".join(_place(report, spot.article, spot.span.start) for spot in placed.spots)
        told = [
            mark.kind,
            plain(mark.label),
            *(plain(f"#{tag}") for tag in mark.tags),
            mark.created[:10],
            where,
        ]
        yield f"### {plain(mark.target.name)}\n\n{' · '.join(part for part in told if part)}\n\n"
        for anchor in mark.target.anchors:
            if anchor.exact:
                yield f"> {plain(anchor.exact)}\n\n"
        if mark.text:
            yield f"{plain(mark.text)}\n\n"


def _texts(report: Report) -> Lines:
    yield "\n## Texts\n"
    for number, row in enumerate(report.rows, 1):
        yield f"\n### {plain(row.short)} {plain(row.title)}\n\n"
        article = report.articles[row.id]
        for block in article.blocks:
            words = plain(article.text[block.start : block.end])
            heading = block.kind in {"headline", "heading"}
            yield f'<a id="t{number}-{block.number}"></a>{f"**{words}**" if heading else words}\n\n'

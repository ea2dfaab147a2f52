"""A report as one HTML file without anything from outside: no script, no address that is loaded, no font."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from tui import __version__
from tui.corpus.article import Article, Block
from tui.export.characters import without_controls
from tui.export.report import HOW_SURE, Report, cue_of, left_out, one_a_block, remarks, when
from tui.export.timeline import timeline_svg
from tui.findings.actors.actor import Actor
from tui.findings.events.event import Event
from tui.library.rows import PlacedQuote

STYLE = """
:root { color-scheme: light dark; --quiet: #5c6068; --accent: #0b57b0; --mark: #fbe7a8; --line: #d6d6d2; }
@media (prefers-color-scheme: dark) {
  :root { --quiet: #a0a3a8; --accent: #8cb8f2; --mark: #5c4a12; --line: #3c3f46; } }
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, nav, table, .quiet, svg { font-family: system-ui, sans-serif; }
h2 { border-top: 1px solid var(--line); padding-top: 1.2rem; margin-top: 2.5rem; }
h3 { margin-bottom: .3rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
nav a { margin-right: 1rem; }
.quiet { color: var(--quiet); font-size: .85rem; }
table { border-collapse: collapse; font-size: .85rem; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); }
td.date { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
blockquote { margin: .4rem 0 .8rem; padding-left: .9rem; border-left: 3px solid var(--line); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
mark { background: var(--mark); color: inherit; }
.boilerplate { color: var(--quiet); }
:target { outline: 2px solid var(--accent); outline-offset: 3px; }
svg.timeline { width: 100%; height: auto; font-size: 11px; fill: currentColor; stroke: none; }
svg.timeline path { stroke: currentColor; }
svg.timeline rect { fill: var(--accent); }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } nav { display: none; }
  blockquote, .difference, tr, svg { break-inside: avoid-page; } h2, h3, thead { break-after: avoid-page; } }
"""

_COUNTED = ("Words", "Quotations", "Mentions")
"""Columns of numbers."""


def report_html(report: Report) -> Iterator[str]:
    """The report, piece by piece."""
    title = text(f"{report.name}: who said what, and where accounts differ")
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{text(report.name)}</h1>\n"
    )
    yield (
        f'<p>{report.summary}</p>\n<p class="quiet">{HOW_SURE} Made by corpus-tui {__version__}.</p>\n<nav>'
    )
    sections = {
        "Articles": _articles(report),
        "Who is quoted": _quotes(report),
        "Where accounts differ": _differences(report),
        "Timeline": _timeline(report),
        "Actors": _actors(report),
        "Notes": _notes(report),
        "Texts": _texts(report),
    }
    yield "".join(f'<a href="#{_id(name)}">{name}</a>' for name in sections) + "</nav>\n</header>\n<main>\n"
    for name, pieces in sections.items():
        yield f'<section id="{_id(name)}">\n<h2>{name}</h2>\n'
        yield from pieces
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def text(words: str) -> str:
    """Words of the corpus as HTML: they are shown, and never obeyed."""
    return escape(without_controls(words))


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _place(report: Report, article: str, start: int | None) -> str:
    """A link to the exact place in the texts below."""
    number, short = report.number(article), text(report.short(article))
    if start is None:
        return f'<a href="#t{number}">{short}</a>'
    block, _ = report.passage(article, start)
    return f'<a href="#t{number}-{start}">{short}:{block}</a>'


def _table(header: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    heads = (f'<th class="number">{name}</th>' if name in _COUNTED else f"<th>{name}</th>" for name in header)
    yield f"<table>\n<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>\n"
    for row in rows:
        yield f"<tr>{row}</tr>\n"
    yield "</tbody>\n</table>\n"


def _articles(report: Report) -> Iterator[str]:
    yield from _table(
        ("", "Title", "Source", "Date", "Words", "Quotations"),
        (
            f"<td>{_place(report, row.id, None)}</td><td>{text(row.title)}</td><td>{text(row.source or '')}</td>"
            f'<td class="date">{text(row.date or "undated")}</td><td class="number">{row.words:,}</td>'
            f'<td class="number">{row.quotes:,}</td>'
            for row in report.rows
        ),
    )


def _quotes(report: Report) -> Iterator[str]:
    if not report.speakers:
        yield "<p>No quotation was found.</p>\n"
    for speaker, quotes in report.speakers.items():
        yield f"<h3>{text(speaker)}</h3>\n"
        for placed in quotes:
            yield f"<blockquote>{_quotation(placed)} <span class=quiet>{_told(report, placed)}</span></blockquote>\n"
    if told := left_out(report):
        yield f'<p class="quiet">{told}</p>\n'


def _quotation(placed: PlacedQuote) -> str:
    words = text(" ".join(placed.text.split()))
    if placed.quote.kind != "indirect":
        return f"“{words}”"
    cue = cue_of(placed)
    return f"<span class=quiet>{text(cue)} ·</span> {words}" if cue else words


def _told(report: Report, placed: PlacedQuote) -> str:
    place = _place(report, placed.article, placed.quote.spans[0].start)
    return " · ".join([place, placed.quote.kind, *map(text, remarks(placed))])


def _differences(report: Report) -> Iterator[str]:
    if not report.compared:
        yield f"<p>Not looked for in {len(report.rows):,} articles.</p>\n"
    elif not report.differences:
        yield "<p>None was found.</p>\n"
    for difference in report.differences:
        state = "" if difference.state == "open" else f" · {difference.state}"
        yield f'<div class="difference">\n<h3>{text(difference.about)}</h3>\n'
        yield f'<p class="quiet">{difference.kind} differs{state}</p>\n<div class="sides">\n'
        for side in difference.sides:
            passage = _passage(report, side.article, side.start, side.end)
            where = _place(report, side.article, side.start)
            yield f"<blockquote><b>{text(side.value)}</b> {where}<br>{passage}</blockquote>\n"
        yield "</div>\n</div>\n"


def _passage(report: Report, article: str, start: int, end: int) -> str:
    """The block around some words, with these marked."""
    whole = report.articles[article].text
    _, span = report.passage(article, start)
    stop = max(end, span.end)
    return f"{text(whole[span.start : start])}<mark>{text(whole[start:end])}</mark>{text(whole[end:stop])}"


def _timeline(report: Report) -> Iterator[str]:
    picture = timeline_svg(report)
    yield picture + "\n" if picture else "<p>No event has a date.</p>\n"
    yield from _table(
        ("Date", "Event", "Place", "Participants", "Level", "Status", "Told in"),
        (_event(report, event) for event in sorted(report.events, key=lambda event: event.date or "~")),
    )


def _event(report: Report, event: Event) -> str:
    told = (
        when(event),
        event.title,
        event.place or "",
        ", ".join(event.participants),
        event.level or "",
        event.status,
    )
    where = " ".join(_place(report, mention.article, mention.start) for mention in one_a_block(report, event))
    first, *cells = (f"<td>{text(part)}</td>" for part in told)
    return first.replace("<td>", '<td class="date">') + "".join(cells) + f"<td>{where}</td>"


def _actors(report: Report) -> Iterator[str]:
    yield from _table(
        ("Actor", "Type", "Mentions", "Also", "Roles"), (_actor(report, actor) for actor in report.actors)
    )


def _actor(report: Report, actor: Actor) -> str:
    aliases = ", ".join(dict.fromkeys(alias.text for alias in actor.aliases if alias.text != actor.name))
    roles = ", ".join(f"{text(role.role)} {_place(report, role.article, role.start)}" for role in actor.roles)
    first = _place(report, actor.mentions[0].article, actor.mentions[0].start) if actor.mentions else ""
    mark = "! " if actor.roles_differ else ""
    return (
        f"<td>{text(actor.name)} {first}</td><td>{actor.type}</td><td class=number>{len(actor.mentions):,}</td>"
        f"<td>{text(aliases)}</td><td>{mark}{roles}</td>"
    )


def _notes(report: Report) -> Iterator[str]:
    if not report.notes:
        yield "<p>There are none.</p>\n"
    for placed in report.notes:
        mark = placed.mark
        told = [mark.kind, text(mark.label), *(text(f"#{tag}") for tag in mark.tags), mark.created[:10]]
        told += [_place(report, spot.article, spot.span.start) for spot in placed.spots]
        if placed.orphan:
            told.append("orphan: its words are not there any more")
        yield f'<h3>{text(mark.target.name)}</h3>\n<p class="quiet">{" · ".join(filter(None, told))}</p>\n'
        yield from (
            f"<blockquote>{text(one.exact)}</blockquote>\n" for one in mark.target.anchors if one.exact
        )
        if mark.text:
            yield f"<p>{text(mark.text)}</p>\n"


def _texts(report: Report) -> Iterator[str]:
    places = _linked(report)
    for number, row in enumerate(report.rows, 1):
        yield f'<h3 id="t{number}">{text(row.short)} {text(row.title)}</h3>\n'
        article = report.articles[row.id]
        wanted = sorted(places.get(row.id, ()))
        for block in article.blocks:
            yield _block(article, block, number, [at for at in wanted if block.start <= at < block.end])


def _linked(report: Report) -> dict[str, set[int]]:
    """The offsets, by article, that anything in the report links to."""
    places: dict[str, set[int]] = {}
    linked = [
        (placed.article, placed.quote.spans[0].start)
        for group in report.speakers.values()
        for placed in group
    ]
    linked += [(side.article, side.start) for one in report.differences for side in one.sides]
    linked += [(mention.article, mention.start) for event in report.events for mention in event.mentions]
    linked += [(role.article, role.start) for actor in report.actors for role in actor.roles]
    linked += [
        (actor.mentions[0].article, actor.mentions[0].start) for actor in report.actors if actor.mentions
    ]
    linked += [(spot.article, spot.span.start) for placed in report.notes for spot in placed.spots]
    for article, start in linked:
        places.setdefault(article, set()).add(start)
    return places


def _block(article: Article, block: Block, number: int, places: list[int]) -> str:
    """A block of an article, with a place to go to at each of `places`."""
    cuts = [block.start, *places, block.end]
    pieces = [text(article.text[block.start : cuts[1]])]
    for at, following in pairwise(cuts[1:]):
        pieces.append(f'<span id="t{number}-{at}"></span>{text(article.text[at:following])}')
    words = "".join(pieces)
    kind = "boilerplate" if block.kind == "boilerplate" else ""
    inner = f"<b>{words}</b>" if block.kind in {"headline", "heading"} else words
    return f'<p class="{kind}"><span class="quiet">{block.number}</span> {inner}</p>\n'

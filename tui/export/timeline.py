"""The dated events of a corpus as a picture: time from left to right, a lane an article."""

import datetime as dt
from html import escape

from tui.export.characters import without_controls
from tui.export.report import Report
from tui.findings.events.edtf import days

WIDTH = 720
LANE = 22
_TOP = 26
_LONGEST = 28
"""Letters of an article's name beside its lane."""

_LETTER = 6.2
_MOST = 7
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""Between the ticks of a longer time: months, years, decades, centuries."""


def timeline_svg(report: Report) -> str:
    """The picture as SVG, drawn in the colour of the text around it; empty where no event has a date."""
    dated = [(event, span) for event in report.events if (span := days(event.date))]
    lanes = [
        row for row in report.rows if any(m.article == row.id for event, _ in dated for m in event.mentions)
    ]
    if not dated:
        return ""
    first, last = min(span[0] for _, span in dated), max(span[1] for _, span in dated)
    names = [row.short if len(row.short) <= _LONGEST else f"{row.short[: _LONGEST - 1]}…" for row in lanes]
    left = 36 + round(_LETTER * max(map(len, names)))
    room = (WIDTH - left - 20) / max(1, (last - first).days)
    height = _TOP + LANE * len(lanes) + 8
    parts = [f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Timeline">']
    parts += [_tick(name, left + (day - first).days * room, height) for day, name in _ticks(first, last)]
    for at, (row, name) in enumerate(zip(lanes, names, strict=True)):
        y = _TOP + LANE * at + LANE / 2
        parts.append(f'<text x="0" y="{y + 4:g}">{escape(without_controls(name))}</text>')
        parts.append(f'<path d="M{left} {y:g}H{WIDTH - 20}" opacity=".2"/>')
        for event, span in dated:
            if any(mention.article == row.id for mention in event.mentions):
                x, end = (left + (day - first).days * room for day in span)
                told = escape(without_controls(f"{event.date}: {event.title} ({event.status})"))
                parts.append(
                    f'<rect x="{x - 4:.1f}" y="{y - 4:g}" width="{max(8, end - x + 8):.1f}" height="8" rx="4">'
                    f"<title>{told}</title></rect>"
                )
    parts.append("</svg>")
    return "\n".join(parts)


def _ticks(first: dt.date, last: dt.date) -> list[tuple[dt.date, str]]:
    """At most seven days with their names: the first days of years or months, evenly; of a short time days."""
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for step in _MONTHS:
        months = range(begin + -begin % step, end + 1, step)
        days_ = [dt.date(month // 12, month % 12 + 1, 1) for month in months]
        found = [day for day in days_ if day >= first]
        if 2 <= len(found) <= _MOST:
            return [(day, f"{day.year}" if step % 12 == 0 else f"{day:%Y-%m}") for day in found]
        if len(found) < 2:
            break
    count = min(_MOST, (last - first).days + 1)
    apart = [first + (last - first) * at // max(1, count - 1) for at in range(count)]
    return [(day, day.isoformat()) for day in apart]


def _tick(day: str, x: float, height: int) -> str:
    anchor = "middle" if x < WIDTH - 60 else "end"
    return (
        f'<path d="M{x:.1f} {_TOP - 6}V{height}" opacity=".15"/>'
        f'<text x="{x:.1f}" y="12" text-anchor="{anchor}">{day}</text>'
    )

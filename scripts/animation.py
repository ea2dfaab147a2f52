"""A session as a picture that moves: one SVG in which each row of the screen is shown as long as it stood there."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

WIDTH, HEIGHT, SIZE = 8.4, 18.0, 14
"""Pixels of a cell, and of its letters."""

EDGE = 10
"""Pixels around the screen."""


class Frame(NamedTuple):
    """A screen, row by row, and the seconds for which it stood."""

    rows: tuple[tuple[Segment, ...], ...]
    seconds: float


def animated(frames: Iterable[Frame], columns: int, page: str, text: str) -> str:
    """The SVG of some frames, from the first to the last and again; `page` and `text` are the theme's colours."""
    times, at = [], 0.0
    kept = list(frames)
    for frame in kept:
        times.append(at)
        at += frame.seconds
    count = len(kept[0].rows)
    width, height = columns * WIDTH + 2 * EDGE, count * HEIGHT + 2 * EDGE
    fonts = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
    size = f'viewBox="0 0 {width:g} {height:g}" font-size="{SIZE}" font-family="{fonts}" fill="{text}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
        "<title>corpus-tui</title>",
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{page}"/>',
    ]
    for y in range(count):
        shown: dict[str, list[tuple[float, float]]] = {}
        for frame, begin in zip(kept, times, strict=True):
            drawn = _row(frame.rows[y], y, page, text)
            spans = shown.setdefault(drawn, [])
            if spans and spans[-1][1] == begin:
                spans[-1] = spans[-1][0], begin + frame.seconds
            else:
                spans.append((begin, begin + frame.seconds))
        parts += [_shown(drawn, spans, at) for drawn, spans in shown.items() if drawn]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _shown(drawn: str, spans: list[tuple[float, float]], all_: float) -> str:
    """A drawn row, seen in these seconds of all."""
    if spans == [(0.0, all_)]:
        return drawn
    values, keys = ["hidden"], ["0"]
    for begin, end in spans:
        if begin == 0:
            values[0] = "visible"
        else:
            values.append("visible")
            keys.append(f"{begin / all_:.4f}")
        if end < all_:
            values.append("hidden")
            keys.append(f"{end / all_:.4f}")
    return (
        f'<g visibility="{values[0]}"><animate attributeName="visibility" values="{";".join(values)}" '
        f'keyTimes="{";".join(keys)}" dur="{all_:.2f}s" calcMode="discrete" repeatCount="indefinite"/>{drawn}</g>'
    )


def _row(row: Iterable[Segment], y: int, page: str, text: str) -> str:
    """The grounds and the words of a row."""
    grounds, words = [], []
    column = 0
    for segment in row:
        cells = segment.cell_length
        x = EDGE + column * WIDTH
        column += cells
        colour, ground = _colours(segment.style or Style(), page, text)
        if ground != page:
            grounds.append(
                f'<rect x="{x:.1f}" y="{EDGE + y * HEIGHT:g}" width="{cells * WIDTH:.1f}" height="{HEIGHT:g}" '
                f'fill="{ground}"/>'
            )
        told = segment.text.strip()
        if told:
            before = len(segment.text) - len(segment.text.lstrip())
            length = len(told) * WIDTH
            words.append(
                f'<text x="{x + before * WIDTH:.1f}" y="{EDGE + (y + 0.75) * HEIGHT:g}" textLength="{length:.1f}" '
                f'xml:space="preserve"{_look(segment.style or Style(), colour, text)}>{escape(told)}</text>'
            )
    return "".join(grounds + words)


def _colours(style: Style, page: str, text: str) -> tuple[str, str]:
    colour = style.color.get_truecolor().hex if style.color and not style.color.is_default else text
    ground = style.bgcolor.get_truecolor().hex if style.bgcolor and not style.bgcolor.is_default else page
    return (ground, colour) if style.reverse else (colour, ground)


def _look(style: Style, colour: str, text: str) -> str:
    told = {
        "fill": colour if colour != text else None,
        "font-weight": "bold" if style.bold else None,
        "font-style": "italic" if style.italic else None,
        "text-decoration": "underline" if style.underline else None,
    }
    return "".join(f' {name}="{value}"' for name, value in told.items() if value)

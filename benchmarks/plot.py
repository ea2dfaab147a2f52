"""Curves on two logarithmic axes, as an SVG that reads on light and dark pages alike."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 210, 40, 50
INKS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#8a7500",
)  # told apart by the colour-blind too (Okabe, Ito 2008)
SHAPES = ("circle", "square", "diamond")
GREY = "#808080"

Curve = Sequence[tuple[float, float]]


def curves(title: str, below: str, told: Mapping[str, Curve]) -> str:
    """An SVG of curves by name, each a sequence of (x, y) above 0; `below` names the horizontal axis."""
    points = [point for curve in told.values() for point in curve if min(point) > 0]
    xs, ys = [log10(x) for x, _ in points], [log10(y) for _, y in points]
    low_x, high_x, low_y, high_y = floor(min(xs)), ceil(max(xs)), floor(min(ys)), ceil(max(ys))

    def place(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - low_x) / max(1, high_x - low_x)
        up = (log10(y) - low_y) / max(1, high_y - low_y)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" fill="{GREY}">',
        f"<title>{escape(title)}</title><style>text {{ font: 13px sans-serif }}</style>",
        f'<text x="{LEFT}" y="22">{escape(title)}</text>',
    ]
    for power in range(low_x, high_x + 1):
        x, y = place(10**power, 10**low_y)
        parts.append(_line(x, y, x, TOP))
        parts.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="middle">{_number(power)}</text>')
    for power in range(low_y, high_y + 1):
        x, y = place(10**low_x, 10**power)
        parts.append(_line(x, y, WIDTH - RIGHT, y))
        parts.append(f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{_number(power)}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle:.0f}" y="{HEIGHT - 10}" text-anchor="middle">{escape(below)}</text>')
    for at, (name, curve) in enumerate(told.items()):
        parts += _curve(name, [place(*point) for point in curve if min(point) > 0], at)
    return "\n".join([*parts, "</svg>\n"])


def _curve(name: str, places: Sequence[tuple[float, float]], at: int) -> list[str]:
    """A curve with its points, and its name in the margin."""
    ink = INKS[at % len(INKS)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    drawn = [f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2"/>']
    drawn += [_point(x, y, SHAPES[at % len(SHAPES)], ink) for x, y in places]
    y = TOP + 20 + 24 * at
    drawn.append(_point(WIDTH - RIGHT + 20, y, SHAPES[at % len(SHAPES)], ink))
    drawn.append(f'<text x="{WIDTH - RIGHT + 32}" y="{y + 4}" fill="{ink}">{escape(name)}</text>')
    return drawn


def _point(x: float, y: float, shape: str, ink: str) -> str:
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink}"/>'
    turned = f' transform="rotate(45 {x:.1f} {y:.1f})"' if shape == "diamond" else ""
    return f'<rect x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7" fill="{ink}"{turned}/>'


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<path d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="{GREY}" stroke-opacity="0.25"/>'


def _number(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"

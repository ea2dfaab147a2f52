"""Measures that reports use for one another: miles and kilometres, Fahrenheit and Celsius."""

import re
from functools import cache

from tui.compare.quantity import Quantity
from tui.findings.language.wordlists import words

_FAHRENHEIT = re.compile(r"\W{0,3}(?:Fahrenheit|F\b)")
_TURNED = 0.03  # how far a number reaches that was turned into another measure: reports round
_DIGITS = 3  # digits of such a number that are told


def in_common_measure(quantity: Quantity, text: str) -> Quantity:
    """The quantity in the measure that it is compared in; as it is where it is in none that has another."""
    if quantity.unit == "degree" and _FAHRENHEIT.match(text, quantity.end):
        value, low, high = ((degrees - 32) / 1.8 for degrees in quantity[2:5])
        return _turned(quantity, value, low, high, "degree")
    base, factor = _measures().get(quantity.unit, (quantity.unit, 1.0))
    if factor == 1:
        return quantity._replace(unit=base)
    return _turned(quantity, quantity.value * factor, quantity.low * factor, quantity.high * factor, base)


def is_measure(word: str) -> bool:
    """Whether a word names a measure: kilometre, km."""
    return word.lower() in _measures()


def _turned(quantity: Quantity, value: float, low: float, high: float, unit: str) -> Quantity:
    rounded = float(f"{value:.{_DIGITS}g}")
    room = _TURNED * abs(value)
    return Quantity(
        quantity.start, quantity.end, rounded, min(rounded, low) - room, max(rounded, high) + room, unit
    )


@cache
def _measures() -> dict[str, tuple[str, float]]:
    listed = (entry.split() for entry in words("measures"))
    return {word: (base, float(factor)) for word, base, factor in listed}

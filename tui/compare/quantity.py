"""A number with what it counts."""

from typing import NamedTuple

OF_PEOPLE = frozenset({"killed", "injured", "displaced"})
"""Units of numbers that count what was done to people, whatever these are called."""

_ROUNDED = 0.03  # how far a round number of more than 1,000 reaches


class Quantity(NamedTuple):
    """A number at `start`..`end` (code points, qualifier and unit included) that counts `unit`.

    `value` lies between `low` and `high`, which say what its qualifier allows. `unit` is a singular noun, a measure
    (kilometre for miles too), a currency, `percent`, one of `OF_PEOPLE` for people who were, or the units of a vote.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str

    def agrees(self, other: "Quantity") -> bool:
        """Whether both can be true of one thing."""
        if self.low <= other.high and other.low <= self.high:
            return True
        large = max(self.value, other.value)
        return large > 1000 and abs(self.value - other.value) <= _ROUNDED * large

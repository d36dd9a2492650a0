"""A number of people, minutes or times, or a range of them."""

from dataclasses import dataclass
from typing import Final

MANY: Final = 1000
"""The high end of a range that has none: `"1+"`."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A number, or a range from low to high: `4`, `7.5`, `"4-5"`, `"1+"`."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """What is planned: half-way between low and high."""
        return (self.low + self.high) / 2

    @property
    def whole(self) -> int:
        """Half-way as a whole number, as of people; of two that are as near the higher one."""
        return int(self.middle + 0.5)

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def __str__(self) -> str:
        if self.high == MANY:
            return f"{self.low:g}+"
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g}-{self.high:g}"


ONCE: Final = Span(1, 1)

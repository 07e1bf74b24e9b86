"""What was found, and whether it is what was asked for."""

import statistics
from dataclasses import dataclass

# How a unit is written: factor, decimals, sign.
UNITS = {
    "x": (1, 2, ""), "s": (1, 3, " s"), "ms": (1e3, 1, " ms"), "µs": (1e6, 1, " µs"), "MB": (1e-6, 1, " MB"),
}


@dataclass(frozen=True)
class Spread:
    """A median and what it lies between."""

    median: float
    low: float
    high: float

    @staticmethod
    def of(values: list[float]) -> "Spread":
        return Spread(statistics.median(values), min(values), max(values))

    def text(self, unit: str) -> str:
        factor, digits, sign = UNITS[unit]
        low, middle, high = (f"{value * factor:.{digits}f}" for value in (self.low, self.median, self.high))
        return f"{middle}{sign} ({low}..{high})"


@dataclass(frozen=True)
class Finding:
    """One number of a case with what was asked for, if anything; times in seconds, memory in bytes."""

    name: str
    spread: Spread | None
    unit: str = "x"
    at_most: float | None = None
    at_least: float | None = None

    @staticmethod
    def ratio(name: str, above: list[float], below: list[float], at_most=None, at_least=None) -> "Finding":
        """How two programs compare, paired round by round."""
        pairs = zip(above, below, strict=True)
        return Finding(name, Spread.of([one / other for one, other in pairs]), "x", at_most, at_least)

    @staticmethod
    def under(name: str, values: list[float], unit: str, at_most: float | None) -> "Finding":
        return Finding(name, Spread.of(values), unit, at_most)

    @property
    def is_goal(self) -> bool:
        return self.at_most is not None or self.at_least is not None

    @property
    def value(self) -> str:
        return "-" if self.spread is None else self.spread.text(self.unit)

    @property
    def goal(self) -> str:
        if not self.is_goal:
            return ""
        factor, _, sign = UNITS[self.unit]
        word, limit = ("at most", self.at_most) if self.at_least is None else ("at least", self.at_least)
        return f"{word} {limit * factor:g}{sign}"

    def holds(self, value: float) -> bool:
        return (self.at_most is None or value <= self.at_most) and (self.at_least is None or value >= self.at_least)

    @property
    def verdict(self) -> str:
        """Compared by the median; a spread that crosses the goal is told, since the next median may fall otherwise."""
        if not self.is_goal:
            return ""
        if self.spread is None:
            return "not measured"
        every_run = {self.holds(value) for value in (self.spread.low, self.spread.high)}
        met = self.holds(self.spread.median)
        return ("met" if met else "MISSED") + ("" if every_run == {met} else ", not in every run")

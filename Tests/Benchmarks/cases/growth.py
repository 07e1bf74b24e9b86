"""The tables of the scale case: what grew how much, and what one more costs."""

import statistics
from dataclasses import dataclass

from generating.workspace import GeneratedWorkspace
from measuring.running import Program
from measuring.telling import Rows


@dataclass(frozen=True)
class Step:
    """One size: what it is called, and the programs measured over it."""

    name: str
    workspace: GeneratedWorkspace
    matrix: Program
    snapshot: Program
    duckdb: Program

    @property
    def wall(self) -> float:
        return statistics.median(self.matrix.wall)

    @property
    def peak(self) -> int:
        return max(self.matrix.peak)

    @property
    def pairs(self) -> int:
        shape = self.workspace.shape
        return shape.forums * shape.commitments * shape.countries

    def inside(self, fact: str) -> float:
        """A number that followup-bench printed about its way from files to picture."""
        return statistics.median(self.snapshot.values(fact))


def growth_rows(steps: list[Step]) -> Rows:
    """A row a size; growth is the value beside that of the row above."""
    table = [["", "CSV", "pairs", "whole process", "growth", "reading", "picture", "peak memory", "growth",
              "after reading", "DuckDB", "its memory"]]
    for before, step in zip([None, *steps], steps):
        table.append([
            step.name, f"{step.workspace.report_bytes / 1e6:.0f} MB", f"{step.pairs / 1e3:,.0f} k",
            f"{step.wall:.3f} s", "" if before is None else f"{step.wall / before.wall:.1f}x",
            f"{step.inside('read'):.3f} s", f"{step.inside('seconds'):.3f} s",
            f"{step.peak / 1e6:.0f} MB", "" if before is None else f"{step.peak / before.peak:.1f}x",
            f"{step.inside('read-memory') / 1e6:.0f} MB",
            f"{statistics.median(step.duckdb.wall):.3f} s", f"{max(step.duckdb.peak) / 1e6:.0f} MB",
        ])
    return table


def cost_rows(axes: dict[str, list[Step]]) -> Rows:
    """What a further million reports, or a further 100,000 pairs, cost from the first size to the second, and at last.

    A last cost that is clearly above the first one says that the way grows faster than its input.
    """
    table = [["one more", "time, at first", "time, at last", "memory, at first", "memory, at last"]]
    for axis, steps in axes.items():
        of_reports = axis == "Reports"
        unit = 1e6 if of_reports else 1e5
        first, last = steps[:2], steps[-2:]

        def cost(pair: list[Step], value) -> float:
            amounts = [step.workspace.shape.reports if of_reports else step.pairs for step in pair]
            return (value(pair[1]) - value(pair[0])) / (amounts[1] - amounts[0]) * unit

        what = "million reports" if of_reports else f"100,000 pairs, by more {axis.lower()}"
        table.append(
            [what] + [f"{cost(pair, lambda step: step.wall):.3f} s" for pair in (first, last)]
            + [f"{cost(pair, lambda step: step.peak) / 1e6:.0f} MB" for pair in (first, last)])
    return table

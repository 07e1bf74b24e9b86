"""How time and memory grow: with reports, with countries, with forums, and with all of them."""

import statistics
from dataclasses import dataclass, replace

from generating.shape import AS_OF, WorkspaceShape
from generating.workspace import GeneratedWorkspace, generate_workspace
from measuring.answers import cells_of_followup, compare, compare_rejected, expected_cells
from measuring.paths import WORK
from measuring.running import Program, interleave, say
from measuring.telling import Rows

from .reports import peer_program
from .setting import Setting

MOST_RUNS = 3
COUNTRIES = (33, 66, 99, 132, 193)
FORUMS = (15, 30, 60, 100)


@dataclass(frozen=True)
class Step:
    """One size: what it is called, and the programs measured over it."""

    name: str
    workspace: GeneratedWorkspace
    matrix: Program
    snapshot: Program
    duckdb: Program


@dataclass(frozen=True)
class Growth:
    """What grew, and a row a size."""

    title: str
    rows: Rows


def measure(setting: Setting) -> list[Growth]:
    """Up to ten times the reports asked for; the other axes at the reports asked for."""
    base = setting.shape
    most = 10 * base.reports
    reports = [size for size in (most // 1000, most // 100, most // 10, most) if size > 0]
    axes = {
        "Reports": [(f"{size:,}", replace(base, reports=size)) for size in reports],
        "Countries": [(str(count), replace(base, countries=count)) for count in COUNTRIES],
        "Forums": [(str(count), replace(base, forums=count)) for count in FORUMS],
        "All at once": [
            (f"{base.reports:,} reports, {FORUMS[0]} forums, {COUNTRIES[0]} countries",
             replace(base, forums=FORUMS[0], countries=COUNTRIES[0])),
            (f"{most:,} reports, {FORUMS[-1]} forums, {COUNTRIES[-1]} countries",
             replace(base, reports=most, forums=FORUMS[-1], countries=COUNTRIES[-1])),
        ],
    }
    return [Growth(title, rows([step(setting, name, shape) for name, shape in sizes]))
            for title, sizes in axes.items()]


def step(setting: Setting, name: str, shape: WorkspaceShape) -> Step:
    """Measures one size, and compares the answers."""
    say(f"Generating {shape.name}")
    workspace = generate_workspace(shape, WORK)
    matrix = setting.matrix("followup matrix", workspace.folder, "scale-matrix")
    snapshot = setting.bench("snapshot", ["snapshot", str(workspace.folder), AS_OF], "scale-snapshot")
    duckdb = peer_program("DuckDB", workspace)
    say(f"Measuring {name}")
    interleave([matrix, snapshot, duckdb], min(setting.runs, MOST_RUNS))
    compare("followup", cells_of_followup(matrix.output), expected_cells(workspace, AS_OF))
    compare_rejected(matrix.output, workspace.bad_rows)
    return Step(name, workspace, matrix, snapshot, duckdb)


def rows(steps: list[Step]) -> Rows:
    """The growth of a column is its value beside that of the row above."""
    header = ["", "CSV", "pairs", "whole process", "growth", "reading", "picture", "peak memory", "growth",
              "after reading", "bytes a report", "DuckDB", "its memory"]
    table, before = [header], None
    for one in steps:
        shape = one.workspace.shape
        wall, peak = statistics.median(one.matrix.wall), max(one.matrix.peak)
        table.append([
            one.name, f"{one.workspace.report_bytes / 1e6:.0f} MB",
            f"{shape.forums * shape.commitments * shape.countries / 1e3:,.0f} k", f"{wall:.3f} s",
            growth(wall, before and before[0]), seconds(one.snapshot, "read"), seconds(one.snapshot, "seconds"),
            f"{peak / 1e6:.0f} MB", growth(peak, before and before[1]),
            f"{max(one.snapshot.values('read-memory')) / 1e6:.0f} MB", f"{peak / shape.reports:.0f}",
            f"{statistics.median(one.duckdb.wall):.3f} s", f"{max(one.duckdb.peak) / 1e6:.0f} MB",
        ])
        before = wall, peak
    return table


def growth(value: float, before: float | None) -> str:
    return "" if before is None else f"{value / before:.1f}x"


def seconds(program: Program, fact: str) -> str:
    return f"{statistics.median(program.values(fact)):.3f} s"

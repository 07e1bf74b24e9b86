"""How time and memory grow: with reports, with countries, with forums, and with all of them."""

from dataclasses import replace

from generating.shape import AS_OF, WorkspaceShape
from generating.workspace import generate_workspace
from measuring.answers import cells_of_followup, cells_of_table, compare, compare_rejected, expected_cells
from measuring.paths import WORK
from measuring.running import interleave, say
from measuring.telling import Rows

from .growth import Step, cost_rows, growth_rows
from .reports import peer_program
from .setting import Setting

MOST_RUNS = 3
COUNTRIES = (33, 66, 99, 132, 193)
FORUMS = (15, 30, 60, 100)


def measure(setting: Setting) -> dict[str, Rows]:
    """Tables by title: up to ten times the reports asked for; the other axes at the reports asked for."""
    base = setting.shape
    most = 10 * base.reports
    sizes = {
        "Reports": [(f"{count:,}", replace(base, reports=count))
                    for count in (most // 1000, most // 100, most // 10, most) if count > 0],
        "Countries": [(str(count), replace(base, countries=count)) for count in COUNTRIES],
        "Forums": [(str(count), replace(base, forums=count)) for count in FORUMS],
        "All at once": [
            (f"{reports:,} reports, {forums} forums, {countries} countries",
             replace(base, reports=reports, forums=forums, countries=countries))
            for reports, forums, countries in (
                (base.reports, FORUMS[0], COUNTRIES[0]), (most, FORUMS[-1], COUNTRIES[-1]))],
    }
    axes = {title: [step(setting, name, shape) for name, shape in shapes] for title, shapes in sizes.items()}
    tables = {title: growth_rows(steps) for title, steps in axes.items()}
    del axes["All at once"]
    return tables | {"What one more costs": cost_rows(axes)}


def step(setting: Setting, name: str, shape: WorkspaceShape) -> Step:
    """Measures one size, and compares the answers."""
    say(f"Generating {shape.name}")
    workspace = generate_workspace(shape, WORK)
    matrix = setting.matrix("followup matrix", workspace.folder, "scale-matrix")
    snapshot = setting.bench("snapshot", ["snapshot", str(workspace.folder), AS_OF], "scale-snapshot")
    duckdb = peer_program("DuckDB", workspace)
    say(f"Measuring {name}")
    interleave([matrix, snapshot, duckdb], min(setting.runs, MOST_RUNS))
    expected = expected_cells(workspace, AS_OF)
    compare("followup", cells_of_followup(matrix.output), expected)
    compare("DuckDB", cells_of_table(duckdb.output.with_suffix(".csv")), expected)
    compare_rejected(matrix.output, workspace.bad_rows)
    return Step(name, workspace, matrix, snapshot, duckdb)

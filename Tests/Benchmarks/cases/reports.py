"""A generated workspace from command to printed matrix, beside the same question asked to three data engines."""

from generating.shape import AS_OF
from generating.workspace import GeneratedWorkspace, generate_workspace
from measuring.answers import cells_of_followup, cells_of_table, compare, compare_rejected, expected_cells
from measuring.building import THREADS, peer
from measuring.findings import Finding
from measuring.outcome import Outcome
from measuring.paths import WORK
from measuring.running import Program, interleave, say

from .setting import Setting

PEERS = {"DuckDB": "duckdb_matrix.py", "polars": "polars_matrix.py", "pandas": "pandas_matrix.py"}


def peer_program(name: str, workspace: GeneratedWorkspace) -> Program:
    """A peer over a workspace; it looks for bad rows only where there are any, as followup always does."""
    care = "checked" if "bad-rows" in workspace.shape.skew else "clean"
    label = f"reports-{name}-{workspace.shape.name}"
    command = peer(PEERS[name], str(workspace.folder), str(workspace.tables), AS_OF, str(THREADS), care,
                   str(WORK / f"{label}.csv"))
    return Program(f"{name}, {THREADS} threads", command, WORK / f"{label}.out")


def compare_answers(workspace: GeneratedWorkspace, peers: dict[str, Program], matrix: Program | None) -> int:
    """Compares every answer cell by cell to the one in plain Python; returns the number of cells."""
    expected = expected_cells(workspace, AS_OF)
    for name, program in peers.items():
        compare(name, cells_of_table(program.output.with_suffix(".csv")), expected)
    if matrix is not None:
        compare("followup", cells_of_followup(matrix.output), expected)
        compare_rejected(matrix.output, workspace.bad_rows)
    return len(expected)


def measure(setting: Setting) -> Outcome:
    say(f"Generating {setting.shape.name}")
    workspace = generate_workspace(setting.shape, WORK)
    peers = {name: peer_program(name, workspace) for name in PEERS}
    files = sorted(workspace.folder.glob("*/reports/*.csv"))
    floor = Program("lines counted (C)", [str(WORK / "line_count"), *map(str, files)], WORK / "reports-lines.out")
    matrix = None if setting.ours is None else setting.matrix("followup matrix", workspace.folder, "reports-followup")
    programs = [program for program in (matrix, *peers.values(), floor) if program is not None]
    say(f"Measuring {len(programs)} programs over {workspace.report_bytes / 1e6:.1f} MB of CSV")
    interleave(programs, setting.runs)

    cells = compare_answers(workspace, peers, matrix)
    notes = [f"All gave the expected answer in all {cells} cells; {workspace.bad_rows} bad rows were to be rejected."]
    findings = []
    if matrix is not None:
        duckdb = peers["DuckDB"]
        findings = [
            Finding.ratio("followup / DuckDB, process", matrix.wall, duckdb.wall, at_most=setting.goal(0.5)),
            Finding.ratio("followup / DuckDB, memory", matrix.peak, duckdb.peak, at_most=setting.goal(0.5)),
            Finding.ratio("followup process / DuckDB inner", matrix.wall, duckdb.inner),
            Finding.ratio("followup / polars, process", matrix.wall, peers["polars"].wall),
            Finding.ratio("followup / polars, memory", matrix.peak, peers["polars"].peak),
            Finding.ratio("followup process / polars inner", matrix.wall, peers["polars"].inner),
            Finding.ratio("followup / pandas, process", matrix.wall, peers["pandas"].wall),
            Finding.ratio("followup / pandas, memory", matrix.peak, peers["pandas"].peak),
            Finding.ratio("followup / lines counted, process", matrix.wall, floor.wall),
        ]
    about = (f"{setting.shape.reports} reports of {setting.shape.forums} forums and {setting.shape.countries} "
             f"countries, {workspace.report_bytes / 1e6:.1f} MB of CSV")
    return Outcome(" ".join(["reports", *setting.shape.skew]), about, programs, findings, notes)

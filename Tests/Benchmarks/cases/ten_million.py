"""Ten times the reports of the reports case: how time and memory grow."""

from dataclasses import replace

from generating.workspace import generate_workspace
from measuring.findings import Finding
from measuring.outcome import Outcome
from measuring.paths import WORK
from measuring.running import interleave, say

from .reports import compare_answers, peer_program
from .setting import Setting

MOST_RUNS = 3


def measure(setting: Setting) -> Outcome:
    shapes = setting.shape, replace(setting.shape, reports=10 * setting.shape.reports)
    say(f"Generating {shapes[1].name}")
    small, large = (generate_workspace(shape, WORK) for shape in shapes)
    peers = {name: peer_program(name, large) for name in ("DuckDB", "polars")}
    programs, findings, matrix = list(peers.values()), [], None
    if setting.ours is not None:
        base = setting.matrix(f"followup, {shapes[0].reports} reports", small.folder, "ten-million-tenth")
        matrix = setting.matrix(f"followup, {shapes[1].reports} reports", large.folder, "ten-million")
        programs = [base, matrix, *programs]
    say(f"Measuring {len(programs)} programs over {large.report_bytes / 1e6:.1f} MB of CSV")
    interleave(programs, min(setting.runs, MOST_RUNS))
    cells = compare_answers(large, peers, matrix)
    if matrix is not None:
        findings = [
            Finding.ratio("ten times the reports / once, process", matrix.wall, base.wall, at_most=setting.goal(11)),
            Finding.under("memory", matrix.peak, "MB", at_most=setting.goal(1.2e9)),
            *(Finding.ratio(f"followup / {name}, process", matrix.wall, program.wall)
              for name, program in peers.items()),
            *(Finding.ratio(f"followup / {name}, memory", matrix.peak, program.peak)
              for name, program in peers.items()),
        ]
    about = f"{shapes[1].reports} reports, {large.report_bytes / 1e6:.1f} MB of CSV"
    return Outcome("ten-million", about, programs, findings,
                   [f"All gave the expected answer in all {cells} cells."])

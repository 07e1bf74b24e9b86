"""One report changes: how long until the new picture stands, in a program that holds the old one."""

from pathlib import Path

from generating.workspace import generate_workspace
from measuring.judging import Finding, Spread
from measuring.outcome import Outcome
from measuring.paths import ROOT, WORK
from measuring.running import Program, interleave, say

from .setting import Setting


def measure(setting: Setting) -> Outcome:
    say(f"Generating {setting.shape.name}")
    large = change(setting, f"{setting.shape.reports} reports", generate_workspace(setting.shape, WORK).folder, "large")
    shipped = change(setting, "shipped workspace", ROOT / "forums", "shipped")
    say("Measuring one changed report")
    interleave([large, shipped], setting.runs)
    findings = [
        Finding(f"new snapshot, {large.name}", Spread.of(large.inner), "ms", at_most=setting.goal(0.005)),
        Finding(f"new snapshot, {shipped.name}", Spread.of(shipped.inner), "ms", at_most=0.001),
    ]
    findings += [
        Finding(f"the {fact} of the changes, {program.name}", Spread.of(program.values(fact)), "ms")
        for program in (large, shipped) for fact in ("fastest", "slowest")]
    about = f"one changed report of the largest forum, inner: the median of {int(large.values('changes')[0])} changes"
    return Outcome("change", about, [large, shipped], findings)


def change(setting: Setting, name: str, workspace: Path, label: str) -> Program:
    """followup-bench edits a copy, so its whole process also copies, and reads everything once."""
    return setting.bench(name, ["change", str(workspace)], f"change-{label}")

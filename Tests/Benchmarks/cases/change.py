"""One report changes: how long until the new picture stands, in a program that holds the old one."""

import shutil
from pathlib import Path

from generating.shape import AS_OF
from generating.workspace import generate_workspace
from measuring.findings import Finding, Spread
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
    for program in (large, shipped):
        findings += [
            Finding(f"reading what changed, {program.name}", Spread.of(program.values("read")), "ms"),
            Finding(f"picture, {program.name}", Spread.of(program.values("picture")), "ms"),
            Finding(f"slowest of 22 changes, {program.name}", Spread.of(program.values("most")), "ms"),
        ]
    return Outcome("change", "one changed report of the largest forum, inner: the median of 22 changes",
                   [large, shipped], findings)


def change(setting: Setting, name: str, workspace: Path, label: str) -> Program:
    """Over a copy, since its files are edited."""
    copy = WORK / f"change-{label}"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(workspace, copy)
    return setting.bench(name, ["change", str(copy), AS_OF], f"change-{label}")

"""One report changes: how long until the new picture stands, without reading everything again."""

import subprocess

from generating.workspace import generate_workspace
from measuring.judging import Finding, Spread
from measuring.outcome import Outcome
from measuring.paths import ROOT, WORK
from measuring.running import interleave, say

from .setting import Setting

MISUSE = 2


def measure(setting: Setting) -> Outcome:
    large = f"new snapshot, {setting.shape.reports} reports"
    shipped = "new snapshot, shipped workspace"
    limits = {large: setting.goal(0.005), shipped: 0.001}
    about = "one changed report to the new snapshot, inner"
    if not is_known(setting):
        findings = [Finding(name, None, "ms", at_most=limit) for name, limit in limits.items()]
        return Outcome("change", about, [], findings, ["Left out: followup-bench can't measure a change yet."])
    say(f"Generating {setting.shape.name}")
    workspace = generate_workspace(setting.shape, WORK)
    programs = {
        large: setting.bench(large, ["change", str(workspace.folder)], "change-large"),
        shipped: setting.bench(shipped, ["change", str(ROOT / "forums")], "change-shipped"),
    }
    say("Measuring one changed report")
    interleave(list(programs.values()), setting.runs)
    findings = [Finding(name, Spread.of(programs[name].inner), "ms", at_most=limit) for name, limit in limits.items()]
    notes = [f"{name} also printed {text}." for name, program in programs.items() if (text := other_facts(program))]
    return Outcome("change", about, list(programs.values()), findings, notes)


def is_known(setting: Setting) -> bool:
    """Whether followup-bench has the command: it ends with misuse, 2, where it doesn't."""
    command = [str(setting.ours / "followup-bench"), "change", str(ROOT / "forums")]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode != MISUSE


def other_facts(program) -> str:
    return ", ".join(f"{name} {value}" for name, value in program.facts[-1].items() if name != "seconds")

"""The hot parts one by one, inside the process."""

from generating.commitments import generate_commitments
from generating.shape import AS_OF
from generating.workspace import generate_workspace
from measuring.judging import Finding, Spread
from measuring.outcome import Outcome
from measuring.paths import WORK
from measuring.running import interleave, say

from .setting import Setting
from .yaml_reading import YAML_BYTES

# The command of followup-bench, and what it does.
WORKSPACE_PARTS = {
    "read": "files to a checked workspace",
    "group": "reports by commitment, party and day",
    "assess": "evidence to assessments",
    "snapshot": "workspace to the whole picture",
}
YAML_PARTS = {"YAML nodes": [], "YAML decoded": ["--decode"]}


def measure(setting: Setting) -> Outcome:
    say(f"Generating {setting.shape.name}")
    workspace = generate_workspace(setting.shape, WORK)
    yaml = WORK / "commitments.yaml"
    generate_commitments(yaml, YAML_BYTES)
    programs = [
        setting.bench(f"{part}: {what}", [part, str(workspace.folder), AS_OF], f"micro-{part}")
        for part, what in WORKSPACE_PARTS.items()]
    programs += [
        setting.bench(f"{part}, {YAML_BYTES // 1_000_000} MB", ["yaml", str(yaml), *flags], f"micro-yaml{len(flags)}")
        for part, flags in YAML_PARTS.items()]
    say(f"Measuring {len(programs)} parts")
    interleave(programs, setting.runs)
    findings = [
        Finding(f"{program.name.split(':')[0]}, of a million reports",
                Spread.of([seconds * 1e6 / setting.shape.reports for seconds in program.inner]), "ms")
        for program in programs[:len(WORKSPACE_PARTS)]]
    about = f"parts of the way from files to picture, {setting.shape.reports} reports"
    return Outcome("micro", about, programs, findings)

"""The hot parts one by one, inside the process."""

from dataclasses import replace

from generating.commitments import generate_commitments
from generating.shape import AS_OF
from generating.workspace import generate_workspace
from measuring.findings import Finding, Spread
from measuring.outcome import Outcome
from measuring.paths import WORK
from measuring.running import interleave, say

from .setting import Setting
from .yaml_reading import YAML_BYTES, expect_printed

YAML_PARTS = {"YAML to nodes": [], "YAML to values": ["--decode"]}


def measure(setting: Setting) -> Outcome:
    reports = setting.shape.reports
    say(f"Generating {setting.shape.name}")
    workspace = generate_workspace(setting.shape, WORK)
    # The same definitions with one report a forum: what reading takes without report files.
    empty = generate_workspace(replace(setting.shape, reports=setting.shape.forums), WORK)
    yaml = WORK / "commitments.yaml"
    generate_commitments(yaml, YAML_BYTES)

    folder, files = str(workspace.folder), sorted(map(str, workspace.folder.glob("*/reports/*.csv")))
    split = setting.bench("split: report files to fields, one core", ["split", *files], "micro-split")
    read = setting.bench("read: files to a checked workspace", ["read", folder], "micro-read")
    read_empty = setting.bench("read: the same without reports", ["read", str(empty.folder)], "micro-read-empty")
    group = setting.bench("group: evidence by pair and day, one core", ["group", folder, AS_OF], "micro-group")
    assess = setting.bench("assess: evidence to assessments, one core", ["assess", folder, AS_OF], "micro-assess")
    consolidate = setting.bench("consolidate: assessments to cells", ["consolidate", folder, AS_OF], "micro-consolidate")
    snapshot = setting.bench("snapshot: workspace to the whole picture", ["snapshot", folder, AS_OF], "micro-snapshot")
    programs = [split, read, read_empty, group, assess, consolidate, snapshot]
    programs += [
        setting.bench(f"{part}, {YAML_BYTES // 1_000_000} MB", ["yaml", str(yaml), *flags], f"micro-yaml{len(flags)}")
        for part, flags in YAML_PARTS.items()]
    say(f"Measuring {len(programs)} parts")
    interleave(programs, setting.runs)
    expect_printed(read, "reports", str(reports - workspace.bad_rows))
    expect_printed(split, "records", str(reports))

    columns = [one - other for one, other in zip(read.inner, read_empty.inner, strict=True)]
    parts = {"split": split.inner, "report files to columns (read, less without reports)": columns,
             "group": group.inner, "assess": assess.inner, "consolidate": consolidate.inner,
             "snapshot": snapshot.inner}
    findings = [
        Finding(f"{part}, a million reports", Spread.of([seconds * 1e6 / reports for seconds in inner]), "ms")
        for part, inner in parts.items()]
    about = f"parts of the way from files to picture, {reports} reports"
    return Outcome("micro", about, programs, findings)

"""One large commitments.yaml from bytes to located, decoded definitions."""

from generating.commitments import generate_commitments
from measuring.building import peer
from measuring.findings import Finding
from measuring.outcome import Outcome
from measuring.paths import WORK
from measuring.running import Failure, Program, interleave, say

from .setting import Setting

YAML_BYTES = 8_000_000


def measure(setting: Setting) -> Outcome:
    path = WORK / "commitments.yaml"
    records = generate_commitments(path, YAML_BYTES)
    size = path.stat().st_size
    floor = Program("libyaml events (C)", [str(WORK / "yaml_events"), str(path)], WORK / "yaml-c.out")
    python = Program("PyYAML CSafeLoader", peer("pyyaml_load.py", str(path)), WORK / "yaml-py.out")
    uncollected = Program("PyYAML, no collector", [*python.command, "--without-collector"], WORK / "yaml-py-gc.out")
    programs, findings = [floor, python, uncollected], []
    if setting.ours is not None:
        nodes = setting.bench("followup nodes", ["yaml", str(path)], "yaml-nodes")
        decode = setting.bench("followup decoded", ["yaml", str(path), "--decode"], "yaml-decode")
        commitments = setting.bench("followup commitments", ["yaml", str(path), "--commitments"], "yaml-commitments")
        programs = [floor, nodes, decode, commitments, python, uncollected]
    say(f"Measuring {len(programs)} programs over {size / 1e6:.1f} MB of YAML")
    interleave(programs, setting.runs)
    expect_printed(python, "records", str(records))
    if setting.ours is not None:
        expect_printed(nodes, "nodes", floor.printed()["nodes"])
        expect_printed(decode, "records", str(records))
        expect_printed(commitments, "records", str(records))
        findings = [
            Finding.ratio("followup decoded / libyaml, inner", decode.inner, floor.inner, at_most=1.5),
            Finding.ratio("PyYAML / followup decoded, inner", python.inner, decode.inner, at_least=30),
            Finding.ratio("followup decoded memory / file", decode.peak, [size] * len(decode.peak), at_most=8),
            Finding.ratio("followup nodes / libyaml, inner", nodes.inner, floor.inner),
            Finding.ratio("followup commitments / libyaml, inner", commitments.inner, floor.inner),
            Finding.ratio("followup decoded / libyaml, process", decode.wall, floor.wall),
            Finding.ratio("PyYAML / followup decoded, process", python.wall, decode.wall),
            Finding.ratio("PyYAML no collector / followup decoded, inner", uncollected.inner, decode.inner),
        ]
    about = f"{size / 1e6:.1f} MB, {records} commitments, {floor.printed()['nodes']} nodes"
    return Outcome("yaml", about, programs, findings)


def expect_printed(program: Program, fact: str, value: str) -> None:
    found = program.printed()[fact]
    if found != value:
        raise Failure(f"{program.name}: {found} {fact}, expected {value}")

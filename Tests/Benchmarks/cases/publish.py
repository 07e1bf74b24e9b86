"""The site: of the shipped workspace from nothing, unchanged, with one changed report; of one of the world's size."""

import shutil
from dataclasses import replace

from generating.shape import AS_OF, WorkspaceShape
from generating.workspace import generate_workspace
from measuring.findings import Finding, Spread
from measuring.outcome import Outcome
from measuring.paths import ROOT, WORK
from measuring.running import Failure, Program, interleave, say

from .setting import Setting

# Each run moves one date by a day, and the next one back.
REPORT = "un-treaties/reports/icrmw.csv"
THERE, BACK = ",2003-03-14,", ",2003-03-15,"
THERE_AND_BACK = f"s/{THERE}/{BACK}/;t;s/{BACK}/{THERE}/"
WORLD = WorkspaceShape(reports=1_000_000, forums=100, countries=193)


def measure(setting: Setting) -> Outcome:
    folder, forums, large_site = WORK / "publish", WORK / "publish-forums", WORK / "publish-world"
    for old in (folder, forums, large_site):
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(ROOT / "forums", forums)
    if THERE not in (forums / REPORT).read_text():
        raise Failure(f"{REPORT} has no report of {THERE} to move")
    folder.mkdir()
    ours = setting.ours / "followup"
    # A new folder each time, and none is deleted before the end: the file system passes over each place that was freed
    # in the last five minutes when it looks for one for a new file.
    fresh = program("from nothing", f'exec {ours} publish --workspace {forums} {folder}/site-$$')
    same = program("unchanged", f"exec {ours} publish --workspace {forums} {folder}/same")
    changed = program("one changed report", f"sed -i '{THERE_AND_BACK}' {forums}/{REPORT} && "
                      f"exec {ours} publish --workspace {forums} {folder}/changed")
    say("Publishing the shipped workspace")
    interleave([fresh, same, changed], setting.runs)
    findings = [
        Finding.under("shipped workspace, from nothing", fresh.wall, "s", at_most=2),
        Finding("shipped workspace, unchanged", Spread.of(same.wall), "s"),
        Finding.under("shipped workspace, one changed report", changed.wall, "s", at_most=0.6),
    ]
    programs = [fresh, same, changed]
    if setting.goal(1) is not None:
        say(f"Generating {WORLD.name}")
        world = generate_workspace(replace(WORLD, seed=setting.shape.seed), WORK).folder
        large = program("world, from nothing",
                        f"exec {ours} publish --workspace {world} --as-of {AS_OF} {large_site}")
        say("Publishing a workspace of the world's size, once")
        large.run(keep=True)
        programs.append(large)
        findings += [
            Finding.under("193 countries, 100 forums, a million reports", large.wall, "s", at_most=60),
            Finding("memory of the latter", Spread.of(large.peak), "MB"),
        ]
    for done in (folder, large_site):
        shutil.rmtree(done, ignore_errors=True)
    return Outcome("publish", "followup publish: the site in four languages", programs, findings)


def program(name: str, script: str) -> Program:
    """A command of the shell, which takes a millisecond."""
    return Program(name, ["/bin/sh", "-c", script], WORK / f"publish-{name.split(',')[0].replace(' ', '-')}.out")

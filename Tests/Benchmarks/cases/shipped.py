"""The commands that people run most, over the workspace that ships."""

from measuring.findings import Finding
from measuring.outcome import Outcome
from measuring.paths import ROOT
from measuring.running import interleave, say

from .setting import Setting

COMMANDS = {
    "status": ["status"],
    "check": ["check"],
    "explain": ["explain", "ARG", "67.2"],
    "matrix": ["matrix", "--measure", "67"],
}
WITH_GOAL = ("status", "check", "explain")
RUNS = 21


def measure(setting: Setting) -> Outcome:
    programs = {
        name: setting.followup(f"followup {name}", ROOT / "forums", arguments, f"shipped-{name}")
        for name, arguments in COMMANDS.items()
    }
    say(f"Measuring {len(programs)} commands over the shipped workspace")
    interleave(list(programs.values()), RUNS)
    findings = [Finding.under(f"{name}, process", programs[name].wall, "ms", at_most=0.030) for name in WITH_GOAL]
    return Outcome("shipped", "the workspace in forums/", list(programs.values()), findings)

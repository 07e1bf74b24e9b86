"""Runs programs as whole processes, in turns, and keeps what each run took."""

import json
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from .paths import ROOT, WORK


class Failure(Exception):
    """A program could not be built or run, or gave another answer than its peer."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def call(*command: str) -> str:
    """Runs a command that has to succeed; returns what it printed."""
    try:
        result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                check=False)
    except FileNotFoundError as error:
        raise Failure(f"{command[0]} is not installed") from error
    if result.returncode != 0:
        raise Failure(f"{shlex.join(command)}: exit code {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


@dataclass
class Program:
    """A command to measure, and what was measured: a value a round."""

    name: str
    command: list[str]
    output: Path
    wall: list[float] = field(default_factory=list)
    peak: list[int] = field(default_factory=list)
    facts: list[dict[str, str]] = field(default_factory=list)

    def run(self, keep: bool) -> None:
        """Runs the command once as a whole process; its output goes to `output`."""
        cost = self.output.with_suffix(".cost")
        with self.output.open("wb") as output:
            launcher = [str(WORK / "measured"), str(cost), *self.command]
            result = subprocess.run(launcher, stdout=output, stderr=subprocess.PIPE, cwd=ROOT, check=False)
        if result.returncode != 0:
            raise Failure(f"{self.name}: could not be measured: {result.stderr.decode()}")
        measured = json.loads(cost.read_text())
        if measured["exit"] != 0:
            raise Failure(f"{shlex.join(self.command)}: exit code {measured['exit']}\n{result.stderr.decode()[-2000:]}")
        if keep:
            self.wall.append(measured["wall"])
            self.peak.append(measured["peak"])
            self.facts.append(self.printed())

    def printed(self) -> dict[str, str]:
        """The `name value` lines that benchmark programs print; empty for a program that prints something else."""
        with self.output.open(encoding="utf-8", errors="replace") as output:
            lines = [line.split() for line in output.read(10_000).splitlines()]
        return {line[0]: line[1] for line in lines if len(line) == 2 and line[1][0].isdigit()}

    def values(self, fact: str) -> list[float]:
        """A number that the program itself printed in each round; empty where it printed none."""
        return [float(facts[fact]) for facts in self.facts if fact in facts]

    @property
    def inner(self) -> list[float]:
        """The program's own time from bytes to result, in seconds."""
        return self.values("seconds")


def interleave(programs: list[Program], runs: int) -> None:
    """One round to warm up, then `runs` rounds A B C, A B C, ..."""
    for round_number in range(runs + 1):
        for program in programs:
            program.run(keep=round_number > 0)

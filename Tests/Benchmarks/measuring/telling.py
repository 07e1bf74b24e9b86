"""Tells outcomes as text for a terminal, as Markdown and as JSON."""

import os
from dataclasses import asdict

from .building import PEERS
from .findings import Spread
from .outcome import Outcome

Rows = list[list[str]]
CORES = {1: "one core", 2: "two cores", 4: "four cores", 8: "eight cores"}


def cores() -> str:
    count = os.cpu_count() or 1
    return CORES.get(count, f"{count} cores")


def text_table(rows: Rows) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def markdown_table(rows: Rows) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def program_rows(outcome: Outcome) -> Rows:
    slowest = max((max(program.wall) for program in outcome.programs), default=0)
    unit = "ms" if slowest < 1 else "s"
    rows = [["program", "whole process", "inner", "peak memory", "runs"]]
    for program in outcome.programs:
        inner = Spread.of(program.inner).text(unit) if program.inner else "-"
        rows.append([program.name, Spread.of(program.wall).text(unit), inner, f"{max(program.peak) / 1e6:.1f} MB",
                     str(len(program.wall))])
    return rows


def finding_rows(outcome: Outcome) -> Rows:
    rows = [["", "median (min..max)", "goal", "verdict"]]
    return rows + [[finding.name, finding.value, finding.goal, finding.verdict] for finding in outcome.findings]


def summary_rows(outcomes: list[Outcome]) -> Rows:
    """All goals of all cases."""
    rows = [["case", "", "median (min..max)", "goal", "verdict"]]
    return rows + [
        [outcome.case, finding.name, finding.value, finding.goal, finding.verdict]
        for outcome in outcomes for finding in outcome.findings if finding.is_goal]


def summary(outcomes: list[Outcome]) -> str:
    rows = summary_rows(outcomes)
    if len(rows) == 1:
        return "No goal is asked for here."
    verdicts = [row[-1].split(",")[0] for row in rows[1:]]
    counts = ", ".join(f"{verdicts.count(word)} {word}" for word in ("met", "MISSED", "not measured"))
    return f"{text_table(rows)}\n\n{len(verdicts)} goals: {counts}."


def as_text(outcomes: list[Outcome]) -> str:
    parts = []
    for outcome in outcomes:
        parts.append(f"{outcome.case}: {outcome.about}")
        parts += [text_table(program_rows(outcome))] if outcome.programs else []
        parts += [text_table(finding_rows(outcome))] if outcome.findings else []
        parts += outcome.notes
    return "\n\n".join(parts)


def as_markdown(outcomes: list[Outcome], date: str) -> str:
    """The goals first, then each case."""
    parts = [f"Measured {date} on {cores()}.", "### All goals", markdown_table(summary_rows(outcomes))]
    for outcome in outcomes:
        parts += [f"### {outcome.case}", f"{outcome.about[0].upper()}{outcome.about[1:]}."]
        parts += [markdown_table(program_rows(outcome))] if outcome.programs else []
        parts += [markdown_table(finding_rows(outcome))] if outcome.findings else []
        parts += outcome.notes
    return "\n\n".join(parts)


def as_json(outcomes: list[Outcome]) -> dict:
    return {
        "peers": PEERS,
        "cores": os.cpu_count(),
        "cases": [
            {
                "case": outcome.case, "about": outcome.about, "notes": outcome.notes,
                "programs": [
                    {"name": program.name, "wall": program.wall, "inner": program.inner, "peak": program.peak,
                     "facts": program.facts}
                    for program in outcome.programs
                ],
                "findings": [
                    asdict(finding) | {"goal": finding.goal, "verdict": finding.verdict}
                    for finding in outcome.findings
                ],
            }
            for outcome in outcomes
        ],
    }

#!/usr/bin/env python3
"""Measures followup against its peers in one run: see README.md for the method.

    python3 Tests/Benchmarks/bench.py [--only CASE] [--runs 5] [--reports 1000000] [--json PATH] [--write]

Exit codes: 0 measured, 1 a program failed or two programs gave different answers, 2 misuse.
"""

import argparse
import datetime
import json
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' folder stays clean

from cases import change, micro, publish, reports, scale, shipped, ten_million, yaml_reading
from cases.setting import Setting
from generate import add_shape_options, shape_of
from generating.shape import WorkspaceShape
from measuring.building import build_c, build_swift
from measuring.documents import write_into
from measuring.paths import WORK
from measuring.running import Failure, say
from measuring.telling import as_json, as_markdown, as_text, cores, markdown_table, summary, text_table

# The cases with goals in the order in which they are measured and told.
CASES = {
    "yaml": yaml_reading.measure, "reports": reports.measure, "ten-million": ten_million.measure,
    "shipped": shipped.measure, "change": change.measure, "publish": publish.measure, "micro": micro.measure,
}
WITHOUT_PEERS = ("shipped", "change", "publish", "micro", "scale")


def parse_options() -> tuple[argparse.Namespace, Setting]:
    parser = argparse.ArgumentParser(description="Measures followup against its peers in one run.")
    parser.add_argument("--only", choices=[*CASES, "scale"], help="measure one case")
    parser.add_argument("--scale", action="store_const", dest="only", const="scale", help="the same as --only scale")
    parser.add_argument("--runs", type=int, default=5, help="measured rounds after the warm-up (default 5)")
    add_shape_options(parser)
    parser.add_argument("--json", type=Path, metavar="PATH", help="write all single measurements")
    parser.add_argument("--write", action="store_true", help="put the tables into the documentation")
    parser.add_argument("--dynamic", action="store_true", help="link the Swift runtime dynamically")
    parser.add_argument("--no-build", action="store_true", help="measure the release build that stands there")
    parser.add_argument("--peers-only", action="store_true", help="measure the peers without followup")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs is at least 1")
    if options.peers_only and options.only in WITHOUT_PEERS:
        parser.error(f"the {options.only} case has no peers of its own")
    shape = shape_of(options, parser)
    if options.write and (options.only not in (None, "scale") or options.peers_only or shape != WorkspaceShape()):
        parser.error("--write needs all cases with goals, or --scale, at the usual size")
    return options, Setting(ours=None, runs=options.runs, shape=shape)


def main() -> int:
    options, setting = parse_options()
    WORK.mkdir(parents=True, exist_ok=True)
    try:
        build_c()
        if not options.peers_only:
            ours = build_swift(options.dynamic, not options.no_build)
            setting = Setting(ours, setting.runs, setting.shape)
        load = os.getloadavg()[0]
        if load > 0.5 * (os.cpu_count() or 1):
            say(f"The machine is busy (load {load:.1f}): expect wide spreads.")
        if options.only == "scale":
            result = measure_scale(setting, options.write)
        else:
            result = measure_cases(setting, options)
    except Failure as failure:
        say(f"bench: {failure}")
        return 1
    if options.json is not None:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


def measure_cases(setting: Setting, options: argparse.Namespace) -> dict:
    """Measures and prints the cases with goals, or one of them; returns every measurement for JSON."""
    chosen = [options.only] if options.only else list(CASES)
    outcomes = [CASES[case](setting) for case in chosen if setting.ours is not None or case not in WITHOUT_PEERS]
    print(as_text(outcomes))
    print(f"\n{summary(outcomes)}")
    if options.write:
        write_into("Speed.md", as_markdown(outcomes, str(datetime.date.today())))
    return as_json(outcomes)


def measure_scale(setting: Setting, write: bool) -> dict:
    """Measures and prints the growth; returns its tables for JSON."""
    tables = scale.measure(setting)
    print("\n\n".join(f"{title}\n\n{text_table(rows)}" for title, rows in tables.items()))
    if write:
        parts = [f"### {title}\n\n{markdown_table(rows)}" for title, rows in tables.items()]
        write_into("Scale.md", "\n\n".join([f"Measured {datetime.date.today()} on {cores()}.", *parts]))
    return tables


if __name__ == "__main__":
    sys.exit(main())

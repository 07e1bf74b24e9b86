#!/usr/bin/env python3
"""Measures followup against its peers in one run: see README.md for the method.

    python3 Tests/Benchmarks/bench.py [--only yaml|reports|shipped] [--runs 5] [--reports 1000000] [--json PATH]

Exit codes: 0 measured, 1 a program failed or two programs gave different answers, 2 misuse.
"""

import argparse
import csv
import json
import os
import shlex
import statistics
import subprocess
import sys
import venv
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' folder stays clean

import generate
from reference_answer import Cells, reference_answer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build" / "bench"
PEERS = {"PyYAML": "6.0.3", "duckdb": "2.0.0"}
DUCKDB_THREADS = 2
YAML_BYTES = 8_000_000

# The commands of ours that are measured.
MATRIX = ["matrix", "--measure", generate.MEASURE, "--as-of", generate.AS_OF, "--format", "json"]
SHIPPED = {
    "status": ["status"],
    "check": ["check"],
    "explain": ["explain", "ARG", "67.2"],
    "matrix": ["matrix", "--measure", "67"],
}
SHIPPED_RUNS = 21


class Failure(Exception):
    """A program could not be built or run, or gave another answer than its peer."""


# --- Measuring ----------------------------------------------------------------------------------------------------

@dataclass
class Program:
    """A command to measure, and what was measured: a value a round."""

    name: str
    command: list[str]
    output: Path
    wall: list[float] = field(default_factory=list)
    inner: list[float] = field(default_factory=list)
    peak: list[int] = field(default_factory=list)

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
        if not keep:
            return
        self.wall.append(measured["wall"])
        self.peak.append(measured["peak"])
        if "seconds" in self.facts():
            self.inner.append(float(self.facts()["seconds"]))

    def facts(self) -> dict[str, str]:
        """The `name value` lines that peers print; empty for a program that prints something else."""
        with self.output.open(encoding="utf-8", errors="replace") as output:
            lines = [line.split() for line in output.readlines(1000)[:4]]
        return {line[0]: line[1] for line in lines if len(line) == 2}


@dataclass(frozen=True)
class Spread:
    """A median and what it lies between."""

    median: float
    low: float
    high: float

    @staticmethod
    def of(values: list[float]) -> "Spread":
        return Spread(statistics.median(values), min(values), max(values))

    def text(self, unit: str) -> str:
        scale, digits = {"s": (1, 3), "ms": (1000, 1), "x": (1, 2)}[unit]
        low, middle, high = (f"{value * scale:.{digits}f}" for value in (self.low, self.median, self.high))
        return f"{middle} {unit} ({low}..{high})" if unit != "x" else f"{middle} ({low}..{high})"


def interleave(programs: list[Program], runs: int) -> None:
    """One round to warm up, then `runs` rounds A B C, A B C, ..."""
    for round_number in range(runs + 1):
        for program in programs:
            program.run(keep=round_number > 0)


@dataclass(frozen=True)
class Ratio:
    """How two programs compare, paired round by round, and what was asked for."""

    name: str
    spread: Spread
    goal: str = ""
    met: bool | None = None

    @staticmethod
    def of(name: str, above: list[float], below: list[float], at_most=None, at_least=None) -> "Ratio":
        spread = Spread.of([one / other for one, other in zip(above, below, strict=True)])
        if at_most is not None:
            return Ratio(name, spread, f"at most {at_most}", spread.median <= at_most)
        if at_least is not None:
            return Ratio(name, spread, f"at least {at_least}", spread.median >= at_least)
        return Ratio(name, spread)


@dataclass(frozen=True)
class Outcome:
    """One case: what was measured on which input."""

    case: str
    about: str
    programs: list[Program]
    ratios: list[Ratio]
    notes: list[str]


# --- Building -----------------------------------------------------------------------------------------------------

def call(*command: str) -> str:
    try:
        result = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                check=False)
    except FileNotFoundError as error:
        raise Failure(f"{command[0]} is not installed") from error
    if result.returncode != 0:
        raise Failure(f"{shlex.join(command)}: exit code {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def build_swift(options: argparse.Namespace) -> Path:
    """Builds release; returns the folder of the executables."""
    flags = ["-c", "release"] + ([] if options.dynamic else ["--static-swift-stdlib"])
    if not options.no_build:
        for product in ("followup", "followup-bench"):
            say(f"Building {product} ({' '.join(flags)})")
            call("swift", "build", *flags, "--product", product)
    return Path(call("swift", "build", *flags, "--show-bin-path").strip())


def build_c() -> None:
    compiler = os.environ.get("CC", "cc")
    flags = ["-O2", "-Wall", "-Wextra"]
    libyaml = shlex.split(call("pkg-config", "--cflags", "--libs", "yaml-0.1"))
    call(compiler, *flags, str(HERE / "Peers" / "measured.c"), "-o", str(WORK / "measured"))
    call(compiler, *flags, str(HERE / "Peers" / "yaml_events.c"), "-o", str(WORK / "yaml_events"), *libyaml)


def install_peers() -> str:
    """Installs the pinned peers into a virtual environment of their own; returns its Python."""
    python = WORK / "venv" / "bin" / "python"
    stamp = WORK / "venv" / "peers.json"
    if not stamp.exists() or json.loads(stamp.read_text()) != PEERS:
        wanted = [f"{name}=={version}" for name, version in PEERS.items()]
        say(f"Installing {' '.join(wanted)}")
        venv.create(WORK / "venv", clear=True, with_pip=True)
        call(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
        stamp.write_text(json.dumps(PEERS))
    return str(python)


# --- The cases ----------------------------------------------------------------------------------------------------

def peer(python: str, script: str, *arguments: str) -> list[str]:
    return [python, str(HERE / "Peers" / script), *arguments]


def measure_yaml(options: argparse.Namespace, ours: Path | None) -> Outcome:
    path = WORK / "commitments.yaml"
    records = generate.generate_commitments(path, YAML_BYTES)
    floor = Program("libyaml events (C)", [str(WORK / "yaml_events"), str(path)], WORK / "yaml-c.out")
    python = Program("PyYAML CSafeLoader", peer(install_peers(), "pyyaml_load.py", str(path)), WORK / "yaml-py.out")
    uncollected = Program("PyYAML, no collector", [*python.command, "--without-collector"], WORK / "yaml-py-gc.out")
    programs, ratios = [floor, python, uncollected], []
    if ours is not None:
        nodes = Program("followup nodes", [str(ours / "followup-bench"), "yaml", str(path)], WORK / "yaml-nodes.out")
        decode = Program("followup decoded", [*nodes.command, "--decode"], WORK / "yaml-decode.out")
        programs = [floor, nodes, decode, python, uncollected]
    say(f"Measuring {len(programs)} programs over {path.stat().st_size / 1e6:.1f} MB of YAML")
    interleave(programs, options.runs)
    if ours is not None:
        if floor.facts()["nodes"] != nodes.facts()["nodes"]:
            raise Failure(f"libyaml saw {floor.facts()['nodes']} nodes, followup {nodes.facts()['nodes']}")
        if decode.facts()["records"] != str(records):
            raise Failure(f"{records} records were written, followup decoded {decode.facts()['records']}")
        ratios = [
            Ratio.of("followup nodes / libyaml, inner", nodes.inner, floor.inner, at_most=2),
            Ratio.of("followup nodes / libyaml, process", nodes.wall, floor.wall),
            Ratio.of("PyYAML / followup nodes, inner", python.inner, nodes.inner, at_least=20),
            Ratio.of("PyYAML / followup nodes, process", python.wall, nodes.wall),
            Ratio.of("PyYAML no collector / followup nodes, inner", uncollected.inner, nodes.inner),
            Ratio.of("followup decoded / libyaml, inner", decode.inner, floor.inner),
            Ratio.of("PyYAML / followup decoded, inner", python.inner, decode.inner),
        ]
    about = f"{path.stat().st_size / 1e6:.1f} MB, {records} commitments, {floor.facts()['nodes']} nodes"
    return Outcome("yaml", about, programs, ratios, [])


def cells_of_duckdb(path: Path) -> Cells:
    with path.open(encoding="utf-8", newline="") as file:
        return {(line, country): (level, int(count)) for line, country, level, count in csv.reader(file)}


def cells_of_followup(path: Path) -> Cells:
    """The cells that say something; DuckDB has no row where there is nothing to say."""
    answer = json.loads(path.read_text(encoding="utf-8"))
    return {
        (line["id"], cell["country"]): (cell["progress"], cell["contributions"])
        for line in answer["lines"] for cell in line["cells"] if cell["progress"] is not None
    }


def compare(name: str, cells: Cells, expected: Cells) -> None:
    different = [key for key in sorted(cells.keys() | expected.keys()) if cells.get(key) != expected.get(key)]
    if different:
        shown = "\n".join(f"  {key}: {name} {cells.get(key)}, expected {expected.get(key)}" for key in different[:10])
        raise Failure(f"{name}: {len(different)} of {len(expected)} cells are not as expected\n{shown}")


def measure_reports(options: argparse.Namespace, ours: Path | None) -> Outcome:
    shape = generate.WorkspaceShape(reports=options.reports, skew=tuple(sorted(set(options.skew))))
    say(f"Generating {shape.name}")
    workspace = generate.generate_workspace(shape, WORK)
    answer = WORK / "reports-duckdb.csv"
    # DuckDB checks rows only where there are bad ones; followup always does.
    care = "checked" if "bad-rows" in shape.skew else "clean"
    command = peer(install_peers(), "duckdb_matrix.py", str(workspace.folder), str(workspace.tables), generate.AS_OF,
                   str(DUCKDB_THREADS), care, str(answer))
    duckdb = Program(f"DuckDB, {DUCKDB_THREADS} threads", command, WORK / "reports-duckdb.out")
    programs, ratios, notes = [duckdb], [], []
    if ours is not None:
        command = [str(ours / "followup"), *MATRIX, "--workspace", str(workspace.folder)]
        matrix = Program("followup matrix", command, WORK / "reports-followup.json")
        programs = [matrix, duckdb]
    say(f"Measuring {len(programs)} programs over {workspace.report_bytes / 1e6:.1f} MB of CSV")
    interleave(programs, options.runs)
    expected = reference_answer(workspace.folder, workspace.tables, generate.AS_OF)
    compare("DuckDB", cells_of_duckdb(answer), expected)
    if ours is not None:
        compare("followup", cells_of_followup(matrix.output), expected)
        rejected = json.loads(matrix.output.read_text(encoding="utf-8"))["rejected"]
        if rejected != workspace.bad_rows:
            raise Failure(f"{workspace.bad_rows} bad rows were written, followup rejected {rejected}")
        notes = [f"Both gave the expected answer in all {len(expected)} cells; {rejected} bad rows rejected."]
        ratios = [
            Ratio.of("followup / DuckDB, process", matrix.wall, duckdb.wall),
            Ratio.of("followup process / DuckDB inner", matrix.wall, duckdb.inner),
            Ratio.of("memory, followup / DuckDB", matrix.peak, duckdb.peak),
        ]
    about = f"{shape.reports} reports, {workspace.report_bytes / 1e6:.1f} MB of CSV, {len(expected)} cells"
    return Outcome(" ".join(["reports", *shape.skew]), about, programs, ratios, notes)


def measure_shipped(ours: Path) -> Outcome:
    programs = [
        Program(f"followup {name}", [str(ours / "followup"), *arguments, "--workspace", "forums"],
                WORK / f"shipped-{name}.out")
        for name, arguments in SHIPPED.items()
    ]
    say(f"Measuring {len(programs)} commands over the shipped workspace")
    interleave(programs, SHIPPED_RUNS)
    status = programs[0]
    wall, peak = statistics.median(status.wall), max(status.peak)
    notes = [
        f"status under 40 ms: {verdict(wall < 0.040)} ({wall * 1000:.1f} ms)",
        f"status under 60 MB: {verdict(peak < 60e6)} ({peak / 1e6:.1f} MB)",
    ]
    return Outcome("shipped", "the workspace in forums/", programs, [], notes)


# --- Telling ------------------------------------------------------------------------------------------------------

def verdict(met: bool) -> str:
    return "met" if met else "MISSED"


def table(rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def render(outcomes: list[Outcome]) -> str:
    parts = []
    for outcome in outcomes:
        unit = "ms" if max(max(program.wall) for program in outcome.programs) < 1 else "s"
        rows = [["program", "whole process", "inner", "peak memory", "runs"]]
        for program in outcome.programs:
            inner = Spread.of(program.inner).text(unit) if program.inner else "-"
            rows.append([program.name, Spread.of(program.wall).text(unit), inner,
                         f"{max(program.peak) / 1e6:.1f} MB", str(len(program.wall))])
        parts.append(f"{outcome.case}: {outcome.about}\n\n{table(rows)}")
        if outcome.ratios:
            rows = [["ratio", "median (min..max)", "goal", ""]]
            rows += [[ratio.name, ratio.spread.text("x"), ratio.goal, "" if ratio.met is None else verdict(ratio.met)]
                     for ratio in outcome.ratios]
            parts.append(table(rows))
        parts += outcome.notes
    return "\n\n".join(parts)


def as_json(outcomes: list[Outcome], options: argparse.Namespace) -> dict:
    return {
        "runs": options.runs,
        "peers": PEERS,
        "cores": os.cpu_count(),
        "cases": [
            {
                "case": outcome.case, "about": outcome.about, "notes": outcome.notes,
                "programs": [
                    {"name": program.name, "wall": program.wall, "inner": program.inner, "peak": program.peak}
                    for program in outcome.programs
                ],
                "ratios": [asdict(ratio) for ratio in outcome.ratios],
            }
            for outcome in outcomes
        ],
    }


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures followup against its peers in one run.")
    parser.add_argument("--only", choices=["yaml", "reports", "shipped"], help="measure one case")
    parser.add_argument("--runs", type=int, default=5, help="measured rounds after the warm-up (default 5)")
    parser.add_argument("--reports", type=int, default=1_000_000, help="rows of the reports case (default 1000000)")
    parser.add_argument("--skew", action="append", default=[], choices=generate.SKEWS,
                        help="an uneven workspace; may be given more than once")
    parser.add_argument("--json", type=Path, metavar="PATH", help="write all single measurements")
    parser.add_argument("--dynamic", action="store_true", help="link the Swift runtime dynamically")
    parser.add_argument("--no-build", action="store_true", help="measure the release build that stands there")
    parser.add_argument("--peers-only", action="store_true", help="measure the peers without followup")
    options = parser.parse_args()
    if options.runs < 1 or options.reports < 1:
        parser.error("--runs and --reports are at least 1")
    if options.peers_only and options.only == "shipped":
        parser.error("the shipped case has no peers")
    return options


def main() -> int:
    options = parse_options()
    WORK.mkdir(parents=True, exist_ok=True)
    try:
        build_c()
        ours = None if options.peers_only else build_swift(options)
        load = os.getloadavg()[0]
        if load > 0.5 * (os.cpu_count() or 1):
            say(f"The machine is busy (load {load:.1f}): expect wide spreads.")
        outcomes = []
        if options.only in (None, "yaml"):
            outcomes.append(measure_yaml(options, ours))
        if options.only in (None, "reports"):
            outcomes.append(measure_reports(options, ours))
        if options.only in (None, "shipped") and ours is not None:
            outcomes.append(measure_shipped(ours))
    except Failure as failure:
        say(f"bench: {failure}")
        return 1
    print(render(outcomes))
    if options.json is not None:
        options.json.write_text(json.dumps(as_json(outcomes, options), indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

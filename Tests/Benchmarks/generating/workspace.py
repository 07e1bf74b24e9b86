"""Writes a whole made-up workspace, forums side by side, and the tables that say the same to a reader without YAML."""

import json
import os
import random
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from .commitments import OPENING, aligned_lines, commitment_record
from .countries import first_countries
from .definitions import countries_yaml, forum_yaml, framework_yaml, workspace_yaml
from .report_rows import HEADER, ReportRows
from .shape import LEVELS, WORDS, WorkspaceShape

FILES_OF_A_FORUM = 4
# Below that many reports other processes take longer to start than they save.
WORTH_SHARING = 100_000


@dataclass(frozen=True)
class GeneratedWorkspace:
    """A workspace folder, its tables, and what was put in."""

    shape: WorkspaceShape
    folder: Path
    tables: Path
    bad_rows: int
    report_bytes: int


@dataclass(frozen=True)
class GeneratedForum:
    """A forum's name, the lines of each of its commitments, and what was put into its report files."""

    name: str
    lines: dict[str, list[str]]
    bad_rows: int
    report_bytes: int


def generate_workspace(shape: WorkspaceShape, into: Path) -> GeneratedWorkspace:
    """Writes the workspace of `shape` under `into`, unless the same one stands there already."""
    folder, tables = into / shape.name, into / f"{shape.name}.tables"
    stamp = tables / "stamp.json"
    if stamp.exists():
        known = json.loads(stamp.read_text())
        if known["fingerprint"] == shape.fingerprint:
            return GeneratedWorkspace(shape, folder, tables, known["bad_rows"], known["report_bytes"])
    for old in (folder, tables):
        shutil.rmtree(old, ignore_errors=True)
    (folder / "reference").mkdir(parents=True)
    tables.mkdir()
    countries = first_countries(shape.countries)
    (folder / "workspace.yaml").write_text(workspace_yaml(), encoding="utf-8")
    (folder / "reference" / "framework.yaml").write_text(framework_yaml(), encoding="utf-8")
    (folder / "reference" / "countries.yaml").write_text(countries_yaml(countries), encoding="utf-8")

    forums = generate_forums(shape, folder)
    write_table(tables / "levels.csv", ("level", "rank"), [(level, rank) for rank, level in enumerate(LEVELS)])
    write_table(tables / "words.csv", ("forum", "word", "level"),
                [(forum.name, word, level) for forum in forums for word, level in WORDS])
    write_table(tables / "crosswalk.csv", ("forum", "commitment", "line"),
                [(forum.name, commitment, line) for forum in forums
                 for commitment, lines in forum.lines.items() for line in lines])
    write_table(tables / "countries.csv", ("country",), [(country.alpha3,) for country in countries])
    bad_rows = sum(forum.bad_rows for forum in forums)
    report_bytes = sum(forum.report_bytes for forum in forums)
    stamp.write_text(json.dumps(
        {"fingerprint": shape.fingerprint, "bad_rows": bad_rows, "report_bytes": report_bytes}))
    return GeneratedWorkspace(shape, folder, tables, bad_rows, report_bytes)


def write_table(path: Path, header: tuple[str, ...], rows: list[tuple]) -> None:
    path.write_text("".join(",".join(map(str, row)) + "\n" for row in [header, *rows]), encoding="utf-8")


def generate_forums(shape: WorkspaceShape, folder: Path) -> list[GeneratedForum]:
    sizes = shape.reports_of_each_forum
    firsts = list(accumulate(sizes, initial=1))[:-1]
    tasks = [(shape, folder, number, first, size)
             for number, (first, size) in enumerate(zip(firsts, sizes, strict=True), start=1)]
    if shape.reports < WORTH_SHARING:
        return [generate_forum(*task) for task in tasks]
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        return list(processes.map(generate_forum, *zip(*tasks)))


def generate_forum(shape: WorkspaceShape, workspace: Path, number: int, first: int, count: int) -> GeneratedForum:
    """Writes one forum's folder with `count` reports, numbered from `first`."""
    name = f"f{number:02}"
    folder = workspace / name
    (folder / "reports").mkdir(parents=True)
    rng = random.Random(f"{shape.seed} {name}")
    countries = first_countries(shape.countries)
    (folder / "forum.yaml").write_text(forum_yaml(name, countries), encoding="utf-8")
    lines = write_commitments(folder / "commitments.yaml", rng, name, shape)

    rows = ReportRows(rng, shape, list(lines), [country.alpha3 for country in countries])
    report_bytes = 0
    for part in range(FILES_OF_A_FORUM):
        size = count // FILES_OF_A_FORUM + (part < count % FILES_OF_A_FORUM)
        path = folder / "reports" / f"{part + 1}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(HEADER)
            file.writelines(rows.batches(first, size))
        report_bytes += path.stat().st_size
        first += size
    return GeneratedForum(name, lines, rows.bad_rows, report_bytes)


def write_commitments(path: Path, rng: random.Random, forum: str, shape: WorkspaceShape) -> dict[str, list[str]]:
    """Writes a forum's commitments; returns the lines that each is aligned to."""
    note_words = 400 if "long-texts" in shape.skew else 30
    lines: dict[str, list[str]] = {}
    records = [OPENING]
    for number in range(1, shape.commitments + 1):
        identifier = f"{forum}-{number:03}"
        lines[identifier] = aligned_lines(rng)
        records.append(commitment_record(rng, identifier, str(number), lines[identifier], note_words))
    path.write_text("".join(records), encoding="utf-8")
    return lines

"""The question of the reports case answered in plain Python, to check the fast programs by."""

import csv
import datetime
from pathlib import Path

Cells = dict[tuple[str, str], tuple[str, int]]


def read_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def reference_answer(workspace: Path, tables: Path, as_of: str) -> Cells:
    """(line, country) -> (level, contributions), for the cells that have a report."""
    levels = [row["level"] for row in read_table(tables / "levels.csv")]
    countries = {row["country"] for row in read_table(tables / "countries.csv")}
    words = {(row["forum"], row["word"]): levels.index(row["level"]) for row in read_table(tables / "words.csv")}
    lines: dict[tuple[str, str], list[str]] = {}
    for row in read_table(tables / "crosswalk.csv"):
        lines.setdefault((row["forum"], row["commitment"]), []).append(row["line"])

    ranks: dict[tuple[str, str], list[int]] = {}
    for folder in sorted(workspace.glob("*/reports")):
        for (commitment, party), rank in newest_ranks(folder, as_of, lines, words, countries).items():
            for line in lines[folder.parent.name, commitment]:
                ranks.setdefault((line, party), []).append(rank)
    return {cell: (levels[sorted(found)[(len(found) - 1) // 2]], len(found)) for cell, found in ranks.items()}


def newest_ranks(folder: Path, as_of: str, lines, words, countries) -> dict[tuple[str, str], int]:
    """One forum's newest level of each (commitment, party); rows with an unknown name or date are left out."""
    forum = folder.parent.name
    newest: dict[tuple[str, str], tuple[str, int]] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for _, commitment, party, status, date, *_ in rows:
                if date > as_of or (forum, commitment) not in lines or party not in countries:
                    continue
                if (forum, status) not in words or not is_date(date):
                    continue
                known = newest.get((commitment, party))
                if known is None or date > known[0]:
                    newest[commitment, party] = (date, words[forum, status])
    return {pair: rank for pair, (_, rank) in newest.items()}

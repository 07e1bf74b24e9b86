"""What programs answered to the reports' question, and whether they answered alike."""

import csv
import hashlib
import json
from pathlib import Path

import reference_answer
from generating.workspace import GeneratedWorkspace
from reference_answer import Cells

from .running import Failure


def cells_of_table(path: Path) -> Cells:
    """The answer of a peer: `line,country,level,contributions` a row."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(line, country): (level, int(count)) for line, country, level, count in csv.reader(file)}


def cells_of_followup(path: Path) -> Cells:
    """The cells that say something; the peers have no row where there is nothing to say."""
    answer = json.loads(path.read_text(encoding="utf-8"))
    return {
        (cell["target"], cell["country"]): (cell["level"], cell["contributions"])
        for row in answer["rows"] for cell in row["cells"] if cell["level"] is not None
    }


def expected_cells(workspace: GeneratedWorkspace, as_of: str) -> Cells:
    """The answer in plain Python, computed once for each generated workspace and kept beside its tables."""
    method = hashlib.sha256(Path(reference_answer.__file__).read_bytes()).hexdigest()[:12]
    kept = workspace.tables / f"expected-{as_of}-{method}.csv"
    if not kept.exists():
        cells = reference_answer.reference_answer(workspace.folder, workspace.tables, as_of)
        with kept.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((*cell, *answer) for cell, answer in cells.items())
    return cells_of_table(kept)


def compare(name: str, cells: Cells, expected: Cells) -> None:
    different = [key for key in sorted(cells.keys() | expected.keys()) if cells.get(key) != expected.get(key)]
    if different:
        shown = "\n".join(f"  {key}: {name} {cells.get(key)}, expected {expected.get(key)}" for key in different[:10])
        raise Failure(f"{name}: {len(different)} of {len(expected)} cells are not as expected\n{shown}")


def compare_rejected(path: Path, bad_rows: int) -> None:
    """Every bad row that was written must be counted as rejected, and no other."""
    rejected = json.loads(path.read_text(encoding="utf-8"))["rejected"]
    if rejected != bad_rows:
        raise Failure(f"{bad_rows} bad rows were written, followup rejected {rejected}")

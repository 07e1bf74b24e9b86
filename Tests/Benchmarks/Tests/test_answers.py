"""Over every kind of workspace, followup gives the answer of plain Python."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from generating.shape import AS_OF, MEASURE, SKEWS, WorkspaceShape
from generating.workspace import generate_workspace
from measuring.answers import cells_of_followup, compare, compare_rejected, expected_cells
from measuring.running import Failure

SHAPES = [
    *(WorkspaceShape(reports=5000, forums=4, commitments=12, skew=skew)
      for skew in [(), *((name,) for name in SKEWS), tuple(sorted(SKEWS))]),
    WorkspaceShape(reports=2000, forums=3, countries=193, commitments=3),
]


class Answers(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_followup(self) -> None:
        for shape in SHAPES:
            with self.subTest(shape.name):
                workspace = generate_workspace(shape, self.folder)
                answer = self.folder / "answer.json"
                with answer.open("wb") as output:
                    subprocess.run(
                        [os.environ["FOLLOWUP"], "matrix", "--measure", MEASURE, "--as-of", AS_OF, "--format", "json",
                         "--workspace", str(workspace.folder)], stdout=output, stderr=subprocess.DEVNULL, check=True)
                expected = expected_cells(workspace, AS_OF)
                self.assertGreater(len(expected), 100)
                compare("followup", cells_of_followup(answer), expected)
                compare_rejected(answer, workspace.bad_rows)
                self.assertEqual(workspace.bad_rows > 0, "bad-rows" in shape.skew)

    def test_a_wrong_cell_is_told(self) -> None:
        cells = {("1.1", "ARG"): ("limited", 2)}
        with self.assertRaisesRegex(Failure, "1 of 1 cells"):
            compare("somebody", {("1.1", "ARG"): ("limited", 3)}, cells)

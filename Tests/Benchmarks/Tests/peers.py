"""Over small workspaces, even and uneven, each peer gives the answer of plain Python; left out without peers."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from cases.reports import PEERS
from generating.shape import AS_OF, WorkspaceShape
from generating.workspace import GeneratedWorkspace, generate_workspace
from measuring.answers import cells_of_table, compare, expected_cells
from measuring.building import PEERS as PINNED
from measuring.paths import HERE, WORK

SHAPES = [WorkspaceShape(reports=700, forums=3, countries=9, commitments=4, skew=skew)
          for skew in [(), ("long-texts",), ("bad-rows",)]]


class Peers(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_peers(self) -> None:
        stamp = WORK / "venv" / "peers.json"
        if not stamp.exists() or json.loads(stamp.read_text()) != PINNED:
            self.skipTest("the peers are not installed: make bench installs them")
        for shape in SHAPES:
            workspace = generate_workspace(shape, self.folder)
            for name, script in PEERS.items():
                with self.subTest(f"{name} {shape.name}"):
                    self.ask(script, workspace)
                    compare(name, cells_of_table(self.folder / "answer.csv"), expected_cells(workspace, AS_OF))

    def ask(self, script: str, workspace: GeneratedWorkspace) -> None:
        care = "checked" if "bad-rows" in workspace.shape.skew else "clean"
        subprocess.run(
            [str(WORK / "venv" / "bin" / "python"), str(HERE / "Peers" / script), str(workspace.folder),
             str(workspace.tables), AS_OF, "2", care, str(self.folder / "answer.csv")],
            stdout=subprocess.DEVNULL, check=True)

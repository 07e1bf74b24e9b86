"""What every case is given."""

from dataclasses import dataclass
from pathlib import Path

from generating.shape import AS_OF, MEASURE, WorkspaceShape
from measuring.paths import WORK
from measuring.running import Program

GOAL_REPORTS = 1_000_000


@dataclass(frozen=True)
class Setting:
    """Our executables' folder, None when only the peers are measured; measured rounds; the workspace asked for."""

    ours: Path | None
    runs: int
    shape: WorkspaceShape

    def goal(self, limit: float) -> float | None:
        """A limit that is asked for at a million reports; another size is measured, but has no goal."""
        return limit if self.shape.reports == GOAL_REPORTS else None

    def followup(self, name: str, workspace: Path, arguments: list[str], label: str) -> Program:
        command = [str(self.ours / "followup"), *arguments, "--workspace", str(workspace)]
        return Program(name, command, WORK / f"{label}.out")

    def matrix(self, name: str, workspace: Path, label: str) -> Program:
        """The whole picture as JSON: what the reports' question asks."""
        arguments = ["matrix", "--measure", MEASURE, "--as-of", AS_OF, "--format", "json"]
        return self.followup(name, workspace, arguments, label)

    def bench(self, name: str, arguments: list[str], label: str) -> Program:
        """A step inside our program, measured by followup-bench."""
        return Program(name, [str(self.ours / "followup-bench"), *arguments], WORK / f"{label}.out")

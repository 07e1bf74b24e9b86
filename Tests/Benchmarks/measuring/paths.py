"""Where things are. Everything generated or built goes below WORK."""

from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build" / "bench"
DOCUMENTATION = ROOT / "Sources" / "Documentation"

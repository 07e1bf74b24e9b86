"""Builds our programs and installs those we are compared to."""

import json
import os
import shlex
import venv
from pathlib import Path

from .paths import HERE, WORK
from .running import Failure, call, say

# The versions are pinned, so that a table of ratios means the same next month. pyarrow is pandas' fastest reader.
PEERS = {"PyYAML": "6.0.3", "duckdb": "2.0.0", "polars": "2.1.0", "pandas": "3.1.1", "pyarrow": "26.0.1"}
THREADS = 2


def build_swift(dynamic: bool, build: bool) -> Path:
    """Builds release; returns the folder of the executables."""
    flags = ["-c", "release"] + ([] if dynamic else ["--static-swift-stdlib"])
    flags += ["--explicit-target-dependency-import-check", "error"]  # the same flags as make release: one build
    if build:
        for product in ("followup", "followup-bench"):
            say(f"Building {product} ({' '.join(flags[:-2])})")
            call(os.environ.get("SWIFT", "swift"), "build", *flags, "--product", product)
    folder = call(os.environ.get("SWIFT", "swift"), "build", *flags, "--show-bin-path").strip()
    if not (Path(folder) / "followup").exists():
        raise Failure("there is no release build: run without --no-build")
    return Path(folder)


def build_c() -> None:
    """The launcher, and the floors in C."""
    compiler = os.environ.get("CC", "cc")
    flags = ["-O3", "-Wall", "-Wextra"]
    libyaml = shlex.split(call("pkg-config", "--cflags", "--libs", "yaml-0.1"))
    for name, libraries in (("measured", []), ("line_count", []), ("yaml_events", libyaml)):
        call(compiler, *flags, str(HERE / "Peers" / f"{name}.c"), "-o", str(WORK / name), *libraries)


def peers_python() -> str:
    """The Python of the peers' virtual environment, made anew where the pins have changed."""
    python = WORK / "venv" / "bin" / "python"
    stamp = WORK / "venv" / "peers.json"
    if not stamp.exists() or json.loads(stamp.read_text()) != PEERS:
        wanted = [f"{name}=={version}" for name, version in PEERS.items()]
        say(f"Installing {' '.join(wanted)}")
        venv.create(WORK / "venv", clear=True, with_pip=True)
        call(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
        stamp.write_text(json.dumps(PEERS))
    return str(python)


def peer(script: str, *arguments: str) -> list[str]:
    """The command of a peer in Python."""
    return [peers_python(), str(HERE / "Peers" / script), *arguments]

#!/usr/bin/env python3
"""Holds a running server against its own OpenAPI document with schemathesis: no answer may differ from what it says.

Usage: schemathesis.py path/to/followup
"""

import subprocess
import sys
import venv

from served import ROOT, get, served

PLACE = ROOT / ".build" / "schemathesis-venv"
VERSION = "4.32.5"


def installed():
    """The program, installed into an environment of its own."""
    program = PLACE / "bin" / "schemathesis"
    if not program.exists():
        print("Installing schemathesis …", flush=True)
        venv.create(PLACE, with_pip=True)
        subprocess.run([PLACE / "bin" / "pip", "install", "--quiet", f"schemathesis=={VERSION}"], check=True)
    return program


def main(program):
    tool = installed()
    with served(program, ROOT / "Tests/FollowUpCommandTests/Fixtures/Small", ["--rate-limit", "0"]) as (_, url):
        assert get(url + "/api/v1/openapi.json")[0] == 200
        # A fixed seed, so that a failure comes again; the small workspace, so that other dates cost little. One worker,
        # since Python 3.11 may fail when two threads read source code at a time, which the tool does.
        result = subprocess.run(
            [tool, "run", url + "/api/v1/openapi.json", "--phases", "examples,coverage,fuzzing",
             "--max-examples", "15", "--seed", "20260331", "--workers", "1", "--no-shrink", "--checks", "all",
             "--request-timeout", "20", "--warnings", "off", *sys.argv[2:]],
            cwd=ROOT / ".build", capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(result.stdout + result.stderr)
    print("\n".join(line for line in result.stdout.splitlines() if "generated" in line or "passed" in line))


main(sys.argv[1])

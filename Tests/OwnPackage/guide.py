"""Follows a guide with the built programs: writes its files, runs its commands, compares the outputs.

Usage: guide.py FOLDER PAGE (the folder of the programs)
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\S+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OWN = "swift run "


def outputs(block):
    """The commands of a console block, each with the output that is shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def main(programs, page):
    programs, page = os.path.abspath(programs), os.path.abspath(page)
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "80", "NO_COLOR": "1"}
    text = open(page, encoding="utf-8").read()
    problems, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, name, body in FENCE.findall(text):
            if name and not name.endswith(".swift"):
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                open(path, "w", encoding="utf-8").write(body)
            if kind != "console":
                continue
            for command, shown in outputs(body):
                is_own = command.startswith(OWN)
                if not is_own and not command.startswith(("followup init", "followup new forum")):
                    continue
                program, *words = shlex.split(command.removeprefix(OWN) if is_own else command)
                run = subprocess.run(
                    [os.path.join(programs, program if is_own else "OwnFollowUp"), *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=60
                )
                if run.returncode:
                    problems.append(f"{command}\n{run.stdout}{run.stderr}")
                if not is_own:
                    continue
                count += 1
                if os.environ.get("UPDATE_GOLDENS") == "1":
                    text = text.replace(f"$ {command}\n{shown}", f"$ {command}\n{run.stdout}")
                elif shown != run.stdout:
                    problems.append(f"{command}\nshown:\n{shown}\nprinted:\n{run.stdout}")
    if os.environ.get("UPDATE_GOLDENS") == "1":
        open(page, "w", encoding="utf-8").write(text)
    if not count:
        problems.append("the guide has no command of the own program")
    print("\n".join(problems), end="")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Cuts, writes over and replaces a report file while `followup status` reads it: what the command says is what it says of the
old content or of the new one, or it names what it could not read; it never ends by a signal. The data is made up.

    cuts.py PROGRAM [--cuts 40]
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

SMALL = pathlib.Path(__file__).parent.parent / "FollowUpCommandTests" / "Fixtures" / "Small"
ROWS = 6_000


def table(random_, rows):
    lines = ["commitment,party,status,date,note"]
    for number in range(rows):
        party = random_.choice(["XAA", "XBB"])
        lines.append(f"LH-LAMPS,{party},{random_.choice(['anclada', 'en tierra'])},{2000 + number % 20}-0{1 + number % 9},"
                     f"made up {number} {'x' * random_.randrange(60)}")
    return ("\n".join(lines) + "\n").encode()


def said(program, workspace):
    run = subprocess.run([program, "status", "--format", "json", "--workspace", str(workspace), "--as-of", "2026-03-31"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return run.returncode, facts(run.stdout)


def facts(output):
    try:
        document = json.loads(output)
    except ValueError:
        return None
    counts = [(forum["id"], forum["report-count"], forum["rejected"], forum["levels"]) for forum in document["forums"]]
    return counts, [failure["forum"] for failure in document["failures"]]


def change(file, how, new, random_):
    if how == "cut":
        os.truncate(file, random_.randrange(len(new)))
    elif how == "empty":
        os.truncate(file, 0)
    elif how == "replace":
        draft = file.with_suffix(".draft")
        draft.write_bytes(new)
        draft.rename(file)
    else:
        with open(file, "r+b") as out:
            for start in range(0, len(new), 65_536):
                out.write(new[start:start + 65_536])
            out.truncate()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--cuts", type=int, default=40)
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    seed = random.randrange(1 << 32)
    random_ = random.Random(seed)
    signals, wrong, named, olds, news = 0, [], 0, 0, 0
    with tempfile.TemporaryDirectory() as place:
        workspace = pathlib.Path(place, "forums")
        shutil.copytree(SMALL, workspace)
        file = workspace / "harbour" / "reports" / "large.csv"
        old, new = table(random_, ROWS), table(random_, ROWS + 500)
        file.write_bytes(old)
        began = time.monotonic()
        before = said(program, workspace)
        took = time.monotonic() - began
        assert before[0] == 0 and before[1] and not before[1][1], f"the table can be read: {before}"
        for number in range(options.cuts):
            file.write_bytes(old)
            how = ["cut", "empty", "replace", "write over"][number % 4]
            run = subprocess.Popen(
                [program, "status", "--format", "json", "--workspace", str(workspace), "--as-of", "2026-03-31"],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            time.sleep(random_.uniform(0, 1.0) * took)
            change(file, how, new, random_)
            answer = run.communicate()[0], run.returncode
            now = answer[1], facts(answer[0])
            after = said(program, workspace)
            if answer[1] < 0:
                signals += 1
            elif now[1] is None or now[1][1]:
                named += 1
            elif now == before:
                olds += 1
            elif now == after:
                news += 1
            else:
                wrong.append(f"{how}: {now}, neither {before} nor {after}")
    print(f"cuts: {options.cuts} changes while a file was read; {olds} answers of the old content, {news} of the new one, "
          f"{named} that named what could not be read; {signals} signals, {len(wrong)} wrong counts (seed {seed})")
    for fault in wrong[:10]:
        print(" ", fault)
    return 1 if signals or wrong else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Tries the program on mutated workspaces and requests, by a seed: it must neither crash, hang, nor lose a row in silence.

Usage: fuzz.py path/to/followup [--seed NUMBER] [--seconds NUMBER]
"""

import argparse
import csv
import json
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Server"))
from mutations import count_rows, mutate_bytes, mutate_folder, mutate_lines, mutate_table, request  # noqa: E402
from served import ROOT, get, served  # noqa: E402

SMALL = ROOT / "Tests/FollowUpCommandTests/Fixtures/Small"
PICTURES = [["status"], ["matrix"], ["due", "--all"], ["explain", "CRI", "1.1"], ["forums"], ["gaps"], ["divergences"]]
PATHS = ["/", "/en/index.html", "/es/matrix.html", "/en/matrix.json", "/en/search.html?q=a", "/data/cells.csv", "/en/due/all.ics",
         "/api/v1", "/api/v1/cells", "/api/v1/cells.csv", "/api/v1/openapi.json", "/health/ready", "/metrics", "/assets/site.css"]


class Fault(Exception):
    """Something that must not be."""


def run(program, folder, arguments):
    """Runs a command; it must end by itself with a status of its own."""
    try:
        done = subprocess.run([program, *arguments, "--workspace", str(folder), "--lang", "en"], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        raise Fault(f"{arguments[0]} does not end") from None
    if done.returncode not in (0, 1, 2):
        raise Fault(f"{arguments[0]} ended with {done.returncode}: {done.stderr[-500:].decode('utf-8', 'replace')}")
    return done


def checked(program, folder):
    """What check says; every place that it names must be there."""
    done = run(program, folder, ["check", "--format", "json"])
    if not done.stdout:
        if done.returncode == 0 or not done.stderr:
            raise Fault("check says nothing")
        return None
    said = json.loads(done.stdout)
    for item in said["diagnostics"]:
        if not item["code"] or not item["message"]:
            raise Fault(f"a problem without code or text: {item}")
        path = pathlib.Path(item["file"] or "")
        if item.get("line") and path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if item["line"] > 1 + content.count(b"\n") + content.count(b"\r") + 3 * content.count(b"\xe2\x80\xa8") + content.count(b"\x85"):
                raise Fault(f"a line beyond the end of {path}: {item}")
    if done.returncode == 0 and said["errors"]:
        raise Fault("errors, but status 0")
    return said


def rows(folder):
    """The rows of all tables as they stand."""
    return {path: count_rows(list(csv.reader(path.open(encoding="utf-8"))))
            for path in sorted(folder.glob("*/reports/*.csv"))}


def try_workspace(program, dice, scratch):
    folder = scratch / "forums"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SMALL, folder)
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".csv"))
    mutation = dice.choice([mutate_table, mutate_table, mutate_lines, mutate_lines, mutate_bytes, mutate_folder])
    if mutation is mutate_table:
        counts = rows(folder)
        for path in dice.sample(sorted(counts), dice.randint(1, len(counts))):
            counts[path] = mutate_table(dice, path)
        said = checked(program, folder)
        known = said["workspace"]["report-count"] + said["workspace"]["rejected"]
        if known != sum(counts.values()):
            raise Fault(f"{sum(counts.values())} rows, but {known} counted or rejected")
    else:
        for path in dice.sample(files, dice.randint(1, 2)):
            try:
                mutation(dice, path)
            except (UnicodeDecodeError, FileNotFoundError, FileExistsError, shutil.Error, IsADirectoryError):
                pass
        checked(program, folder)
    arguments = dice.choice(PICTURES)
    done = run(program, folder, [*arguments, "--format", "json"])
    if done.returncode == 0:
        json.loads(done.stdout)
    return mutation.__name__


def try_request(url, dice):
    host, port = url.removeprefix("http://").split(":")
    sent = request(dice, PATHS)
    with socket.create_connection((host, int(port)), timeout=20) as client:
        client.sendall(sent)
        client.settimeout(0.3 if b"Content-Length: 5" in sent or b"chunked" in sent or not sent.strip() else 10)
        try:
            answer = client.recv(65536)
        except TimeoutError:
            answer = b""
        except ConnectionResetError:
            return "closed"
    status = answer.split(b" ")[1:2]
    if status and (status[0].startswith(b"5") and status[0] != b"503" or not status[0].isdigit()):
        raise Fault(f"{status[0].decode()} to {sent[:300]}")
    return "answered" if status else "closed"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    counts, number = {}, 0
    with tempfile.TemporaryDirectory() as temporary, \
            served(options.program, SMALL, ["--rate-limit", "0", "--as-of", "2020"]) as (server, url):
        end = time.monotonic() + options.seconds
        while time.monotonic() < end:
            number += 1
            try:
                kind = try_workspace(options.program, random.Random(f"{options.seed} workspace {number}"), pathlib.Path(temporary))
                counts[kind] = counts.get(kind, 0) + 1
                for turn in range(10):
                    kind = try_request(url, random.Random(f"{options.seed} request {number} {turn}"))
                    counts[kind] = counts.get(kind, 0) + 1
                if server.poll() is not None or get(url + "/health/live")[0] != 200:
                    raise Fault("the server does not live any more")
            except (Fault, json.JSONDecodeError, OSError) as fault:
                kept = ROOT / ".build/fuzz"
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(pathlib.Path(temporary) / "forums", kept, symlinks=True,
                                ignore=lambda folder, names: [name for name in names if (pathlib.Path(folder) / name).is_fifo()])
                sys.exit(f"fuzz: seed {options.seed}, round {number}: {fault}\nThe workspace is kept in .build/fuzz.")
    print(f"fuzz: seed {options.seed}, {number} rounds: " + ", ".join(f"{counts[kind]} {kind}" for kind in sorted(counts)))


main()

#!/usr/bin/env python3
"""Measures `followup serve` beside a handler that does nothing, and beside Datasette with a table of the same cells.

Usage: serving.py [--seconds 10] [--no-build] [--write]
       serving.py --minutes 10 [--no-build]      whether its memory stays the same while files change under load

The bare handler (Tests/Benchmarks/BareServer) sends as many bytes as the page it is held against. Load comes from wrk
with 64 connections on the same machine, so all share its cores. A quiet machine gives the numbers; a busy one only tells
whether something is badly wrong.
"""

import argparse
import contextlib
import datetime
import re
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import venv
import csv
import io
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Server"))

from measuring.building import build_swift
from measuring.documents import write_into
from measuring.paths import ROOT, WORK
from measuring.running import call
from measuring.telling import cores, markdown_table
from served import get, served, until

DATASETTE = "0.65.5"
CONNECTIONS = 64


def wrk(url, seconds, *headers):
    """Requests per second, the 99th percentile in milliseconds, and how many answers were none or bad."""
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    text = call(*command, url)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    late = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    bad = sum(int(part) for part in re.findall(r"(?:connect|read|write|timeout) (\d+)", text))
    bad += sum(int(part) for part in re.findall(r"Non-2xx or 3xx responses: (\d+)", text))
    return rate, late, bad


@contextlib.contextmanager
def running(command, url):
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        def answers():
            try:
                return get(url)[0] == 200
            except OSError:
                return False
        if not until(answers, 60):
            raise SystemExit(f"{command[0]} does not answer")
        yield
    finally:
        process.terminate()
        process.wait(20)


def datasette(table):
    """Datasette's program and a database with the cells."""
    place = WORK / "datasette"
    if not (place / "bin" / "datasette").exists():
        venv.create(place, with_pip=True)
        call(str(place / "bin" / "pip"), "install", "--quiet", f"datasette=={DATASETTE}")
    database = WORK / "cells.db"
    database.unlink(missing_ok=True)
    rows = list(csv.reader(io.StringIO(table.decode())))
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute(f"CREATE TABLE cells ({', '.join(chr(34) + name + chr(34) for name in rows[0])})")
        connection.executemany(f"INSERT INTO cells VALUES ({', '.join('?' * len(rows[0]))})", rows[1:])
        connection.commit()
    return place / "bin" / "datasette", database


def reload_under_load(program, seconds):
    """Changes a file again and again while wrk asks; how many answers were lost, and how often the picture was new."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "forums"
        call("cp", "-r", str(ROOT / "forums"), str(folder))
        with served(program, folder, ["--rate-limit", "0"]) as (_, url):
            end = threading.Event()

            def change():
                file = folder / "celac" / "forum.yaml"
                while not end.wait(0.5):
                    file.write_text(file.read_text() + "# again\n")
            thread = threading.Thread(target=change)
            thread.start()
            rate, late, bad = wrk(url + "/en/matrix.html", seconds, "Accept-Encoding: gzip")
            end.set()
            thread.join()
            metrics = get(url + "/metrics")[2].decode()
            shown = int(re.search(r'followup_reloads_total\{outcome="shown"\} (\d+)', metrics).group(1))
    return rate, late, bad, shown


def memory_under_load(program, minutes):
    """Asks for hundreds of pages at random, also of other dates, while a file changes every few seconds.

    Gives the memory in MB that the process held at each step of some seconds, and how many answers were bad.
    """
    with served(program) as (_, url):
        countries = sorted(set(re.findall(r"countries/(\w{3})\.html", get(url + "/en/countries.html")[2].decode())))
    paths = [f"/{language}/{page}.{form}" for language in ("en", "es", "pt", "fr") for form in ("html", "json")
             for page in ["index", "matrix", "matrix/67", "due", "gaps", "divergences", "changes", "changes/5", "search", "method"]
             + [f"countries/{code}" for code in countries] + [f"cells/{code}/67.2" for code in countries]]
    paths += [f"/es/matrix.html?as-of={year}" for year in range(2012, 2026)]
    paths += [f"/api/v1/cells?country={code}" for code in countries] + ["/data/reports.csv", "/metrics"]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "forums"
        call("cp", "-r", str(ROOT / "forums"), str(folder))
        script = Path(temporary) / "paths.lua"
        script.write_text(
            "local paths = {" + ", ".join(f'"{path}"' for path in paths) + "}\n"
            'request = function() return wrk.format("GET", paths[math.random(#paths)]) end\n')
        with served(program, folder, ["--rate-limit", "0"]) as (process, url):
            load = subprocess.Popen(
                ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{minutes * 60}s", "-s", str(script), "-H",
                 "Accept-Encoding: gzip", url], stdout=subprocess.PIPE, text=True)
            held, file = [], folder / "celac" / "forum.yaml"
            text = file.read_text()
            while load.poll() is None:
                time.sleep(10)
                pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
                held.append(pages * 4096 / 1e6)
                file.write_text(text + "# again\n" * (len(held) % 7))
            answer = load.stdout.read()
    bad = sum(int(part) for part in re.findall(r"(?:connect|read|write|timeout) (\d+)", answer))
    bad += sum(int(part) for part in re.findall(r"Non-2xx or 3xx responses: (\d+)", answer))
    print(answer)
    return held, bad


def check_memory(program, minutes):
    """Prints the memory minute by minute; a fault where the second half holds a tenth more than the first."""
    held, bad = memory_under_load(program, minutes)
    print("MB every 10 s:", " ".join(f"{value:.0f}" for value in held))
    # The first quarter fills what is kept for good.
    early, late = max(held[len(held) // 4:len(held) // 2]), max(held[len(held) // 2:])
    print(f"at most {early:.0f} MB in the second quarter, {late:.0f} MB in the second half; {bad} bad answers")
    if late > 1.1 * early or bad:
        print("MISSED  memory flat, no bad answer")
        return 1
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--no-build", action="store_true")
    parser.add_argument("--write", action="store_true", help="put the table into the documentation")
    parser.add_argument("--minutes", type=int, help="watch the memory for so long instead")
    options = parser.parse_args()
    folder = build_swift(dynamic=False, build=not options.no_build)
    if not options.no_build:
        call("swift", "build", "-c", "release", "--static-swift-stdlib",
             "--explicit-target-dependency-import-check", "error", "--product", "bare-server")
    program, bare = folder / "followup", folder / "bare-server"
    WORK.mkdir(parents=True, exist_ok=True)
    if options.minutes:
        return check_memory(program, options.minutes)
    seconds = options.seconds
    faults = []
    rows = [["answer", "requests/s", "beside", "p99", "bad"]]

    def tell(name, rate, late, bad, note=""):
        print(f"{name:44} {rate:10.0f} /s   p99 {late:7.2f} ms   {bad} bad   {note}", flush=True)
        rows.append([name, f"{rate:.0f}", note, f"{late:.1f} ms", str(bad)])
        if bad and not name.startswith("Datasette"):
            faults.append(f"{name}: {bad} bad answers")

    with served(program, options=["--rate-limit", "0"]) as (_, url):
        table = get(url + "/data/cells.csv")[2]
        pages = [("/en/matrix.html", True), ("/en/matrix.html", False), ("/en/matrix.json", True), ("/api/v1/cells", True)]
        for path, is_packed in pages:
            headers = ["Accept-Encoding: gzip"] if is_packed else []
            size = len(get(url + path, **({"Accept_Encoding": "gzip"} if is_packed else {}))[2])
            name = f"{path}{', gzip' if is_packed else ''} ({size} bytes)"
            rate, late, bad = wrk(url + path, seconds, *headers)
            with running([bare, size, 8391], "http://127.0.0.1:8391/bytes"):
                floor, floor_late, _ = wrk("http://127.0.0.1:8391/bytes", seconds)
            tell(name, rate, late, bad, f"{rate / floor:.2f} of a bare handler ({floor:.0f} /s, p99 {floor_late:.2f} ms)")
            if rate < 0.7 * floor:
                faults.append(f"{name}: {rate / floor:.2f} of a bare handler, goal 0.7")
            if late > 15:
                faults.append(f"{name}: p99 {late:.2f} ms, goal 15 ms")
            if path.endswith(".html") and is_packed and size > 60_000:
                faults.append(f"{name}: goal 60 KB")
        tool, database = datasette(table)
        rate, late, bad = wrk(url + "/api/v1/cells?country=CRI", seconds, "Accept-Encoding: gzip")
        ours = rate
        tell("/api/v1/cells?country=CRI, gzip", rate, late, bad)
        peer = "http://127.0.0.1:8392/cells/cells.json?country=CRI&_shape=objects"
        with running([tool, "serve", database, "--port", "8392"], peer):
            rate, late, bad = wrk(peer, seconds)
            tell(f"Datasette {DATASETTE}, the same filter", rate, late, bad, f"followup answers {ours / rate:.0f} times as many")
            if ours < 50 * rate:
                faults.append(f"{ours / rate:.0f} times as many answers as Datasette, goal 50")
            page = "http://127.0.0.1:8392/cells/cells"
            rate, late, bad = wrk(page, seconds)
            tell(f"Datasette {DATASETTE}, its page of the table", rate, late, bad)
    rate, late, bad, shown = reload_under_load(program, seconds)
    tell(f"/en/matrix.html, gzip, {shown} reloads meanwhile", rate, late, bad)
    if shown < 2:
        faults.append("the files were not read again under load")
    if options.write:
        write_into("Speed.md", f"Measured {datetime.date.today()} on {cores()}, one run of {seconds} seconds each.\n\n"
                   + markdown_table(rows), "served")
    for fault in faults:
        print("MISSED  " + fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

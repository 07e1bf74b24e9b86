#!/usr/bin/env python3
"""Talks to a running server as good and bad clients do: slow ones, loud ones, files that change and break, its end.

Usage: connections.py path/to/followup
"""

import http.client
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from served import ROOT, get, served, until

SMALL = ROOT / "Tests/FollowUpCommandTests/Fixtures/Small"


def check(holds, what):
    if not holds:
        sys.exit(f"connections: {what}")


def place(url):
    host, port = url.removeprefix("http://").split(":")
    return host, int(port)


def raw(url, text, patience=10):
    """What the server answers to some bytes until it closes or is silent."""
    with socket.create_connection(place(url), timeout=patience) as client:
        client.sendall(text)
        client.settimeout(patience)
        answer = b""
        try:
            while piece := client.recv(65536):
                answer += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return answer


def slow_clients(url, count=200):
    """Connections whose head never ends."""
    clients = [socket.create_connection(place(url), timeout=60) for _ in range(count)]
    for client in clients:
        client.sendall(b"GET /en/index.html HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    return clients


def idle_clients(url, count=1300):
    """Connections of another address that never say a word; those in the way of new ones are closed."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    return [socket.create_connection(place(url), timeout=60, source_address=("127.0.0.2", 0)) for _ in range(count)]


def drip(clients, stop):
    while not stop.wait(2):
        for client in clients:
            try:
                client.sendall(b"a")
            except OSError:
                pass


def is_closed(client):
    client.settimeout(0.05)
    try:
        return client.recv(1000) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def bad_requests(url):
    head = b"GET /en/index.html HTTP/1.1\r\nHost: x\r\n"
    check(b" 431 " in raw(url, head + b"X-Long: " + b"a" * 20_000 + b"\r\nConnection: close\r\n\r\n"), "no 431")
    check(b" 400 " in raw(url, head + b"X-Long: " + b"a" * 200_000 + b"\r\n\r\n").split(b"\r\n")[0], "no 400")
    check(b" 414 " in raw(url, b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), "no 414")
    for nonsense in [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\0" * 100]:
        raw(url, nonsense + b"\r\n\r\n", patience=1)
    answer = raw(url, b"POST /api/v1/cells HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nabc")
    check(b" 413 " in answer and b"connection: close" in answer.lower(), "content is taken along")
    two = raw(url, head + b"\r\n" + head + b"Connection: close\r\n\r\n")
    check(two.count(b"HTTP/1.1 200 OK") == 2, "two requests in a row have no two answers")
    check(b" 405 " in raw(url, b"DELETE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), "no 405")
    check(get(url + "/health/live")[0] == 200, "it does not live any more")


class Visitor(threading.Thread):
    """Asks on one connection again and again, and notes what went wrong."""

    def __init__(self, url, target):
        super().__init__()
        self.url, self.target = url, target
        self.done = threading.Event()
        self.count, self.faults = 0, []

    def run(self):
        client = http.client.HTTPConnection(*place(self.url), timeout=30)
        while not self.done.is_set():
            try:
                client.request("GET", self.target)
                answer = client.getresponse()
                content = answer.read()
                if answer.status != 200 or not content:
                    self.faults.append(answer.status)
                self.count += 1
            except OSError as error:
                self.faults.append(repr(error))
                client = http.client.HTTPConnection(*place(self.url), timeout=30)


def reloads(url, folder):
    """Files change, break and heal while visitors ask: nobody notices but by what the pages say."""
    visitors = [Visitor(url, target) for target in
                ["/en/matrix.html", "/es/index.html", "/api/v1/cells?limit=5", "/en/matrix.html?as-of=2015"]]
    for visitor in visitors:
        visitor.start()
    file = folder / "harbour/forum.yaml"
    whole = file.read_text()
    for turn in range(6):
        file.write_text(whole + "\nnonsense: [")
        check(until(lambda: b"problems.html" in get(url + "/en/matrix.html")[2]), "a broken file is not noticed")
        check(b"harbour/forum.yaml" in get(url + "/en/problems.html")[2], "the problem is not listed")
        file.write_text(whole + f"\n# turn {turn}\n")
        check(until(lambda: b"problems.html" not in get(url + "/en/matrix.html")[2]), "a mended file is not noticed")
    for visitor in visitors:
        visitor.done.set()
        visitor.join()
        check(not visitor.faults, f"{visitor.target}: {visitor.faults[:3]}")
        check(visitor.count > 10, f"{visitor.target}: only {visitor.count} answers")
    return sum(visitor.count for visitor in visitors)


def main(program):
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "forums"
        shutil.copytree(SMALL, folder)
        with served(program, folder, ["--rate-limit", "0"]) as (process, url):
            clients, stop = slow_clients(url), threading.Event()
            begin = time.monotonic()
            threading.Thread(target=drip, args=(clients, stop), daemon=True).start()
            check(get(url + "/en/index.html")[0] == 200, "slow clients hold others up")
            idle = idle_clients(url)
            for _ in range(3):
                check(get(url + "/en/index.html")[0] == 200, "idle clients keep others out")
            check(not any(map(is_closed, clients[:20])), "idle clients push others out")
            for client in idle:
                client.close()
            bad_requests(url)
            answers = reloads(url, folder)
            again = subprocess.run(
                [program, "serve", "--port", url.split(":")[-1], "--workspace", str(folder)], capture_output=True, text=True)
            check(again.returncode == 2 and "can't listen" in again.stderr, f"a port in use: {again.stderr}")
            check(until(lambda: all(map(is_closed, clients)), 60 - (time.monotonic() - begin)), "slow clients stay")
            stop.set()
            visitor = Visitor(url, "/en/matrix.html")
            visitor.start()
            time.sleep(0.3)
            process.send_signal(signal.SIGTERM)
            check(process.wait(15) == 0, f"it ended with {process.returncode}")
            visitor.done.set()
            visitor.join()
            check(not any(isinstance(fault, int) for fault in visitor.faults), "an answer was cut off at the end")
            complaints = process.stderr.read()
            check("error" not in complaints, complaints)
    print(f"connections: {answers} answers while files changed, none lost; {len(clients)} slow clients closed; "
          f"{len(idle)} idle ones in nobody's way")


main(sys.argv[1])

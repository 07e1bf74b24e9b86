"""Starts a server for a test and stops it again."""

import contextlib
import pathlib
import re
import select
import signal
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def served(program, folder=ROOT / "forums", options=()):
    """Runs `followup serve` on a free port; gives the process and the address, without a slash at the end."""
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--workspace", str(folder), "--lang", "en", "--log-level", "warning", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process, address(process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def address(process, patience=120):
    ready, _, _ = select.select([process.stdout], [], [], patience)
    line = process.stdout.readline() if ready else ""
    found = re.search(r"http://\S+:\d+", line)
    if not found:
        process.kill()
        raise SystemExit(f"the server did not start: {line}{process.stderr.read()}")
    return found.group()


def get(url, **headers):
    """The status, the headers and the content of an answer, whatever the status."""
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def until(condition, patience=20):
    """Waits until something holds; whether it did."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return condition()

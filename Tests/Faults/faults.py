"""Lets system calls of commands that write fail, one after the other: a full disk, a broken one, no more files to open, an
interruption. Each time what was there is there as before, or what was to be written is there whole; and where the command
says that it did its work, it did. strace makes the calls fail, in the program as it is. The data is made up.

    faults.py PROGRAM [--points 4]
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parent.parent
SMALL = ROOT / "FollowUpCommandTests" / "Fixtures" / "Small"
NEW, OLD = "2026-03-31", "2015-06-30"
# What a call fails with. An interrupted call is made again, so that the command goes on.
FAULTS = [
    ("write", "ENOSPC"), ("write", "EIO"), ("write", "EINTR"), ("openat", "EMFILE"), ("openat", "EACCES"),
    ("openat", "EINTR"), ("mkdir", "ENOSPC"), ("renameat2", "EIO"), ("rename", "ENOSPC"), ("link", "EMLINK"),
    ("linkat", "EIO"), ("read", "EIO"), ("read", "EINTR"), ("pread64", "EIO"), ("getdents64", "EIO"),
    ("flock", "ENOLCK"), ("fstat", "EIO"), ("newfstatat", "EIO"), ("unlink", "EIO"), ("unlinkat", "EIO"),
    ("rmdir", "EIO"), ("fchmod", "EPERM"), ("ftruncate", "EIO"), ("fsync", "EIO"), ("clone3", "EAGAIN"),
]


# A path of the system; when no file can be opened at all, its libraries may end the program.
SYSTEM = re.compile(r'"/(proc|sys|dev|etc|usr|lib|lib64|opt)/')


def files(folder):
    if not folder.exists():
        return None
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Command:
    """A command that writes into `target`, of which `before` prepares the folder."""

    def __init__(self, name, arguments, target, before, each_whole=False):
        self.name, self.arguments, self.target, self.before = name, arguments, target, before
        # Whether several files are written, each whole, and some of them may be new.
        self.each_whole = each_whole

    def run(self, program, place, fault=None, log="/dev/null"):
        tool = []
        if fault:
            call, error, number = fault
            tool = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(log), "-e", f"trace={call}",
                    "-e", f"inject={call}:error={error}:when={number}"]
        home = {"HOME": str(place), "XDG_CONFIG_HOME": str(place / "settings"), "PATH": "/usr/bin:/bin"}
        return subprocess.run(
            [*tool, program, *self.arguments], cwd=place, env=home, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)

    def calls(self, program, place):
        """The numbers, within a thread, of the calls that the program makes on its own behalf, by their names: not those by
        which its libraries are found before it begins, nor those on files of the system."""
        self.prepare(place)
        log = place / "calls"
        home = {"HOME": str(place), "XDG_CONFIG_HOME": str(place / "settings"), "PATH": "/usr/bin:/bin"}
        subprocess.run(["strace", "-f", "-qq", "-o", str(log), program, *self.arguments], cwd=place, env=home,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        counts, own, has_begun = {}, {}, False
        for line in log.read_text(errors="replace").splitlines():
            found = re.match(r"(\d+) +([a-z0-9]+)\(", line)
            if not found:
                continue
            counts[found.groups()] = counts.get(found.groups(), 0) + 1
            has_begun = has_begun or "forums" in line
            if has_begun and not SYSTEM.search(line):
                own.setdefault(found[2], set()).add(counts[found.groups()])
        log.unlink()
        return {call: sorted(numbers) for call, numbers in own.items()}

    def prepare(self, place):
        for path in place.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.copytree(SMALL, place / "forums")
        self.before(place)


def commands(program):
    def publish(place, day=OLD):
        subprocess.run([program, "publish", "site", "--as-of", day], cwd=place, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def external(place):
        forum = place / "forums" / "river" / "forum.yaml"
        text = re.sub(r"^module: .*$", "module: external\noptions: {command: [./read.py]}", forum.read_text(), flags=re.M)
        forum.write_text(text)
        script = forum.parent / "read.py"
        script.write_text("#!/usr/bin/python3\n")
        script.chmod(0o755)

    return [
        Command("publish over a site", ["publish", "site", "--as-of", NEW], "site", publish),
        Command("publish a first site", ["publish", "site", "--as-of", NEW], "site", lambda place: None),
        Command("new forum", ["new", "forum", "lagoon", "--members", "XAA,XBB", "--line", "1.1", "--lang", "en"],
                "forums/lagoon", lambda place: None),
        Command("schema --write", ["schema", "--write"], "forums/.schemas", lambda place: None, each_whole=True),
        Command("trust", ["trust", "river", "--yes"], "settings", external),
    ]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--points", type=int, default=3, help="at how many calls of a kind it fails")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    probe = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True)
    if probe.returncode != 0:
        print("faults: left out, since programs may not be traced here")
        return 0
    tried, failed, faults = 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        place, log = pathlib.Path(folder, "place"), pathlib.Path(folder, "log")
        place.mkdir()
        for command in commands(program):
            target = place / command.target
            command.prepare(place)
            old = files(target)
            done = command.run(program, place)
            assert done.returncode == 0, f"{command.name}: {done.stdout.decode()}"
            new = files(target)
            assert new and new != old, f"{command.name} writes something"
            own = command.calls(program, place)
            for call, error in FAULTS:
                numbers = own.get(call, [])
                steps = range(min(options.points, len(numbers)))
                for number in [numbers[step * (len(numbers) - 1) // max(1, len(steps) - 1)] for step in steps]:
                    command.prepare(place)
                    run = command.run(program, place, (call, error, number), log)
                    injected = [line for line in log.read_text(errors="replace").splitlines() if "(INJECTED)" in line]
                    if not injected or any(SYSTEM.search(line) for line in injected):
                        continue
                    # The loader of libraries reads too, before the program begins.
                    if b"error while loading shared libraries" in run.stdout:
                        continue
                    tried += 1
                    failed += run.returncode != 0
                    left = files(target)
                    said = run.stdout.decode(errors="replace").strip().splitlines()
                    what = f"{command.name}: {error} of {call} number {number}: status {run.returncode}, {said[-1:]}"
                    if run.returncode < 0 or run.returncode > 2 and run.returncode != 130:
                        faults.append(what + ", ended by a signal")
                    if run.returncode == 0 and left != new:
                        faults.append(what + ", and it isn't done")
                    if command.each_whole:
                        if not all(text in (new.get(name), (old or {}).get(name)) for name, text in (left or {}).items()):
                            faults.append(what + ", a file isn't whole")
                    elif left not in (old, new) and not (old is None and not left):
                        faults.append(what + f", neither as before nor done: {sorted(set(left or {}) ^ set(new))[:3]}")
                    again = command.run(program, place)
                    if again.returncode != 0 and files(target) != new:
                        faults.append(what + f", and the next run fails: {again.stdout.decode()[-200:]}")
                    elif files(target) != new:
                        faults.append(what + ", and the next run doesn't mend it")
                    if any(path.name.startswith(".site") for path in place.iterdir()):
                        faults.append(what + ", drafts are left after the next run")
    print(f"faults: {tried} calls failed, {failed} commands said so; {len(faults)} were not all or nothing")
    for fault in faults:
        print(" ", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Kills `followup publish` at random moments: each time the old site or the new one stands whole, and the next run gives
what a clean one gives. Then publishers run in pairs: what stands in the end is of one of them. The data is made up."""

import pathlib
import random
import subprocess
import sys
import tempfile
import time

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
KILLS, PAIRS = 50, 3
WORKSPACE = pathlib.Path(__file__).parent.parent / "FollowUpCommandTests" / "Fixtures" / "Small"
DAYS = "2026-03-31", "2015-06-30"


def start(site, day):
    return subprocess.Popen(
        [PROGRAM, "publish", str(site), "--workspace", str(WORKSPACE), "--as-of", day],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def publish(site, day):
    status = start(site, day).wait()
    assert status == 0, f"publish ended with {status}"


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main():
    seed = random.randrange(1 << 32)
    random.seed(seed)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        clean, site = {}, place / "site"
        for day in DAYS:
            began = time.monotonic()
            publish(place / day, day)
            took = time.monotonic() - began
            clean[day] = files(place / day)
        assert clean[DAYS[0]] != clean[DAYS[1]]
        begun, mixed, unequal, drafts = 0, 0, 0, 0
        publish(site, DAYS[0])
        for number in range(KILLS):
            new = DAYS[(number + 1) % 2]
            run = start(site, new)
            # Most moments within the run, some after it.
            time.sleep(random.uniform(0.3, 1.1) * took)
            run.kill()
            run.wait()
            begun += (place / ".site.publishing").exists()
            mixed += files(site) not in clean.values()
            publish(site, new)
            unequal += files(site) != clean[new]
            drafts += {path.name for path in place.iterdir()} != {"site", *DAYS}
        for _ in range(PAIRS):
            for run in [start(site, day) for day in DAYS]:
                assert run.wait() == 0, "the second publisher waits"
            mixed += files(site) not in clean.values()
    print(f"publish: {KILLS} kills, {begun} of them within the writing, and {PAIRS} pairs; "
          f"{mixed} mixed sites, {unequal} unequal to a clean one, {drafts} with drafts left (seed {seed})")
    assert begun > 0, "no kill came while files were written"
    return 1 if mixed or unequal or drafts else 0


if __name__ == "__main__":
    sys.exit(main())

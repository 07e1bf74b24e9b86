#!/usr/bin/env python3
"""Tests the benchmarks themselves: run.py FOLLOWUP [--peers]

Needs nothing but Python. With --peers those are asked too, where their virtual environment stands.
"""

import os
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' folder stays clean
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: run.py FOLLOWUP [--peers]")
    os.environ["FOLLOWUP"] = str(Path(sys.argv[1]).resolve())
    tests = unittest.defaultTestLoader.discover(str(HERE), pattern="test_*.py")
    if sys.argv[2:] == ["--peers"]:
        tests.addTests(unittest.defaultTestLoader.loadTestsFromName("peers"))
    result = unittest.TextTestRunner(verbosity=0).run(tests)
    print(f"benchmarks: {result.testsRun - len(result.skipped)} tests, {len(result.skipped)} left out")
    sys.exit(0 if result.wasSuccessful() else 1)

"""The usual way to read YAML in Python at its fastest: PyYAML over libyaml.

    pyyaml_load.py FILE [--without-collector]

Prints the number of records and its own time from bytes to Python objects, in seconds. Python's cycle collector runs
over all objects again and again while they only grow in number; the option turns it off, as few users do.
"""

import gc
import sys
import time

import yaml

with open(sys.argv[1], "rb") as file:
    data = file.read()

if sys.argv[2:] == ["--without-collector"]:
    gc.disable()
start = time.perf_counter()
document = yaml.load(data, Loader=yaml.CSafeLoader)
seconds = time.perf_counter() - start

print(f"records {len(document['commitments'])}\nseconds {seconds:.6f}")

#!/usr/bin/env python3
"""Writes a made-up workspace to try the program on: generate.py FOLDER [--reports N] [--forums N] [--skew ...]

The folder it prints is a workspace; beside it stand the tables that say the same to the peers, who can't read YAML.
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the sources' folder stays clean

from generating.shape import SKEWS, ImpossibleShape, WorkspaceShape
from generating.workspace import generate_workspace


def add_shape_options(parser: argparse.ArgumentParser) -> None:
    """The options that describe a workspace."""
    parser.add_argument("--reports", type=int, default=1_000_000, help="report rows (default 1000000)")
    parser.add_argument("--forums", type=int, default=20, help="forums, to 100 (default 20)")
    parser.add_argument("--countries", type=int, default=33, help="countries, 2 to 193 (default 33)")
    parser.add_argument("--commitments", type=int, default=200, help="commitments of each forum (default 200)")
    parser.add_argument("--seed", type=int, default=67, help="another seed gives other data (default 67)")
    parser.add_argument("--skew", action="append", default=[], choices=list(SKEWS),
                        help="; ".join(f"{name}: {what}" for name, what in SKEWS.items()) + "; several may be given")


def shape_of(options: argparse.Namespace, parser: argparse.ArgumentParser) -> WorkspaceShape:
    """The shape that the options describe; ends the program where there is no such workspace."""
    try:
        return WorkspaceShape(
            reports=options.reports, forums=options.forums, countries=options.countries,
            commitments=options.commitments, seed=options.seed, skew=tuple(sorted(set(options.skew))))
    except ImpossibleShape as error:
        parser.error(str(error))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Writes a made-up workspace.")
    arguments.add_argument("folder", type=Path, help="where the workspace and its tables are written")
    add_shape_options(arguments)
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    workspace = generate_workspace(shape_of(given, arguments), given.folder)
    print(workspace.folder)

"""Prints the line coverage of each domain target and fails where one is too low.

Usage: coverage.py CODECOV_JSON   (the file named by `swift test --show-codecov-path`)
"""
import json
import re
import sys
from collections import defaultdict

# The domain: what the product exists for. Per cent of lines that the tests must run.
LEAST = 90.0
DOMAIN = [
    "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit", "ForumWorkspace", "Harmonization", "NormIncorporation",
    "SingleMarket", "WorkPlan", "Declaration", "TreatyParticipation", "TreatyBody", "PeriodicReview",
]


def target_of(path):
    """The target that a source file belongs to; nothing for tests and for packages of others."""
    match = re.search(r"/(?:Plugins/([^/]+)/Sources|Sources/([^/]+))/[^.]", path)
    return (match[1] or match[2]) if match and "/.build/" not in path and "/Tests/" not in path else None


def lines_by_target(report):
    """The covered and all lines of every target below Sources and Plugins."""
    counts = defaultdict(lambda: [0, 0])
    for file in report["data"][0]["files"]:
        target = target_of(file["filename"])
        if target:
            counts[target][0] += file["summary"]["lines"]["covered"]
            counts[target][1] += file["summary"]["lines"]["count"]
    return counts


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        counts = lines_by_target(json.load(file))
    low = []
    for target, (covered, total) in sorted(counts.items()):
        share = 100 * covered / total
        is_low = target in DOMAIN and share < LEAST
        low += [target] if is_low else []
        print(f"coverage {target:16} {share:5.1f} % of {total} lines" + ("  TOO LOW" if is_low else ""))
    missing = [target for target in DOMAIN if target not in counts]
    if low or missing:
        sys.exit(f"coverage below {LEAST:.0f} %: {', '.join(low + missing)}")


if __name__ == "__main__":
    main()

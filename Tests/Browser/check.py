"""Runs checks by outside programs on the published site: markup, links, accessibility, colours, weight, journeys.

Usage: check.py SITE [--all] [--only NAME]...
"""

import argparse
import sys
import time

import accessibility
import colours
import journeys
import links
import markup
import weight
from pages import Site

# Faults of one check that are printed; the rest is counted.
MOST_SHOWN = 40


def checks(site, is_all):
    """Each check by its name; asked, it tells what it has looked at, and the faults."""
    pages, every = site.chosen(is_all), site.pages
    style_sheet = (site.folder / "assets/site.css").read_text(encoding="utf-8")

    def accessible():
        tasks = accessibility.tasks(site, is_all)
        return f"{len(tasks)} pages", accessibility.check(site, tasks, is_all)

    return {
        "colours": lambda: ("the style sheet", colours.check(style_sheet)),
        "weight": lambda: (f"{len(every)} pages", weight.check(site.folder, every)),
        "links": lambda: (f"{len(every)} pages", links.check(site.folder, every)),
        "markup": lambda: (f"{len(pages)} pages", markup.check(site.folder, pages)),
        "accessibility": accessible,
        "journeys": lambda: ("as people", journeys.check(site.folder, is_all)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("--all", action="store_true", help="every page, and those of each kind in every look and language")
    parser.add_argument("--only", action="append", help="only this check")
    options = parser.parse_args()
    failed = []
    for name, ask in checks(Site(options.site), options.all).items():
        if options.only and name not in options.only:
            continue
        start = time.monotonic()
        what, faults = ask()
        print(f"{name}: {what}, {len(faults)} faults, {time.monotonic() - start:.0f} s", flush=True)
        for fault in faults[:MOST_SHOWN]:
            print(f"  {fault}", flush=True)
        failed += [name] if faults else []
    if failed:
        sys.exit(f"the site has faults: {', '.join(failed)}")


if __name__ == "__main__":
    main()

"""Lets judges that are not ours look at the published site: markup, links, accessibility, colours, weight, journeys.

Usage: judge.py SITE [--all] [--only NAME]...
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

# Faults of one judge that are printed; the rest is counted.
MOST_SHOWN = 40


def judges(site, is_all):
    """Each judge by its name: what it looks at, and how it is asked."""
    pages, every = site.chosen(is_all), site.pages
    kinds = every if is_all else list(site.kinds())
    style_sheet = (site.folder / "assets/site.css").read_text(encoding="utf-8")
    return {
        "colours": ("the style sheet", lambda: colours.judge(style_sheet)),
        "weight": (f"{len(every)} pages", lambda: weight.judge(site.folder, every)),
        "links": (f"{len(every)} pages", lambda: links.judge(site.folder, every)),
        "markup": (f"{len(pages)} pages", lambda: markup.judge(site.folder, pages)),
        "accessibility": (f"{len(kinds)} pages", lambda: accessibility.judge(site, is_all)),
        "journeys": ("as people", lambda: journeys.judge(site.folder, is_all)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("--all", action="store_true", help="every page, and those of each kind in every look and language")
    parser.add_argument("--only", action="append", help="only this judge")
    options = parser.parse_args()
    failed = []
    for name, (what, ask) in judges(Site(options.site), options.all).items():
        if options.only and name not in options.only:
            continue
        start = time.monotonic()
        faults = ask()
        print(f"{name}: {what}, {len(faults)} faults, {time.monotonic() - start:.0f} s", flush=True)
        for fault in faults[:MOST_SHOWN]:
            print(f"  {fault}", flush=True)
        failed += [name] if faults else []
    if failed:
        sys.exit(f"the site has faults: {', '.join(failed)}")


if __name__ == "__main__":
    main()

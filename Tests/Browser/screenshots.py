"""Takes pictures of the pages at three widths, in light and dark, in Spanish and English, to be looked at by eye.

Usage: screenshots.py SITE OUTPUT [NAME-PATTERN]
"""

import pathlib
import re
import sys

from browser import browser
from pages import KINDS, Site

WIDTHS = {360: 780, 768: 1024, 1440: 900}
# Pictures of longer pages show their beginning.
LONGEST = 4200


def wanted(pattern):
    """Every picture as (name, width, scheme, page), those of one look together."""
    for width in WIDTHS:
        for scheme in ["light", "dark"]:
            pages = {"entrance": "index.html"}
            pages |= {f"{kind}-{code}": f"{code}/{path}.html" for code in ["es", "en"] for kind, path in KINDS.items()}
            for name, page in pages.items():
                full = f"{name}-{width}-{scheme}"
                if re.search(pattern, full):
                    yield full, width, scheme, page


def main():
    site, output = Site(sys.argv[1]), pathlib.Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    count = 0
    with browser() as chromium:
        page = look = None
        for name, width, scheme, path in wanted(sys.argv[3] if len(sys.argv) > 3 else "."):
            if look != (width, scheme):
                if page:
                    page.context.close()
                look = (width, scheme)
                size = {"width": width, "height": WIDTHS[width]}
                page = chromium.new_context(viewport=size, color_scheme=scheme).new_page()
            page.set_viewport_size({"width": width, "height": WIDTHS[width]})
            page.goto(site.address(path))
            height = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": min(LONGEST, max(height, WIDTHS[width]))})
            page.screenshot(path=output / f"{name}.png")
            count += 1
    print(f"{count} pictures in {output}")


if __name__ == "__main__":
    main()

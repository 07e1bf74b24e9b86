"""Which pages are enough to have seen every pattern of elements that stands on any page of the site.

A pattern is an element with its classes, the names of its attributes and the values of those that mean something to
assistive programs, within its nearest ancestors. Two pages with the same patterns differ in their texts alone.
"""

import html.parser
import multiprocessing

# How many ancestors are part of a pattern.
ANCESTORS = 3
TELLING = {"role", "scope", "type", "aria-hidden", "aria-current", "aria-sort"}
# Elements that have no end.
EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Patterns(html.parser.HTMLParser):
    """The patterns of one page."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.found = set()

    def handle_starttag(self, tag, attributes):
        classes = " ".join(sorted(value or "" for name, value in attributes if name == "class"))
        names = sorted(
            f"{name}={value}" if name in TELLING else name for name, value in attributes if name != "class")
        element = f"{tag}.{classes}[{','.join(names)}]"
        self.found.add(" > ".join([*self.open[-ANCESTORS:], element]))
        if tag not in EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in EMPTY:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag not in EMPTY:
            self.open.pop()


def of(path):
    """The patterns of the page in a file."""
    page = Patterns()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page.found


def completing(chosen, patterns):
    """The pages that, with those chosen, have every pattern of all pages: each time the one that brings most.

    patterns has the patterns of each page by its path.
    """
    missing = set().union(*patterns.values()) - set().union(*(patterns[path] for path in chosen))
    more = []
    while missing:
        best = max(sorted(patterns), key=lambda path: len(patterns[path] & missing))
        missing -= patterns[best]
        more.append(best)
    return more


def completing_languages(site, chosen, languages):
    """For each language the pages that complete those chosen, see completing()."""
    with multiprocessing.Pool(2) as pool:
        found = pool.map(of, [site.folder / path for path in site.pages], chunksize=50)
    patterns = dict(zip(site.pages, found))
    result = {}
    for language in languages:
        own = {path: of_page for path, of_page in patterns.items() if path.startswith(f"{language}/")}
        result[language] = completing([path for path in chosen if path in own], own)
    return result

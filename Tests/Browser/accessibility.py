"""Checks pages with axe-core: in light by all rules, in the other looks by those that depend on colours."""

import importlib.util
import multiprocessing
import pathlib

import patterns
from browser import browser, resize
from pages import LANGUAGES, Site

LOOKS = {
    "dark": {"color_scheme": "dark"},
    "more contrast": {"color_scheme": "light", "contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
NEUTRAL = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
# Dark with more contrast differs from dark in few colours, which the check of colours reckons: only all is asked for it.
USUAL_LOOKS = ["dark", "more contrast", "forced colours"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
# What WCAG 2.2 asks at levels A and AA, and what axe's authors advise beyond.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A phone, on which more scrolls, and a desk.
PHONE = {"width": 360, "height": 780}
DESK = {"width": 1280, "height": 900}


def script():
    """axe-core itself, which the package for Playwright carries."""
    found = importlib.util.find_spec("axe_playwright_python")
    return (pathlib.Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def run(page, rules=None):
    """What axe finds on a page as it looks now, a line for each element."""
    chosen = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    result = page.evaluate(
        "options => axe.run({...options, resultTypes: ['violations'], elementRef: false})",
        {"runOnly": chosen})
    return [
        f"{found['id']}: {node['html'][:160]}: {' '.join(node['failureSummary'].split())[:300]}"
        for found in result["violations"] for node in found["nodes"][:3]]


def check_some(task):
    """The faults of some pages, found by a browser of their own."""
    folder, pages, is_all = task
    site, axe, faults = Site(folder), script(), []
    looks = LOOKS if is_all else {look: LOOKS[look] for look in USUAL_LOOKS}
    with browser() as chromium:
        page = chromium.new_context(viewport=DESK).new_page()
        for done, (name, path, has_looks, has_phone) in enumerate(pages):
            if is_all and done % 200 == 0:
                print(f"  accessibility: {done} of {len(pages)} pages, {len(faults)} faults", flush=True)
            page.emulate_media(**NEUTRAL)
            page.set_viewport_size(DESK)
            page.goto(site.address(path))
            page.evaluate(axe)
            faults += [f"{name}: {fault}" for fault in run(page)]
            for look, media in looks.items() if has_looks else ():
                page.emulate_media(**(NEUTRAL | media))
                faults += [f"{name} in {look}: {fault}" for fault in run(page, COLOUR_RULES)]
            if has_phone:
                page.emulate_media(**NEUTRAL)
                resize(page, PHONE)
                faults += [f"{name} on a phone: {fault}" for fault in run(page)]
    return faults


def tasks(site, is_all):
    """The pages to check: their names, their paths, whether in every look, whether on a phone too.

    Pages of the kinds are not all: others follow in each language, until every pattern of elements that stands on any page
    has been checked. What a phone shows depends little on the language: there the pages take turns with the languages.
    Where all is asked for, they don't, and every other page is checked in light by all rules.
    """
    pages = list(site.kinds())
    named = [path for _, path in pages]
    chosen, turns = [], {}
    for name, path in pages:
        kind = path.partition("/")[2]
        turns.setdefault(kind, []).append(path)
        turn = list(turns).index(kind) + len(turns[kind])
        chosen.append((name, path, True, is_all or path == "index.html" or turn % len(LANGUAGES) == 0))
    if is_all:
        return chosen + [(path, path, False, False) for path in site.pages if path not in named]
    for turn, more in enumerate(patterns.completing_languages(site, named, LANGUAGES).values()):
        chosen += [(path, path, True, place % len(LANGUAGES) == turn) for place, path in enumerate(more)]
    return chosen


def check(site, chosen, is_all):
    """The faults of the pages that tasks() chose, a line for each."""
    # Those that take longest are dealt out first, so that both browsers end together.
    ordered = sorted(chosen, key=lambda task: (not task[3], not task[2]))
    with multiprocessing.Pool(2) as pool:
        found = pool.map(check_some, [(site.folder, ordered[start::2], is_all) for start in range(2)])
    return sorted(sum(found, []))

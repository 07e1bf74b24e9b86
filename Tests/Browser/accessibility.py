"""Judges pages with axe-core: in light by all rules, in the other looks by those that depend on colours."""

import importlib.util
import multiprocessing
import pathlib

from browser import browser
from pages import LANGUAGES, Site

LOOKS = {
    "dark": {"color_scheme": "dark"},
    "more contrast": {"color_scheme": "light", "contrast": "more"},
    "dark, more contrast": {"color_scheme": "dark", "contrast": "more"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
NEUTRAL = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
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


def run(page, rules):
    """What axe finds on a page as it looks now, a line for each element."""
    result = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations'], elementRef: false})",
        {"type": "tag", "values": TAGS} if rules is None else {"type": "rule", "values": rules})
    return [
        f"{found['id']}: {node['html'][:160]}: {' '.join(node['failureSummary'].split())[:300]}"
        for found in result["violations"] for node in found["nodes"][:3]]


def judge_some(task):
    """The faults of some pages, found by a browser of their own."""
    folder, pages, is_all = task
    site, axe, faults = Site(folder), script(), []
    with browser() as chromium:
        page = chromium.new_context(viewport=DESK).new_page()
        for name, path, has_looks in pages:
            page.emulate_media(**NEUTRAL)
            page.set_viewport_size(DESK)
            page.goto(site.address(path))
            page.evaluate(axe)
            faults += [f"{name}: {fault}" for fault in run(page, None)]
            if not (has_looks or is_all):
                continue
            for look, media in LOOKS.items():
                page.emulate_media(**(NEUTRAL | media))
                faults += [f"{name} in {look}: {fault}" for fault in run(page, COLOUR_RULES)]
            page.emulate_media(**NEUTRAL)
            page.set_viewport_size(PHONE)
            faults += [f"{name} on a phone: {fault}" for fault in run(page, None)]
    return faults


def judge(folder, pages, is_all):
    """The faults of pages, given as pairs of a name and a path, a line for each.

    Looks depend little on the language: unless all are asked for, each kind is looked at in all looks in one language,
    and the kinds take turns with the languages.
    """
    tasks, turns = [], {}
    for name, path in pages:
        kind = path.partition("/")[2]
        turns.setdefault(kind, []).append(path)
        tasks.append((name, path, (list(turns).index(kind) + len(turns[kind])) % len(LANGUAGES) == 0 or path == "index.html"))
    with multiprocessing.Pool(2) as pool:
        found = pool.map(judge_some, [(folder, tasks[start::2], is_all) for start in range(2)])
    return sorted(sum(found, []))

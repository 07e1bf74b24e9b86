"""The browser with which pages are looked at: the system's Chromium, driven by Playwright."""

import contextlib
import shutil

from playwright.sync_api import sync_playwright


@contextlib.contextmanager
def browser():
    """A browser without a window, ended with the block."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        raise SystemExit("Chromium is missing; install it with: make browser")
    with sync_playwright() as playwright:
        # Root may not use the browser's own sandbox; what is opened here is only what we wrote.
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield started
        finally:
            started.close()


def resize(page, size):
    """Gives a page another size, and lets its script settle what depends on it, which it does before the next picture."""
    page.set_viewport_size(size)
    page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")

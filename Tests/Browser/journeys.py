"""Uses the published site as people do: with a mouse, by keys alone, on a phone, on paper, without a script.

Each journey opens the pages from the folder; those that write an address are made a second time from a web server.
"""

import functools
import http.server
import multiprocessing
import re
import threading
import time
import unittest
import urllib.parse

from browser import browser, resize
from pages import KINDS, LANGUAGES, Site

DESK = {"width": 1280, "height": 900}
# From the width that WCAG asks pages to fit, over phones and tablets, to a desk's.
WIDTHS = [320, 360, 616, 768, 960, 1280]
# A4 less the margins of the style sheet, in CSS pixels.
PAPER = {"width": 710, "height": 1040}
SOURCE = "https://treaties.un.org/"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *arguments):
        pass


class Journey(unittest.TestCase):
    """What all journeys share: one browser, and a new context, so nothing is remembered from one to the next."""

    site = None
    all_pages = False

    @classmethod
    def setUpClass(cls):
        cls.opened = browser()
        cls.chromium = cls.opened.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.opened.__exit__(None, None, None)

    def address(self, page):
        return self.site.address(page)

    def eventually(self, found, expected, patience=15):
        """Waits until what is found is as expected: a page that was just opened takes a moment to run its script."""
        end = time.monotonic() + patience
        while found() != expected and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(found(), expected)

    def context(self, **options):
        """A new context; what leaves the site is noted and answered here, what a page complains of is a failure."""
        context = self.chromium.new_context(**({"viewport": DESK} | options))
        self.addCleanup(context.close)
        context.set_default_timeout(15_000)
        self.left, self.complaints = [], []

        def leave(route):
            self.left.append(route.request.url)
            route.fulfill(status=200, content_type="text/html", body="<title>elsewhere</title>")

        start = urllib.parse.urlsplit(self.address(""))
        context.route(
            lambda url: not url.startswith(f"{start.scheme}://{start.netloc}{start.path}"), leave)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        return context

    def open(self, page, **options):
        """A page in a context of its own."""
        opened = self.context(**options).new_page()
        opened.goto(self.address(page))
        return opened

    def tearDown(self):
        self.assertEqual(getattr(self, "complaints", []), [])
        stray = [url for url in getattr(self, "left", []) if not url.startswith(SOURCE)]
        self.assertEqual(stray, [], "something was asked for outside the site")


class FindingTests(Journey):
    """From the entrance to the source, and an address that others can open."""

    def test_from_the_entrance_to_why_costa_rica_has_its_word_and_to_the_source(self):
        page = self.open("index.html")
        page.get_by_role("link", name="Español").click()
        page.get_by_role("navigation", name="Menú principal").get_by_role("link", name="Matriz").click()
        page.get_by_role("navigation", name="Medidas").get_by_role("link", name=re.compile(r"^F\.67 ")).click()
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Costa Rica"))
        row.locator("td[data-c='67.2'] a").click()
        self.assertRegex(page.get_by_role("heading", level=1).inner_text(), "Por qué Costa Rica tiene «.+» en 67.2")
        self.assertIn("not a party", page.locator("main").inner_text())
        self.assertEqual(self.left, [])
        source = page.locator(f".use-spoke .sources a[href^='{SOURCE}']").first
        target = source.get_attribute("href")
        source.click()
        page.wait_for_url(SOURCE + "**")
        self.assertEqual(page.url, target)

    def test_a_filtered_matrix_can_be_shared_and_left(self):
        page = self.open("es/matrix/67.html")
        rows = page.locator("tbody tr:not(.region) th")
        all_rows = rows.all_inner_texts()
        page.get_by_label("Subregión").select_option(label="América Central")
        self.eventually(lambda: rows.locator("visible=true").count(), 8)
        page.get_by_role("columnheader", name="67.2").get_by_role("link", name="Ordenar").click()
        sorted_rows = rows.locator("visible=true").all_inner_texts()
        self.assertEqual(sorted(sorted_rows)[0], "Belice")
        self.assertNotEqual(sorted_rows, sorted(sorted_rows))
        page.get_by_label("Confianza mínima").select_option("3")
        status = page.locator("[data-status]").first.inner_text()
        muted = page.locator("td.muted").count()
        self.assertGreater(muted, 0)

        other = self.context().new_page()
        other.goto(page.url)
        other_rows = other.locator("tbody tr:not(.region) th").locator("visible=true")
        self.eventually(other_rows.all_inner_texts, sorted_rows)
        self.eventually(other.locator("td.muted").count, muted)
        self.assertEqual(other.locator("[data-status]").first.inner_text(), status)
        self.assertEqual(other.get_by_label("Subregión").locator("option:checked").inner_text(), "América Central")
        other.get_by_role("navigation", name="Idiomas").get_by_role("link", name="English").click()
        self.eventually(other_rows.count, len(sorted_rows))
        self.eventually(other.locator("td.muted").count, muted)

        page.locator("tbody:not([hidden]) td[data-c='67.2'] a").first.click()
        page.go_back()
        self.eventually(rows.locator("visible=true").all_inner_texts, sorted_rows)
        for _ in range(3):
            page.go_back()
        self.eventually(rows.all_inner_texts, all_rows)
        self.assertEqual(page.locator("td.muted").count(), 0)

    def test_search_finds_while_typing_and_from_any_page(self):
        page = self.open("pt/countries/BRA.html")
        page.get_by_role("search").get_by_role("searchbox").fill("haiti")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=haiti")
        found = page.locator(".found li").locator("visible=true")
        self.assertIn("Haiti", found.first.inner_text())
        page.locator("#query").fill("trabalhadores migrantes")
        self.assertGreater(found.count(), 0)
        for text in found.all_inner_texts()[:5]:
            self.assertRegex(text.lower(), "migra")
        page.locator("#query").fill("zzzz")
        self.assertEqual(found.count(), 0)
        self.assertRegex(page.locator("main [data-status]").inner_text(), "^0 ")


class FindingFromServerTests(FindingTests):
    """The same from a web server."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        handler = functools.partial(QuietHandler, directory=cls.site.folder)
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.server.shutdown()
        cls.server.server_close()

    def address(self, page):
        return f"http://127.0.0.1:{self.server.server_port}/{page}"


class KeyboardTests(Journey):
    """Keys alone."""

    FOCUSED = """() => {
        const element = document.activeElement, box = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return {
            text: element.textContent.trim().slice(0, 60), tag: element.tagName, href: element.getAttribute("href"),
            outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
            isSeen: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            place: [...document.querySelectorAll("*")].indexOf(element),
        };
    }"""

    def test_the_first_key_offers_to_skip_to_the_content(self):
        page = self.open("es/index.html")
        page.keyboard.press("Tab")
        first = page.evaluate(self.FOCUSED)
        self.assertEqual((first["href"], first["isSeen"]), ("#main", True))
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.id"), "main")
        page.keyboard.press("Tab")
        self.assertTrue(page.evaluate("document.querySelector('main').contains(document.activeElement)"))

    def test_focus_goes_in_order_and_is_always_seen(self):
        for kind, path in KINDS.items():
            with self.subTest(kind):
                page = self.open(f"es/{path}.html")
                before = -1
                for _ in range(45):
                    page.keyboard.press("Tab")
                    now = page.evaluate(self.FOCUSED)
                    if now["tag"] == "BODY":
                        break
                    self.assertGreater(now["place"], before, now)
                    self.assertGreaterEqual(now["outline"], 2, now)
                    self.assertTrue(now["isSeen"], now)
                    before = now["place"]

    def test_a_cell_of_the_matrix_is_reached_and_asked_by_keys(self):
        page = self.open("en/matrix/67.html")
        page.locator("tbody:not([hidden]) tr:not(.region) th a").first.focus()
        self.assertGreaterEqual(page.evaluate(self.FOCUSED)["outline"], 2)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        self.assertIn("/67.2.html", page.evaluate(self.FOCUSED)["href"])
        page.keyboard.press("Enter")
        page.wait_for_url("**/cells/*/67.2.html")

    def test_a_box_that_scrolls_is_reached_has_a_name_and_scrolls_by_keys(self):
        page = self.open("es/matrix/67.html", viewport={"width": 800, "height": 700})
        box = page.locator(".scroll[tabindex='0']").first
        self.assertTrue(box.get_attribute("aria-label"))
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())


class EveryPageTests(Journey):
    """What holds for a page of every kind."""

    def test_another_language_shows_the_same_page(self):
        page = self.context().new_page()
        steps = list(zip(LANGUAGES, LANGUAGES[1:] + LANGUAGES[:1]))
        for number, (kind, path) in enumerate(KINDS.items()):
            for here, there in steps if self.all_pages else [steps[number % len(steps)]]:
                with self.subTest(f"{kind} from {here} to {there}"):
                    page.goto(self.address(f"{here}/{path}.html"))
                    page.locator(f".langs a[hreflang={there}]").click()
                    self.assertEqual(page.url, self.address(f"{there}/{path}.html"))
                    self.assertEqual(page.locator("html").get_attribute("lang"), there)

    def test_nothing_is_missing_without_a_script(self):
        with_script = self.context().new_page()
        without = self.context(java_script_enabled=False).new_page()
        for number, (name, path) in enumerate(self.site.kinds()):
            # Scripts are the same in every language: kinds take turns, unless all are asked for.
            if number % 5 and not self.all_pages:
                continue
            with self.subTest(name):
                texts = []
                for page in (with_script, without):
                    page.goto(self.address(path))
                    texts.append({line.strip() for line in page.locator("main").inner_text().splitlines()})
                # What only a script can do, only a script shows.
                extra = set()
                for part in with_script.locator("main .js-only").all():
                    extra |= {line.strip() for line in part.inner_text().splitlines()}
                self.assertEqual(texts[0] - texts[1] - extra, set())

    def test_search_without_a_script_shows_everything_and_says_so(self):
        page = self.open("fr/index.html", java_script_enabled=False)
        page.locator(".find input").fill("Pérou")
        page.locator(".find button").click()
        page.wait_for_url("**/search.html?q=*")
        self.assertTrue(page.locator("noscript p").is_visible())
        self.assertTrue(page.get_by_role("link", name="Pérou").is_visible())

    def test_pages_fit_every_width(self):
        """The page itself never scrolls sideways; of its boxes only the matrix and tables behind pictures may."""
        page = self.context().new_page()
        for name, path in self.site.kinds():
            page.goto(self.address(path))
            for width in WIDTHS:
                with self.subTest(f"{name} at {width}"):
                    resize(page, {"width": width, "height": 800})
                    found = page.evaluate("""() => {
                        const boxes = [...document.querySelectorAll(".scroll")];
                        const scrolled = boxes.filter(box => box.scrollWidth > box.clientWidth);
                        return {
                            width: document.documentElement.scrollWidth,
                            unreached: scrolled.filter(box => !(box.tabIndex === 0 && box.ariaLabel)).length,
                            cut: scrolled.filter(box => !box.matches(".matrix-box, details *")).map(box => box.ariaLabel),
                        };
                    }""")
                    self.assertLessEqual(found["width"], width)
                    self.assertEqual(found["unreached"], 0)
                    self.assertEqual(found["cut"], [])

    def test_a_scrolled_matrix_keeps_its_heads_in_sight(self):
        page = self.open("es/matrix/67.html", viewport={"width": 800, "height": 700})
        box = page.locator(".matrix-box")
        box.evaluate("box => box.scrollTo(300, 400)")
        edge = box.bounding_box()
        head = page.locator(".matrix thead th[data-c='67.7']").bounding_box()
        country = page.get_by_role("rowheader", name="Costa Rica").bounding_box()
        self.assertAlmostEqual(head["y"], edge["y"], delta=3)
        self.assertAlmostEqual(country["x"], edge["x"], delta=3)


class PaperTests(Journey):
    """On paper."""

    def sheets(self, page):
        """How many sheets of paper a page takes."""
        return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, print_background=True)))

    def test_a_country_takes_two_sheets_and_the_longest_three_at_most(self):
        page = self.context().new_page()
        for language in LANGUAGES:
            countries = sorted((self.site.folder / language / "countries").glob("*.html"))
            # The longest page is the one that could need a third sheet.
            longest = max(countries, key=lambda path: path.stat().st_size).stem
            for code in [path.stem for path in countries] if self.all_pages else ["CRI", longest]:
                with self.subTest(f"{code}-{language}"):
                    page.goto(self.address(f"{language}/countries/{code}.html"))
                    self.assertLessEqual(self.sheets(page), 3 if code == longest else 2)

    def test_a_matrix_fits_the_width_of_the_paper(self):
        page = self.context(viewport=PAPER).new_page()
        page.emulate_media(media="print")
        matrices = [name for name in self.site.pages if "/matrix" in name]
        widest = [name for name in matrices if re.search(r"matrix(/67|/forum/sacm)?\.html", name)]
        for name in matrices if self.all_pages else widest:
            with self.subTest(name):
                page.goto(self.address(name))
                width = page.evaluate("document.querySelector('table.matrix').getBoundingClientRect().right")
                self.assertLessEqual(width, PAPER["width"])


# What each of two browsers does, about as long.
SHARES = [[FindingTests, FindingFromServerTests, KeyboardTests, PaperTests], [EveryPageTests]]


def complaint(traceback):
    """What a failure says: the line that names it, which a long comparison may follow."""
    lines = traceback.strip().splitlines()
    return next((line for line in lines if re.match(r"[\w.]*Error: ", line)), lines[-1])


def make(task):
    """Makes some of the journeys and gives the failures, a line for each."""
    folder, all_pages, cases = task
    Journey.site, Journey.all_pages = Site(folder), all_pages
    result = unittest.TestResult()
    unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in cases).run(result)
    return [
        f"{case.id().partition('.')[2]}: {complaint(text)}"
        for case, text in result.failures + result.errors]


def check(folder, all_pages):
    """Makes all journeys and gives the failures, a line for each."""
    with multiprocessing.Pool(len(SHARES)) as pool:
        return sum(pool.map(make, [(folder, all_pages, cases) for cases in SHARES], chunksize=1), [])

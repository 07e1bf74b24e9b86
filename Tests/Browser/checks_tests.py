"""Tests the checks: each is given a small site with faults put there on purpose, and must find them.

Usage: checks_tests.py
"""

import hashlib
import json
import pathlib
import tempfile
import unittest

import colours
import links
import patterns
import weight

PAGE = """<!doctype html>
<html lang="{language}"><head><title>{title}</title>{versions}</head>
<body><h1 id="top">{title}</h1><p><a href="{language_home}">home</a></p>{body}</body></html>
"""


def versions(up):
    return "".join(f'<link rel="alternate" hreflang="{code}" href="{up}{code}/index.html">' for code in links.LANGUAGES)


class LinkTests(unittest.TestCase):
    """The check of links and of the manifest."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        choices = "".join(f'<a href="{code}/index.html">{code}</a>' for code in links.LANGUAGES)
        self.write("index.html", PAGE.format(
            language="en", title="Choose", versions=versions(""), language_home="index.html", body=choices))
        for code in links.LANGUAGES:
            self.page(code, "")

    def page(self, code, body, lang=None):
        self.write(f"{code}/index.html", PAGE.format(
            language=lang or code, title=f"Home {code}", versions=versions("../"), language_home="index.html#top",
            body=body))

    def write(self, path, text):
        (self.folder / path).parent.mkdir(exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def faults(self, with_manifest=True):
        if with_manifest:
            files = [path for path in self.folder.rglob("*") if path.is_file() and path.name != links.MANIFEST]
            self.write(links.MANIFEST, json.dumps({"files": [{
                "path": path.relative_to(self.folder).as_posix(), "bytes": path.stat().st_size,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest()} for path in files]}))
        pages = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return links.check(self.folder, pages)

    def test_a_sound_site_has_no_fault(self):
        self.assertEqual(self.faults(), [])

    def test_every_fault_of_a_page_is_seen(self):
        faults = {
            '<a href="gone.html">x</a>': "gone.html leads nowhere",
            '<a href="../es/index.html#gone">x</a>': "names no place",
            '<a href="https://example.org/">x</a>': "doesn't say that it leaves",
            '<img src="https://example.org/a.png" alt="">': "<img> leaves the site",
            '<script>1</script>': "a script of its own",
            '<p style="color: red">x</p>': "the attribute style",
            '<p onclick="x()">x</p>': "the attribute onclick",
            '<a href="javascript:x()">x</a>': "<a> leaves the site",
            "<style>p {}</style>": "a style sheet of its own",
            "<h1>Again</h1>": "has 2 first headings",
        }
        for body, expected in faults.items():
            with self.subTest(body):
                self.page("en", body)
                self.assertEqual([fault for fault in self.faults() if expected not in fault], [])
                self.assertNotEqual(self.faults(), [])

    def test_languages_must_be_complete_and_true(self):
        self.page("pt", "", lang="es")
        self.assertIn("pt/index.html: says that its language is es", self.faults())
        text = (self.folder / "fr/index.html").read_text().replace('hreflang="en"', 'hreflang="de"')
        self.write("fr/index.html", text)
        self.assertTrue(any("fr/index.html: names the languages" in fault for fault in self.faults()))

    def test_a_page_without_a_way_to_it_is_seen(self):
        self.write("en/lost.html", (self.folder / "en/index.html").read_text().replace("Home en", "Lost"))
        self.assertTrue(any("lost.html: no way leads there" in fault for fault in self.faults()))

    def test_the_manifest_must_be_true(self):
        self.faults()
        self.write("en/index.html", (self.folder / "en/index.html").read_text() + " ")
        self.write("extra.txt", "x")
        (self.folder / "fr/index.html").unlink()
        text = "\n".join(self.faults(with_manifest=False))
        self.assertIn("en/index.html: is not what the manifest says", text)
        self.assertIn("extra.txt: doesn't stand in the manifest", text)
        self.assertIn("fr/index.html: stands in the manifest and is missing", text)


class ColourTests(unittest.TestCase):
    """The check of colours."""

    SHEET = pathlib.Path(__file__).parents[2] / "Sources/Dashboard/Resources/site.css"

    def test_known_contrasts(self):
        self.assertAlmostEqual(colours.contrast("#000", "#ffffff"), 21)
        self.assertAlmostEqual(colours.contrast("#777777", "#ffffff"), 4.48, places=2)

    def test_grey_looks_the_same_to_everybody(self):
        for sight in colours.SIGHTS.values():
            self.assertAlmostEqual(colours.difference("#808080", "#808080", sight), 0)
            self.assertAlmostEqual(colours.lab(sight("#808080"))[1], 0, delta=0.5)

    def test_faint_letters_and_confusable_levels_are_seen(self):
        sheet = self.SHEET.read_text(encoding="utf-8")
        self.assertEqual(colours.check(sheet), [])
        found = colours.check(sheet.replace("--soft: #51616a", "--soft: #a0a0a0"))
        self.assertTrue(any("light: --soft on --ground" in fault for fault in found))
        # Red and green of the same lightness, the classic mistake.
        found = colours.check(sheet.replace("--l3: #14616b", "--l3: #8a6d00").replace("--lx: #4b1039", "--lx: #b0552a"))
        self.assertTrue(any("--l3 and --lx look alike" in fault for fault in found))


class PatternTests(unittest.TestCase):
    """Which pages the check of accessibility is shown."""

    def patterns(self, body):
        with tempfile.TemporaryDirectory() as name:
            path = pathlib.Path(name) / "page.html"
            path.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
            return patterns.of(path)

    def test_texts_and_addresses_are_no_patterns(self):
        self.assertEqual(self.patterns('<p><a href="a">b<br>c</a></p>'), self.patterns('<p><a href="x">y<br></a></p>'))

    def test_classes_attributes_and_roles_are(self):
        bare = '<ul><li class="a">x</li></ul>'
        for other in [
            '<ul><li class="b">x</li></ul>', '<ul><li class="a" lang="en">x</li></ul>',
            '<ul><li class="a" role="none">x</li></ul>', '<ol><li class="a">x</li></ol>',
        ]:
            with self.subTest(other):
                self.assertNotEqual(self.patterns(other) - self.patterns(bare), set())
        self.assertNotEqual(self.patterns('<p role="note">x</p>'), self.patterns('<p role="alert">x</p>'))

    def test_what_follows_an_element_is_not_within_it(self):
        self.assertEqual(
            self.patterns("<p><img><i>x</i></p><b>y</b>") & self.patterns("<b>y</b>"), self.patterns("<b>y</b>"))

    def test_pages_are_added_until_nothing_is_missing(self):
        pages = {"a": {1, 2}, "b": {2, 3}, "c": {3, 4, 5}, "d": {6}, "e": {4, 5}}
        more = patterns.completing(["a"], pages)
        self.assertEqual(more, ["c", "d"])
        self.assertEqual(patterns.completing(["a", *more], pages), [])


class WeightTests(unittest.TestCase):
    """The check of weight."""

    def test_a_heavy_matrix_is_seen(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "en").mkdir()
            (folder / "assets").mkdir()
            noise = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(3000))
            (folder / "en/matrix.html").write_text(noise)
            self.assertEqual(len(weight.check(folder, ["en/matrix.html"])), 1)


if __name__ == "__main__":
    unittest.main()

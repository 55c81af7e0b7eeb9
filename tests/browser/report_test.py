"""The HTML report in a browser: what a reader does with it works, at the width of a telephone and of a desk.

    report_test.py TOOL PATH…    PICTURES in the environment: a folder that receives screenshots

Exit status 77 where no browser starts.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import page_checks
import webdriver

WIDTHS = {"phone": (375, 812), "desk": (1280, 900)}
TAB, DOWN = "\ue004", "\ue015"

VISIBLE_ITEMS = "return [...document.querySelectorAll('.item')].filter(e => e.checkVisibility()).map(e => e.className)"
OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"


class Report:
    @classmethod
    def setUpClass(cls):
        cls.browser = webdriver.Browser().__enter__()
        cls.addClassCleanup(cls.browser.__exit__)
        cls.folder = tempfile.TemporaryDirectory()
        page = pathlib.Path(cls.folder.name, "report.html")
        subprocess.run([tool, "-q", "--format", "html", "-o", str(page), *paths], check=True)
        cls.page = page
        cls.url = page.as_uri()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def setUp(self):
        self.browser.view(*WIDTHS[self.width])
        self.browser.media()
        self.browser.open("about:blank")
        self.browser.open(self.url)

    def test_it_loads_nothing_and_the_console_stays_empty(self):
        self.assertEqual(self.browser.run("return performance.getEntriesByType('resource').map(e => e.name)"), [])
        self.assertEqual(self.browser.console(), [])

    def test_nothing_is_wider_than_the_window(self):
        self.browser.run(OPEN_ALL)
        wide = self.browser.run("return [document.documentElement.scrollWidth, window.innerWidth]")
        self.assertLessEqual(wide[0], wide[1])

    def test_every_link_has_a_target(self):
        missing = self.browser.run("return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
                                   ".filter(href => document.getElementById(decodeURIComponent(href.slice(1))) === null)")
        self.assertEqual(missing, [])

    def test_a_link_opens_what_its_target_is_folded_into(self):
        folded = self.browser.run("return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
                                  ".filter(href => !document.getElementById(decodeURIComponent(href.slice(1))).checkVisibility()).slice(0, 5)")
        for link in folded:
            self.browser.run("location.hash = arguments[0]", link)
            self.assertTrue(self.browser.run("return document.querySelector(arguments[0]).checkVisibility()", link), link)

    def test_a_click_on_a_link_brings_its_target_into_view(self):
        at = self.browser.run("const a = [...document.querySelectorAll('.item a[href^=\"#\"]')].filter(e => e.checkVisibility()).pop();"
                              "a.click(); const r = document.querySelector(a.getAttribute('href')).getBoundingClientRect();"
                              "return [r.top, window.innerHeight]")
        self.assertTrue(-1 <= at[0] < at[1], at)

    def test_the_verdict_filter_leaves_that_verdict_alone(self):
        self.browser.run(OPEN_ALL)
        everything = self.browser.run(VISIBLE_ITEMS)
        for verdict in ("conflict", "compatible", "agree", "single"):
            self.browser.run("document.getElementById(arguments[0]).click()", "v-" + verdict)
            left = self.browser.run(VISIBLE_ITEMS)
            self.assertEqual(left, [item for item in everything if verdict in item.split()])
        self.browser.run("document.querySelector('[name=verdict]').click()")
        self.assertEqual(self.browser.run(VISIBLE_ITEMS), everything)

    def test_the_source_and_origin_filters_leave_what_they_name(self):
        self.browser.run(OPEN_ALL)
        everything = self.browser.run(VISIBLE_ITEMS)
        for kind in ("a", "o"):
            choose = ("const o = document.getElementById('only-' + arguments[0]); o.selected = true;"
                      "o.parentNode.dispatchEvent(new Event('input', {bubbles: true})); return o !== null")
            self.assertTrue(self.browser.run(choose, kind + "0"))
            left = self.browser.run(VISIBLE_ITEMS)
            self.assertEqual(left, [item for item in everything if kind + "0" in item.split()])
            self.assertTrue(0 < len(left) < len(everything), kind)
            self.browser.run("const s = document.getElementById('only-' + arguments[0]).parentNode; s.selectedIndex = 0;"
                             "s.dispatchEvent(new Event('input', {bubbles: true}))", kind + "0")

    def test_the_search_leaves_what_it_finds_and_says_where_it_finds_nothing(self):
        type_in = "const b = document.getElementById('search'); b.value = arguments[0]; b.dispatchEvent(new Event('input', {bubbles: true}))"
        empty_groups = ("return [...document.querySelectorAll('.group')].filter(g => g.checkVisibility() && "
                        "![...g.querySelectorAll('.item')].some(i => getComputedStyle(i).display !== 'none')).length")
        self.assertTrue(self.browser.run("return document.getElementById('search').checkVisibility()"))
        self.browser.run(OPEN_ALL)
        everything = self.browser.run(VISIBLE_ITEMS)
        self.browser.run(type_in, "KILLED")
        left = self.browser.run(VISIBLE_ITEMS)
        self.assertTrue(0 < len(left) < len(everything))
        self.assertEqual(self.browser.run(empty_groups), 0)
        self.assertFalse(self.browser.run("return document.getElementById('nothing').checkVisibility()"))
        self.browser.run(type_in, "no such word anywhere")
        self.assertEqual(self.browser.run(VISIBLE_ITEMS), [])
        self.assertTrue(self.browser.run("return document.getElementById('nothing').checkVisibility()"))
        self.browser.run(type_in, "")
        self.assertEqual(self.browser.run(VISIBLE_ITEMS), everything)

    def test_the_keyboard_reaches_the_filters_and_shows_where_it_is(self):
        for _ in range(40):
            self.browser.press(TAB)
            where = self.browser.run("const e = document.activeElement; return [e.name || '', getComputedStyle(e).outlineStyle]")
            self.assertNotEqual(where[1], "none", "the focus cannot be seen")
            if where[0] == "verdict":
                break
        self.assertEqual(where[0], "verdict")
        before = len(self.browser.run(VISIBLE_ITEMS))
        self.browser.press(DOWN)
        self.assertLess(len(self.browser.run(VISIBLE_ITEMS)), before)

    def test_dark_is_dark_and_paper_has_no_controls(self):
        ground = "return getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)"
        self.assertGreater(sum(self.browser.run(ground)), 3 * 200)
        self.picture(self.width + "-light")
        self.browser.media(scheme="dark")
        self.assertLess(sum(self.browser.run(ground)), 3 * 60)
        self.picture(self.width + "-dark")
        self.browser.media("print")
        self.assertFalse(self.browser.run("return document.querySelector('.filters').checkVisibility()"))
        self.picture(self.width + "-print")

    def test_a_quote_leads_to_its_place_in_the_text_and_back(self):
        quote = "[...document.querySelectorAll('article.item .voice p a[href^=\"#c\"]')].find(e => e.checkVisibility())"
        self.browser.run("%s.click()" % quote)
        there = self.browser.run("const mark = document.querySelector('.text mark:has(:target)');"
                                 "const r = mark.getBoundingClientRect();"
                                 "return [r.top, window.innerHeight, getComputedStyle(mark).outlineStyle]")
        self.assertTrue(-1 <= there[0] < there[1], there)
        self.assertEqual(there[2], "solid")
        home = self.browser.run("const q = %s; return q.closest('li[id]').id" % quote)
        self.assertEqual(self.browser.run("const a = document.querySelector('.text :target'); a.click(); return location.hash"), "#" + home)

    def test_every_text_is_there_once_with_the_lines_of_its_file(self):
        for path in paths:
            for file in sorted(pathlib.Path(path).glob("*.txt")):
                lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
                last = max(i for i, line in enumerate(lines) if line)
                shown = self.browser.run("return [...document.querySelectorAll('.text li')].filter(e => e.textContent.replaceAll('\u2191', '')"
                                         ".replaceAll(/\\s+/g, ' ').trim() === arguments[0]).map(e => { let n = 1;"
                                         "for (let li = e; li; li = li.previousElementSibling, ++n) if (li.value > 0 && li.hasAttribute('value'))"
                                         "return li.value + n - 1; })", " ".join(lines[last].split()))
                self.assertEqual(shown, [last + 1], file)

    def test_paper_cuts_no_column_and_leaves_the_texts_out(self):
        self.browser.view(680, 1009)  # A4 less its margins, in CSS pixels
        self.browser.media("print")
        self.browser.run(OPEN_ALL)
        cut = self.browser.run("return [document.documentElement, ...document.querySelectorAll('.scroll, table, figure, article')]"
                               ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0).map(e => e.tagName + ' ' + e.className)")
        self.assertEqual(cut, [])
        self.assertEqual(self.browser.run("return [...document.querySelectorAll('.text')].filter(e => e.checkVisibility()).length"), 0)

    @unittest.skipIf("html-validate" in page_checks.missing(), "html-validate is not installed")
    def test_html_validate_finds_nothing(self):
        self.assertEqual(page_checks.faults_by_html_validate(self.page), [])

    @unittest.skipIf("python3-html5lib" in page_checks.missing(), "html5lib is not installed")
    def test_the_parser_of_the_standard_mends_nothing(self):
        self.assertEqual(page_checks.faults_by_html5lib(self.page), [])

    @unittest.skipIf("axe-core" in page_checks.missing(), "axe-core is not installed")
    def test_axe_finds_nothing(self):
        for scheme in ("light", "dark"):
            self.browser.media(scheme=scheme)
            self.browser.run(OPEN_ALL)
            self.assertEqual(page_checks.faults_by_axe(self.browser), [], scheme)

    def picture(self, name):
        if pictures:
            self.browser.picture(os.path.join(pictures, name + ".png"))


class OnAPhone(Report, unittest.TestCase):
    width = "phone"


class OnADesk(Report, unittest.TestCase):
    width = "desk"


def why_no_browser():
    if not webdriver.is_installed():
        return "chromium and chromium-driver are not installed"
    try:
        with webdriver.Browser():
            return None
    except OSError as error:
        return "no browser starts: %s" % error


if __name__ == "__main__":
    tool, paths, pictures = sys.argv[1], sys.argv[2:], os.environ.get("PICTURES")
    if (reason := why_no_browser()) is not None:
        print(reason + ": the report is not looked at")
        sys.exit(77)
    for absent in page_checks.missing():
        print("%s is not installed: the report is not checked with it" % absent, file=sys.stderr)
    unittest.main(argv=[sys.argv[0]])

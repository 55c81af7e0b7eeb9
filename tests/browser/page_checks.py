"""What looks at a page beside the browser: html-validate and axe-core, pinned in package-lock.json, and html5lib.

tools/install.sh puts the first two into build/page-checks; PAGE_CHECKS in the environment names another folder.
"""
import json
import os
import pathlib
import shutil
import subprocess

try:
    import html5lib
except ImportError:
    html5lib = None

FOLDER = pathlib.Path(os.environ.get("PAGE_CHECKS") or pathlib.Path(__file__).resolve().parents[2] / "build/page-checks")
VALIDATOR = FOLDER / "node_modules/html-validate/bin/html-validate.mjs"
AXE = FOLDER / "node_modules/axe-core/axe.min.js"

# Taste, not validity: the page is written to be small.
RULES = {"extends": ["html-validate:standard"], "rules": {"no-inline-style": "error", "long-title": "off"}}


def missing():
    """What is not there, in words; the tests that need it are skipped."""
    absent = []
    if shutil.which("node") is None or not VALIDATOR.exists():
        absent.append("html-validate")
    if not AXE.exists():
        absent.append("axe-core")
    if html5lib is None:
        absent.append("python3-html5lib")
    return absent


def faults_by_html_validate(page):
    """A line each: what is wrong, and where."""
    config = page.parent / ".htmlvalidate.json"
    config.write_text(json.dumps({"root": True, **RULES}))
    run = subprocess.run(["node", str(VALIDATOR), "--formatter", "json", str(page)], capture_output=True, text=True)
    if not run.stdout.strip():
        return [run.stderr]
    return ["%d:%d %s: %s" % (m["line"], m["column"], m["ruleId"], m["message"])
            for result in json.loads(run.stdout) for m in result["messages"]]


def faults_by_html5lib(page):
    """Where the parser of the HTML standard has to mend the page."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page.read_text(encoding="utf-8"))
    return ["%s at %s" % (error[1], error[0]) for error in parser.errors]


def faults_by_axe(browser):
    """What axe-core finds in the page that the browser shows."""
    browser.run(AXE.read_text(encoding="utf-8"))
    found = browser.run_async("const done = arguments[arguments.length - 1];"
                              "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations), e => done(String(e)))")
    if isinstance(found, str):
        return [found]
    return ["%s: %s (%s)" % (v["id"], v["help"], n["html"][:160]) for v in found for n in v["nodes"][:3]]

"""What `--format sarif` prints keeps to the published schema of SARIF 2.1.0 (OASIS), beside our own that knows only what is used.

    sarif_test.py TOOL PATH…

The schema comes with a package that tests/browser/package-lock.json pins and is no part of the project; exit status 77 where
it, or python3-jsonschema, is missing.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
except ImportError:
    jsonschema = None

FOLDER = pathlib.Path(os.environ.get("PAGE_CHECKS") or pathlib.Path(__file__).resolve().parents[2] / "build/page-checks")
SCHEMA = FOLDER / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


def faults(log):
    """A line each: where in the log, and what is wrong there."""
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    return ["/%s: %s" % ("/".join(map(str, e.absolute_path)), e.message) for e in validator.iter_errors(log)]


class Published(unittest.TestCase):
    def sarif(self, *arguments):
        """The exit status is not looked at: it says whether anything was found, or is missing."""
        return json.loads(subprocess.run([tool, *arguments], capture_output=True, text=True).stdout)

    def assert_valid(self, log):
        self.assertTrue(log["runs"][0]["results"])
        self.assertEqual(faults(log), [])

    def test_a_report(self):
        self.assert_valid(self.sarif("-q", "--format", "sarif", *paths))

    def test_a_report_with_all_findings(self):
        self.assert_valid(self.sarif("-q", "--all", "--format", "sarif", *paths))

    def test_a_check_without_a_known_discrepancy(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assert_valid(self.sarif("-q", "check", "--format", "sarif", self.baseline(folder, []), *paths))

    def test_a_check_with_known_new_and_absent_ones(self):
        with tempfile.TemporaryDirectory() as folder:
            log = self.sarif("-q", "check", "--format", "sarif", self.baseline(folder, [*paths[:1], *self.another()]), *paths)
            self.assertGreater(len({result.get("baselineState") for result in log["runs"][0]["results"]}), 1)
            self.assert_valid(log)

    @staticmethod
    def another():
        """A sample story that the articles of the check do not tell."""
        stories = (p for p in sorted(pathlib.Path(paths[0]).parent.iterdir()) if list(p.glob("*.txt")))
        return [next(str(p) for p in stories if str(p) not in paths)]

    def baseline(self, folder, articles):
        table = str(pathlib.Path(folder, "expected.tsv"))
        if articles:
            subprocess.run([tool, "-q", "check", "--update", table, *articles], capture_output=True, check=True)
        else:
            pathlib.Path(table).write_text("")
        return table

    def test_the_schema_finds_faults(self):
        log = self.sarif("-q", "--format", "sarif", *paths)
        log["runs"][0]["results"][0]["level"] = "terrible"
        self.assertEqual(len(faults(log)), 1)


if __name__ == "__main__":
    tool, *paths = sys.argv[1:]
    if jsonschema is None or not SCHEMA.exists():
        print("the published schema of SARIF, or python3-jsonschema, is not there: skipped")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])

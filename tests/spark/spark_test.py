#!/usr/bin/env python3
"""Findings that come from Spark against those of one run, byte for byte: spark_test.py TOOL [NAME...]

Names are of article sets: samples (data/stories, the usual one), ecbplus (read from ../shared), invented (20,000 of
tests/bench/generate.py). The first task of extract and the first of reconcile that Spark starts kill themselves half-way.
Needs PySpark and Java; tools/install.sh puts the first into build/spark, and SPARK in the environment names another
virtual environment. Without them the test is skipped: exit status 77.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
VENV = pathlib.Path(os.environ.get("SPARK") or ROOT / "build/spark")
ECBPLUS = ROOT.parent / "shared/eval/stories/ecbplus"
SAMPLES = ROOT / "data/stories"

# Stands in front of the tool: the first run of a command reads some lines, writes what comes of them and kills itself.
DYING = """#!/bin/sh
if { [ "$1" = extract ] || [ "$1" = reconcile ]; } && mkdir "%(marks)s/$1" 2>/dev/null; then
  [ "$1" = extract ] && head -n 2 | "%(tool)s" "$@"
  kill -9 $$
fi
exec "%(tool)s" "$@"
"""


def of_texts(paths, root):
    return [json.dumps({"id": str(path.relative_to(root)), "text": path.read_text(encoding="utf-8", errors="replace")})
            for path in sorted(paths)]


def invented(count):
    made = subprocess.run([sys.executable, ROOT / "tests/bench/generate.py", str(count)], capture_output=True, text=True, check=True)
    return made.stdout.splitlines()


SETS = {
    "samples": (lambda: of_texts(SAMPLES.glob("*/[0-9]*.txt"), SAMPLES), [4]),
    "ecbplus": (lambda: of_texts(ECBPLUS.glob("*/*.txt"), ECBPLUS), [1, 2, 4]),
    "invented": (lambda: invented(20_000), [1, 2, 4]),
}


def lines_of_one_run(tool, articles):
    with open(articles, "rb") as source:
        extracted = subprocess.run([tool, "extract", "-q", "-"], stdin=source, stdout=subprocess.PIPE, check=True).stdout
    report = subprocess.run([tool, "reconcile", "-q", "--format", "ndjson", "-"], input=extracted, stdout=subprocess.PIPE, check=True)
    return sorted(report.stdout.splitlines())


def run_spark(tool, articles, output, partitions):
    command = [VENV / "bin/spark-submit", "--master", "local[2,4]", "--driver-memory", "4g", "--conf", "spark.ui.enabled=false",
               ROOT / "integrations/spark/corroborate_spark.py", articles, output, "--tool", tool, "--partitions", str(partitions)]
    environment = dict(os.environ, PATH=f"{VENV / 'bin'}:{os.environ['PATH']}", SPARK_LOCAL_IP="127.0.0.1")
    done = subprocess.run([str(word) for word in command], env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"spark-submit: exit status {done.returncode}\n{done.stderr[-5000:]}")
    parts = [part.read_bytes().splitlines() for part in sorted((output / "findings").glob("part-*"))]
    return sorted(line for part in parts for line in part), sum(bool(part) for part in parts)


def check(tool, name, partitions, articles, expected, folder):
    run = folder / f"{name}-{partitions}"
    marks = run / "marks"
    marks.mkdir(parents=True)
    dying = run / "tool"
    dying.write_text(DYING % {"tool": tool, "marks": marks})
    dying.chmod(0o755)
    found, parts = run_spark(dying, articles, run / "out", partitions)
    faults = []
    if found != expected:
        faults.append(f"{len(set(expected) - set(found))} findings of {len(expected)} are missing, {len(set(found) - set(expected))} are others")
    if len(list(marks.iterdir())) != 2:
        faults.append("no task was killed")
    if (parts > 1) != (partitions > 1):
        faults.append(f"{parts} parts hold findings")
    print(f"{name}, {partitions} partitions: {len(found)} findings in {parts} parts: {'; '.join(faults) or 'the same as of one run'}", flush=True)
    return not faults


def main(tool, names):
    missing = [what for what, there in (("PySpark", (VENV / "bin/spark-submit").exists()), ("Java", shutil.which("java"))) if not there]
    if missing:
        print(f"skipped: {' and '.join(missing)} not installed (tools/install.sh, install_spark)")
        return 77
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for name in names or ["samples"]:
            read, all_partitions = SETS[name]
            articles = folder / f"{name}.jsonl"
            articles.write_text("".join(line + "\n" for line in read()), encoding="utf-8")
            expected = lines_of_one_run(tool, articles)
            if not expected:
                sys.exit(f"{name}: no findings to compare")
            for partitions in all_partitions:
                good = check(tool, name, partitions, articles, expected, folder) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2:]))

#!/usr/bin/env python3
"""Holds every published measure over its recorded floor: scores.py TOOL [TASK...]

Floors stand in floors.tsv beside this file: task, sets (paths below ../shared, blanks between; their mean counts), measure (names
joined by "/"), floor in percent. A score that falls more than half a point below its floor fails. The evaluation sets
are kept beside the project, in ../shared; absent, nothing can be scored, which is a failure (tools/test.sh does not ask).
"""
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
TOLERANCE = 0.5


def read_floors():
    for line in (HERE / "floors.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            task, sets, measure, floor = line.split("\t")
            yield task, sets, measure, float(floor)


def percent(value):
    """F1 of a {P, R, F1} or [P, R, F1, …] in parts of one, "3 of 4", or a number of percent."""
    if isinstance(value, dict):
        value = value["F1"]
    if isinstance(value, list):
        return 100 * value[2]
    if isinstance(value, str):
        right, _, of = value.partition(" of ")
        return 100 * int(right) / int(of)
    return float(value)


def look_up(scores, measure):
    value = scores
    for name in measure.split("/"):
        value = value[name]
    if measure == "traps avoided":
        return 100 * value / scores["traps"]
    return percent(value)


def run_scorer(tool, task, path):
    command = [sys.executable, str(SHARED / "eval/score.py"), task, str(SHARED / path), "--tool", tool, "--json"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(iter(json.loads(out).values()))


def score_number_pairs(tool, path):
    """Two mentions of numbers in two articles of one topic, the same thing or not: found the same where a finding of the
    topic's report holds a claim on either. F1 of "same"."""
    pairs = [json.loads(line) for line in (SHARED / path).read_text(encoding="utf-8").splitlines()]
    folder = SHARED / "eval/stories/ecbplus"
    found = right = wanted = 0
    for topic in sorted({pair["file_a"].split("/")[0] for pair in pairs}):
        command = [tool, "--format", "json", str(folder / topic)]
        report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
        names = {article["id"]: os.path.basename(article["path"]) for article in report["articles"]}
        finding_of, claims_of = {}, {}
        for finding in report["findings"]:
            for position in finding["positions"]:
                finding_of.update((claim, finding["id"]) for claim in position["claims"])
        for claim in report["claims"]:
            if claim["kind"] in ("quantity", "date"):
                claims_of.setdefault(names[claim["article"]], []).append(claim)

        def findings_at(pair, side):
            name, begin, end = os.path.basename(pair["file_" + side]), pair["start_" + side], pair["end_" + side]
            on = [claim for claim in claims_of.get(name, []) if claim["start"] < end and begin < claim["end"]]
            return {finding_of[claim["id"]] for claim in on if claim["id"] in finding_of}

        for pair in pairs:
            if pair["file_a"].split("/")[0] != topic:
                continue
            same = bool(findings_at(pair, "a") & findings_at(pair, "b"))
            found += same
            wanted += pair["label"] == "same"
            right += same and pair["label"] == "same"
    return {"same": [right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted)]}


def mean(values):
    return sum(values) / len(values)


def main(tool, wanted):
    if not (SHARED / "eval/score.py").exists():
        print(f"{SHARED}/eval/score.py: not present, nothing can be scored")
        return 1
    results = {}
    broken = 0
    for task, sets, measure, floor in read_floors():
        if wanted and task not in wanted:
            continue
        for path in sets.split():
            if (task, path) not in results:
                scorer = score_number_pairs if task == "numbers" else lambda *rest: run_scorer(rest[0], task, rest[1])
                results[task, path] = scorer(tool, path)
        score = mean([look_up(results[task, path], measure) for path in sets.split()])
        bad = score < floor - TOLERANCE
        broken += bad
        print(f"{task:13} {measure:36} {score:6.1f}  floor {floor:5.1f}{'  BROKEN' if bad else ''}  {sets.split()[0]}")
    if broken:
        print(f"{broken} scores fell more than {TOLERANCE} below their floors")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

#!/bin/sh
# Holds the score on known discrepancies over its recorded floors: discrepancies.sh TOOL
#
# The stories and the scorer are kept beside the project, in ../shared. Absent: nothing to test, but a failure in CI.
# A floor is raised when the score has risen; it is never lowered to let a change pass.
set -eu
cd "$(dirname "$0")/../.."
tool=$1
shared=../shared
if [ ! -f "$shared/eval/score.py" ]; then
  echo "$shared/eval/score.py: not present, nothing was scored"
  [ "${CI:-}" != true ]
  exit
fi

# hold TABLE MEASURE=FLOOR…: percent of rows, or of the "x of y" of a kind.
hold() {
  table=$1
  shift
  python3 "$shared/eval/score.py" discrepancies "$table" --tool "$tool" --json >"${TMPDIR:-/tmp}/discrepancies.$$"
  python3 - "${TMPDIR:-/tmp}/discrepancies.$$" "$table" "$@" <<'PYTHON'
import json, sys
scores = next(iter(json.load(open(sys.argv[1])).values()))
failed = False
for floor in sys.argv[3:]:
    name, _, least = floor.partition("=")
    value = scores.get(name, 0)
    if isinstance(value, str):
        right, _, of = value.partition(" of ")
        value = 100.0 * int(right) / int(of)
    elif name == "traps avoided":
        value = 100.0 * value / scores["traps"]
    good = value >= float(least)
    failed = failed or not good
    print("%-16s %6.1f %%  floor %s %%%s" % (name, value, least, "" if good else "  BROKEN"))
if failed:
    sys.exit("%s: a score fell below its floor" % sys.argv[2])
PYTHON
  rm -f "${TMPDIR:-/tmp}/discrepancies.$$"
}

hold "$shared/stories/deir-al-zour/known-discrepancies.tsv" \
  "right %=85" "kind number=85" "kind date=100" "origins right=85" "traps avoided=100" "verdict conflict=100"
hold "$shared/eval/stories/known-discrepancies.tsv" "right %=15" "traps avoided=100"

#!/bin/sh
# How reconcile's time grows with the number of articles: runs the tool over invented articles, as many as each argument
# says (1000 and 10000 without one), and prints seconds, and microseconds an article and its logarithm. Where the last
# column stays level, time grows no faster than n log n.
set -eu
cd "$(dirname "$0")/.."
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
for count in ${*:-1000 10000}; do
  python3 tests/bench/generate.py "$count" | build/corroborate extract - >"$lines"
  python3 - "$count" "$lines" <<'PY'
import math, subprocess, sys, time
count, lines = int(sys.argv[1]), sys.argv[2]
start = time.perf_counter()
subprocess.run(["build/corroborate", "reconcile", lines, "--format", "json"], stdout=subprocess.DEVNULL, check=False)
seconds = time.perf_counter() - start
print("%8d articles %8.2f s %8.1f us/(n log n)" % (count, seconds, seconds / (count * math.log(count)) * 1e6))
PY
done

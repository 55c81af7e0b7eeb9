#!/bin/sh
# How reconcile's time and memory grow with the number of articles: runs the tool over invented articles, as many as each
# argument says (1000 and 10000 without one), with two threads, and prints seconds, those of both threads together, and
# microseconds an article and its logarithm, then the most memory at a time and the size of the JSON report. Where the
# microseconds stay level, time grows no faster than n log n. TOOL names another binary than that of build/.
set -eu
cd "$(dirname "$0")/.."
tool=${TOOL:-build/corroborate}
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
for count in ${*:-1000 10000}; do
  python3 tests/bench/generate.py "$count" | "$tool" extract --packed - >"$lines"
  python3 - "$count" "$lines" "$tool" <<'PY'
import math, resource, subprocess, sys, time
count, lines, tool = int(sys.argv[1]), sys.argv[2], sys.argv[3]
start = time.perf_counter()
report = 0
with subprocess.Popen([tool, "reconcile", "-j", "2", lines, "--format", "json"], stdout=subprocess.PIPE) as run:
    while piece := run.stdout.read(1 << 20):
        report += len(piece)
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("%8d articles %8.2f s %8.2f s of work %8.1f us/(n log n) %6d MB resident %6d MB of report" %
      (count, seconds, used.ru_utime + used.ru_stime, used.ru_utime / (count * math.log(count)) * 1e6,
       used.ru_maxrss // 1000, report // 1000000))
PY
done

#!/bin/sh
# How fast many small files become extractions, with one thread and with two: tools/bench-load.sh [PAGES] [ROUNDS]
#
# Runs `corroborate extract` over invented web pages (20000 without an argument; tests/bench/pages.py), cold and warm, one
# and two threads in turn, ROUNDS times (5), so that whatever else the machine does meets all of them alike. Prints the
# medians: articles a second, and how much faster two threads are. "Cold" needs the right to drop the system's caches
# (root on Linux); without it those rows are left out. CORROBORATE names another build.
set -eu
cd "$(dirname "$0")/.."
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
python3 tests/bench/pages.py "${1:-20000}" "$pages"
python3 - "${CORROBORATE:-build/corroborate}" "$pages" "${1:-20000}" "${2:-5}" <<'PY'
import os, statistics, subprocess, sys, time
tool, pages, count, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])


def drop_caches():
    os.sync()
    with open("/proc/sys/vm/drop_caches", "w") as control:
        control.write("3")


def run(threads):
    start = time.perf_counter()
    subprocess.run([tool, "extract", "--threads", str(threads), pages], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


states = {"cold": drop_caches, "warm": lambda: None}
try:
    drop_caches()
except OSError:
    print("the caches cannot be dropped: no cold rows")
    del states["cold"]
run(2)
seconds = {(state, threads): [] for state in states for threads in (1, 2)}
for _ in range(rounds):
    for (state, threads), taken in seconds.items():
        states[state]()
        taken.append(run(threads))
for state in states:
    one, two = (statistics.median(seconds[state, threads]) for threads in (1, 2))
    print("%s  1 thread %6.0f articles/s   2 threads %6.0f articles/s   %.2f x" % (state, count / one, count / two, one / two))
PY

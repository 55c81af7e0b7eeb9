#!/bin/sh
# Installs what is missing, builds the benchmarks and runs them over real articles; then prints MB/s, tokens/s and each
# step's speed against ICU's word break iterator over the same text in the same run; of the lines of extract, MB/s of
# the lines. BENCH_TEXTS may name another JSON Lines file of articles ("text"), BENCH_ARTICLES another folder of
# articles to make lines of; arguments go to the benchmark program, e.g. --benchmark_filter=tag.
set -eu
cd "$(dirname "$0")/.."
. tools/install.sh
install_missing
BENCH_TEXTS=${BENCH_TEXTS:-$(pwd)/../shared/eval/attributions/polnear.dev.jsonl}
BENCH_ARTICLES=${BENCH_ARTICLES:-$(pwd)/../shared/eval/stories/ecbplus}
export BENCH_TEXTS BENCH_ARTICLES
[ -f build/build.ninja ] || cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
cmake --build build --target bench >&2
build/bench --benchmark_repetitions=5 --benchmark_format=json "$@" | python3 -c '
import json, sys
best = {}
for run in json.load(sys.stdin)["benchmarks"]:
    if run.get("run_type") == "iteration" and "bytes_per_second" in run:
        name = run["name"].split("/")[0]
        if name not in best or run["bytes_per_second"] > best[name]["bytes_per_second"]:
            best[name] = run
icu = best.get("icu_words", {}).get("bytes_per_second")
for name, run in best.items():
    speed = run["bytes_per_second"]
    ratio = "" if not icu else "  %5.2f x ICU" % (speed / icu)
    print("%-18s %8.1f MB/s %10.0f tokens/s%s" % (name, speed / 1e6, run.get("tokens/s", 0), ratio))
'

#!/bin/sh
# Feeds invented bytes to every reader of the outside world, each for a while, under the address and undefined behaviour
# sanitizers: tools/fuzz.sh [SECONDS] [TARGET…] (600 seconds and every target without arguments; targets stand in
# tests/fuzz/targets.cpp). Prints a line a target: inputs tried, a second, coverage edges, findings. A finding is kept in
# tests/fuzz/found/TARGET, where the tests try it ever after; the exit status is 1 when there is one.
set -eu
cd "$(dirname "$0")/.."
. tools/install.sh
packages="$packages clang-14 libclang-rt-14-dev"
install_missing
case ${1:-} in '' | *[!0-9]*) seconds=600 ;; *) seconds=$1 && shift ;; esac

launcher=""
command -v ccache >/dev/null 2>&1 && launcher="-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"
cmake -S . -B build-fuzz -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_COMPILER=clang++-14 \
  -DCMAKE_ASM_COMPILER=clang-14 -DCORROBORATE_FUZZ=ON $launcher >/dev/null
cmake --build build-fuzz --target fuzz >&2

# What the fuzzer starts from: kept inputs, our samples, and for extraction the phrasings that its tests know.
seeds_of() {
  for folder in "tests/fuzz/found/$1" "tests/fuzz/seeds/$1" tests/load/samples; do
    [ ! -d "$folder" ] || echo "$folder"
  done
  case $1 in
    text) echo data/stories ;;
    extract)
      mkdir -p build-fuzz/phrasings
      sed -n 's/^    \(gap: \)\{0,1\}//p' data/lexicon/en/*.cases | split -l 4 - build-fuzz/phrasings/
      echo data/stories build-fuzz/phrasings
      ;;
  esac
}

failed=0
printf '%-12s %10s %8s %8s %8s\n' target inputs a-second edges findings
for target in ${*:-$(build-fuzz/fuzz)}; do
  corpus=build-fuzz/corpus/$target found=tests/fuzz/found/$target log=build-fuzz/$target.log
  mkdir -p "$corpus" "$found"
  ln -f build-fuzz/fuzz "build-fuzz/fuzz-$target"
  dictionary=tests/fuzz/dictionaries/$target.dict
  [ -f "$dictionary" ] && dictionary="-dict=$dictionary" || dictionary=""
  longest=16384
  [ "$target" != extract ] || longest=600  # its time grows with the words, its rules look at a sentence or two
  before=$(find "$found" -type f | wc -l)
  "build-fuzz/fuzz-$target" "$corpus" $(seeds_of "$target") $dictionary -artifact_prefix="$found/" \
    -max_total_time="$seconds" -max_len="$longest" -timeout=60 -rss_limit_mb=3000 -print_final_stats=1 -print_funcs=0 \
    >"$log" 2>&1 || true
  findings=$(($(find "$found" -type f | wc -l) - before))
  if ! grep -q '^Done ' "$log"; then
    failed=1
    echo "fuzz.sh: $target stopped early, see $log" >&2
  fi
  rmdir "$found" 2>/dev/null || true
  tried=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
  speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  printf '%-12s %10s %8s %8s %8s\n' "$target" "${tried:--}" "${speed:--}" "${edges:--}" "$findings"
done
exit $failed

#!/bin/sh
# Installs what is missing, builds everything into build/ and runs every test; with CI=true warnings are errors and
# the tests run a second time under the address and undefined behaviour sanitizers. What reads texts that are kept beside
# the project, in ../shared, is a step of its own and is left out where they are not.
set -eu
cd "$(dirname "$0")/.."
. tools/install.sh
install_missing
if [ "${CI:-}" = true ]; then
  install_missing $browser_packages || echo "tools: the report is not tested in a browser" >&2
  install_page_checks build/page-checks || echo "tools: neither html-validate nor axe-core looks at the report" >&2
  install_spark build/spark || echo "tools: Spark is not tested" >&2
fi
strict=OFF
[ "${CI:-}" = true ] && strict=ON

# run_tests BUILD: those of the project, then those of the evaluation texts.
run_tests() {
  ctest --test-dir "$1" --output-on-failure --parallel 2 --label-exclude evaluation
  if [ -d ../shared/eval ] && [ -d ../shared/stories ]; then
    echo "tools: evaluation of $1"
    ctest --test-dir "$1" --output-on-failure --parallel 2 --label-regex evaluation
  else
    echo "tools: evaluation of $1 left out: ../shared is not there"
  fi
}

cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCORROBORATE_WERROR=$strict >/dev/null
cmake --build build >&2
run_tests build
if [ "${CI:-}" = true ]; then
  cmake -S . -B build-sanitize -G Ninja -DCMAKE_BUILD_TYPE=None -DCORROBORATE_SANITIZE=ON >/dev/null
  cmake --build build-sanitize >&2
  run_tests build-sanitize
fi

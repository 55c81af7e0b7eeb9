#!/bin/sh
# Installs what is missing, builds everything into build/ and runs every test; with CI=true warnings are errors and
# the tests run a second time under the address and undefined behaviour sanitizers.
set -eu
cd "$(dirname "$0")/.."
. tools/install.sh
install_missing
[ "${CI:-}" = true ] && { install_missing $browser_packages || echo "tools: the report is not tested in a browser" >&2; }
strict=OFF
[ "${CI:-}" = true ] && strict=ON
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCORROBORATE_WERROR=$strict >/dev/null
cmake --build build >&2
ctest --test-dir build --output-on-failure
if [ "${CI:-}" = true ]; then
  cmake -S . -B build-sanitize -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCORROBORATE_SANITIZE=ON >/dev/null
  cmake --build build-sanitize >&2
  ctest --test-dir build-sanitize --output-on-failure
fi

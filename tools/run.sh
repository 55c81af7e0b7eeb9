#!/bin/sh
# Installs what is missing, builds the tool (optimised, into build/) and runs it on PATH…, or on a sample folder.
set -eu
cd "$(dirname "$0")/.."
. tools/install.sh
install_missing
[ -f build/build.ninja ] || cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
cmake --build build --target tool >&2
[ $# -gt 0 ] || set -- data/stories/harbour-fire
exec build/corroborate "$@"

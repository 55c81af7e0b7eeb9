#!/bin/sh
# How time and memory grow on hostile input: tools/bench-hostile.sh [OPTION…] [KIND…]
#
# Runs the tool over articles that are nothing but one word, one sentence, numbers, quotation marks, dates, sayings …, and
# over files of every format that nest or repeat without end, at three sizes each (tests/bench/hostile.py tells the
# columns; --list the kinds; --sizes 60,240,960 the sizes in KB). CORROBORATE names another build.
set -eu
cd "$(dirname "$0")/.."
exec python3 tests/bench/hostile.py --tool "${CORROBORATE:-build/corroborate}" "$@"

#!/bin/sh
# What the alignment reaches on topics that it has not seen: tools/score-alignment.sh [EVAL]
#
# Trains on four fifths of the topics of EVAL/stories/questions.tsv, five times (train_alignment --folds), and runs the
# scorer of the evaluation sets with, for each topic, the model that has not seen it, nor the stories of our own that are
# most like it. EVAL is ../shared/eval without an argument. Some fifteen minutes; build/ must be built.
set -eu
cd "$(dirname "$0")/.."
eval=$(cd "${1:-../shared/eval}" && pwd)
folds=$(mktemp -d)
trap 'rm -rf "$folds"' EXIT
build/train_alignment --folds "$folds/fold" "$eval/stories/questions.tsv" "$eval/stories/ecbplus" \
  src/train/alignment*.stories src/train/folders/*.stories

# Stands in for the tool: the number of a topic, in the names of its articles ("14_3ecb.txt") or of its folder, names the
# model. Topics are numbered 2, 4, 6 …; that of number i, from 0, is unseen by model i mod 5.
cat >"$folds/tool" <<'PY'
#!/usr/bin/env python3
import os, re, sys
folder = sys.argv[-1]
names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
topic = re.match(r"(\d+)_", names[0]) if names else None
model = []
if topic:
    model = ["--alignment", "%s%d.model" % (os.environ["FOLDS"], (int(topic.group(1)) // 2 - 1) % 5)]
os.execv(os.environ["TOOL"], [os.environ["TOOL"]] + model + sys.argv[1:])
PY
chmod +x "$folds/tool"
export FOLDS="$folds/fold" TOOL="$(pwd)/build/corroborate"
python3 "$eval/score.py" questions "$eval/stories/questions.tsv" --tool "$folds/tool"
python3 tests/quality/scores.py "$folds/tool" numbers

#!/bin/sh
# Writes the expected reports of the sample folders anew, with the tool as it is built in build/ (or in the folder
# given). Read the difference before you commit it: every line of it is a change that a user sees.
set -eu
tool=$(cd "${1:-$(dirname "$0")/../build}" && pwd)/corroborate
cd "$(dirname "$0")/.."
for folder in data/stories/*/; do
  name=$(basename "$folder")
  [ "$name" = expected ] && continue
  "$tool" --all "data/stories/$name" >"data/stories/expected/$name.txt"
  "$tool" --format json "data/stories/$name" >"data/stories/expected/$name.json"
done
git --no-pager diff --stat -- data/stories/expected
